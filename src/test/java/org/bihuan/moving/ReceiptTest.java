package org.bihuan.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.bihuan.ledger.Act;
import org.bihuan.ledger.Trail;
import org.bihuan.terms.Receipt;
import org.bihuan.terms.TimerIds;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The clock of a reply starts where the diagram shows it, by what its business-rule task was answered; in the diagrams from before that, whose cases
 * go on, with the receipt itself. In both it is one receipt, once.
 */
@Tag("long")
@Tag("database")
class ReceiptTest extends MovingCases {

	private static final Map<String, UnaryOperator<String>> FORMER = Map.of("handling.bpmn",
			text -> read(Path.of("src", "test", "resources", "former", "handling.bpmn")));

	@Autowired
	private Trail trail;

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private List<String> passed() {
		return jdbc.sql("""
				select distinct a.act_id_ from act_hi_actinst a join outcome o on o.process_instance_id = a.root_proc_inst_id_
				where o.id = ? and a.act_id_ in ('businessRuleTask_replyLimit', 'serviceTask_startClock') order by 1""").param(outcomeId)
				.query(String.class).list();
	}

	private void isReceivedOnce(Act act, String actor, String due) {
		assertThat(trail.ofOutcome(outcomeId)).filteredOn(one -> List.of(Act.RECEIVED, Act.DEEMED_RECEIVED).contains(one.act())).singleElement()
				.satisfies(one -> {
					assertThat(one.act()).isEqualTo(act);
					assertThat(one.actor()).isEqualTo(actor);
					assertThat(one.field("due")).isEqualTo(due);
				});
		assertThat(assignment().dueOn()).hasToString(due);
		assertThat(assignment().replyPeriod()).hasToString("P2M");
		assertThat(timer(TimerIds.REPLY_DUE).getDuedate()).isEqualTo(java.util.Date.from(assignment().expiresAt().toInstant()));
	}

	private void isNotSigned() {
		clockTo(timer(TimerIds.RECEIPT_LIMIT).getDuedate());
		runDueJobs();
	}

	@Test
	void theClockStartsByWhatTheDrawnTableSays() {
		deploy(Map.of("handling.bpmn", replacing("${decisionResult.getSingleResult().number}", "${3}")));
		startUpTo("task_draftReply");
		assertThat(assignment().replyPeriod()).hasToString("P3M");
		assertThat(passed()).containsExactly("businessRuleTask_replyLimit", "serviceTask_startClock");
	}

	/** The engine alone would say so in English, to a person who has signed. */
	@Test
	void aTableThatCannotAnswerIsToldByTheStepThatAskedItAndNothingIsReceived() {
		deploy(Map.of("handling.bpmn", replacing("camunda:decisionRef=\"reply-limit\"", "camunda:decisionRef=\"supervision-level\""),
				"supervision-level.dmn", text -> text.replace("_1_0\"><text>0<", "_1_0\"><text><").replace("_2_0\"><text>1<", "_2_0\"><text><")));
		startUpTo("task_signReceipt");
		Map<String, Object> before = ledger();
		assertThat(refused(() -> answer("task_signReceipt"))).startsWith("“查答复期限”查的决策表算不出结果").contains("请告诉流程分析员");
		assertThat(ledger()).isEqualTo(before);
		assertThat(openTasks()).containsExactly("task_signReceipt");
	}

	@Test
	void whoSignsStartsTheClockInItsOwnStep() {
		startUpTo("task_draftReply");
		isReceivedOnce(Act.RECEIVED, "gongan1", "2023-11-13");
		assertThat(passed()).hasSize(2);
		assertThat(assignment().receipt()).isEqualTo(Receipt.SIGNED);
	}

	@Test
	void whoDoesNotSignIsDeemedToAndTheClockStartsThereToo() {
		startUpTo("task_signReceipt");
		isNotSigned();
		isReceivedOnce(Act.DEEMED_RECEIVED, "system", "2023-11-14");
		assertThat(assignment().receipt()).isEqualTo(Receipt.DEEMED);
	}

	@Test
	void inTheFormerDiagramTheClockStartsWithTheReceipt() {
		deploy(FORMER);
		startUpTo("task_draftReply");
		isReceivedOnce(Act.RECEIVED, "gongan1", "2023-11-13");
		assertThat(passed()).isEmpty();
		toTheEnd();
		assertThat(outcomes.get(outcomeId).closedAt()).isNotNull();
	}

	@Test
	void inTheFormerDiagramWhoDoesNotSignIsDeemedTo() {
		deploy(FORMER);
		startUpTo("task_signReceipt");
		isNotSigned();
		isReceivedOnce(Act.DEEMED_RECEIVED, "system", "2023-11-14");
		assertThat(passed()).isEmpty();
	}

	@Test
	void aCaseThatWaitsForTheReceiptGoesOnByTheNewDiagramAndBack() {
		String former = deploy(FORMER);
		startUpTo("task_signReceipt");
		String now = deploy(Map.of());
		moveAll(now);
		moveAll(former);
		moveAll(now);
		upTo("task_draftReply");
		isReceivedOnce(Act.RECEIVED, "gongan1", "2023-11-13");
		assertThat(passed()).hasSize(2);
	}

	/** What was received stays received, with the day that it has: what is in hand does not come through the start of the clock again. */
	@Test
	void whatWasReceivedInTheFormerDiagramKeepsItsDayInTheNewOne() {
		deploy(FORMER);
		startUpTo("task_draftReply");
		moveAll(deploy(Map.of()));
		isReceivedOnce(Act.RECEIVED, "gongan1", "2023-11-13");
		toTheEnd();
		assertThat(passed()).isEmpty();
	}
}
