package org.bihuan.demo.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.demo.rehearsal.TimeLapse;
import org.bihuan.document.Attachments;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.role.Elements;
import org.bihuan.engine.time.EngineTime;
import org.bihuan.json.Json;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where cases are acted: each act through the engine as its person, the clock at its moment, and what was due before it has run. */
@Component
@Profile("!production")
class Stage {

	private static final Logger LOG = LoggerFactory.getLogger(Stage.class);
	private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(2);

	private final FormService forms;
	private final TaskService tasks;
	private final IdentityService identity;
	private final TimeLapse lapse;
	private final RepositoryService repository;
	private final EngineTime time;
	private final JdbcClient jdbc;
	private final Attachments attachments;
	private final Elements elements;
	private final Map<String, List<String>> groups = new HashMap<>();
	private final Map<String, String> processes = new HashMap<>();

	Stage(FormService forms, TaskService tasks, IdentityService identity, TimeLapse lapse, RepositoryService repository, EngineTime time,
			JdbcClient jdbc, Attachments attachments, Elements elements) {
		this.forms = forms;
		this.tasks = tasks;
		this.identity = identity;
		this.lapse = lapse;
		this.repository = repository;
		this.time = time;
		this.jdbc = jdbc;
		this.attachments = attachments;
		this.elements = elements;
	}

	/** An act that could not be done; the message is for people, in whole sentences. */
	static final class NotReplayed extends IllegalStateException {

		private static final long serialVersionUID = 1L;

		NotReplayed(String message, RuntimeException cause) {
			super(message, cause);
		}
	}

	/** What could not be done, in whole sentences for people. */
	static String why(RuntimeException failed) {
		if (failed instanceof NotReplayed told) {
			return told.getMessage();
		}
		Refusal refused = Refusal.in(failed);
		return refused == null ? "到期的作业没有办成（见日志）。" : "到期的作业没有办成：" + refused.getMessage();
	}

	/**
	 * Acts as these cases tell, one queue over all of them in the order of their moments, and stands at the last of them when it returns.
	 *
	 * @param what for the log and for what is told of a failure, as 样例年度
	 * @throws NotReplayed for an act that could not be done; the caller's transaction is to end with it
	 */
	void replay(String what, List<SampleCase> cases) {
		PriorityQueue<SampleCase> queue = new PriorityQueue<>(Comparator.comparing(SampleCase::next));
		queue.addAll(cases);
		Progress progress = new Progress(what, cases.size());
		while (!queue.isEmpty()) {
			SampleCase next = queue.poll();
			Act act = next.take();
			lapse.before(act.at(), Stage::mustNotFail);
			time.stopAt(act.at());
			perform(what, next, act);
			lapse.whatIsReady(Stage::mustNotFail);
			progress.acted();
			if (next.next() != null) {
				queue.add(next);
			}
			else {
				progress.finished();
			}
		}
	}

	/** Lets the time from the last act to this moment pass. */
	void until(Instant moment) {
		lapse.before(moment, Stage::mustNotFail);
	}

	private static void mustNotFail(Job job, RuntimeException failure) {
		throw failure;
	}

	private void perform(String what, SampleCase of, Act act) {
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
			throw new NotReplayed(what + "重放失败：" + of.outcomeId() + "，" + ShanghaiTime.minute(ShanghaiTime.at(act.at())) + "，" + act.account()
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

		private final String what;
		private final int all;
		private final long start = System.nanoTime();
		private long said = start;
		private int acts;
		private int done;

		Progress(String what, int all) {
			this.what = what;
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
			LOG.info("{}重放：{}/{} 件，{} 步，每秒 {} 步，已用 {} 秒", what, done, all, acts, Math.round(acts / seconds), Math.round(seconds));
		}
	}
}
