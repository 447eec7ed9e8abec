package org.bihuan.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.CycleTest;
import org.bihuan.Scans;
import org.bihuan.document.DocumentFiles;
import org.bihuan.ledger.Documents;
import org.bihuan.ledger.Documents.Document;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The files of a case over HTTP, with the session of Tasklist: what is taken, what is refused and leaves nothing, who may have it. */
@Tag("database")
@Tag("wide")
class FilesTest extends CycleTest {

	private static final String NOT_THERE = "没有这份文件，或者您无权查看。";

	@Autowired
	private Documents documents;

	private Http at(String user) {
		return Http.session(port, user, "tasklist");
	}

	private static String tab(String taskId) {
		return "/attachments?task=" + taskId;
	}

	private static List<String> names(Http.Answer listing) {
		return StreamSupport.stream(listing.json().path("files").spliterator(), false).map(file -> file.path("name").asText()).toList();
	}

	private static JsonNode file(Http.Answer listing, String name) {
		return StreamSupport.stream(listing.json().path("files").spliterator(), false).filter(file -> file.path("name").asText().equals(name))
				.findFirst().orElseThrow();
	}

	@Test
	void everyTypeThatIsAllowedIsTakenAndGivenBackAsItWas() {
		startUpTo("task_planResearch");
		String task = task("task_planResearch").getId();
		Http committee = at("chengxiang1");
		Map<String, byte[]> files = Map.of("方案.pdf", Scans.pdf(), "方案.docx", Scans.docx(), "名单.xlsx", Scans.xlsx(), "现场.jpg", Scans.jpg(),
				"现场2.JPEG", Scans.jpg(), "座谈.PNG",
				Scans.png(), "批示.ofd", Scans.ofd());
		files.forEach((name, bytes) -> {
			Http.Answer taken = committee.upload(tab(task), name, bytes);
			assertThat(taken.status()).as(taken.body()).isEqualTo(200);
			JsonNode line = file(committee.get(tab(task)), name);
			assertThat(line.path("by").asText()).isEqualTo("宋长江");
			assertThat(line.path("at").asText()).isEqualTo("2023-09-11 09:00");
			assertThat(line.path("size").asInt()).isEqualTo(bytes.length);
			HttpResponse<byte[]> given = committee.download(line.path("href").asText());
			assertThat(given.body()).isEqualTo(bytes);
			assertThat(given.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment;").contains("filename*=UTF-8''");
			assertThat(given.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
			assertThat(given.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("sandbox");
			assertThat(given.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
		});
		assertThat(jdbc.sql("select count(*) from event where outcome_id = ? and act = 'attachment-added' and actor = 'chengxiang1'")
				.param(outcomeId).query(Integer.class)
				.single()).isEqualTo(files.size());
	}

	/** The same bytes as {@code SigningOrderTest} issues. */
	@Test
	void thePaperThatWaitsForItsSignatureIsThePeoplesOfItsUnitAlone() {
		startUpTo("task_signReply");
		Http unit = at("gongan2");
		Http.Answer listing = unit.get(tab(task("task_signReply").getId()));
		JsonNode line = StreamSupport.stream(listing.json().path("files").spliterator(), false)
				.filter(one -> one.path("what").asText().equals("待印发")).findFirst().orElseThrow();
		assertThat(line.path("href").asText()).isEqualTo("/papers/" + outcomeId + "-1");
		assertThat(line.path("name").asText()).startsWith("送审稿 泰姜复〔2023〕").endsWith("有关建议的答复.docx");
		assertThat(unit.download(line.path("href").asText()).statusCode()).isEqualTo(200);
		for (String other : List.of("caizheng1", "zhengfu1", "zhengxie1", "weiyuan1", "shuji1", "admin")) {
			assertThat(at(other).get(line.path("href").asText()).status()).as(other).isEqualTo(404);
		}
		answer("task_signReply");
		answer("task_sealReply");
		assertThat(unit.get(line.path("href").asText()).status()).as("issued, it is a document").isEqualTo(404);
	}

	@Test
	void whatIsRefusedLeavesNothingBehind() throws IOException {
		startUpTo("task_planResearch");
		String task = task("task_planResearch").getId();
		Http committee = at("chengxiang1");
		Map<String, Object> before = ledger();
		Set<String> temporary = temporary();
		byte[] script = "<svg xmlns=\"http://www.w3.org/2000/svg\"><foreignObject><html><script>alert(1)</script></html></foreignObject></svg>"
				.getBytes(StandardCharsets.UTF_8);
		Map<String, byte[]> wrong = new LinkedHashMap<>();
		wrong.put("空.pdf", new byte[0]);
		wrong.put("图.svg", script);
		wrong.put("图.png", script);
		wrong.put("页.html", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));
		wrong.put("页.pdf", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));
		wrong.put("答复.pdf", Scans.png());
		wrong.put("答复.exe", Scans.pdf());
		wrong.put("答复", Scans.pdf());
		wrong.put("答复.pdf.exe", Scans.pdf());
		wrong.put("程序.pdf", new byte[] { 'M', 'Z', 0, 0, 1, 2, 3 });
		wrong.put("宏.docx", Scans.docxWithMacros());
		wrong.put("表.docx", Scans.xlsx());
		wrong.put("压缩.docx", Scans.zip(Map.of("a.txt", "a")));
		wrong.put("压缩.zip", Scans.zip(Map.of("a.txt", "a")));
		wrong.put("坏.xlsx", new byte[] { 'P', 'K', 3, 4, 9, 9, 9, 9, 9 });
		wrong.put("../../etc/答复.pdf", Scans.pdf());
		wrong.put("..\\..\\答复.pdf", Scans.pdf());
		wrong.put("/etc/答复.pdf", Scans.pdf());
		wrong.put("C:\\答复.pdf", Scans.pdf());
		wrong.put(".答复.pdf", Scans.pdf());
		wrong.put("答复<b>.pdf", Scans.pdf());
		wrong.put("答复\u202Efdp.pdf", Scans.pdf());
		wrong.put("长".repeat(200) + ".pdf", Scans.pdf());
		wrong.forEach((name, bytes) -> isRefused(committee.upload(tab(task), name, bytes), name, 400));
		for (int size : new int[] { 20 * 1024 * 1024 + 1, 200 * 1024 * 1024 }) {
			isRefused(committee.upload(tab(task), "大.pdf", padded(size)), "大.pdf", 413);
		}
		assertThat(committee.post(tab(task), Map.of()).status()).isEqualTo(400);
		assertThat(ledger()).isEqualTo(before);
		assertThat(temporary()).isEqualTo(temporary);
		assertThat(names(committee.get(tab(task)))).isEmpty();
	}

	private static void isRefused(Http.Answer refused, String name, int status) {
		assertThat(refused.status()).as("%s: %s", name, refused.body()).isEqualTo(status);
		assertThat(refused.message()).as(name).contains("没有保存").endsWith("。");
	}

	private static byte[] padded(int size) {
		byte[] bytes = new byte[size];
		System.arraycopy(Scans.pdf(), 0, bytes, 0, Scans.pdf().length);
		return bytes;
	}

	/** Every file of the server's own folder for what comes in. */
	private static Set<String> temporary() throws IOException {
		Set<String> found = new TreeSet<>();
		for (File folder : new File(System.getProperty("java.io.tmpdir")).listFiles((dir, name) -> name.startsWith("tomcat."))) {
			try (Stream<Path> files = Files.walk(folder.toPath())) {
				found.addAll(files.map(Path::toString).collect(Collectors.toSet()));
			}
		}
		return found;
	}

	@Test
	void nobodyAttachesOrListsWhereHeHasNoTask() {
		startUpTo("task_signReceipt");
		String task = task("task_signReceipt").getId();
		Map<String, Object> before = ledger();
		for (String stranger : List.of("caizheng1", "weiyuan1", "zhengfu1", "fenxi1")) {
			assertThat(at(stranger).get(tab(task)).status()).as(stranger).isEqualTo(409);
			Http.Answer refused = at(stranger).upload(tab(task), "答复.pdf", Scans.pdf());
			assertThat(refused.status()).as(stranger).isEqualTo(409);
			assertThat(refused.message()).contains("无权查看");
		}
		assertThat(at("gongan1").upload(tab("no-such-task"), "答复.pdf", Scans.pdf()).status()).isEqualTo(409);
		Http anonymous = Http.anonymous(port);
		assertThat(anonymous.upload(tab(task), "答复.pdf", Scans.pdf()).status()).isEqualTo(401);
		assertThat(Http.basic(port, "gongan1").upload(tab(task), "答复.pdf", Scans.pdf()).status()).as("basic is not for pages").isEqualTo(401);
		assertThat(ledger()).isEqualTo(before);
	}

	@Test
	void onlyWhoHasToDoWithTheCaseMayReadItsFiles() {
		startUpTo("task_makeAssignments");
		String outcomeWide = "/documents/" + document("submission", null);
		answer("task_makeAssignments",
				Map.of("assignments", List.of(Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan", "coUnits",
						List.of("unit-caizheng"), "requirement", "两个月内答复"))));
		upTo("task_signReceipt");
		Http unit = at("gongan1");
		String task = task("task_signReceipt").getId();
		unit.upload(tab(task), "现场.png", Scans.png());
		String attached = file(unit.get(tab(task)), "现场.png").path("href").asText();
		String notice = "/documents/" + document("assignment", outcomeId + "-1");
		for (String path : List.of(outcomeWide, notice, attached)) {
			for (String reader : List.of("zhengxie1", "quwei1", "zhengfu1", "dukao1", "shuji1", "tian1", "weiyuan1", "weiyuan2", "admin")) {
				isGiven(reader, path);
			}
			for (String stranger : List.of("minzheng1", "weiyuan3", "fenxi1")) {
				Http.Answer refused = at(stranger).get(path);
				assertThat(refused.status()).as("%s reads %s", stranger, path).isEqualTo(404);
				assertThat(refused.message()).isEqualTo(NOT_THERE);
			}
			assertThat(Http.anonymous(port).download(path).statusCode()).isEqualTo(302);
		}
		for (String handling : List.of("gongan1", "gongan2", "caizheng1")) {
			isGiven(handling, notice);
			isGiven(handling, attached);
			Http.Answer allSuggestions = at(handling).get(outcomeWide);
			assertThat(allSuggestions.status()).as("the page hides them from a unit as well").isEqualTo(404);
			assertThat(allSuggestions.message()).isEqualTo(NOT_THERE);
		}
		assertThat(at("zhengxie1").get("/documents/999999").message()).isEqualTo(NOT_THERE);
		assertThat(at("zhengxie1").get("/attachments/999999").message()).isEqualTo(NOT_THERE);
		assertThat(at("zhengxie1").get("/documents/1%20or%201=1").status()).isEqualTo(400);
	}

	private void isGiven(String reader, String path) {
		HttpResponse<byte[]> given = at(reader).download(path);
		assertThat(given.statusCode()).as("%s reads %s", reader, path).isEqualTo(200);
		assertThat(given.body().length).isPositive();
	}

	private long document(String kind, String assignmentId) {
		return documents.ofOutcome(outcomeId).stream()
				.filter(one -> one.kind().code().equals(kind) && java.util.Objects.equals(assignmentId, one.assignmentId())).findFirst()
				.orElseThrow().id();
	}

	@Test
	void aUnitAskedForItsOpinionReadsWhatBelongsToTheTaskItHas() {
		startUpTo("task_draftReport");
		at("chengxiang1").upload(tab(task("task_draftReport").getId()), "初稿.docx", Scans.docx());
		String attached = jdbc.sql("select id from attachment where outcome_id = ?").param(outcomeId).query(String.class).single();
		assertThat(at("nongye1").get("/attachments/" + attached).status()).isEqualTo(404);
		answer("task_draftReport", Map.of("askedUnits", List.of("unit-nongye", "unit-fagai")));
		runDueJobs();
		assertThat(at("nongye1").download("/attachments/" + attached).statusCode()).isEqualTo(200);
		String asked = tasks.createTaskQuery().taskCandidateUser("nongye1").singleResult().getId();
		at("nongye1").upload(tab(asked), "意见.png", Scans.png());
		String opinion = jdbc.sql("select max(id) from attachment where outcome_id = ?").param(outcomeId).query(String.class).single();
		assertThat(at("nongye2").get("/attachments/" + opinion).status()).as("the same task").isEqualTo(200);
		assertThat(at("fagai1").get("/attachments/" + opinion).status()).as("another's opinion").isEqualTo(404);
	}

	@Test
	void oneUnitDoesNotSeeTheFilesOfAnothersAssignment() {
		startUpTo("task_draftReport");
		Map<String, Object> two = Map.of("suggestions", List.of(Map.of("text", "改造派出所"), Map.of("text", "充实警力")));
		answer("task_draftReport", two);
		upTo("task_reviseReport");
		answer("task_reviseReport", two);
		upTo("task_makeAssignments");
		answer("task_makeAssignments",
				Map.of("assignments", List.of(Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan", "requirement", "答复"),
						Map.of("suggestions", List.of(outcomeId + "-J2"), "leadUnit", "unit-fagai", "requirement", "答复"))));
		answer("task_confirmFollowUp");
		runDueJobs();
		String police = tasks.createTaskQuery().taskCandidateUser("gongan1").singleResult().getId();
		String planning = tasks.createTaskQuery().taskCandidateUser("fagai1").singleResult().getId();
		at("gongan1").upload(tab(police), "警力.png", Scans.png());
		Document other = documents.find(document("assignment", outcomeId + "-2")).orElseThrow();
		assertThat(names(at("gongan1").get(tab(police)))).hasSize(3).contains("警力.png", "扫描件.png").doesNotContain(DocumentFiles.name(other));
		assertThat(names(at("fagai1").get(tab(planning)))).hasSize(2).contains("扫描件.png").doesNotContain("警力.png");
		String attached = file(at("gongan1").get(tab(police)), "警力.png").path("href").asText();
		assertThat(at("fagai1").get(attached).status()).isEqualTo(404);
		assertThat(at("fagai1").get("/documents/" + document("assignment", outcomeId + "-1")).status()).isEqualTo(404);
		assertThat(at("fagai1").get("/documents/" + document("submission", null)).status()).isEqualTo(404);
	}

	@Test
	void attachmentsOutliveTheirTaskAndCannotBeChanged() {
		startUpTo("task_planResearch");
		at("chengxiang1").upload(tab(task("task_planResearch").getId()), "方案.pdf", Scans.pdf());
		String attached = "/attachments/" + jdbc.sql("select id from attachment where outcome_id = ?").param(outcomeId).query(String.class).single();
		toTheEnd();
		assertThat(at("zhengxie1").download(attached).body()).isEqualTo(Scans.pdf());
		for (String change : List.of("update attachment set name = 'x'", "delete from attachment", "update document_file set version = 2",
				"delete from document_file")) {
			org.assertj.core.api.Assertions.assertThatThrownBy(() -> jdbc.sql(change).update()).hasStackTraceContaining("append-only");
		}
		assertThat(at("zhengxie1").delete(attached).status()).isEqualTo(405);
	}

	@Test
	void theEnginesOwnAttachmentsAreClosed() {
		startUpTo("task_planResearch");
		String task = task("task_planResearch").getId();
		assertThat(refused(() -> as("chengxiang1", () -> tasks.createAttachment("text/html", task, null, "页.html", null,
				new java.io.ByteArrayInputStream("<script>".getBytes(StandardCharsets.UTF_8)))))).contains("“本任务的附件”");
		assertThat(
				refused(() -> as("chengxiang1", () -> tasks.createAttachment("text/html", task, null, "页.html", null, "https://elsewhere.example"))))
				.contains("“本任务的附件”");
		assertThat(tasks.getTaskAttachments(task)).isEmpty();
	}

	@Test
	void anotherSiteCannotUploadWithAPersonsSession() throws Exception {
		startUpTo("task_planResearch");
		Map<String, Object> before = ledger();
		assertThat(
				at("chengxiang1").from("https://elsewhere.example").upload(tab(task("task_planResearch").getId()), "方案.pdf", Scans.pdf()).status())
				.isEqualTo(403);
		assertThat(ledger()).isEqualTo(before);
	}

	/** On the former version a colleague's file lay in another's task, who could not withdraw it. */
	@Test
	void whatIsClaimedIsUploadedToByWhoClaimedIt() {
		startUpTo("task_draftReply");
		String task = task("task_draftReply").getId();
		assertThat(at("gongan2").upload(tab(task), "同事的.png", Scans.png()).status()).as("before anybody claimed it").isEqualTo(200);
		as("gongan1", () -> {
			tasks.claim(task, "gongan1");
			return null;
		});
		Map<String, Object> before = ledger();
		Http.Answer refused = at("gongan2").upload(tab(task), "同事的.png", Scans.png());
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.message()).isEqualTo("这项任务由“公安局承办人”办理，附件由他上传，没有保存。请交给他上传，或者请他先取消认领。");
		assertThat(ledger()).isEqualTo(before);
		assertThat(at("gongan1").upload(tab(task), "自己的.png", Scans.png()).status()).isEqualTo(200);
	}

	/** On the former version the sentence named path separators, of which the name had none. */
	@Test
	void whatNobodySeesInAFilesNameIsToldAsSuch() {
		startUpTo("task_planResearch");
		String task = task("task_planResearch").getId();
		for (String name : List.of("方\u200B案.png", "家\u200D庭.png", "答复\u202Efdp.png", "方案\uFEFF.png")) {
			assertThat(at("chengxiang1").upload(tab(task), name, Scans.png()).message()).isEqualTo("文件名里有看不见的字符，没有保存。请重新命名后再上传。");
		}
	}
}
