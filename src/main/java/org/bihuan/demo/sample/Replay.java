package org.bihuan.demo.sample;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.demo.rehearsal.TimeLapse;
import org.bihuan.document.Attachments;
import org.bihuan.engine.role.Elements;
import org.bihuan.engine.time.EngineTime;
import org.bihuan.json.Json;
import org.bihuan.ledger.Statistics;
import org.bihuan.settings.Evaluation;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Replays the published year on first start: one queue of acts over all cases in the order of their dates. Before each act
 * the clock stands at its moment, and what was due before it has run. Everything is one transaction: a machine that is
 * switched off half-way leaves nothing, and the next start begins again.
 *
 * <p>It runs before the application is ready, so that readiness means that the sample is in; the job executor starts after it.
 */
@Component
@Profile("!production")
class Replay implements ApplicationRunner {

	private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
	private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(2);

	private final boolean wanted;
	private final FormService forms;
	private final TaskService tasks;
	private final IdentityService identity;
	private final TimeLapse lapse;
	private final RepositoryService repository;
	private final WorkingDays workingDays;
	private final EngineTime time;
	private final JdbcClient jdbc;
	private final TransactionTemplate transaction;
	private final Statistics statistics;
	private final Attachments attachments;
	private final Elements elements;
	private final Map<String, List<String>> groups = new HashMap<>();
	private final Map<String, String> processes = new HashMap<>();

	Replay(Evaluation evaluation, FormService forms, TaskService tasks, IdentityService identity, TimeLapse lapse,
			RepositoryService repository, WorkingDays workingDays, EngineTime time, JdbcClient jdbc, PlatformTransactionManager transactions,
			Statistics statistics,
			Attachments attachments, Elements elements) {
		this.elements = elements;
		this.wanted = evaluation.sample();
		this.forms = forms;
		this.tasks = tasks;
		this.identity = identity;
		this.lapse = lapse;
		this.repository = repository;
		this.workingDays = workingDays;
		this.time = time;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.statistics = statistics;
		this.attachments = attachments;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (!wanted || jdbc.sql("select count(*) from outcome").query(Long.class).single() > 0) {
			return;
		}
		try {
			transaction.executeWithoutResult(status -> replay());
		}
		finally {
			time.backToNow();
		}
		LOG.info("样例年度已就绪：{}", statistics.of(null, null).inWords());
	}

	private void replay() {
		List<SampleOutcome> outcomes = SampleOutcome.all();
		PriorityQueue<SampleCase> queue = new PriorityQueue<>(Comparator.comparing(SampleCase::next));
		for (SampleOutcome outcome : outcomes) {
			queue.add(new SampleCase(outcome, queue.size(), workingDays));
		}
		Progress progress = new Progress(outcomes.size());
		while (!queue.isEmpty()) {
			SampleCase next = queue.poll();
			Act act = next.take();
			lapse.before(act.at(), Replay::mustNotFail);
			time.stopAt(act.at());
			perform(next, act);
			lapse.whatIsReady(Replay::mustNotFail);
			progress.acted();
			if (next.next() != null) {
				queue.add(next);
			}
			else {
				progress.finished();
			}
		}
	}

	private static void mustNotFail(Job job, RuntimeException failure) {
		throw failure;
	}

	private void perform(SampleCase of, Act act) {
		identity.setAuthentication(act.account(), groups.computeIfAbsent(act.account(),
				account -> identity.createGroupQuery().groupMember(account).list().stream().map(group -> group.getId()).toList()));
		try {
			if (act.process() != null) {
				var started = forms.submitStartForm(definition(act.process()), act.answer().apply(new View(of.outcomeId(), null)));
				if (of.outcomeId() == null) {
					of.registered(started.getBusinessKey());
				}
			}
			else {
				Task task = task(of, act);
				if (task.getAssignee() == null) {
					tasks.claim(task.getId(), act.account());
				}
				for (String scan : act.scans()) {
					attachments.attachOwn(task.getId(), scan + ".pdf",
							Scan.of(scan, List.of("成果编号：" + of.outcomeId(), "扫描日期：" + ShanghaiTime.dateAt(act.at()))), act.account());
				}
				forms.submitTaskForm(task.getId(), act.answer().apply(new View(of.outcomeId(), view(task))));
			}
		}
		catch (RuntimeException failed) {
			throw new IllegalStateException("样例年度重放失败：" + of.outcomeId() + "，" + act.at() + "，" + act.account() + "，" + act.task(), failed);
		}
		finally {
			identity.clearAuthentication();
		}
	}

	private String definition(String process) {
		return processes.computeIfAbsent(process,
				key -> repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().singleResult().getId());
	}

	/** The task as the person finds it in the list; a key may name the leader whose instruction is asked for. */
	private Task task(SampleCase of, Act act) {
		String[] key = act.task().split("@");
		List<Task> open = tasks.createTaskQuery().processInstanceBusinessKey(of.outcomeId()).taskCandidateUser(act.account()).list().stream()
				.filter(task -> key[0].equals(elements.key(task))).toList();
		if (key.length == 1) {
			return open.size() == 1 ? open.get(0) : null;
		}
		String leader = jdbc.sql("select id from instruction where outcome_id = ? and leader = ? and not late").params(of.outcomeId(), key[1])
				.query(String.class).single();
		return open.stream().filter(task -> leader.equals(tasks.getVariable(task.getId(), Variables.INSTRUCTION_ID))).findFirst()
				.orElseThrow();
	}

	private JsonNode view(Task task) {
		return Json.read(String.valueOf(tasks.getVariableLocal(task.getId(), Variables.VIEW)));
	}

	/** Says from time to time how far it is. */
	private static final class Progress {

		private final int all;
		private final long start = System.nanoTime();
		private long said = start;
		private int acts;
		private int done;

		Progress(int all) {
			this.all = all;
		}

		void acted() {
			acts++;
			if (System.nanoTime() - said > BETWEEN_REPORTS.toNanos()) {
				say();
			}
		}

		void finished() {
			done++;
			if (done == all) {
				say();
			}
		}

		private void say() {
			said = System.nanoTime();
			double seconds = (said - start) / 1e9;
			LOG.info("样例年度重放：{}/{} 件，{} 步，每秒 {} 步，已用 {} 秒", done, all, acts, Math.round(acts / seconds), Math.round(seconds));
		}
	}
}
