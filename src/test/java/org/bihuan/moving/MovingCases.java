package org.bihuan.moving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.CycleTest;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases that wait at many places at once, and sets of models as analysts edit them. */
abstract class MovingCases extends CycleTest {

	@Autowired
	Moving moving;
	@Autowired
	Mover mover;
	@Autowired
	Moves moves;

	private final List<String> deployments = new ArrayList<>();

	@AfterEach
	void theModelsAreAsTheyWere() {
		endCases();
		jdbc.sql("delete from model_move_case").update();
		jdbc.sql("delete from model_move").update();
		// the former models' start timers begin again now: not in a case's year
		ClockUtil.reset();
		for (int last = deployments.size() - 1; last >= 0; last--) {
			repository.deleteDeployment(deployments.get(last), true, true, true);
		}
	}

	/**
	 * Deploys the set as it is in this project, edited.
	 *
	 * @param edits by the names of files
	 * @return the id of the deployment
	 */
	String deploy(Map<String, UnaryOperator<String>> edits) {
		Date now = ClockUtil.getCurrentTime();
		ClockUtil.reset();
		DeploymentBuilder models = repository.createDeployment().name("an analyst's " + deployments.size());
		for (Path file : Stream.of("processes", "forms").flatMap(MovingCases::files).toList()) {
			String name = file.getFileName().toString();
			models.addString(name, edits.getOrDefault(name, UnaryOperator.identity()).apply(text(file)));
		}
		String id = models.deploy().getId();
		deployments.add(id);
		ClockUtil.setCurrentTime(now);
		return id;
	}

	private static Stream<Path> files(String folder) {
		try (Stream<Path> files = Files.list(Path.of(folder))) {
			return files.sorted().toList().stream();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** Replaces what must be there. */
	static UnaryOperator<String> replacing(String what, String by) {
		return text -> {
			if (!text.contains(what)) {
				throw new AssertionError("nothing to replace: " + what);
			}
			return text.replace(what, by);
		};
	}

	/** By what new cases began before any other set was deployed in this test. */
	String packaged() {
		return moving.sets().stream().filter(one -> !deployments.contains(one.deployment())).findFirst().orElseThrow().deployment();
	}

	/** Tries, then moves all cases. */
	void moveAll(String target) {
		moving.order(MoveKind.TRIAL, target, null, "fenxi1");
		carryOut();
		moving.order(MoveKind.MOVE, target, null, "fenxi1");
		carryOut();
	}

	/** What the background does. */
	void carryOut() {
		while (mover.next()) {
			// the next case
		}
	}

	/** The reasons why cases stay, of the last order, by their numbers. */
	Map<String, String> staying() {
		return moves.cases(moves.latest(1).get(0).id(), CaseState.STAYS).stream()
				.collect(Collectors.toMap(Moves.MoveCase::number, Moves.MoveCase::reason));
	}

	Map<CaseState, Integer> counts() {
		return moves.counts(moves.latest(1).get(0).id());
	}

	/** The deployments by which all that a case called runs. */
	Set<String> runsBy(String outcome) {
		Map<String, String> deploymentOf = new HashMap<>();
		repository.createProcessDefinitionQuery().list().forEach(one -> deploymentOf.put(one.getId(), one.getDeploymentId()));
		String root = outcomes.get(outcome).processInstanceId();
		return runtime.createProcessInstanceQuery().list().stream().filter(one -> one.getRootProcessInstanceId().equals(root))
				.map(one -> deploymentOf.get(one.getProcessDefinitionId())).collect(Collectors.toSet());
	}

	/** Lets the cases that are open wait, so that the next one can be led to where it is to wait. */
	void hold() {
		runtime.createProcessInstanceQuery().active().list().forEach(one -> runtime.suspendProcessInstanceById(one.getId()));
	}

	void goOn() {
		runtime.createProcessInstanceQuery().suspended().list().forEach(one -> runtime.activateProcessInstanceById(one.getId()));
	}

	/** The moments of all timers of cases by their jobs, but of the cycles of looks. */
	Map<String, Date> moments() {
		Map<String, Date> moments = new TreeMap<>();
		management.createJobQuery().timers().list().stream().filter(one -> one.getProcessInstanceId() != null && !isCycle(one))
				.forEach(one -> moments.put(one.getId(), one.getDuedate()));
		return moments;
	}

	boolean isCycle(Job job) {
		return jdbc.sql("select repeat_ from act_ru_job where id_ = ?").param(job.getId()).query(String.class).optional().isPresent();
	}

	/** The last days of all open tasks. */
	Map<String, Date> days() {
		Map<String, Date> days = new TreeMap<>();
		tasks.createTaskQuery().list().forEach(one -> days.put(one.getTaskDefinitionKey() + " " + one.getId(), one.getDueDate()));
		return days;
	}

	/** Every row of the engine's that belongs to cases, to show that a trial changed nothing. */
	Map<String, Object> engine() {
		Map<String, Object> rows = new LinkedHashMap<>();
		jdbc.sql("""
				select table_name from information_schema.tables where lower(table_schema) = 'public'
				and (lower(table_name) like 'act_ru_%' or lower(table_name) like 'act_hi_%' or lower(table_name) = 'act_ge_bytearray')
				and lower(table_name) <> 'act_ru_meter_log' order by table_name""").query(String.class).list().forEach(table -> rows.put(table,
				jdbc.sql("select * from " + table).query().listOfRows().stream().map(MovingCases::comparable).collect(Collectors.toSet())));
		return rows;
	}

	private static Map<String, Object> comparable(Map<String, Object> row) {
		row.replaceAll((column, value) -> value instanceof byte[] bytes ? java.util.Arrays.hashCode(bytes) : value);
		return row;
	}

	/** The ledger without what the trial itself says. */
	Map<String, Object> ledgerOfCases() {
		Map<String, Object> ledger = new LinkedHashMap<>(ledger());
		ledger.keySet().removeIf(table -> table.toLowerCase(java.util.Locale.ROOT).startsWith("model_move"));
		return ledger;
	}

	/** Answers what is open and waits for what is waited for until no case runs. */
	void finishAll() {
		for (int steps = 0; steps < 1000 && runtime.createProcessInstanceQuery().count() > 0; steps++) {
			runDueJobs();
			if (runtime.createProcessInstanceQuery().count() > 0) {
				walkOneStep();
			}
		}
	}

	/** Of the case that the task belongs to, whichever was started last. */
	@Override
	protected Map<String, Object> plain(Task task) {
		String of = (String) tasks.getVariable(task.getId(), Variables.OUTCOME_ID);
		outcomeId = of == null ? outcomeId : of;
		return super.plain(task);
	}

	/** The elements that cases have passed, by their ids. */
	Set<String> passed(String activity) {
		return jdbc.sql("""
				select distinct o.id from act_hi_actinst a join outcome o on o.process_instance_id = a.root_proc_inst_id_
				where a.act_id_ = ?""").param(activity).query(String.class).list().stream().collect(Collectors.toCollection(LinkedHashSet::new));
	}
}
