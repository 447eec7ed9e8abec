package org.bihuan.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;

import org.bihuan.CycleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A promised or extended day: it lies ahead, and it is that day which is missed, not the one before. */
class PromisesTest extends CycleTest {

	@Autowired
	private OverdueSheet overdueSheet;

	private void refusedFor(String task, String promisedOn, String words) {
		Map<String, Object> before = ledger();
		assertThat(refused(() -> answer(task, Map.of("promisedOn", promisedOn)))).contains(words);
		assertThat(ledger()).isEqualTo(before);
		assertThat(openTasks()).containsExactly(task);
	}

	@Test
	void anOverdueReplyIsPromisedForADayAfterToday() {
		startUpTo("task_draftReply");
		clockTo(LocalDateTime.of(2023, 11, 14, 9, 0));
		runDueJobs();
		refusedFor("task_handleOverdue", "2023-11-14", "“承诺答复日期”应晚于今天");
		refusedFor("task_handleOverdue", "2023-11-13", "“承诺答复日期”应晚于今天");
		answer("task_handleOverdue", Map.of("promisedOn", "2023-11-15"));
		assertThat(assignment().promisedOn()).hasToString("2023-11-15");
	}

	@Test
	void aReplyAfterARefusedConversionIsPromisedForADayAfterToday() {
		startUpTo("task_draftReply");
		answerOnly("task_draftReply", notAdoptable());
		upTo("task_judgeReference");
		answerOnly("task_judgeReference", Map.of("verdict", "refuse", "reason", "应当采纳"));
		upTo("task_reconsiderConversion");
		refusedFor("task_reconsiderConversion", "2023-09-11", "“新的答复期限”应晚于今天");
		answer("task_reconsiderConversion", Map.of("promisedOn", "2023-09-12"));
		assertThat(assignment().promisedOn()).hasToString("2023-09-12");
	}

	@Test
	void anExtendedReplyIsListedAsOverdueAfterItsNewDayAlone() {
		startUpTo("task_draftReply");
		answerOnly("task_draftReply", wantsMoreTime("2023-12-13"));
		answer("task_signReply");
		answer("task_decideExtension", Map.of("until", "2023-12-01"));
		for (LocalDateTime inTime : new LocalDateTime[] { LocalDateTime.of(2023, 11, 20, 9, 0), LocalDateTime.of(2023, 12, 1, 23, 59) }) {
			clockTo(inTime);
			assertThat(overdueSheet.rows()).as("%s", inTime).noneMatch(row -> row.outcomeId().equals(outcomeId));
		}
		clockTo(LocalDateTime.of(2023, 12, 2, 0, 0));
		assertThat(overdueSheet.rows()).filteredOn(row -> row.outcomeId().equals(outcomeId)).singleElement().satisfies(row -> {
			assertThat(row.due()).isEqualTo(LocalDate.of(2023, 11, 13));
			assertThat(row.currentDue()).isEqualTo(LocalDate.of(2023, 12, 1));
		});
	}

	@Test
	void anExtensionIsAskedForOnceWhateverWasDecided() {
		startUpTo("task_draftReply");
		answerOnly("task_draftReply", wantsMoreTime("2023-12-13"));
		answer("task_signReply");
		answerOnly("task_decideExtension", Map.of("verdict", "refuse", "decision", "应按期答复"));
		Map<String, Object> before = ledger();
		assertThat(refused(() -> answerOnly("task_draftReply", wantsMoreTime("2023-12-01")))).contains("已不可选");
		assertThat(ledger()).isEqualTo(before);
	}
}
