package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.bihuan.engine.Refusal;
import org.bihuan.ledger.Assignments;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.RepeatedTest;

/** Two at the same moment: one wins, the other is told so or tried again, and the ledger shows one story. */
class RaceTest extends CycleTest {

	private List<Throwable> together(Runnable one, Runnable other) throws Exception {
		CyclicBarrier start = new CyclicBarrier(2);
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			List<Future<Throwable>> results = List.of(one, other).stream().map(act -> threads.submit(() -> {
				start.await();
				return catchThrowable(act::run);
			})).toList();
			return java.util.Arrays.asList(results.get(0).get(), results.get(1).get());
		}
		finally {
			threads.shutdown();
		}
	}

	private void submit(String user, String task, Map<String, Object> answer) {
		as(user, () -> {
			forms.submitTaskForm(task, answer);
			return null;
		});
	}

	@RepeatedTest(10)
	void theSignatureRacesTheDeadline() throws Exception {
		startUpTo("task_signReply");
		Task task = task("task_signReply");
		tasks.claim(task.getId(), "gongan2");
		evidence("gongan2", task);
		Job deadline = timer("boundary_replyDue");
		clockTo(deadline.getDuedate());
		List<Throwable> failures = together(() -> submit("gongan2", task.getId(), Map.of("verdict", "pass")),
				() -> management.executeJob(deadline.getId()));
		runDueJobs();
		boolean replied = assignment().repliedOn() != null;
		if (replied) {
			assertThat(failures.get(0)).isNull();
			assertThat(assignment().state()).isEqualTo(Assignments.State.REPLIED);
			assertThat(openTasks()).containsExactly("task_reportImplementation");
			assertThat(acts("overdue")).isZero();
		}
		else {
			Refusal refusal = Refusal.in(failures.get(0));
			assertThat(refusal).as("the late one is told, not shown a technical error: %s", failures.get(0)).isNotNull();
			assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OVERTAKEN);
			assertThat(assignment().state()).isEqualTo(Assignments.State.OVERDUE);
			assertThat(openTasks()).containsExactly("task_handleOverdue");
			assertThat(acts("replied")).isZero();
			assertThat(acts("overdue")).isEqualTo(1);
		}
	}

	@RepeatedTest(5)
	void twoPeopleCompleteTheSameTask() throws Exception {
		startUpTo("task_reviewByHead");
		String task = task("task_reviewByHead").getId();
		List<Throwable> failures = together(() -> submit("chengxiang1", task, Map.of("verdict", "pass")),
				() -> submit("chengxiang2", task, Map.of("verdict", "return", "reason", "再改")));
		assertThat(failures.stream().filter(java.util.Objects::isNull).count()).as("one wins").isEqualTo(1);
		Refusal refusal = Refusal.in(failures.stream().filter(java.util.Objects::nonNull).findFirst().orElseThrow());
		assertThat(refusal).as("%s", failures).isNotNull();
		assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OVERTAKEN);
		assertThat(acts("report-reviewed")).isEqualTo(1);
	}

	@RepeatedTest(5)
	void theTwoSignaturesOfALookBackMeetAtTheJoin() throws Exception {
		startUpTo("task_lookBackByCommittee");
		Task committee = task("task_lookBackByCommittee");
		Task supervision = task("task_lookBackBySupervision");
		evidence("chengxiang1", committee);
		evidence("dukao1", supervision);
		List<Throwable> failures = together(() -> submit("chengxiang1", committee.getId(), plain(committee)),
				() -> submit("dukao1", supervision.getId(), plain(supervision)));
		assertThat(failures).as("nobody is shown a lost race").containsOnlyNulls();
		runDueJobs();
		assertThat(acts("satisfaction-asked")).isEqualTo(1);
		assertThat(tasks.createTaskQuery().taskDefinitionKey("task_rateSatisfaction").count()).isEqualTo(3);
	}

	@RepeatedTest(5)
	void theLastTwoRatingsMeet() throws Exception {
		startUpTo("task_rateSatisfaction");
		List<Task> ratings = tasks.createTaskQuery().taskDefinitionKey("task_rateSatisfaction").list();
		complete(somebodyFor(ratings.get(0)), ratings.get(0), plain(ratings.get(0)));
		List<Throwable> failures = together(() -> submit(somebodyFor(ratings.get(1)), ratings.get(1).getId(), plain(ratings.get(1))),
				() -> submit(somebodyFor(ratings.get(2)), ratings.get(2).getId(), plain(ratings.get(2))));
		assertThat(failures).as("nobody is shown a lost race").containsOnlyNulls();
		runDueJobs();
		assertThat(assignment().state()).isEqualTo(Assignments.State.VERIFIED);
		assertThat(acts("verified")).isEqualTo(1);
		assertThat(acts("satisfaction-rated")).isEqualTo(3);
	}

	@RepeatedTest(10)
	void aReassignmentRacesTheDeadline() throws Exception {
		startUpTo("task_draftReply");
		Job deadline = timer("boundary_replyDue");
		clockTo(deadline.getDuedate());
		List<Throwable> failures = together(() -> amend("quwei1", Map.of("kind", "reassign", "number", outcomeId + "-1", "toUnit", "财政局")),
				() -> management.executeJob(deadline.getId()));
		runDueJobs();
		boolean reassigned = failures.get(0) == null;
		if (reassigned) {
			assertThat(openTasks()).containsExactly("task_signReceipt");
			assertThat(assignment().state()).isEqualTo(Assignments.State.ASSIGNED);
			assertThat(assignment().leadUnit()).isEqualTo("unit-caizheng");
		}
		else {
			assertThat(Refusal.in(failures.get(0))).as("told, not shown a technical error: %s", failures.get(0)).isNotNull();
			assertThat(openTasks()).containsExactly("task_handleOverdue");
			assertThat(assignment().leadUnit()).isEqualTo("unit-gongan");
		}
		assertThat(acts("reassigned")).isEqualTo(reassigned ? 1 : 0);
	}

	@RepeatedTest(10)
	void aWithdrawalRacesTheSignature() throws Exception {
		startUpTo("task_signReply");
		Task task = task("task_signReply");
		tasks.claim(task.getId(), "gongan2");
		evidence("gongan2", task);
		List<Throwable> failures = together(() -> submit("gongan2", task.getId(), Map.of("verdict", "pass")),
				() -> amend("quwei1", Map.of("kind", "withdraw", "number", outcomeId + "-1", "cause", "wrong", "remainder", "不宜交办")));
		runDueJobs();
		failures.stream().filter(java.util.Objects::nonNull).forEach(failure -> assertThat(Refusal.in(failure)).as("told: %s", failure).isNotNull());
		if (failures.get(1) == null) {
			assertThat(assignment().state()).isEqualTo(Assignments.State.WITHDRAWN);
			assertThat(openTasks()).isEmpty();
		}
		else {
			assertThat(openTasks()).containsExactly("task_reportImplementation");
		}
		assertThat(acts("withdrawn")).isEqualTo(failures.get(1) == null ? 1 : 0);
	}

	private int acts(String act) {
		return jdbc.sql("select count(*) from event where outcome_id = ? and act = ?").params(outcomeId, act).query(Integer.class).single();
	}
}
