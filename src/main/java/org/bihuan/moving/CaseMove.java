package org.bihuan.moving;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import org.bihuan.engine.answer.OpenTasks;
import org.bihuan.engine.time.TaskLimit;
import org.bihuan.moving.Correspondence.Pair;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationInstructionBuilder;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Lets one case go on by another set of models, as a whole: what it started and all that this called, each by the diagram of the same process in
 * that set. What it waits for keeps its moment, for that is the ledger's; cycles of looks begin anew by the new tables; its open tasks become those
 * of the new diagrams ({@link OpenTasks#goOn}). Only within a transaction, which its failure rolls back.
 */
@Component
class CaseMove {

	private final RuntimeService runtime;
	private final RepositoryService repository;
	private final ManagementService management;
	private final HistoryService history;
	private final OpenTasks openTasks;
	private final RunningSets sets;
	private final Clock clock;
	private final Map<Between, Way> ways = new ConcurrentHashMap<>();

	CaseMove(@Lazy RuntimeService runtime, @Lazy RepositoryService repository, @Lazy ManagementService management, @Lazy HistoryService history,
			OpenTasks openTasks, RunningSets sets, Clock clock) {
		this.runtime = runtime;
		this.repository = repository;
		this.management = management;
		this.history = history;
		this.openTasks = openTasks;
		this.sets = sets;
		this.clock = clock;
	}

	private record Between(String from, String to) {
	}

	/** From one definition to another. */
	private record Way(Correspondence correspondence, MigrationPlan plan) {
	}

	/** Whether the case still runs. */
	boolean runs(String root) {
		return runtime.createProcessInstanceQuery().processInstanceId(root).count() > 0;
	}

	/**
	 * @param root the engine's id of the case
	 * @param deployment that of the set
	 * @return the id of the deployment by which its root ran; empty when the whole of it runs by that set already
	 * @throws Staying if it cannot, and then nothing of it may be kept
	 */
	Optional<String> move(String root, String deployment) {
		List<ProcessInstance> all = all(root);
		Map<String, ProcessDefinition> then = sets.definitions(deployment);
		List<ProcessInstance> moving = new ArrayList<>();
		for (ProcessInstance one : all) {
			ProcessDefinition now = repository.getProcessDefinition(one.getProcessDefinitionId());
			if (!then.containsKey(now.getKey())) {
				throw new Staying("新的一套里没有“" + now.getName() + "”这张图。");
			}
			if (one.isSuspended()) {
				throw new Staying("“" + now.getName() + "”已被挂起，请系统管理员先在 Cockpit 里恢复（Activate）。");
			}
			if (!then.get(now.getKey()).getId().equals(now.getId())) {
				moving.add(one);
			}
		}
		if (moving.isEmpty()) {
			return Optional.empty();
		}
		String former = repository.getProcessDefinition(all.get(0).getProcessDefinitionId()).getDeploymentId();
		// from the whole to its parts: what calls is what the new set has before what is called goes on by it
		moving.forEach(one -> move(one, then.get(key(one)), then.values()));
		return Optional.of(former);
	}

	/** The case and all that it called, what calls before what is called. */
	private List<ProcessInstance> all(String root) {
		List<ProcessInstance> all = new ArrayList<>(runtime.createProcessInstanceQuery().processInstanceId(root).list());
		for (int next = 0; next < all.size(); next++) {
			all.addAll(runtime.createProcessInstanceQuery().superProcessInstanceId(all.get(next).getId()).list());
		}
		return all;
	}

	private String key(ProcessInstance instance) {
		return repository.getProcessDefinition(instance.getProcessDefinitionId()).getKey();
	}

	private void move(ProcessInstance instance, ProcessDefinition target, Collection<ProcessDefinition> set) {
		Way way = ways.computeIfAbsent(new Between(instance.getProcessDefinitionId(), target.getId()), this::way);
		requireSameCalls(instance, way, target);
		Map<String, TaskLimit> limits = openTasks.limits(instance.getId());
		Map<String, Date> due = due(instance.getId());
		try {
			runtime.newMigration(way.plan()).processInstanceIds(instance.getId()).execute();
		}
		catch (MigratingProcessInstanceValidationException impossible) {
			throw new Staying(reason(impossible.getValidationReport(), way, target, set), impossible);
		}
		due.forEach(this::keep);
		openTasks.goOn(instance.getId(), limits);
	}

	/** A part that runs would come back to where another one is called now. */
	private void requireSameCalls(ProcessInstance instance, Way way, ProcessDefinition target) {
		Map<String, String> called = new HashMap<>();
		runtime.createProcessInstanceQuery().superProcessInstanceId(instance.getId()).list().forEach(one -> called.put(one.getId(), key(one)));
		if (called.isEmpty()) {
			return;
		}
		history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).unfinished().list().stream()
				.filter(one -> called.containsKey(one.getCalledProcessInstanceId()))
				.filter(one -> !way.correspondence().calls(one.getActivityId(), called.get(one.getCalledProcessInstanceId()))).findFirst()
				.ifPresent(one -> {
					throw new Staying("停在《" + target.getName() + "》的" + way.correspondence().name(one.getActivityId()) + "：新图里这里改为调用另一张图。");
				});
	}

	/** What is due already and has not been done yet: it stays due. */
	private Map<String, Date> due(String instance) {
		Map<String, Date> due = new LinkedHashMap<>();
		Date now = Date.from(clock.instant());
		management.createJobQuery().timers().processInstanceId(instance).list().stream()
				.filter(job -> job.getDuedate() != null && !job.getDuedate().after(now)).forEach(job -> due.put(job.getId(), job.getDuedate()));
		return due;
	}

	private void keep(String jobId, Date moment) {
		Job job = management.createJobQuery().jobId(jobId).singleResult();
		if (job != null && job.getDuedate().getTime() != moment.getTime()) {
			management.setJobDuedate(jobId, moment);
		}
	}

	private Way way(Between between) {
		Correspondence correspondence = Correspondence.of(repository.getBpmnModelInstance(between.from()),
				repository.getBpmnModelInstance(between.to()));
		Set<Pair> impossible = new HashSet<>();
		while (true) {
			List<Pair> pairs = correspondence.pairs().stream().filter(one -> !impossible.contains(one)).toList();
			try {
				return new Way(correspondence, plan(between, pairs));
			}
			catch (MigrationPlanValidationException refused) {
				// where the engine sees no way no case may stand; what hangs on it is refused in its turn
				Set<String> ids = new HashSet<>();
				refused.getValidationReport().getInstructionReports().forEach(one -> ids.add(one.getMigrationInstruction().getSourceActivityId()));
				List<Pair> among = pairs.stream().filter(one -> ids.contains(one.from())).toList();
				if (among.isEmpty()) {
					throw refused;
				}
				impossible.addAll(among);
			}
		}
	}

	private MigrationPlan plan(Between between, List<Pair> pairs) {
		MigrationPlanBuilder plan = runtime.createMigrationPlan(between.from(), between.to());
		for (Pair one : pairs) {
			MigrationInstructionBuilder instruction = plan.mapActivities(one.from(), one.to());
			plan = one.anew() ? instruction.updateEventTrigger() : instruction;
		}
		return plan.build();
	}

	private String reason(MigratingProcessInstanceValidationReport report, Way way, ProcessDefinition target, Collection<ProcessDefinition> set) {
		Set<String> places = new TreeSet<>();
		report.getActivityInstanceReports().forEach(one -> places.add(one.getSourceScopeId()));
		report.getTransitionInstanceReports().forEach(one -> places.add(one.getSourceScopeId()));
		if (places.isEmpty()) {
			return "《" + target.getName() + "》里有引擎不能带到新图的内容，请系统管理员查看日志。";
		}
		Map<String, BpmnModelInstance> models = Correspondence
				.byName(set.stream().map(one -> repository.getBpmnModelInstance(one.getId())).toList());
		List<String> reasons = places.stream()
				.map(id -> way.correspondence().name(id) + "：" + way.correspondence().why(id, models)).distinct().toList();
		return "停在《" + target.getName() + "》的" + String.join("；", reasons) + "。";
	}
}
