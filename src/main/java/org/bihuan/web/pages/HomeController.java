package org.bihuan.web.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.PlainAnswers;
import org.bihuan.engine.role.Elements;
import org.bihuan.identity.ListCounts;
import org.bihuan.identity.Reader;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.LedgerRows;
import org.bihuan.ledger.Notices;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Event;
import org.bihuan.terms.TaskKeys;
import org.bihuan.web.security.Scopes;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 首页: what waits, each number a way to where it is done; what is nearest; what the reader did last and what he may begin. Who looks after the whole
 * district sees the {@link Cockpit} first. See adr/0046.
 */
@Controller
class HomeController {

	private static final int NEAREST = 6;
	private static final int LATEST = 8;
	private static final int NEW_DAYS = 7;

	private final ListCounts lists;
	private final TaskCards cards;
	private final Notices notices;
	private final Trail trail;
	private final LedgerRows rows;
	private final Cockpit cockpit;
	private final PlainAnswers plain;
	private final Elements elements;
	private final TaskService tasks;
	private final RepositoryService repository;
	private final Clock clock;

	HomeController(ListCounts lists, TaskCards cards, Notices notices, Trail trail, LedgerRows rows, Cockpit cockpit, PlainAnswers plain,
			Elements elements, TaskService tasks, RepositoryService repository, Clock clock) {
		this.lists = lists;
		this.cards = cards;
		this.notices = notices;
		this.trail = trail;
		this.rows = rows;
		this.cockpit = cockpit;
		this.plain = plain;
		this.elements = elements;
		this.tasks = tasks;
		this.repository = repository;
		this.clock = clock;
	}

	/** A number with what it counts and where that is. */
	record Tile(String label, String about, String light, long count, String address) {
	}

	/** @param address of the page of the case; null where there is none, or none that the reader may see any more */
	record Done(String at, String act, String number, String title, String address) {
	}

	/** Where a start form is. */
	record Start(String name, String address) {
	}

	@GetMapping("/")
	String home(Reader reader, Model model) {
		model.addAttribute("first", RoleFirst.sentences(reader));
		model.addAttribute("cockpit", RoleFirst.seesTheCockpit(reader) ? cockpit.of(reader) : null);
		model.addAttribute("tiles", tiles(reader));
		List<Task> nearest = lists.nearest(reader, NEAREST);
		model.addAttribute("nearest", cards.briefly(nearest.stream().map(Task::getId).toList()));
		model.addAttribute("choices", nearest.stream().filter(one -> elements.key(one).equals(TaskKeys.RATE_SATISFACTION))
				.collect(Collectors.toMap(Task::getId, plain::choices)));
		model.addAttribute("done", done(reader));
		model.addAttribute("starts", starts());
		return "home";
	}

	/**
	 * 评价 from the first screen, where its form asks for nothing but choices: an answer like any other, checked by its form and on the trail.
	 *
	 * @param sent by the keys of the choices; anything else is left out
	 */
	@PostMapping("/desk/rating")
	String rate(Reader reader, @RequestParam Map<String, String> sent, Model model, HttpServletResponse response) {
		String id = sent.getOrDefault("task", "");
		Task task = TaskCards.isId(id) ? tasks.createTaskQuery().taskId(id).singleResult() : null;
		try {
			Refusal.unless(task != null && elements.key(task).equals(TaskKeys.RATE_SATISFACTION) && !plain.choices(task).isEmpty(),
					"这件评价已经办结、已被收回，或者不由您评价，没有记下。请看“待评价”里还有哪些。");
			Map<String, Object> chosen = new LinkedHashMap<>();
			plain.choices(task).stream().filter(one -> sent.containsKey(one.key())).forEach(one -> chosen.put(one.key(), sent.get(one.key())));
			plain.give(task, chosen);
			return "redirect:/";
		}
		catch (RuntimeException failed) {
			Refusal refusal = Refusal.in(failed);
			if (refusal == null) {
				throw failed;
			}
			response.setStatus(refusal.kind().status());
			model.addAttribute("refusal", refusal.getMessage());
			return home(reader, model);
		}
	}

	private List<Tile> tiles(Reader reader) {
		List<Tile> tiles = new ArrayList<>();
		lists.of(reader).forEach(
				one -> tiles.add(new Tile(one.title(), one.description(), one.light(), one.count(), Tasklist.list(one.filterId()))));
		LocalDate since = LocalDate.now(clock).minusDays(NEW_DAYS);
		tiles.add(new Tile("新通知", NEW_DAYS + " 天以来告知本人和本部门的。", "",
				notices.countSince(NoticesController.recipients(reader), NoticesController.from(since)), "/notices?since=" + since));
		return tiles;
	}

	private List<Done> done(Reader reader) {
		List<Event> latest = trail.ofActor(reader.id(), LATEST);
		Map<String, String> titles = rows.titles(Scopes.of(reader),
				latest.stream().map(Event::outcomeId).filter(Objects::nonNull).distinct().toList());
		return latest.stream().map(one -> done(one, titles.get(one.outcomeId()))).toList();
	}

	/** @param title null of a case that the reader does not see */
	private static Done done(Event event, String title) {
		String act = event.act() == Act.STEP_TAKEN ? event.field("task") : event.act().label();
		String number = event.assignmentId() != null ? event.assignmentId() : Objects.requireNonNullElse(event.outcomeId(), "");
		return new Done(Words.minute(event.at()), act, number, title == null ? "" : title, title == null ? null
				: "/outcomes/" + event.outcomeId() + (event.assignmentId() == null ? "" : "#" + event.assignmentId()));
	}

	/** As Tasklist offers them: what the engine lets this account start. */
	private List<Start> starts() {
		return repository.createProcessDefinitionQuery().latestVersion().active().startableInTasklist().startablePermissionCheck()
				.orderByProcessDefinitionName().asc().list().stream().map(one -> new Start(one.getName(), Tasklist.start(one.getKey()))).toList();
	}
}
