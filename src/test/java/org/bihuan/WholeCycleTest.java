package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Documents;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Trail;
import org.bihuan.terms.NoticeKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One outcome from 选题 to 核查销号, and its other ends, through the real engine and ledger; nothing is mocked. */
@Tag("database")
class WholeCycleTest extends CycleTest {

	@Autowired
	private Documents documents;
	@Autowired
	private Trail trail;

	@Test
	void anOutcomeGoesFromTopicToVerifiedClosing() {
		startUpTo("task_sealReply");
		assertThat(assignment().dueOn()).hasToString("2023-11-13");
		answer("task_sealReply");
		assertThat(assignment().state()).as("replied").isEqualTo(Assignments.State.REPLIED);
		assertThat(outcomes.get(outcomeId).closing()).as("reply is not implementation").isNull();
		toTheEnd();
		assertThat(assignment().state()).isEqualTo(Assignments.State.VERIFIED);
		assertThat(outcomes.get(outcomeId).closing()).isEqualTo(Outcomes.Closing.IMPLEMENTED);
		assertThat(documents.ofOutcome(outcomeId)).extracting(Documents.Document::kind).containsExactly(Documents.Kind.SUBMISSION,
				Documents.Kind.ASSIGNMENT, Documents.Kind.REPLY, Documents.Kind.CLOSING);
		assertThat(notices.of("weiyuan1").stream().filter(notice -> outcomeId.equals(notice.outcomeId())).map(one -> one.kind()))
				.containsExactly(NoticeKind.SUBMITTED, NoticeKind.REPLIED, NoticeKind.VERIFIED, NoticeKind.CLOSED);
		for (String office : List.of("party-office", "gov-office", "cppcc-office")) {
			assertThat(notices.of(office).stream().filter(notice -> outcomeId.equals(notice.outcomeId())).map(one -> one.kind())).contains(
					NoticeKind.REPLIED,
					NoticeKind.IMPLEMENTED);
		}
		assertThat(trail.ofOutcome(outcomeId)).extracting(Trail.Event::act).startsWith(Act.TOPIC_REGISTERED, Act.RESEARCH_PLANNED)
				.contains(Act.RECEIVED, Act.REPLIED,
						Act.IMPLEMENTATION_CLAIMED, Act.LOOKED_BACK, Act.VERIFIED)
				.endsWith(Act.OUTCOME_CLOSED);
	}

	@Test
	void eachAssignmentHasItsOwnClockAndTheLastOneClosesTheOutcome() {
		startUpTo("task_draftReport");
		answer("task_draftReport", Map.of("suggestions", List.of(Map.of("text", "改造派出所"), Map.of("text", "充实警力"))));
		upTo("task_reviseReport");
		answer("task_reviseReport", Map.of("suggestions", List.of(Map.of("text", "改造派出所"), Map.of("text", "充实警力"))));
		upTo("task_makeAssignments");
		assertThat(refused(() -> answer("task_makeAssignments"))).isEqualTo("还有 1 条建议没有交办，请把每条建议都交给承办单位。");
		answer("task_makeAssignments", Map.of("assignments", List.of(
				Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan", "requirement", "两个月内答复"),
				Map.of("suggestions", List.of(outcomeId + "-J2"), "leadUnit", "unit-fagai", "requirement", "两个月内答复"))));
		answer("task_confirmFollowUp");
		runDueJobs();
		complete("gongan1", tasks.createTaskQuery().taskCandidateUser("gongan1").singleResult(), Map.of("receipt", "sign"));
		clockTo(MONDAY.plusDays(2));
		complete("fagai1", tasks.createTaskQuery().taskCandidateUser("fagai1").singleResult(), Map.of("receipt", "sign"));
		assertThat(assignments.of(outcomeId)).extracting(Assignments.Assignment::dueOn).map(Object::toString).containsExactly("2023-11-13",
				"2023-11-13");
		assertThat(assignments.of(outcomeId)).extracting(Assignments.Assignment::receivedOn).map(Object::toString).containsExactly("2023-09-11",
				"2023-09-13");

		var second = tasks.createTaskQuery().taskCandidateUser("fagai1").singleResult();
		complete("fagai1", second, notAdoptable());
		complete("fagai2", tasks.createTaskQuery().taskCandidateUser("fagai2").singleResult(), Map.of("verdict", "pass"));
		answer("task_draftReference");
		answer("task_judgeReference");
		runDueJobs();
		assertThat(outcomes.get(outcomeId).closing()).as("one of two has ended").isNull();
		toTheEnd();
		assertThat(assignments.of(outcomeId)).extracting(Assignments.Assignment::state).containsExactly(Assignments.State.VERIFIED,
				Assignments.State.CONVERTED);
		assertThat(outcomes.get(outcomeId).closing()).isEqualTo(Outcomes.Closing.IMPLEMENTED);
	}

	@Test
	void aProposalEndsAsConvertedNeverAsImplemented() {
		startUpTo("task_draftReply");
		answerOnly("task_draftReply", tooComplex());
		toTheEnd();
		assertThat(assignment().state()).isEqualTo(Assignments.State.CONVERTED);
		assertThat(assignment().implementedOn()).isNull();
		assertThat(outcomes.get(outcomeId).closing()).isEqualTo(Outcomes.Closing.CONVERTED);
		assertThat(documents.ofOutcome(outcomeId)).extracting(Documents.Document::kind).contains(Documents.Kind.PROPOSAL)
				.doesNotContain(Documents.Kind.REPLY, Documents.Kind.CLOSING);
	}

	@Test
	void supervisionGrowsStrongerWithEachFailedLookBackAndAnInspectionIsAPersonsDecision() {
		startUpTo("task_lookBackByCommittee");
		for (int level : new int[] { 1, 2, 2 }) {
			upTo("task_lookBackByCommittee");
			answer("task_lookBackByCommittee", Map.of("inPlace", "no"));
			answer("task_lookBackBySupervision");
			runDueJobs();
			assertThat(assignment().supervisionLevel().level()).isEqualTo(level);
			assertThat(openTasks()).containsExactly("task_strengthenSupervision");
			assertThat(inspections()).isZero();
		}
		answer("task_strengthenSupervision", Map.of("inspect", "yes"));
		assertThat(supervisionSheets()).isEqualTo(2);
		assertThat(inspections()).isEqualTo(1);
		assertThat(assignment().supervisionLevel().level()).isEqualTo(3);
		toTheEnd();
		assertThat(assignment().state()).isEqualTo(Assignments.State.VERIFIED);
	}

	private int inspections() {
		return jdbc.sql("select count(*) from inspection where assignment_id = ?").param(assignment().id()).query(Integer.class).single();
	}

	private int supervisionSheets() {
		return (int) documents.ofOutcome(outcomeId).stream().filter(document -> document.kind() == Documents.Kind.SUPERVISION).count();
	}

	@Test
	void aLateInstructionCountsForARunningAndForAClosedOutcome() {
		startUpTo("task_draftReply");
		late("请抓紧办理");
		toTheEnd();
		late("办得好，请总结");
		assertThat(jdbc.sql("select count(*) from instruction where outcome_id = ? and state = 'written' and committee is not null").param(outcomeId)
				.query(Integer.class).single()).isEqualTo(3);
	}

	private void late(String words) {
		start("quwei1", "late-instruction", Map.of("outcomeNo", outcomeId, "leader", "韩东升", "writtenOn", "2023-09-11", "words", words));
		answer("task_sortLateInstruction");
	}

	@Test
	void aSecretTopicStoresNothing() {
		Map<String, Object> before = ledger();
		assertThat(refused(() -> start("chengxiang1", "consultation-outcome", Map.of("secret", "yes")))).contains("涉密");
		assertThat(ledger()).isEqualTo(before);
		assertThat(runtime.createProcessInstanceQuery().count()).isZero();
	}

	@Test
	void theTrailCannotBeChanged() {
		startUpTo("task_planResearch");
		for (String change : List.of("update event set actor = 'nobody'", "delete from event")) {
			org.assertj.core.api.Assertions.assertThatThrownBy(() -> jdbc.sql(change).update()).hasStackTraceContaining("append-only");
		}
		assertThat(trail.ofOutcome(outcomeId)).hasSize(1);
	}
}
