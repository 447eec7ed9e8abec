package org.bihuan.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import org.bihuan.CycleTest;
import org.bihuan.ledger.Notices;
import org.bihuan.ledger.Promises;
import org.bihuan.terms.NoticeKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A promised or extended day: it lies ahead, and it is that day which is missed, not the one before. */
@Tag("database")
@Tag("wide")
class PromisesTest extends CycleTest {

	@Autowired
	private OverdueSheet overdueSheet;
	@Autowired
	private Promises promises;

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
	void aReplyIsNotPutOffForYears() {
		startUpTo("task_draftReply");
		clockTo(LocalDateTime.of(2023, 11, 14, 9, 0));
		runDueJobs();
		refusedFor("task_handleOverdue", "2099-12-31", "“承诺答复日期”最晚为 2024-02-14");
		refusedFor("task_handleOverdue", "2024-02-15", "“承诺答复日期”最晚为 2024-02-14");
		assertThat(String.valueOf(tasks.getVariableLocal(task("task_handleOverdue").getId(), "view"))).contains("2024-02-14", "这是第 1 次");
		answer("task_handleOverdue", Map.of("promisedOn", "2024-02-14"));
		endCases();
		startUpTo("task_draftReply");
		answerOnly("task_draftReply", notAdoptable());
		upTo("task_judgeReference");
		answerOnly("task_judgeReference", Map.of("verdict", "refuse", "reason", "应当采纳"));
		upTo("task_reconsiderConversion");
		refusedFor("task_reconsiderConversion", "2099-12-31", "“新的答复期限”最晚为 2024-02-13（到期日 2023-11-13起 3 个月内）");
	}

	@Test
	void everyPromiseIsKeptCountedShownAndFromTheSecondOnToldToTheDeputyChair() {
		startUpTo("task_draftReply");
		clockTo(LocalDateTime.of(2023, 11, 14, 9, 0));
		runDueJobs();
		answer("task_handleOverdue", Map.of("promisedOn", "2023-11-20", "reason", "已排入本周"));
		assertThat(toldToTheDeputyChair()).isEmpty();
		clockTo(LocalDateTime.of(2023, 11, 21, 9, 0));
		runDueJobs();
		assertThat(String.valueOf(tasks.getVariableLocal(task("task_handleOverdue").getId(), "view"))).contains("已承诺推迟答复 1 次", "已排入本周");
		answer("task_handleOverdue", Map.of("promisedOn", "2023-11-27", "reason", "经办人出差"));
		clockTo(LocalDateTime.of(2023, 11, 28, 9, 0));
		runDueJobs();
		answer("task_handleOverdue", Map.of("promisedOn", "2023-12-04", "reason", "再给一周"));
		assertThat(promises.of(assignment().id())).extracting(Promises.Promise::time, one -> one.promisedOn().toString(), Promises.Promise::reason,
				Promises.Promise::promisedBy, Promises.Promise::unit, one -> one.madeOn().toString())
				.containsExactly(tuple(1, "2023-11-20", "已排入本周", "quwei1", "unit-gongan", "2023-11-14"),
						tuple(2, "2023-11-27", "经办人出差", "quwei1", "unit-gongan", "2023-11-21"),
						tuple(3, "2023-12-04", "再给一周", "quwei1", "unit-gongan", "2023-11-28"));
		assertThat(toldToTheDeputyChair()).hasSize(2).anyMatch(text -> text.contains("第 2 次承诺推迟答复，限 2023-11-27 前答复"))
				.anyMatch(text -> text.contains("第 3 次承诺推迟答复，限 2023-12-04 前答复（原到期日 2023-11-13）"));
		assertThat(overdueSheet.rows()).filteredOn(row -> row.outcomeId().equals(outcomeId)).singleElement()
				.satisfies(row -> assertThat(row.promises()).isEqualTo(3));
		assertThatThrownBy(() -> jdbc.sql("update promise set reason = 'x'").update()).hasStackTraceContaining("append-only");
	}

	private List<String> toldToTheDeputyChair() {
		return notices.of("cppcc-deputy-chair").stream()
				.filter(one -> one.kind() == NoticeKind.PROMISED_AGAIN && outcomeId.equals(one.outcomeId())).map(Notices.Notice::text).toList();
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
