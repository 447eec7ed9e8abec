package org.bihuan.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.ledger.ModelRehearsals;
import org.bihuan.ledger.ModelSets.Force;
import org.bihuan.ledger.ModelSets.Source;
import org.bihuan.web.Http;
import org.bihuan.web.Http.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An analyst's way by the page: upload, see all that is wrong or all that changes, give a reason, and back again. */
@Tag("long")
class ModelsPageTest extends AnalystsPages {

	private static final Pattern PREVIEW = Pattern.compile("/models/sets/(\\d+)/force");

	private byte[] changed() {
		return renamed("mail-delivery.bpmn", "发送邮件", "寄出邮件");
	}

	private byte[] renamed(String file, String name, String other) {
		return new String(deployment.inForce().files().get(file), StandardCharsets.UTF_8).replace("name=\"" + name + "\"", "name=\"" + other + "\"")
				.getBytes(StandardCharsets.UTF_8);
	}

	/** The set in force with one name changed, waiting to be put in force. */
	private long uploaded(String file, String name, String other) {
		assertThat(analyst.upload("/models/check", file, renamed(file, name, other)).status()).isEqualTo(302);
		return jdbc.sql("select max(id) from model_set").query(Long.class).single();
	}

	/** The page that comes after an upload. */
	private String preview() {
		assertThat(analyst.upload("/models/check", "mail-delivery.bpmn", changed()).status()).isEqualTo(302);
		long set = jdbc.sql("select max(id) from model_set").query(Long.class).single();
		return analyst.get("/models/sets/" + set).body();
	}

	private static long setOf(String preview) {
		Matcher found = PREVIEW.matcher(preview);
		assertThat(found.find()).as(preview).isTrue();
		return Long.parseLong(found.group(1));
	}

	@Test
	void thePageTellsWhatIsInForce() {
		Answer page = analyst.get("/models");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("第 " + before.number() + " 套", before.hash(), "handling.bpmn", deployment.inForce().hash("handling.bpmn"),
				before.why(), "href=\"/models/cases\"", "href=\"/models\"").doesNotContain("与现行的不同", "处不合");
		assertThat(Http.pages(port, "admin").get("/models").status()).isEqualTo(200);
	}

	@Test
	void whoIsNoAnalystSeesNothingOfIt() {
		Http unit = Http.pages(port, "gongan1");
		Map<String, Object> ledger = ledger();
		for (String path : List.of("/models", "/models/sets/" + before.setId(), "/models/sets/" + before.setId() + "/files.zip",
				"/models/sets/" + before.setId() + "/files/handling.bpmn", "/models/changes/2",
				"/models/picture?before=1&after=1&file=handling.bpmn")) {
			Answer refused = unit.get(path);
			assertThat(refused.status()).as(path).isEqualTo(403);
			assertThat(refused.body()).contains("此页只供流程分析员和系统管理员使用。");
		}
		assertThat(unit.upload("/models/check", "mail-delivery.bpmn", changed()).status()).isEqualTo(403);
		assertThat(unit.form("/models/sets/" + before.setId() + "/force", Map.of("base", "1", "why", "x")).status()).isEqualTo(403);
		assertThat(unit.get("/notices").body()).doesNotContain("/models");
		assertThat(ledger()).isEqualTo(ledger);
	}

	@Test
	void allThatIsWrongIsShownAtOnceAndNothingIsKept() {
		Map<String, Object> ledger = ledger();
		Answer wrong = analyst.upload("/models/check", "conversion.bpmn",
				new String(deployment.inForce().files().get("conversion.bpmn"), StandardCharsets.UTF_8)
						.replace("name=\"limit\" value=\"5\"", "name=\"limit\" value=\"soon\"").replace("name=\"superior\"", "name=\"other\"")
						.getBytes(StandardCharsets.UTF_8));
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(wrong.body()).contains("没有部署，什么也没有改动。", "task_draftOpinionReport", "task_draftProposal", "conversion.bpmn");
		assertThat(analyst.upload("/models/check", "x.txt", "x".getBytes(StandardCharsets.UTF_8)).body()).contains("文件名应以 .bpmn");
		assertThat(analyst.upload("/models/check", "", new byte[0]).body()).contains("请选择要上传的文件");
		assertThat(ledger()).isEqualTo(ledger);
	}

	@Test
	void whatWouldChangeIsShownWithItsPictureAndComesIntoForceWithAReason() {
		String preview = preview();
		long set = setOf(preview);
		assertThat(preview).contains("mail-delivery.bpmn", "serviceTask_sendMail", "发送邮件", "寄出邮件", "改动").doesNotContain("handling.bpmn");
		JsonNode picture = analyst.get("/models/picture?before=" + before.setId() + "&after=" + set + "&file=mail-delivery.bpmn").json();
		assertThat(picture.path("changed").get(0).asText()).isEqualTo("serviceTask_sendMail");
		assertThat(picture.path("before").asText()).contains("发送邮件");
		assertThat(picture.path("after").asText()).contains("寄出邮件");
		assertThat(sets.latest()).as("nothing is in force yet").isEqualTo(before.number());

		String base = String.valueOf(before.number());
		assertThat(analyst.form("/models/sets/" + set + "/force", Map.of("base", base, "why", " ")).body()).contains("请写明为什么部署这一套");
		assertThat(analyst.form("/models/sets/" + set + "/force", Map.of("base", base, "why", "换个说法")).status()).isEqualTo(302);
		Force now = sets.inForce().orElseThrow();
		assertThat(now.setId()).isEqualTo(set);
		assertThat(now.source()).isEqualTo(Source.PAGE);
		assertThat(now.decidedBy()).isEqualTo("fenxi1");
		String page = analyst.get("/models").body();
		assertThat(page).contains("换个说法", "柳思远", "退回上一套（第 " + before.number() + " 套）", "随程序打包的一套", "改动 mail-delivery.bpmn");
		assertThat(analyst.get("/models/changes/" + now.number()).body()).contains("寄出邮件", "换个说法");

		assertThat(analyst.form("/models/sets/" + before.setId() + "/force",
				Map.of("base", String.valueOf(now.number()), "why", "退回第 " + before.number() + " 套")).status()).isEqualTo(302);
		assertThat(sets.inForce().orElseThrow().hash()).isEqualTo(before.hash());

		Answer late = analyst.form("/models/sets/" + set + "/force", Map.of("base", base, "why", "又一次"));
		assertThat(late.status()).as("what it was compared with is in force no longer").isEqualTo(409);
		assertThat(late.body()).contains("您开始时现行的是第 " + base + " 套");
	}

	@Autowired
	private ModelRehearsals rehearsals;

	@Test
	void aSetThatWasNotRehearsedIsSaidToBeSoBeforeAndAfter() {
		long set = uploaded("mail-delivery.bpmn", "发送邮件", "交寄邮件");
		assertThat(analyst.get("/models/sets/" + set).body()).contains("这一套没有演练过", ">先演练</button>", "/models/sets/" + set + "/rehearsal");
		force(set, Map.of("why", "没有演练"));
		assertThat(analyst.get("/models").body()).contains("演练：未演练", "现在演练");
	}

	@Test
	void whatItsRehearsalSaidStaysWithTheSetThatCameIntoForce() {
		long set = uploaded("mail-delivery.bpmn", "发送邮件", "转寄邮件");
		rehearsals.keep(set, before.number(), "fenxi1", 82, 0, "走了 82 件，每一件都办得完。");
		assertThat(analyst.get("/models/sets/" + set).body()).contains("演练：走了 82 件，每一件都办得完。").doesNotContain("没有演练过");
		force(set, Map.of("why", "演练过"));
		assertThat(analyst.get("/models").body()).contains("演练：已演练（", "走了 82 件，每一件都办得完。").doesNotContain("演练：未演练");
	}

	@Test
	void aSetInWhichCasesAreStuckComesIntoForceOnlyWithAReasonForThat() {
		long set = uploaded("mail-delivery.bpmn", "发送邮件", "速寄邮件");
		rehearsals.keep(set, before.number(), "fenxi1", 82, 3, "走了 82 件：3 件停住。");
		assertThat(analyst.get("/models/sets/" + set).body()).contains("演练时有 3 件停住，为什么仍要生效", "name=\"despite\" required");
		Answer refused = analyst.form("/models/sets/" + set + "/force", Map.of("base", String.valueOf(before.number()), "why", "急用"));
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.body()).contains("这一套演练时有 3 件停住");
		assertThat(sets.latest()).isEqualTo(before.number());
		force(set, Map.of("why", "急用", "despite", "停住的三件明年才会遇到"));
		assertThat(sets.inForce().orElseThrow().despite()).isEqualTo("停住的三件明年才会遇到");
		assertThat(analyst.get("/models").body()).contains("走了 82 件：3 件停住。", "有件停住仍生效的理由：停住的三件明年才会遇到");
	}

	/** A second click went forward again to what had just been gone back from. */
	@Test
	void goingBackShowsWhatItUndoesAndLeadsNeverForwardAgain() {
		long first = uploaded("mail-delivery.bpmn", "发送邮件", "头一次改");
		force(first, Map.of("why", "头一次"));
		long second = uploaded("overdue-sheet.bpmn", "编制逾期清单", "第二次改");
		force(second, Map.of("why", "第二次"));
		long number = sets.latest();

		assertThat(analyst.get("/models").body()).contains("退回上一套（第 " + (number - 1) + " 套）", "href=\"/models/sets/" + first + "\"")
				.doesNotContain("/models/sets/" + first + "/force");
		assertThat(analyst.get("/models/sets/" + first).body()).contains("退回上一套，以下各套从此不再现行", "第 " + number + " 套", "第二次", "overdue-sheet.bpmn")
				.doesNotContain("恢复第 " + (number - 1) + " 套\"");
		assertThat(analyst.form("/models/sets/" + first + "/force", Map.of("base", String.valueOf(number), "why", "")).status()).isEqualTo(400);
		force(first, Map.of("why", "第二次改错了"));
		assertThat(analyst.get("/models").body()).contains("退回上一套（第 " + (sets.force(number - 1).orElseThrow().number() - 1) + " 套）")
				.doesNotContain("退回上一套（第 " + number + " 套）");
	}

	private void force(long set, Map<String, String> reasons) {
		Map<String, String> form = new HashMap<>(reasons);
		form.put("base", String.valueOf(sets.latest()));
		assertThat(analyst.form("/models/sets/" + set + "/force", form).status()).isEqualTo(302);
	}

	/** Opened again after another had deployed, it was compared with that one, and took away what he had changed. */
	@Test
	void anOldPreviewUndoesNothingThatCameIntoForceSince() {
		long old = uploaded("mail-delivery.bpmn", "发送邮件", "送出邮件");
		String on = String.valueOf(before.number());
		long since = uploaded("overdue-sheet.bpmn", "编制逾期清单", "编写逾期清单");
		assertThat(analyst.form("/models/sets/" + since + "/force", Map.of("base", on, "why", "换个说法")).status()).isEqualTo(302);

		for (String page : List.of("/models/sets/" + old, "/models/sets/" + old + "?on=" + on)) {
			assertThat(analyst.get(page).body()).as(page).contains("您开始时现行的是第 " + on + " 套", "overdue-sheet.bpmn").doesNotContain(old + "/force");
		}
		assertThat(analyst.form("/models/sets/" + old + "/force", Map.of("base", on, "why", "旧的")).status()).isEqualTo(409);
		assertThat(sets.setInForce()).isEqualTo(since);
	}

	@Test
	void aSetIsTakenHomeAsAZipAndAsSingleFiles() throws IOException {
		HttpResponse<byte[]> zip = analyst.download("/models/sets/" + before.setId() + "/files.zip");
		List<String> names = new ArrayList<>();
		try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip.body()))) {
			for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
				names.add(entry.getName());
			}
		}
		assertThat(names).contains("processes/handling.bpmn", "forms/sign-receipt.form", "documents/reply.docx")
				.hasSameSizeAs(deployment.inForce().files().keySet());
		assertThat(analyst.download("/models/sets/" + before.setId() + "/files/handling.bpmn").body())
				.isEqualTo(deployment.inForce().files().get("handling.bpmn"));
		assertThat(analyst.upload("/models/check", "models.zip", zip.body()).body()).as("the same again").contains("完全相同");
		assertThat(analyst.get("/models/sets/999999999").status()).isEqualTo(404);
		assertThat(analyst.get("/models/sets/" + before.setId() + "/files/none.bpmn").status()).isEqualTo(404);
	}
}
