package org.bihuan.rehearsal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.document.Attachments;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.FormFiller;
import org.bihuan.engine.answer.FormFiller.Filled;
import org.bihuan.engine.role.Elements;
import org.bihuan.engine.time.EngineTime;
import org.bihuan.identity.Organisation;
import org.bihuan.json.Json;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Notices;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Outcomes.Outcome;
import org.bihuan.rehearsal.Walked.Ending;
import org.bihuan.rehearsal.Walked.Step;
import org.bihuan.rehearsal.Walked.Stuck;
import org.bihuan.rehearsal.Walked.Told;
import org.bihuan.terms.Channel;
import org.bihuan.terms.Option;
import org.bihuan.terms.ProcessKeys;
import org.bihuan.terms.TaskKeys;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Walks through everything that a set offers. One case is answered in the plainest way; wherever something else could be answered, or a timer could
 * fire before anybody answers, another case leaves it there and is walked to its own end, in a savepoint that is then taken back. So what the cases
 * have in common is walked but twice, and a choice that only such a case meets is found as well. Nothing is ever committed.
 */
class Walk {

	/** A Monday whose two months and a year have their days off announced: every rehearsal has the same days. */
	static final LocalDateTime BEGIN = LocalDateTime.of(2025, 3, 3, 9, 0);

	/** The key of the case that is late with everything. */
	static final String LATE = "late";

	private static final int MOST_PEOPLE = 4;
	private static final int MOST_ANSWERS = 150;
	/** More often than three people who are asked one thing in three rounds. */
	private static final int MOST_THE_SAME = 12;
	private static final int MOST_CASES = 400;
	private static final Duration LONGEST = Duration.ofDays(3 * 366);
	private static final Duration BETWEEN_ANSWERS = Duration.ofMinutes(1);
	private static final int DAYS_LATE = 4;
	private static final int DAYS_WITHOUT_LIMIT = 10;
	private static final int SCAN = 40;

	private static final TypeReference<Map<String, Object>> NAMES = new TypeReference<>() {
	};

	private final FormService forms;
	private final TaskService tasks;
	private final RuntimeService runtime;
	private final ManagementService management;
	private final IdentityService identity;
	private final RepositoryService repository;
	private final FormFiller answers;
	private final Elements elements;
	private final Organisation organisation;
	private final Outcomes outcomes;
	private final Assignments assignments;
	private final Attachments attachments;
	private final EngineTime time;
	private final Clock clock;
	private final FlowsTaken flows;
	private final TransactionTemplate all;
	private final TransactionTemplate apart;

	private final Set<String> tried = new HashSet<>();
	/** In the order in which they left. */
	private final SortedMap<Integer, Walked.Case> ended = new TreeMap<>();
	/** Who could do a step the last time, among those whom it is offered to. */
	private final Map<String, String> whoCould = new HashMap<>();
	/** What jobs are about, by the ids of their definitions. */
	private final Map<String, String> activities = new HashMap<>();
	private final byte[] scan = scan();
	private BiConsumer<Integer, Integer> progress = (done, known) -> {
	};
	private int known = 1;
	private int orders;
	private Places places;
	private Wishes wishes;
	private Variations variations;
	private String committee;
	private Trace current;

	Walk(FormService forms, TaskService tasks, RuntimeService runtime, ManagementService management, IdentityService identity,
			RepositoryService repository, FormFiller answers, Elements elements, Organisation organisation, Outcomes outcomes,
			Assignments assignments, Attachments attachments, EngineTime time, Clock clock, FlowsTaken flows,
			PlatformTransactionManager transactions) {
		this.forms = forms;
		this.tasks = tasks;
		this.runtime = runtime;
		this.management = management;
		this.identity = identity;
		this.repository = repository;
		this.answers = answers;
		this.elements = elements;
		this.organisation = organisation;
		this.outcomes = outcomes;
		this.assignments = assignments;
		this.attachments = attachments;
		this.time = time;
		this.clock = clock;
		this.flows = flows;
		this.all = new TransactionTemplate(transactions);
		this.apart = new TransactionTemplate(transactions);
		this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
	}

	/** @param progress how many cases have ended, of how many that are known of */
	Walked walk(BiConsumer<Integer, Integer> progress) {
		this.progress = progress;
		places = new Places(repository);
		wishes = new Wishes(organisation);
		variations = new Variations(places, wishes);
		committee = organisation.committees().stream().map(Option::value)
				.max(Comparator.comparing((String one) -> Math.min(2, organisation.accountsOf(one).size()))
						.thenComparing(Comparator.reverseOrder()))
				.orElse("");
		all.executeWithoutResult(transaction -> {
			transaction.setRollbackOnly();
			time.stopAt(BEGIN.atZone(ShanghaiTime.ZONE).toInstant());
			explore(Trace.begin(), this::register);
			Trace late = Trace.begin().leaving(LATE, "每一步都拖到超期以后才办", ++orders);
			known++;
			late.late = true;
			explore(late, this::register);
		});
		return new Walked(List.copyOf(ended.values()), places.untaken(flows::took));
	}

	/** Told in the transaction of what happens: what is taken back was not told. */
	@EventListener
	public void told(Notices.Told told) {
		if (current != null) {
			String how = told.channels().stream().filter(one -> one != Channel.LIST).map(Channel::label).sorted().findFirst()
					.orElse(Channel.LIST.label());
			String whom = organisation.name(told.notice().recipient());
			current.told.add(new Told(told.notice().kind().label(), whom, how, today().toString(), current.since(today())));
		}
	}

	private LocalDate today() {
		return ShanghaiTime.dateAt(clock.instant());
	}

	/**
	 * Walks a case to its end. What it meets that nobody has met before is its own: it is walked once more as far as that, and others leave it
	 * there. So every case leaves as near to the straight way as it can.
	 */
	private void explore(Trace trace, Consumer<Trace> walk) {
		Trace scout = trace.again();
		walkApart(scout, walk);
		Set<String> fresh = scout.met.stream().filter(one -> !tried.contains(one)).limit(Math.max(0, MOST_CASES - known))
				.collect(Collectors.toCollection(LinkedHashSet::new));
		if (!fresh.isEmpty()) {
			tried.addAll(fresh);
			known += fresh.size();
			Trace left = trace.again();
			left.own = fresh;
			walkApart(left, walk);
		}
	}

	private void walkApart(Trace trace, Consumer<Trace> walk) {
		Instant before = clock.instant();
		Trace above = current;
		current = trace;
		try {
			apart.executeWithoutResult(transaction -> {
				transaction.setRollbackOnly();
				try {
					walk.accept(trace);
				}
				catch (AllHaveLeft noMore) {
					// how it ends is known
				}
				catch (StuckHere here) {
					end(trace, new Ending("停住：" + here.stuck().sentence(), here.stuck(), today().toString()));
				}
			});
		}
		finally {
			current = above;
			identity.clearAuthentication();
			time.stopAt(before);
			forgetWhatWaitsForTheEnd();
		}
	}

	/** What the engine would do after a rollback of the whole: retries of jobs that were never to be. It would also keep everything in memory. */
	private static void forgetWhatWaitsForTheEnd() {
		TransactionSynchronizationManager.clearSynchronization();
		TransactionSynchronizationManager.initSynchronization();
	}

	/** A case that was walked before has been left by all that leave it. */
	private static final class AllHaveLeft extends RuntimeException {

		private static final long serialVersionUID = 1L;
	}

	private void end(Trace trace, Ending ending) {
		if (trace.own == null) {
			ended.put(trace.order, trace.ended(ending));
			progress.accept(ended.size(), Math.max(known, ended.size()));
		}
	}

	/** Something could go another way here: on the way to its end a case only remembers that, afterwards others leave it. */
	private void otherwise(Trace trace, String key, String name, Consumer<Trace> walk) {
		if (trace.late) {
			return;
		}
		if (trace.own == null) {
			trace.met.add(key);
		}
		else if (trace.own.remove(key)) {
			explore(trace.leaving(key, name, ++orders), walk);
			if (trace.own.isEmpty()) {
				throw new AllHaveLeft();
			}
		}
	}

	private void register(Trace trace) {
		String definition = places.definition(ProcessKeys.CONSULTATION_OUTCOME)
				.orElseThrow(() -> new StuckHere(new Stuck("", "", "", "这一套里没有“协商成果闭环”（consultation-outcome），一件也不能发起。")));
		String account = organisation.accountsOf(committee).stream().findFirst()
				.orElseThrow(() -> new StuckHere(new Stuck("", "", "", "没有一个专委会有人，没有人可以登记选题。")));
		JsonNode form = form(() -> forms.getDeployedStartForm(definition));
		Filled plain = answers.fill(form, Map.of(), today(), Map.of());
		variations.each(plain, Map.of(), (key, name, wish) -> otherwise(trace, ProcessKeys.CONSULTATION_OUTCOME + "/" + key, "发起：" + name, other -> {
			try {
				register(other, definition, account, answers.fill(form, Map.of(), today(), wish).answer());
			}
			catch (RuntimeException failure) {
				Refusal refused = Refusal.in(failure);
				if (refused == null) {
					throw failure;
				}
				end(other, new Ending("没有发起：" + refused.getMessage(), null, today().toString()));
				return;
			}
			goOn(other);
		}));
		register(trace, definition, account, plain.answer());
		goOn(trace);
	}

	private void register(Trace trace, String definition, String account, Map<String, Object> answer) {
		trace.outcomeId = start(account, definition, answer);
	}

	private String start(String account, String definition, Map<String, Object> answer) {
		return as(account, () -> forms.submitStartForm(definition, answer)).getBusinessKey();
	}

	/** From here to its end. */
	private void goOn(Trace trace) {
		Set<String> waited = new HashSet<>();
		while (true) {
			ready(trace);
			if (parts().isEmpty()) {
				end(trace, new Ending(ending(trace), null, today().toString()));
				return;
			}
			if (Duration.between(BEGIN.atZone(ShanghaiTime.ZONE).toInstant(), clock.instant()).compareTo(LONGEST) > 0) {
				throw somewhere("三年过去了还没有办完。");
			}
			List<Task> open = open();
			if (open.isEmpty()) {
				Job next = waiting().stream().findFirst()
						.orElseThrow(() -> somewhere("件停在这里：没有可以办的任务，也没有会到的定时器。请检查它后面的线、条件和消息。"));
				pass(trace, next.getDuedate().toInstant());
				continue;
			}
			timers(trace);
			Task task = open.get(0);
			if (trace.late && waited.add(task.getId())) {
				Instant due = task.getDueDate() == null ? clock.instant().plus(Duration.ofDays(DAYS_WITHOUT_LIMIT)) : task.getDueDate().toInstant();
				Instant until = due.plus(Duration.ofDays(DAYS_LATE));
				pass(trace, until.isAfter(clock.instant()) ? until : clock.instant());
				continue;
			}
			if (TaskKeys.DRAFT_REPLY.equals(elements.key(task))) {
				amendments(trace);
			}
			answer(trace, task);
		}
	}

	private String ending(Trace trace) {
		Outcome outcome = outcomes.get(trace.outcomeId);
		Map<String, Long> states = assignments.of(outcome.id()).stream()
				.collect(Collectors.groupingBy(one -> one.state().label(), LinkedHashMap::new, Collectors.counting()));
		String parts = states.entrySet().stream().map(one -> one.getKey() + " " + one.getValue() + " 件").collect(Collectors.joining("，"));
		return (outcome.closing() == null ? outcome.state().label() : outcome.closing().label())
				+ (parts.isEmpty() ? "" : "（交办件" + parts + "）");
	}

	/** Whatever runs is of this case: there is no other. */
	private List<ProcessInstance> parts() {
		return runtime.createProcessInstanceQuery().list();
	}

	/** In the order in which they were opened; of those of one moment by what the ledger calls them and whom they are for. */
	private List<Task> open() {
		List<Task> open = tasks.createTaskQuery().active().list();
		return open.size() < 2 ? open
				: open.stream().sorted(Comparator.comparing(Task::getCreateTime).thenComparing(one -> elements.key(one))
						.thenComparing(one -> who(one).toString()).thenComparing(Task::getId)).toList();
	}

	private List<Job> waiting() {
		return management.createJobQuery().timers().active().withRetriesLeft().orderByJobDuedate().asc().list().stream()
				.filter(one -> one.getProcessInstanceId() != null).toList();
	}

	private String activity(Job job) {
		return activities.computeIfAbsent(job.getJobDefinitionId(),
				id -> management.createJobDefinitionQuery().jobDefinitionId(id).singleResult().getActivityId());
	}

	private StuckHere somewhere(String why) {
		for (ProcessInstance part : parts()) {
			List<String> at = runtime.getActiveActivityIds(part.getId());
			if (!at.isEmpty()) {
				return places.stuck(part.getProcessDefinitionId(), at.get(at.size() - 1), why);
			}
		}
		return new StuckHere(new Stuck("", "", "", why));
	}

	/** Nobody answers until a timer fires: once for each timer, and once more where it has fired before. */
	private void timers(Trace trace) {
		if (trace.late) {
			return;
		}
		for (Job job : waiting()) {
			String id = activity(job);
			String name = places.name(job.getProcessDefinitionId(), id);
			String key = elements.key(job.getProcessDefinitionId(), id);
			boolean again = trace.steps.stream().anyMatch(one -> one.timer() && one.key().equals(key));
			otherwise(trace, key + (again ? "/again" : ""), "没有人办，" + (again ? "又" : "") + "等到“" + name + "”", other -> {
				pass(other, job.getDuedate().toInstant());
				goOn(other);
			});
		}
	}

	/** Time passes: what falls due on the way happens at its own moment, and nobody does anything. */
	private void pass(Trace trace, Instant until) {
		for (Job due = dueBefore(until); due != null; due = dueBefore(until)) {
			if (due.getDuedate().toInstant().isAfter(clock.instant())) {
				time.stopAt(due.getDuedate().toInstant());
			}
			fire(trace, due);
			ready(trace);
		}
		if (until.isAfter(clock.instant())) {
			time.stopAt(until);
		}
	}

	private Job dueBefore(Instant until) {
		return management.createJobQuery().timers().active().withRetriesLeft().duedateLowerThan(Date.from(until.plusMillis(1)))
				.orderByJobDuedate().asc().listPage(0, 1).stream().findFirst().orElse(null);
	}

	private void fire(Trace trace, Job job) {
		String id = activity(job);
		if (job.getProcessInstanceId() != null) {
			trace.steps.add(new Step(elements.key(job.getProcessDefinitionId(), id), places.name(job.getProcessDefinitionId(), id), true, List.of(),
					today().toString(), null, trace.since(today())));
		}
		execute(job, id);
	}

	private void execute(Job job, String id) {
		try {
			management.executeJob(job.getId());
		}
		catch (RuntimeException failure) {
			throw places.stuck(job.getProcessDefinitionId(), id.replaceAll("#.*", ""), "", failure);
		}
	}

	/** Runs what waits for nothing but a worker, and looks what is open then. */
	private void ready(Trace trace) {
		for (List<Job> ready = messages(); !ready.isEmpty(); ready = messages()) {
			for (Job job : ready) {
				execute(job, activity(job));
			}
		}
		for (Task task : open()) {
			if (trace.seen.add(task.getId())) {
				trace.steps.add(new Step(elements.key(task), task.getName() == null ? task.getTaskDefinitionKey() : task.getName(), false, who(task),
						today().toString(), task.getDueDate() == null ? null : ShanghaiTime.dateAt(task.getDueDate().toInstant()).toString(),
						trace.since(today())));
			}
		}
	}

	private List<Job> messages() {
		return management.createJobQuery().messages().active().withRetriesLeft().list();
	}

	private List<String> who(Task task) {
		return candidates(task).map(one -> organisation.name(one.getGroupId() == null ? one.getUserId() : one.getGroupId())).sorted().toList();
	}

	private Stream<IdentityLink> candidates(Task task) {
		return tasks.getIdentityLinksForTask(task.getId()).stream().filter(one -> "candidate".equals(one.getType()));
	}

	private List<String> people(Task task) {
		List<String> people = candidates(task)
				.flatMap(one -> one.getGroupId() == null ? Stream.of(one.getUserId()) : organisation.accountsOf(one.getGroupId()).stream())
				.distinct().sorted().toList();
		String could = whoCould.get(elements.key(task));
		return Stream.concat(people.stream().filter(one -> one.equals(could)), people.stream().filter(one -> !one.equals(could))).limit(MOST_PEOPLE)
				.toList();
	}

	private void answer(Trace trace, Task task) {
		trace.answers++;
		if (trace.answers > MOST_ANSWERS) {
			throw places.stuck(task.getProcessDefinitionId(), task.getTaskDefinitionKey(), "办了 " + MOST_ANSWERS + " 步还没有办完，可能在绕圈。请检查这一步后面的线和条件。");
		}
		String step = elements.key(task);
		JsonNode form = form(() -> forms.getDeployedTaskForm(task.getId()));
		Map<String, Object> view = Json.convert(Json.read(String.valueOf(tasks.getVariableLocal(task.getId(), Variables.VIEW))), NAMES);
		Map<String, Object> plainly = wishes.of(step, today(), assignments.of(trace.outcomeId).stream().findFirst().orElse(null), committee);
		Filled plain = answers.fill(form, view, today(), plainly);
		String name = task.getName() == null ? task.getTaskDefinitionKey() : task.getName();
		variations.each(plain, plainly, (key, what, wish) -> otherwise(trace, places.process(task.getProcessDefinitionId()) + "/" + step + "/" + key,
				"“" + name + "”" + what, other -> {
					answer(other, task, answers.fill(form, view, today(), wish).answer());
					goOn(other);
				}));
		answer(trace, task, trace.again(step) > MOST_THE_SAME ? otherwise(trace, step, form, view, plain, plainly) : plain.answer());
	}

	/** Who is asked the same again and again answers otherwise at last: one way after the other, so that a case that only turns round comes on. */
	private Map<String, Object> otherwise(Trace trace, String step, JsonNode form, Map<String, Object> view, Filled plain,
			Map<String, Object> plainly) {
		List<Map<String, Object>> others = new ArrayList<>();
		variations.each(plain, plainly, (key, what, wish) -> others.add(wish));
		return others.isEmpty() ? plain.answer()
				: answers.fill(form, view, today(), others.get((trace.times(step) - MOST_THE_SAME) % others.size())).answer();
	}

	/** By the first of those it is for who may: that another person has to act than before, the house says itself. */
	private void answer(Trace trace, Task task, Map<String, Object> answer) {
		time.stopAt(clock.instant().plus(BETWEEN_ANSWERS));
		String step = elements.key(task);
		RuntimeException last = null;
		for (String account : people(task)) {
			int told = trace.told.size();
			try {
				apart.executeWithoutResult(transaction -> complete(account, task, step, answer));
				whoCould.put(step, account);
				return;
			}
			catch (RuntimeException failure) {
				trace.told.subList(told, trace.told.size()).clear();
				last = failure;
				if (Refusal.in(failure) == null) {
					break;
				}
			}
			finally {
				identity.clearAuthentication();
			}
		}
		throw last == null ? places.stuck(task.getProcessDefinitionId(), task.getTaskDefinitionKey(), "没有可以办理的人。请检查办理的小组和它的成员。")
				: places.stuck(task.getProcessDefinitionId(), task.getTaskDefinitionKey(), "照表单填写的答案没有被收下：", last);
	}

	private void complete(String account, Task task, String step, Map<String, Object> answer) {
		as(account, () -> {
			if (task.getAssignee() == null) {
				tasks.claim(task.getId(), account);
			}
			if (Wishes.SCANNED.contains(step)) {
				attachments.attachOwn(task.getId(), "演练.png", scan, account);
			}
			forms.submitTaskForm(task.getId(), new LinkedHashMap<>(answer));
			return null;
		});
	}

	/** What the offices may do about a case while a unit is at it: once each. */
	private void amendments(Trace trace) {
		String outcome = trace.outcomeId;
		List<Assignment> all = assignments.of(outcome);
		if (all.isEmpty()) {
			return;
		}
		String assignment = all.get(0).id();
		String unit = organisation.name(wishes.otherThan(all.get(0).leadUnit()));
		List<String> leaders = organisation.leaders().stream().map(Option::label).toList();
		amend(trace, "correct", "更正办理要求", Organisation.GOV_OFFICE,
				Map.of("kind", "correct", Wishes.NUMBER, assignment, "field", "assignment-requirement"));
		amend(trace, "withdraw", "撤回交办件", Organisation.GOV_OFFICE, Map.of("kind", "withdraw", Wishes.NUMBER, assignment));
		amend(trace, "withdraw-outcome", "撤回整件成果", Organisation.CPPCC_OFFICE, Map.of("kind", "withdraw", Wishes.NUMBER, outcome, "remainder", ""));
		amend(trace, "reassign", "改派", Organisation.GOV_OFFICE, Map.of("kind", "reassign", Wishes.NUMBER, assignment, "toUnit", unit));
		amend(trace, "add", "补交办", Organisation.GOV_OFFICE, Map.of("kind", "add", Wishes.NUMBER, outcome));
		if (!leaders.isEmpty()) {
			send(trace, ProcessKeys.LATE_INSTRUCTION, "", "补录批示", Organisation.PARTY_OFFICE,
					Map.of("outcomeNo", outcome, "leader", leaders.get(leaders.size() - 1)));
		}
	}

	private void amend(Trace trace, String key, String name, String group, Map<String, Object> wish) {
		send(trace, ProcessKeys.AMENDMENT, "/" + key, "办理中" + name, group, wish);
	}

	private void send(Trace trace, String process, String key, String name, String group, Map<String, Object> wish) {
		String definition = places.definition(process).orElse(null);
		String account = organisation.accountsOf(group).stream().findFirst().orElse(null);
		if (definition != null && account != null) {
			otherwise(trace, process + key, name, other -> {
				JsonNode form = form(() -> forms.getDeployedStartForm(definition));
				time.stopAt(clock.instant().plus(BETWEEN_ANSWERS));
				try {
					start(account, definition, answers.fill(form, Map.of(), today(), wish).answer());
				}
				catch (RuntimeException failure) {
					throw places.stuck(definition, process, "“" + name + "”没有被收下：", failure);
				}
				goOn(other);
			});
		}
	}

	private <T> T as(String account, java.util.function.Supplier<T> act) {
		identity.setAuthentication(account, identity.createGroupQuery().groupMember(account).list().stream().map(one -> one.getId()).toList());
		try {
			return act.get();
		}
		finally {
			identity.clearAuthentication();
		}
	}

	private static JsonNode form(java.util.function.Supplier<InputStream> form) {
		try (InputStream source = form.get()) {
			return source == null ? Json.read("{\"components\":[]}") : Json.read(source);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** A picture of paper with nothing on it. */
	private static byte[] scan() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(new BufferedImage(SCAN, SCAN, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return bytes.toByteArray();
	}
}
