package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.bihuan.engine.acting.FormKey;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Corrections;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;

/** Two at the same moment: one wins, the other is told so or tried again, and the ledger shows one story. */
@Tag("h2-again")
class RaceTest extends CycleTest {

	@Autowired
	private Corrections corrections;

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

	@RepeatedTest(2)
	void theIssueRacesTheDeadline() throws Exception {
		startUpTo("task_sealReply");
		Task task = task("task_sealReply");
		tasks.claim(task.getId(), "gongan2");
		evidence("gongan2", task);
		Job deadline = timer("boundary_replyDue");
		clockTo(deadline.getDuedate());
		List<Throwable> failures = together(() -> submit("gongan2", task.getId(), Map.of("sealing", "sealed")),
				() -> management.executeJob(deadline.getId()));
		runDueJobs();
		Map<Boolean, Story> stories = Map.of(true, new Story(null, Assignments.State.REPLIED, "unit-gongan", "task_reportImplementation", 1),
				// the late one is told, not shown a technical error
				false, new Story(Refusal.Kind.OVERTAKEN, Assignments.State.OVERDUE, "unit-gongan", "task_handleOverdue", 0));
		assertThat(story(failures.get(0), "replied")).as("%s", failures).isEqualTo(stories.get(assignment().repliedOn() != null));
		assertThat(acts("overdue")).as("one of the two").isEqualTo(1 - acts("replied"));
	}

	/**
	 * How a race ended: each winner has one story.
	 *
	 * @param told what the person was told; null when his act was taken
	 * @param open the open tasks
	 * @param times how often the person's act stands on the trail
	 */
	private record Story(Refusal.Kind told, Assignments.State state, String unit, String open, int times) {
	}

	private Story story(Throwable failure, String act) {
		return new Story(told(failure), assignment().state(), assignment().leadUnit(), String.join(",", openTasks()), acts(act));
	}

	private static Refusal.Kind told(Throwable failure) {
		if (failure == null) {
			return null;
		}
		assertThat(Refusal.in(failure)).as("told, not shown a technical error: %s", failure).isNotNull();
		return Refusal.in(failure).kind();
	}

	/** Whoever is first: the letter is issued and then corrected, or corrected and not issued. Never is what nobody signed. */
	@RepeatedTest(2)
	void aCorrectionRacesTheSeal() throws Exception {
		startUpTo("task_sealReply");
		Task task = task("task_sealReply");
		tasks.claim(task.getId(), "gongan1");
		evidence("gongan1", task);
		List<Throwable> failures = together(() -> submit("gongan1", task.getId(), Map.of("sealing", "sealed")),
				() -> amend("zhengxie1", Map.of("kind", "correct", "number", outcomeId, "field", "outcome-title", "newValue", "改造甲")));
		runDueJobs();
		assertThat(failures.get(1)).as("what is wrong is put right whatever happens").isNull();
		boolean issued = assignment().repliedOn() != null;
		Map<Boolean, Story> stories = Map.of(true, new Story(null, Assignments.State.REPLIED, "unit-gongan", "task_reportImplementation", 1), false,
				new Story(Refusal.Kind.INVALID, Assignments.State.RECEIVED, "unit-gongan", "task_sealReply", 0));
		assertThat(story(failures.get(0), "replied")).as("%s", failures).isEqualTo(stories.get(issued));
		assertThat(jdbc.sql("select f.version from document_file f join document d on d.id = f.document_id where d.kind = 'reply' "
				+ "and d.assignment_id = ? order by f.version").param(assignment().id()).query(Integer.class).list())
				.as("of the letter").isEqualTo(Map.of(true, List.of(1, 2), false, List.of()).get(issued));
	}

	@RepeatedTest(2)
	void twoPeopleCompleteTheSameTask() throws Exception {
		startUpTo("task_reviewByOffice");
		String task = task("task_reviewByOffice").getId();
		List<Throwable> failures = together(() -> submit("zhengxie1", task, Map.of("verdict", "pass")),
				() -> submit("zhengxie2", task, Map.of("verdict", "return", "reason", "再改")));
		assertThat(failures.stream().filter(java.util.Objects::isNull).count()).as("one wins").isEqualTo(1);
		Refusal refusal = Refusal.in(failures.stream().filter(java.util.Objects::nonNull).findFirst().orElseThrow());
		assertThat(refusal).as("%s", failures).isNotNull();
		assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OVERTAKEN);
		assertThat(acts("report-reviewed")).as("after the committee's head").isEqualTo(2);
	}

	@RepeatedTest(2)
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

	@RepeatedTest(2)
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

	@RepeatedTest(2)
	void aReassignmentRacesTheDeadline() throws Exception {
		startUpTo("task_draftReply");
		Job deadline = timer("boundary_replyDue");
		clockTo(deadline.getDuedate());
		List<Throwable> failures = together(() -> amend("quwei1", Map.of("kind", "reassign", "number", outcomeId + "-1", "toUnit", "财政局")),
				() -> management.executeJob(deadline.getId()));
		runDueJobs();
		Map<Boolean, Story> stories = Map.of(true, new Story(null, Assignments.State.ASSIGNED, "unit-caizheng", "task_signReceipt", 1), false,
				new Story(Refusal.Kind.OVERTAKEN, Assignments.State.OVERDUE, "unit-gongan", "task_handleOverdue", 0));
		assertThat(story(failures.get(0), "reassigned")).as("%s", failures).isEqualTo(stories.get(failures.get(0) == null));
	}

	@RepeatedTest(2)
	void aWithdrawalRacesTheIssue() throws Exception {
		startUpTo("task_sealReply");
		Task task = task("task_sealReply");
		tasks.claim(task.getId(), "gongan2");
		evidence("gongan2", task);
		List<Throwable> failures = together(() -> submit("gongan2", task.getId(), Map.of("sealing", "sealed")),
				() -> amend("quwei1", Map.of("kind", "withdraw", "number", outcomeId + "-1", "cause", "wrong", "remainder", "不宜交办")));
		runDueJobs();
		failures.forEach(RaceTest::told);
		Map<Boolean, Story> stories = Map.of(true, new Story(null, Assignments.State.WITHDRAWN, "unit-gongan", "", 1), false,
				new Story(Refusal.Kind.OVERTAKEN, Assignments.State.REPLIED, "unit-gongan", "task_reportImplementation", 0));
		assertThat(story(failures.get(1), "withdrawn")).as("%s", failures).isEqualTo(stories.get(failures.get(1) == null));
		assertThat(jdbc.sql("select count(*) from reserved_number r join document d on d.number = r.number where r.used = false "
				+ "and not exists (select 1 from reserved_number n where n.number = r.number and n.id > r.id)").query(Integer.class).single())
				.as("an issued number is never free again").isZero();
	}

	private int acts(String act) {
		return jdbc.sql("select count(*) from event where outcome_id = ? and act = ?").params(outcomeId, act).query(Integer.class).single();
	}

	/** Two forms that are open at the same moment, sent at the same moment. */
	private List<Throwable> amendTogether(String one, Map<String, Object> answer, String other, Map<String, Object> otherAnswer) throws Exception {
		FormKey first = FormKey.at(ClockUtil.getCurrentTime().toInstant());
		FormKey second = FormKey.at(ClockUtil.getCurrentTime().toInstant());
		return together(() -> FormKey.during(first, () -> amended(one, answer)), () -> FormKey.during(second, () -> amended(other, otherAnswer)));
	}

	private Void amended(String user, Map<String, Object> answer) {
		amend(user, answer);
		return null;
	}

	/** What the one who came second was told; nothing of his is written. */
	private static String toldSecond(List<Throwable> failures) {
		List<Refusal> refusals = failures.stream().filter(Objects::nonNull).map(Refusal::in).toList();
		assertThat(refusals).as("%s", failures).hasSize(1).allSatisfy(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OVERTAKEN));
		return refusals.get(0).getMessage();
	}

	/** On the former version both were taken: the second wrote over what it had not seen. */
	@RepeatedTest(2)
	void ofTwoCorrectionsAtOnceTheSecondIsToldWhatTheFirstWrote() throws Exception {
		startUpTo("task_reportImplementation");
		List<Throwable> failures = amendTogether("quwei1",
				Map.of("kind", "correct", "number", outcomeId, "field", "outcome-title", "newValue", "改造甲"), "zhengxie1",
				Map.of("kind", "correct", "number", outcomeId, "field", "outcome-title", "newValue", "改造乙"));
		List<Corrections.Correction> kept = corrections.ofOutcome(outcomeId);
		assertThat(kept).hasSize(1);
		assertThat(toldSecond(failures)).startsWith("“成果：名称”刚刚由").contains("从“基层派出所改造”更正为“" + kept.get(0).newValue() + "”，您的更正没有写入。");
		String title = outcomes.get(outcomeId).title();
		assertThat(title).isEqualTo(kept.get(0).newValue());
		long reply = jdbc.sql("select max(id) from document where outcome_id = ? and kind = 'reply'").param(outcomeId).query(Long.class).single();
		assertThat(jdbc.sql("select facts from document_file where document_id = ? order by version desc limit 1").param(reply).query(String.class)
				.single()).contains("《" + title + "》");
	}

	/** On the former version both were taken: the unit between heard of nothing, or had it for a moment. */
	@RepeatedTest(2)
	void ofTwoReassignmentsAtOnceTheSecondIsToldWhoHasItNow() throws Exception {
		startUpTo("task_draftReply");
		List<Throwable> failures = amendTogether("quwei1", Map.of("kind", "reassign", "number", outcomeId + "-1", "toUnit", "财政局"), "zhengfu1",
				Map.of("kind", "reassign", "number", outcomeId + "-1", "toUnit", "农业农村局"));
		String unit = assignment().leadUnit();
		Map<String, String> names = Map.of("unit-caizheng", "财政局", "unit-nongye", "农业农村局");
		assertThat(toldSecond(failures)).startsWith("交办件 " + outcomeId + "-1 刚刚由").contains("改派给“" + names.get(unit) + "”，您的这一次没有写入。");
		assertThat(jdbc.sql("select from_unit || '>' || to_unit from reassignment where assignment_id = ?").param(outcomeId + "-1")
				.query(String.class).list()).containsExactly("unit-gongan>" + unit);
	}

	/** Of programs that show no form: whatever each is told, what stands as before is what stood there. */
	@RepeatedTest(2)
	void whatIsKeptAsBeforeIsWhatStoodThere() throws Exception {
		startUpTo("task_reportImplementation");
		List<Throwable> failures = together(
				() -> amend("quwei1", Map.of("kind", "correct", "number", outcomeId, "field", "outcome-title", "newValue", "改造甲")),
				() -> amend("zhengxie1", Map.of("kind", "correct", "number", outcomeId, "field", "outcome-title", "newValue", "改造乙")));
		failures.forEach(RaceTest::told);
		List<Corrections.Correction> kept = corrections.ofOutcome(outcomeId);
		assertThat(kept).hasSize((int) failures.stream().filter(Objects::isNull).count());
		assertThat(kept.get(0).oldValue()).isEqualTo("基层派出所改造");
		assertThat(kept.get(kept.size() - 1).newValue()).isEqualTo(outcomes.get(outcomeId).title());
	}

	@RepeatedTest(2)
	void ofTwoFurtherAssignmentsAtOnceTheSecondSeesTheFirst() throws Exception {
		startUpTo("task_draftReply");
		amend("quwei1", Map.of("kind", "add", "number", outcomeId, "reason", "理由甲"));
		amend("zhengfu1", Map.of("kind", "add", "number", outcomeId, "reason", "理由乙"));
		List<Task> open = tasks.createTaskQuery().taskDefinitionKey("task_addAssignment").list();
		Map<String, Object> further = plain(open.get(0));
		List<Throwable> failures = together(() -> submit("quwei1", open.get(0).getId(), further),
				() -> submit("zhengfu1", open.get(1).getId(), further));
		assertThat(failures.stream().filter(Objects::nonNull).map(Refusal::in)).hasSize(1)
				.allSatisfy(refusal -> assertThat(refusal.getMessage()).contains("现在就由"));
		assertThat(assignments.of(outcomeId)).hasSize(2);
	}
}
