package org.bihuan.web.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.bihuan.calendar.Light;
import org.bihuan.calendar.LightPolicy;
import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.engine.role.Elements;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Owed;
import org.bihuan.terms.TaskKeys;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 亮灯 for Tasklist's cards: asked for when a card is drawn, so that a light is never older than the page. */
@RestController
class LightsController {

	/** The tasks that are about what the assignment owes: their light is that of the ledger, whatever day was promised since. */
	private static final Set<String> OF_THE_ASSIGNMENT = Set.of(TaskKeys.DRAFT_REPLY, TaskKeys.SIGN_REPLY, TaskKeys.SEAL_REPLY,
			TaskKeys.DECIDE_EXTENSION,
			TaskKeys.HANDLE_OVERDUE, TaskKeys.REPORT_IMPLEMENTATION, TaskKeys.REDO, TaskKeys.SIGN_REDO, TaskKeys.SEAL_REDO,
			TaskKeys.TRACK_BY_COMMITTEE,
			TaskKeys.TRACK_BY_SUPERVISION, TaskKeys.LOOK_BACK_BY_COMMITTEE, TaskKeys.LOOK_BACK_BY_SUPERVISION);

	private static final int MOST = 200;

	private final TaskService tasks;
	private final Assignments assignments;
	private final LightPolicy policy;
	private final Clock clock;
	private final Elements elements;

	LightsController(TaskService tasks, Assignments assignments, LightPolicy policy, Clock clock, Elements elements) {
		this.elements = elements;
		this.tasks = tasks;
		this.assignments = assignments;
		this.policy = policy;
		this.clock = clock;
	}

	/**
	 * @param light {@code green yellow red}
	 * @param words 距到期还有 12 天
	 */
	record Shown(String light, String label, String words) {
	}

	/** By task id; a task that has no due date, or that the reader may not see, has no light. */
	@GetMapping("/lights")
	Map<String, Shown> lights(@RequestParam("tasks") List<String> ids) {
		Map<String, Shown> shown = new LinkedHashMap<>();
		LocalDate today = LocalDate.now(clock);
		for (Task task : tasks.createTaskQuery().taskIdIn(ids.stream().limit(MOST).toArray(String[]::new)).list()) {
			if (task.getDueDate() != null) {
				shown.put(task.getId(),
						OF_THE_ASSIGNMENT.contains(elements.key(task)) ? ofTheAssignment(task, today) : ofItsOwn(task, today));
			}
		}
		return shown;
	}

	private Shown ofTheAssignment(Task task, LocalDate today) {
		Owed owed = Owed.of(assignments.get((String) tasks.getVariable(task.getId(), Variables.ASSIGNMENT_ID)));
		return owed.now() == null ? ofItsOwn(task, today) : shown(owed.light(policy, today), owed.reason(policy, today));
	}

	private Shown ofItsOwn(Task task, LocalDate today) {
		LocalDate due = ShanghaiTime.dateAt(task.getDueDate().toInstant());
		return shown(policy.on(ShanghaiTime.dateAt(task.getCreateTime().toInstant()), today, due), policy.reason(today, due));
	}

	private static Shown shown(Light light, String words) {
		return new Shown(light.name().toLowerCase(Locale.ROOT), light.label(), words);
	}
}
