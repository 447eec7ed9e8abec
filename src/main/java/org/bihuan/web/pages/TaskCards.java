package org.bihuan.web.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.calendar.Light;
import org.bihuan.calendar.LightPolicy;
import org.bihuan.engine.answer.PlainAnswer;
import org.bihuan.engine.answer.PlainAnswers;
import org.bihuan.identity.Organisation;
import org.bihuan.identity.Reader;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Owed;
import org.bihuan.terms.TaskKeys;
import org.bihuan.waiting.OpenTask;
import org.bihuan.waiting.WaitingTasks;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What a card in Tasklist, and the head of an open task, says of a task: the case, its unit, the day, the light, who has it. */
@Component
class TaskCards {

	/** The tasks that are about what the assignment owes: their light is that of the ledger, whatever day was promised since. */
	private static final Set<String> OF_THE_ASSIGNMENT = Set.of(TaskKeys.DRAFT_REPLY, TaskKeys.SIGN_REPLY, TaskKeys.SEAL_REPLY,
			TaskKeys.DECIDE_EXTENSION,
			TaskKeys.HANDLE_OVERDUE, TaskKeys.REPORT_IMPLEMENTATION, TaskKeys.REDO, TaskKeys.SIGN_REDO, TaskKeys.SEAL_REDO,
			TaskKeys.TRACK_BY_COMMITTEE,
			TaskKeys.TRACK_BY_SUPERVISION, TaskKeys.LOOK_BACK_BY_COMMITTEE, TaskKeys.LOOK_BACK_BY_SUPERVISION);

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

	private final TaskService tasks;
	private final WaitingTasks waiting;
	private final Assignments assignments;
	private final Outcomes outcomes;
	private final Organisation organisation;
	private final LightPolicy policy;
	private final Clock clock;
	private final PlainAnswers plain;

	TaskCards(TaskService tasks, WaitingTasks waiting, Assignments assignments, Outcomes outcomes, Organisation organisation, LightPolicy policy,
			Clock clock, PlainAnswers plain) {
		this.tasks = tasks;
		this.waiting = waiting;
		this.assignments = assignments;
		this.outcomes = outcomes;
		this.organisation = organisation;
		this.policy = policy;
		this.clock = clock;
		this.plain = plain;
	}

	/**
	 * @param light {@code green yellow red}; empty, like its label and words, where the task has no day
	 * @param words 距到期还有 12 天
	 * @param title of the outcome; empty where the task is about none
	 * @param number of the assignment, else of the outcome
	 * @param outcome its number; empty where the task is about none
	 * @param unit 主办：公安局, or 牵头：城乡委 before it is with a unit
	 * @param due its last day, in Shanghai
	 * @param groups for whom it is, by name
	 * @param holder who has claimed it, by name; empty while nobody has
	 * @param own whether that is the reader
	 * @param open whether the reader may answer it now
	 * @param plain what can be answered without filling anything in, 知悉 or 同意; empty where more is asked for, or by others
	 */
	record Card(String light, String label, String words, String title, String number, String outcome, String unit, String due, String groups,
			String holder, boolean own, boolean open, String plain) {
	}

	/** Whether the light of a task of this step is that of what its assignment owes. */
	static boolean isOfTheAssignment(String stepKey) {
		return OF_THE_ASSIGNMENT.contains(stepKey);
	}

	/** As the engine writes its ids; nothing else is asked of the database. */
	static boolean isId(String id) {
		return ID.matcher(id).matches();
	}

	/** By the task's id; one that the reader may not see has none. */
	Map<String, Card> of(Reader reader, Collection<String> ids) {
		List<String> wanted = ids.stream().filter(TaskCards::isId).toList();
		if (wanted.isEmpty()) {
			return Map.of();
		}
		Map<String, Task> seen = tasks.createTaskQuery().taskIdIn(wanted.toArray(String[]::new)).list().stream()
				.collect(Collectors.toMap(Task::getId, Function.identity()));
		Map<String, Card> cards = new LinkedHashMap<>();
		List<OpenTask> open = waiting.ofTasks(seen.keySet());
		Map<String, Assignment> about = about(open);
		open.forEach(one -> cards.put(one.id(), card(reader, seen.get(one.id()), one, about)));
		return cards;
	}

	/**
	 * A task in one line.
	 *
	 * @param light as on its card, like its words
	 * @param outcome its number; empty where the task is about none
	 */
	record Brief(String id, String name, String title, String number, String outcome, String unit, String light, String label, String words) {

		/** Of its form. */
		public String address() {
			return Tasklist.task(id);
		}
	}

	/** Of tasks that the reader was shown, the nearest day first; however many they are, in two statements. */
	List<Brief> briefly(Collection<String> ids) {
		List<OpenTask> open = waiting.ofTasks(ids);
		Map<String, Assignment> about = about(open);
		return open.stream().map(one -> {
			Lit lit = lit(one, about);
			Assignment its = about.get(one.assignmentId());
			return new Brief(one.id(), one.name(), one.title(), one.number(), one.outcomeId() == null ? "" : one.outcomeId(),
					its == null ? "" : organisation.name(its.leadUnit()), lit.light(), lit.label(), lit.words());
		}).toList();
	}

	/** The assignments that some tasks are about, read at once. */
	private Map<String, Assignment> about(Collection<OpenTask> open) {
		return assignments.all(open.stream().map(OpenTask::assignmentId).filter(Objects::nonNull).distinct().toList()).stream()
				.collect(Collectors.toMap(Assignment::id, Function.identity()));
	}

	private Card card(Reader reader, Task task, OpenTask open, Map<String, Assignment> about) {
		Lit lit = lit(open, about);
		boolean answers = open.isToBeAnsweredBy(reader);
		String groups = Stream.concat(open.groups().stream(), open.people().stream()).distinct().map(organisation::name)
				.collect(Collectors.joining("、"));
		return new Card(lit.light(), lit.label(), lit.words(), open.title(), open.number(), open.outcomeId() == null ? "" : open.outcomeId(),
				unit(open, about), open.dueOn() == null ? "" : open.dueOn().toString(), groups,
				open.claimedBy() == null ? "" : organisation.name(open.claimedBy()), reader.id().equals(open.claimedBy()), answers,
				answers ? plain.of(task).map(PlainAnswer::label).orElse("") : "");
	}

	private String unit(OpenTask open, Map<String, Assignment> about) {
		if (open.assignmentId() != null) {
			return "主办：" + organisation.name(about.get(open.assignmentId()).leadUnit());
		}
		return open.outcomeId() == null ? "" : "牵头：" + organisation.name(outcomes.get(open.outcomeId()).committee());
	}

	private record Lit(String light, String label, String words) {

		static Lit of(Light light, String words) {
			return new Lit(light.name().toLowerCase(Locale.ROOT), light.label(), words);
		}
	}

	private Lit lit(OpenTask open, Map<String, Assignment> about) {
		LocalDate today = LocalDate.now(clock);
		if (open.dueOn() == null) {
			return new Lit("", "", "");
		}
		Owed owed = isOfTheAssignment(open.key()) && about.containsKey(open.assignmentId()) ? Owed.of(about.get(open.assignmentId())) : null;
		return owed == null || owed.now() == null
				? Lit.of(policy.on(open.begunOn(), today, open.dueOn()), policy.reason(today, open.dueOn()))
				: Lit.of(owed.light(policy, today), owed.reason(policy, today));
	}
}
