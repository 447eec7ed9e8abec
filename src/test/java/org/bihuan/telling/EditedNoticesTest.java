package org.bihuan.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.bihuan.CycleTest;
import org.bihuan.web.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An analyst says who is told: what the table in force names is told, with no Java at all. */
@Tag("wide")
class EditedNoticesTest extends CycleTest {

	private final List<String> deployed = new ArrayList<>();

	@AfterEach
	void theTableIsAsItWas() {
		deployed.forEach(one -> repository.deleteDeployment(one, true));
	}

	private static String table() throws IOException {
		return Files.readString(Path.of("processes", "notices.dmn"));
	}

	private static String with(String occasion, String level, String to, String channel) throws IOException {
		return table().replace("    </decisionTable>", "<rule id=\"rule_added\"><inputEntry id=\"added_0\"><text>\"" + occasion
				+ "\"</text></inputEntry><inputEntry id=\"added_1\"><text>" + level + "</text></inputEntry><outputEntry id=\"added_2\"><text>\"" + to
				+ "\"</text></outputEntry><outputEntry id=\"added_3\"><text>\"" + channel + "\"</text></outputEntry></rule></decisionTable>");
	}

	private static String without(String row) throws IOException {
		return table().replaceFirst("\\s*<rule id=\"" + row + "\">.*</rule>", "");
	}

	private void inForce(String table) {
		deployed.add(repository.createDeployment().addString("notices.dmn", table).deploy().getId());
	}

	private List<String> told(String kind) {
		return jdbc.sql("select recipient from notice where outcome_id = ? and kind = ? order by id").params(outcomeId, kind).query(String.class)
				.list();
	}

	private void letTheReplyBeOverdue() {
		startUpTo("task_draftReply");
		clockTo(timer("boundary_replyDue").getDuedate());
		runDueJobs();
	}

	@Test
	void oneMorePartyIsToldOfAnOverdueReplyOnceAndFindsItInItsList() throws IOException {
		inForce(with("overdue", "", "unit-caizheng", "mail"));
		letTheReplyBeOverdue();
		assertThat(told("overdue")).containsExactly("party-office", "gov-office", "cppcc-office", "unit-gongan", "unit-caizheng");
		assertThat(Http.pages(port, "caizheng1").get("/notices").body()).as("in words that ask nothing of it")
				.contains("交办件 " + assignment().id() + " 逾期未答复。").doesNotContain(assignment().id() + " 逾期未答复，请处置", assignment().id() + " 已逾期，仍应答复");
	}

	@Test
	void whoIsNamedTwiceInTwoWaysIsToldOnceInTheWordsThatConcernHim() throws IOException {
		inForce(with("overdue", "", "unit-gongan", "list"));
		letTheReplyBeOverdue();
		assertThat(told("overdue")).containsExactly("party-office", "gov-office", "cppcc-office", "unit-gongan");
		assertThat(notices.of("unit-gongan")).anyMatch(one -> one.text().equals("交办件 " + assignment().id() + " 已逾期，仍应答复。"));
	}

	@Test
	void whoseRowIsTakenOutIsNotTold() throws IOException {
		inForce(without("rule_overdue_lead-unit"));
		letTheReplyBeOverdue();
		assertThat(told("overdue")).containsExactly("party-office", "gov-office", "cppcc-office");
	}

	@Test
	void aRowForALevelOfSupervisionSpeaksAtThatLevelAlone() throws IOException {
		inForce(with("overdue", "&gt;= 2", "chair", "mail"));
		startUpTo("task_draftReply");
		jdbc.sql("update assignment set supervision_level = 2 where id = ?").param(assignment().id()).update();
		clockTo(timer("boundary_replyDue").getDuedate());
		runDueJobs();
		assertThat(told("overdue")).containsExactly("party-office", "gov-office", "cppcc-office", "unit-gongan", "cppcc-chair");
	}

	/** The case began under the former table: who is told now, the table of now says. */
	@Test
	void aCaseThatRunsFollowsTheTableInForce() throws IOException {
		startUpTo("task_draftReply");
		inForce(with("overdue", "", "leaders", "list"));
		clockTo(timer("boundary_replyDue").getDuedate());
		runDueJobs();
		assertThat(told("overdue")).endsWith("unit-gongan", "shuji1");
	}

	@Test
	void everyPartyOfACaseCanBeTold() throws IOException {
		String table = table();
		for (String party : List.of("co-units", "responsible-leader", "committee", "leading-committee", "leaders", "supervision-office",
				"deputy-chair", "chair", "account:weiyuan8")) {
			table = table.replace("    </decisionTable>", ("<rule id=\"rule_%s\"><inputEntry id=\"%s_0\"><text>\"replied\"</text></inputEntry>"
					+ "<inputEntry id=\"%s_1\"><text></text></inputEntry><outputEntry id=\"%s_2\"><text>\"" + party + "\"</text></outputEntry>"
					+ "<outputEntry id=\"%s_3\"><text>\"list\"</text></outputEntry></rule>\n    </decisionTable>").replace("%s",
							"all_" + party.replace(':', '_')));
		}
		inForce(table);
		startUpTo("task_makeAssignments");
		answer("task_makeAssignments", Map.of("assignments", List.of(Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan",
				"coUnits", List.of("unit-caizheng"), "requirement", "两个月内答复", "leader", "fuquzhang1"))));
		upTo("task_reportImplementation");
		assertThat(told("replied")).containsExactly("weiyuan1", "weiyuan2", "party-office", "gov-office", "cppcc-office", "unit-caizheng",
				"fuquzhang1",
				"committee-chengxiang", "shuji1", "supervision-office", "cppcc-deputy-chair", "cppcc-chair", "weiyuan8");
	}

	@Test
	void aTableThatTellsNobodyOfTheCompletionIsRefusedAndTheFormerStaysInForce() throws IOException {
		String broken = without("rule_implemented_three-offices");
		long before = repository.createDeploymentQuery().count();
		assertThat(refused(() -> repository.createDeployment().addString("notices.dmn", broken).deploy()))
				.contains("notices.dmn 的“告知安排”（notices）", "没有告知三办");
		assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
		startUpTo("task_acknowledgeReport");
		assertThat(told("implemented")).containsExactly("party-office", "gov-office", "cppcc-office");
	}

	@Test
	void whoPromisesAgainIsToldWhoHearsOfIt() throws IOException {
		inForce(with("promised-again", "", "unit-caizheng", "list"));
		letTheReplyBeOverdue();
		answer("task_handleOverdue");
		clockTo(timer("boundary_replyDue").getDuedate());
		runDueJobs();
		assertThat(tasks.getVariableLocal(task("task_handleOverdue").getId(), "view").toString()).contains("再承诺是第 2 次，分管副主席、财政局会被告知。");
	}
}
