package org.bihuan.web.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.identity.Organisation;
import org.bihuan.identity.Reader;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Outcomes.Outcome;
import org.bihuan.moving.CaseState;
import org.bihuan.moving.MoveKind;
import org.bihuan.moving.MoveState;
import org.bihuan.moving.Moves;
import org.bihuan.moving.Moves.Move;
import org.bihuan.moving.Moves.MoveCase;
import org.bihuan.moving.Moving;
import org.bihuan.moving.RunningSet;
import org.bihuan.terms.Term;
import org.bihuan.waiting.Holders;
import org.bihuan.waiting.OpenTask;
import org.bihuan.waiting.WaitingTasks;
import org.bihuan.web.security.PageRefusal;
import org.bihuan.web.security.Scopes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 在办的改用新图: by which set of models the cases run, and whether they end by it or go on by another: tried first, then carried out with progress in
 * sight. For analysts and administrators; an analyst reads the numbers of the cases and where they stand, and nothing of what is in them.
 */
@Controller
class ModelCasesController implements AdministratorPage {

	private static final String PATH = "/models/cases";
	private static final int LATEST = 20;
	/** A header that browsers follow without a script. */
	private static final String REFRESH = "Refresh";
	private static final String REFRESHED = "3; url=" + PATH;

	private final Moving moving;
	private final Moves moves;
	private final Organisation organisation;
	private final Outcomes outcomes;
	private final WaitingTasks waiting;
	private final Holders holders;

	ModelCasesController(Moving moving, Moves moves, Organisation organisation, Outcomes outcomes, WaitingTasks waiting, Holders holders) {
		this.outcomes = outcomes;
		this.waiting = waiting;
		this.holders = holders;
		this.moving = moving;
		this.moves = moves;
		this.organisation = organisation;
	}

	@Override
	public String path() {
		return PATH;
	}

	@Override
	public String title() {
		return "改用新图";
	}

	/**
	 * An order as the page shows it.
	 *
	 * @param ended when it was done, or when it was stopped and by whom; empty while it runs
	 * @param gone of the cases, how many ended before it was their turn
	 */
	record Order(long id, MoveKind kind, String target, String source, String by, String at, MoveState state, String ended, int all, int done,
			int moved, int stays, int gone) {

		public boolean isTrial() {
			return kind == MoveKind.TRIAL;
		}

		public boolean isRunning() {
			return state == MoveState.RUNNING;
		}

		/** {@code 30 件可以改用，3 件要留在原图}. */
		public String result() {
			if (kind == MoveKind.STAY) {
				return "在办的按原来的图办完";
			}
			return moved + (isTrial() ? " 件可以改用，" : " 件已改用，") + stays + (isTrial() ? " 件要留在原图" : " 件留在原图")
					+ (gone > 0 ? "，" + gone + " 件已经办完" : "") + (done < all ? "，" + (all - done) + (isRunning() ? " 件还没轮到" : " 件没有做") : "");
		}
	}

	@GetMapping(PATH)
	String page(Reader reader, @RequestParam(name = "order", required = false) Long order, Model model, HttpServletResponse response) {
		Scopes.requireMaintainer(reader);
		List<RunningSet> sets = moving.sets();
		List<Move> latest = moves.latest(LATEST);
		// what was tried is what is carried out next
		latest.stream().limit(1).filter(one -> one.kind() == MoveKind.TRIAL && !model.containsAttribute("chosenTarget"))
				.forEach(one -> choose(one.target(), one.source(), model));
		List<Order> orders = latest.stream().map(one -> order(one, sets)).toList();
		model.addAttribute("sets", sets);
		model.addAttribute("orders", orders);
		moves.underWay().ifPresent(one -> {
			model.addAttribute("running", order(one, sets));
			response.setHeader(REFRESH, REFRESHED);
		});
		Order shown = order == null ? orders.isEmpty() ? null : orders.get(0)
				: moves.find(order).map(one -> order(one, sets)).orElseThrow(() -> PageRefusal.notFound("没有这一次，请从下面的列表中选择。"));
		model.addAttribute("shown", shown);
		model.addAttribute("staying", shown == null ? List.of() : cases(moves.cases(shown.id(), CaseState.STAYS), reader));
		model.addAttribute("going", shown == null ? List.of() : cases(moves.cases(shown.id(), CaseState.MOVED), reader));
		return "model-cases";
	}

	/**
	 * A case of an order.
	 *
	 * @param title empty for whoever may not read it, and where there is none
	 * @param unit whose it is: the 牵头专委会; empty likewise
	 * @param step where it waits now and with whom; empty where no task of it is open
	 * @param reason why it stays; null where it does not
	 */
	record Named(String number, String process, String title, String unit, String step, String reason) {
	}

	private List<Named> cases(List<MoveCase> cases, Reader reader) {
		Map<String, String> steps = waiting.of(cases.stream().map(MoveCase::number).distinct().toList()).stream()
				.collect(Collectors.groupingBy(OpenTask::outcomeId,
						Collectors.mapping(task -> task.name() + "（" + holders.words(task) + "）", Collectors.joining("；"))));
		return cases.stream().map(one -> {
			Optional<Outcome> outcome = reader.isAdministrator() ? outcomes.find(one.number()) : Optional.empty();
			return new Named(one.number(), one.process(), outcome.map(Outcome::title).orElse(""),
					outcome.map(Outcome::committee).map(organisation::name).orElse(""), steps.getOrDefault(one.number(), ""), one.reason());
		}).toList();
	}

	private static void choose(String target, String source, Model model) {
		model.addAttribute("chosenTarget", target);
		model.addAttribute("chosenSource", source);
	}

	private Order order(Move move, List<RunningSet> sets) {
		Map<CaseState, Integer> counts = moves.counts(move.id());
		int all = counts.values().stream().mapToInt(Integer::intValue).sum();
		return new Order(move.id(), move.kind(), name(move.target(), sets), move.source() == null ? "全部" : name(move.source(), sets),
				organisation.name(move.orderedBy(), move.orderedAt()), Words.minute(move.orderedAt()), move.state(),
				Words.minute(move.endedAt()) + (move.endedBy() == null ? "" : "，" + organisation.name(move.endedBy(), move.endedAt())), all,
				all - counts.getOrDefault(CaseState.WAITING, 0), counts.getOrDefault(CaseState.MOVED, 0), counts.getOrDefault(CaseState.STAYS, 0),
				counts.getOrDefault(CaseState.ENDED, 0));
	}

	private static String name(String deployment, List<RunningSet> sets) {
		return sets.stream().filter(one -> one.deployment().equals(deployment)).map(RunningSet::name).findFirst().orElse("另外部署的图");
	}

	/** @param kind a code of {@link MoveKind} */
	@PostMapping(PATH)
	String order(Reader reader, @RequestParam(name = "kind", defaultValue = "") String kind,
			@RequestParam(name = "target", defaultValue = "") String target, @RequestParam(name = "source", defaultValue = "") String source,
			Model model, HttpServletResponse response) {
		Scopes.requireMaintainer(reader);
		choose(target, source, model);
		return carriedOut(reader, model, response, () -> moving.order(
				Term.find(MoveKind.class, kind).orElseThrow(() -> Refusal.invalid("请选择试一遍、改用还是留在原图。")), target, source, reader.id()));
	}

	@PostMapping(PATH + "/stop")
	String stop(Reader reader, Model model, HttpServletResponse response) {
		Scopes.requireMaintainer(reader);
		return carriedOut(reader, model, response, () -> moving.stop(reader.id()));
	}

	private String carriedOut(Reader reader, Model model, HttpServletResponse response, Runnable act) {
		try {
			act.run();
			return "redirect:" + PATH;
		}
		catch (Refusal refused) {
			response.setStatus(refused.kind().status());
			model.addAttribute("refusal", refused.getMessage());
			return page(reader, null, model, response);
		}
	}
}
