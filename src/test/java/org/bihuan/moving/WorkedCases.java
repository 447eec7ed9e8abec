package org.bihuan.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.bihuan.deployment.FormerSet;
import org.bihuan.deployment.ModelDeployment;
import org.bihuan.ledger.ModelSets;
import org.bihuan.ledger.ModelSets.Force;
import org.bihuan.model.ModelEdit;
import org.bihuan.model.ModelSet;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Fifty cases that wait at every kind of place when a set comes into force, which an analyst deploys as he would: half of them were begun by the
 * house's set and stay on it, the other half by a set that differs from it in a remark and go on by the new one.
 */
abstract class WorkedCases extends MovingCases {

	/** When the analyst deploys. A receipt on it is due on 2024-01-15, and in six weeks on 2023-12-26. */
	static final LocalDateTime NOW = LocalDateTime.of(2023, 11, 14, 9, 0);

	/** Where a case waits, each twice: one that stays, one that goes on. Those of the last line have waited since two months ago. */
	static final List<String> PLACES = List.of("task_planResearch", "task_recordResearch", "task_draftReport", "task_giveOpinion",
			"task_reviseReport", "task_reviewByHead", "task_reviewByOffice", "task_reviewByDeputyChair", "task_deliberate", "task_readByChair",
			"task_submitOutcome", "task_acceptSubmission", "task_enterInstruction", "task_sortInstructions", "task_makeAssignments",
			"task_confirmFollowUp", "task_signReceipt", "task_draftReply", "task_signReply", "task_sealReply", "task_draftReference",
			"task_reportImplementation", "task_lookBackByCommittee", "task_rateSatisfaction", "task_handleOverdue");

	/** The unit has it in hand and owes the reply. */
	static final Set<String> OF_THE_REPLY = Set.of("task_draftReply", "task_signReply", "task_sealReply");

	/** A case of the fifty. */
	record Waiting(String outcome, String place, boolean moves) {

		String assignment() {
			return outcome + "-1";
		}

		/** Where it waits, in the order of the cycle. */
		boolean isBefore(String task) {
			return PLACES.indexOf(place) < PLACES.indexOf(task);
		}
	}

	@Autowired
	private ModelDeployment deployment;
	@Autowired
	private ModelSets sets;

	private Force before;
	private String title;

	@BeforeEach
	void whatIsInForce() {
		before = sets.inForce().orElseThrow();
	}

	@Override
	@AfterEach
	void theModelsAreAsTheyWere() {
		super.theModelsAreAsTheyWere();
		FormerSet.restore(before, sets, deployment, identity);
	}

	private static ModelEdit edit(String name) {
		return ModelEdit.packaged("help/analyst", name);
	}

	/** As an analyst does, by the page: what is not sound does not come into force. */
	private Force inForce(ModelSet set, String why) {
		Date now = ClockUtil.getCurrentTime();
		// the start timers of the models begin now: not in a case's year
		ClockUtil.reset();
		Force force = as("fenxi1", () -> deployment.putInForce(deployment.propose(set), sets.latest(), why));
		ClockUtil.setCurrentTime(now);
		return force;
	}

	/** Fifty cases of this title, every other one of each half a 协商建议. The clock stands at {@link #NOW} afterwards. */
	private List<Waiting> fifty(String cases) {
		title = cases;
		clockTo(MONDAY);
		List<Waiting> all = new ArrayList<>(begun(false));
		ModelSet remarked = edited("mail-delivery.bpmn", "name=\"发送邮件\"", "name=\"寄出邮件\"");
		inForce(remarked, "改一个名称");
		all.addAll(begun(true));
		List<Waiting> old = all.stream().filter(one -> !one.isBefore("task_lookBackByCommittee")).toList();
		for (Waiting one : old.stream().filter(each -> !each.place().equals("task_handleOverdue")).toList()) {
			walk(one.outcome(), "task_reportImplementation");
			answer("task_reportImplementation", one.outcome());
		}
		old.stream().filter(one -> one.place().equals("task_handleOverdue")).forEach(one -> walk(one.outcome(), "task_draftReply"));
		clockTo(NOW);
		all.forEach(one -> walk(one.outcome(), one.place()));
		return all;
	}

	private List<Waiting> begun(boolean moves) {
		List<Waiting> begun = new ArrayList<>();
		for (String place : PLACES) {
			Map<String, Object> topic = new LinkedHashMap<>(topic());
			topic.put("title", title);
			topic.put("kind", begun.size() % 2 == 0 ? "consultation" : "research");
			begun.add(new Waiting(start("chengxiang1", "consultation-outcome", topic).getBusinessKey(), place, moves));
		}
		return begun;
	}

	private ModelSet edited(String file, String from, String to) {
		String text = new String(deployment.inForce().files().get(file), StandardCharsets.UTF_8);
		assertThat(text).contains(from);
		return deployment.inForce().with(file, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
	}

	/** Fifty cases wait, these changes come into force one after the other, the one half of the cases goes on by the last set. */
	List<Waiting> changed(List<String> changes, String cases) {
		List<Waiting> fifty = fifty(cases);
		Force remarked = sets.inForce().orElseThrow();
		changes.stream().map(WorkedCases::edit).forEach(edit -> inForce(edit.applied(deployment.inForce()), edit.sentence()));
		Force now = sets.inForce().orElseThrow();
		for (MoveKind kind : List.of(MoveKind.TRIAL, MoveKind.MOVE)) {
			moving.order(kind, now.deploymentId(), remarked.deploymentId(), "fenxi1");
			carryOut();
		}
		assertThat(staying()).isEmpty();
		assertThat(counts()).isEqualTo(Map.of(CaseState.MOVED, PLACES.size()));
		assertThat(fifty).allSatisfy(one -> assertThat(runsBy(one.outcome())).as(one.toString())
				.containsExactly(one.moves() ? now.deploymentId() : before.deploymentId()));
		return fifty;
	}

	/** The open tasks of a case. */
	private List<Task> open(String outcome) {
		return tasks.createTaskQuery().processInstanceBusinessKey(outcome).active().orderByTaskCreateTime().asc().list();
	}

	private void answer(String key, String outcome) {
		Task task = open(outcome).stream().filter(one -> key.equals(elements.key(one))).findFirst().orElseThrow();
		complete(somebodyFor(task), task, plain(task));
	}

	/** Walks one of the cases until this task of it is open. */
	private void walk(String outcome, String place) {
		for (int steps = 0; steps < 60; steps++) {
			runDueJobs();
			List<Task> open = open(outcome);
			if (open.stream().anyMatch(one -> place.equals(elements.key(one)))) {
				return;
			}
			assertThat(open).as(outcome + " on its way to " + place).isNotEmpty();
			open.forEach(one -> complete(somebodyFor(one), one, place.equals("task_draftReference") && "task_draftReply".equals(elements.key(one))
					? notAdoptable()
					: plain(one)));
		}
		throw new AssertionError(outcome + " never reaches " + place + "; open: " + open(outcome).stream().map(elements::key).toList());
	}

	/**
	 * Answers whatever is open, and waits for what is waited for, until no case runs; each then is closed.
	 *
	 * @param held whether a task that somebody could do is left undone
	 */
	void allEnd(List<Waiting> cases, Predicate<Task> held) {
		for (int rounds = 0; rounds < 500 && runtime.createProcessInstanceQuery().count() > 0; rounds++) {
			runDueJobs();
			List<Task> open = tasks.createTaskQuery().active().list().stream().filter(held.negate()).toList();
			open.stream().filter(one -> tasks.createTaskQuery().taskId(one.getId()).count() == 1)
					.forEach(one -> complete(somebodyFor(one), one, plain(one)));
			if (open.isEmpty()) {
				management.createJobQuery().active().timers().withRetriesLeft().orderByJobDuedate().asc().list().stream()
						.filter(one -> one.getProcessInstanceId() != null).findFirst().map(Job::getDuedate).ifPresent(this::clockTo);
			}
		}
		assertThat(runtime.createProcessInstanceQuery().list()).isEmpty();
		assertThat(cases).hasSize(50).allSatisfy(one -> assertThat(outcomes.get(one.outcome()).closedAt()).as(one.toString()).isNotNull());
	}

	/** The case of a task. */
	String outcomeOf(Task task) {
		return String.valueOf(tasks.getVariable(task.getId(), Variables.OUTCOME_ID));
	}
}
