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
import org.bihuan.deployment.FoundAtStart;
import org.bihuan.deployment.ModelDeployment;
import org.bihuan.deployment.Offers;
import org.bihuan.document.Attachments;
import org.bihuan.engine.acting.Refusal;
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
	private final ModelDeployment models;
	private final Offers offers;
	private final FoundAtStart found;
	private final Map<String, List<String>> groups = new HashMap<>();
	private final Map<String, String> processes = new HashMap<>();

	Replay(Evaluation evaluation, FormService forms, TaskService tasks, IdentityService identity, TimeLapse lapse,
			RepositoryService repository, WorkingDays workingDays, EngineTime time, JdbcClient jdbc, PlatformTransactionManager transactions,
			Statistics statistics,
			Attachments attachments, Elements elements, ModelDeployment models, Offers offers, FoundAtStart found) {
		this.elements = elements;
		this.models = models;
		this.offers = offers;
		this.found = found;
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
		catch (RuntimeException failed) {
			notReplayed(failed);
			return;
		}
		finally {
			time.backToNow();
		}
		LOG.info("样例年度已就绪：{}", statistics.of(null, null).inWords());
	}

	/**
	 * Nothing of it was kept. With the house's own models that is a mistake of the house, and no start; a set that somebody has edited asks for more
	 * than the year tells, and who has edited it hears where.
	 */
	private void notReplayed(RuntimeException failed) {
		if (models.inForce().equals(offers.packaged())) {
			throw failed;
		}
		String what = "样例年度没有装入，什么也没有留下：" + why(failed) + "照常启动。样例是照随程序打包的图写的，现行的一套改过，样例里没有人会办新的环节；"
				+ "要看改过的图走不走得通，请在 /models 上传后点“演练”，或用 --bihuan.rehearse=文件夹；不要样例的启动请加 --bihuan.sample=false。";
		LOG.warn(what);
		LOG.debug("the sample year was not replayed", failed);
		found.add(what);
	}

	private static String why(RuntimeException failed) {
		if (failed instanceof NotReplayed told) {
			return told.getMessage();
		}
		Refusal refused = Refusal.in(failed);
		return refused == null ? "到期的作业没有办成（见日志）。" : "到期的作业没有办成：" + refused.getMessage();
	}

	/** An act that could not be done; the message is for people, in whole sentences. */
	private static final class NotReplayed extends IllegalStateException {

		private static final long serialVersionUID = 1L;

		NotReplayed(String message, RuntimeException cause) {
			super(message, cause);
		}
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
			throw new NotReplayed("样例年度重放失败：" + of.outcomeId() + "，" + ShanghaiTime.minute(ShanghaiTime.at(act.at())) + "，" + act.account()
					+ "，" + act.task() + instead(of, act, failed), failed);
		}
		finally {
			identity.clearAuthentication();
		}
	}

	/** Why, and what is open in the place of what the year tells. */
	private String instead(SampleCase of, Act act, RuntimeException failed) {
		identity.clearAuthentication();
		Refusal refused = Refusal.in(failed);
		List<String> open = of.outcomeId() == null ? List.of()
				: tasks.createTaskQuery().processInstanceBusinessKey(of.outcomeId()).list().stream()
						.map(one -> "“" + one.getName() + "”（" + one.getTaskDefinitionKey() + "）").distinct().sorted().toList();
		return (refused == null ? "。" : "：" + refused.getMessage())
				+ (act.task() == null ? "" : open.isEmpty() ? "这时没有开着的任务。" : "这时开着的是" + String.join("、", open) + "。");
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
