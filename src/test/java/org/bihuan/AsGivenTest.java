package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.bihuan.document.DocumentFiles;
import org.bihuan.ledger.Documents;
import org.bihuan.ledger.GivenAnswers;
import org.bihuan.ledger.GivenAnswers.Value;
import org.bihuan.ledger.GivenAnswers.Whole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** What people write is kept as they wrote it, and what is issued is what was written. */
@Tag("database")
@Tag("wide")
class AsGivenTest extends CycleTest {

	@Autowired
	private GivenAnswers given;
	@Autowired
	private Documents documents;
	@Autowired
	private DocumentFiles files;

	private Whole answered(String step) {
		return given.ofOutcome(outcomeId).stream().filter(one -> step.equals(one.answer().stepKey())).reduce((first, second) -> second)
				.orElseThrow();
	}

	private String paper(Documents.Kind kind) throws IOException {
		long id = documents.ofOutcome(outcomeId).stream().filter(one -> one.kind() == kind).reduce((first, second) -> second).orElseThrow().id();
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(files.version(id, files.newest(id)).orElseThrow()));
				XWPFWordExtractor words = new XWPFWordExtractor(document)) {
			return words.getText();
		}
	}

	/** A case whose one assignment answers two suggestions. */
	private void twoSuggestionsUpTo(String key) {
		startUpTo("task_draftReport");
		answer("task_draftReport", Map.of("suggestions", List.of(Map.of("text", "改造派出所"), Map.of("text", "增加警力"))));
		upTo("task_reviseReport");
		answer("task_reviseReport", Map.of("suggestions", List.of(Map.of("text", "改造派出所"), Map.of("text", "增加警力"))));
		upTo("task_makeAssignments");
		answer("task_makeAssignments", Map.of("assignments", List.of(Map.of("suggestions", List.of(outcomeId + "-J1", outcomeId + "-J2"), "leadUnit",
				"unit-gongan", "requirement", "两个月内答复"))));
		upTo(key);
	}

	@Test
	void aReplyThatNamesAnotherSuggestionIsIssuedCharacterByCharacter() throws IOException {
		twoSuggestionsUpTo("task_draftReply");
		String first = "已办。\n" + outcomeId + "-J2：一并考虑\n另见 3*5=15 处";
		String second = "今年增加警力 20 人。";
		answer("task_draftReply", Map.of("replies", List.of(Map.of("suggestion", outcomeId + "-J1", "reply", first),
				Map.of("suggestion", outcomeId + "-J2", "reply", second))));
		String signing = String.valueOf(tasks.getVariableLocal(task("task_signReply").getId(), "view"));
		assertThat(signing).as("what is signed for is all shown, each character of it").contains("已办。", "另见 3\\\\*5\\\\=15 处", second, "联系电话",
				"面商记录");
		answer("task_signReply");
		answer("task_sealReply");
		assertThat(paper(Documents.Kind.REPLY)).contains(first).contains(second);
		assertThat(answered("task_draftReply").values().stream().filter(one -> "reply".equals(one.field())).map(Value::shown)).containsExactly(first,
				second);
	}

	@Test
	void anAnswerIsKeptWithItsFormsOwnWords() {
		startUpTo("task_signReply");
		Whole drafted = answered("task_draftReply");
		assertThat(drafted.answer().givenBy()).isEqualTo("gongan1");
		assertThat(drafted.answer().stepName()).isEqualTo("拟定答复");
		assertThat(drafted.answer().form()).isEqualTo("draft-reply");
		assertThat(drafted.answer().formVersion()).hasSize(64);
		assertThat(drafted.answer().assignmentId()).isEqualTo(outcomeId + "-1");
		assertThat(drafted.values()).extracting(Value::name, Value::shown).contains(
				org.assertj.core.groups.Tuple.tuple("办理意见", "采纳并答复"), org.assertj.core.groups.Tuple.tuple("逐条答复 第 1 行：建议", "建议 1：改造派出所"));
		assertThat(answered("startEvent_topicRegistered").values()).extracting(Value::field).contains("title", "background");
	}

	@Test
	void whatTheFormHidesIsNotKept() {
		startUpTo("task_draftReply");
		answer("task_draftReply", Map.of("policyBasis", "预算法"));
		assertThat(answered("task_draftReply").values()).extracting(Value::field).doesNotContain("policyBasis");
	}

	@Test
	void aRefusedAnswerIsNotKept() {
		startUpTo("task_draftReply");
		int before = given.ofOutcome(outcomeId).size();
		assertThat(refused(() -> answer("task_draftReply", Map.of("plannedOn", "2020-01-01", "replyClass", "B")))).contains("晚于今天");
		assertThat(given.ofOutcome(outcomeId)).hasSize(before);
	}

	@Test
	void aSecondClaimOfTheSameDayIsToldToTheThreeOffices() {
		startUpTo("task_reportImplementation");
		String day = "2023-09-11";
		answer("task_reportImplementation", Map.of("completedOn", day));
		upTo("task_lookBackByCommittee");
		answer("task_lookBackByCommittee", Map.of("inPlace", "no"));
		upTo("task_reportImplementation");
		int before = told();
		answer("task_reportImplementation", Map.of("completedOn", day));
		assertThat(told()).isEqualTo(before + 1);
	}

	private int told() {
		return (int) notices.of("gov-office").stream().filter(one -> "implemented".equals(one.kind().code()) && outcomeId.equals(one.outcomeId()))
				.count();
	}

	@Test
	void theRedoneReplyIsAReplyAndNoReportOfImplementation() throws IOException {
		startUpTo("task_rateSatisfaction");
		tasks.createTaskQuery().taskDefinitionKey("task_rateSatisfaction").list().forEach(task -> complete(somebodyFor(task), task,
				Map.of("process", "fair", "result", "unsatisfied", "remark", "尚未完工")));
		runDueJobs();
		int reports = reports();
		answer("task_redo");
		assertThat(documents.ofOutcome(outcomeId)).as("not before it is signed").filteredOn(one -> one.kind() == Documents.Kind.REPLY).hasSize(1);
		assertThat(refused(() -> as("gongan1", () -> {
			forms.submitTaskForm(task("task_signRedo").getId(), Map.of("verdict", "pass"));
			return null;
		}))).contains("起草或修改过这份答复的人不能为它审签");
		answer("task_signRedo", Map.of("verdict", "return", "reason", "第一条没有写明时间"));
		assertThat(tasks.getVariablesLocal(task("task_redo").getId()).toString()).contains("审签退回：**第一条没有写明时间", "已重新改造");
		answer("task_redo", Map.of("replyClass", "B", "plannedOn", "2024-06-30"));
		answer("task_signRedo");
		answer("task_sealRedo");
		assertThat(documents.ofOutcome(outcomeId)).filteredOn(one -> one.kind() == Documents.Kind.REPLY).extracting(Documents.Document::number)
				.hasSize(2).doesNotHaveDuplicates();
		assertThat(paper(Documents.Kind.REPLY)).contains("再次答复", "已重新改造");
		assertThat(reports()).isEqualTo(reports);
		assertThat(assignment().replyClass()).as("the first reply's").hasToString("A");
		assertThat(assignment().trackedClass()).hasToString("B");
		upTo("task_lookBackByCommittee");
	}

	private int reports() {
		return jdbc.sql("select count(*) from implementation_report where assignment_id = ?").param(outcomeId + "-1").query(Integer.class).single();
	}

	private String paper(Documents.Document document, int version) throws IOException {
		try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(files.version(document.id(), version).orElseThrow()));
				XWPFWordExtractor words = new XWPFWordExtractor(word)) {
			return words.getText();
		}
	}

	@Test
	void aCorrectionReissuesTheDocumentsThatSayItAndNoOthers() throws IOException {
		startUpTo("task_reportImplementation");
		amend("quwei1", Map.of("kind", "correct", "number", outcomeId + "-1", "field", "reply-phone", "newValue", "0523-54321"));
		Documents.Document reply = documents.ofOutcome(outcomeId).stream().filter(one -> one.kind() == Documents.Kind.REPLY).findFirst()
				.orElseThrow();
		assertThat(files.newest(reply.id())).isEqualTo(2);
		assertThat(paper(reply, 1)).contains("0523-12345").doesNotContain("更正（");
		assertThat(paper(reply, 2)).startsWith("泰州市姜堰区公安局\n更正（第 2 版）：").contains("更正“答复：联系电话”", "0523-54321").doesNotContain("0523-12345");
		assertThat(documents.ofOutcome(outcomeId)).filteredOn(one -> one.id() != reply.id())
				.allSatisfy(one -> assertThat(files.newest(one.id())).as(one.title()).isEqualTo(1));
		String page = org.bihuan.web.Http.pages(port, "zhengxie1").get("/outcomes/" + outcomeId).body();
		assertThat(page).contains("更正重发文书", "/documents/" + reply.id() + "?version=1");
		assertThat(org.bihuan.web.Http.pages(port, "zhengxie1").get("/documents/" + reply.id() + "?version=3").status()).isEqualTo(404);
	}

	@Test
	void whatWasOtherwiseWhenADocumentWasIssuedStaysSoInItsCorrectedVersion() throws IOException {
		startUpTo("task_reportImplementation");
		amend("quwei1", Map.of("kind", "correct", "number", outcomeId + "-1", "field", "assignment-requirement", "newValue", "一个月内答复"));
		Documents.Document assigned = documents.ofOutcome(outcomeId).stream().filter(one -> one.kind() == Documents.Kind.ASSIGNMENT).findFirst()
				.orElseThrow();
		assertThat(paper(assigned, 2)).contains("一个月内答复").doesNotContain("两个月内答复");
		assertThat(
				jdbc.sql("select facts from document_file where document_id = ? and version = 2").param(assigned.id()).query(String.class).single())
				.as("there was no reply yet").contains("尚未答复").contains("尚未签收");
		amend("quwei1", Map.of("kind", "correct", "number", outcomeId, "field", "outcome-title", "newValue", "派出所改造"));
		assertThat(paper(assigned, 3)).contains("派出所改造", "一个月内答复").doesNotContain("基层派出所改造");
	}

	@Test
	void eachFurtherAssignmentHasTheReasonThatItWasAskedForWith() {
		startUpTo("task_draftReply");
		amend("quwei1", Map.of("kind", "add", "number", outcomeId, "reason", "理由甲"));
		String first = task("task_addAssignment").getId();
		amend("zhengfu1", Map.of("kind", "add", "number", outcomeId, "reason", "理由乙"));
		complete("quwei1", tasks.createTaskQuery().taskId(first).singleResult(),
				Map.of("assign", "yes", "suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-caizheng", "requirement", "补上"));
		assertThat(
				jdbc.sql("select detail from event where assignment_id = ? and act = 'assigned-further'").param(outcomeId + "-2").query(String.class)
						.single())
				.contains("理由甲").doesNotContain("理由乙");
	}

	@Test
	void theSameWordsOfALeaderAreEnteredOnce() {
		startUpTo("task_draftReply");
		Map<String, Object> late = Map.of("outcomeNo", outcomeId, "leader", "高永年", "writtenOn", "2023-09-11", "words", "请抓紧办理");
		start("quwei1", "late-instruction", late);
		assertThat(refused(() -> start("zhengfu1", "late-instruction", late))).contains("已经补录过");
	}

	@Test
	void nothingIsKeptAsTheWordNull() {
		startUpTo("task_rateSatisfaction");
		toTheEnd();
		assertThat(jdbc.sql("select detail from event where outcome_id = ?").param(outcomeId).query(String.class).list())
				.noneMatch(detail -> detail.contains("\"null\""));
		assertThat(jdbc.sql("select content from document where outcome_id = ?").param(outcomeId).query(String.class).list())
				.noneMatch(content -> content.contains("\"null\""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "event", "answer", "answer_value", "reply_point", "measure", "look_back_evidence", "tracking_evidence", "clock_entry",
			"correction", "withdrawal", "document", "document_file", "promise" })
	void whatIsPermanentIsNeitherChangedNorDeleted(String table) {
		startUpTo("task_draftReply");
		clockTo(timer("boundary_replyDue").getDuedate());
		upTo("task_handleOverdue");
		answer("task_handleOverdue");
		waitForTheTrackingDay();
		answer("task_trackByCommittee");
		amend("quwei1", Map.of("kind", "correct", "number", outcomeId, "field", "outcome-title", "newValue", "派出所改造"));
		upTo("task_lookBackByCommittee");
		answer("task_lookBackByCommittee");
		amend("quwei1", Map.of("kind", "withdraw", "number", outcomeId + "-1", "cause", "wrong", "remainder", "不宜由部门承办"));
		assertThat(jdbc.sql("select count(*) from " + table).query(Integer.class).single()).isPositive();
		String column = jdbc.sql("select column_name from information_schema.columns where lower(table_name) = ? and lower(table_schema) = 'public' "
				+ "order by ordinal_position desc limit 1").param(table).query(String.class).single();
		assertThatThrownBy(() -> jdbc.sql("update " + table + " set " + column + " = " + column).update()).isInstanceOf(DataAccessException.class)
				.rootCause().hasMessageContaining("append-only");
		assertThatThrownBy(() -> jdbc.sql("delete from " + table).update()).isInstanceOf(DataAccessException.class).rootCause()
				.hasMessageContaining("append-only");
	}
}
