package org.bihuan.moving;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.moving.Moves.Move;
import org.bihuan.moving.Moves.MoveCase;
import org.bihuan.moving.RunningSets.RunningCase;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people decide about the cases that run: let them be, try whether they could go on by another set, let them, or stop that. */
@Component
public class Moving {

	private static final String ANOTHER = "上一次还没有做完，请等它做完，或者先停止。";

	private final Moves moves;
	private final RunningSets sets;
	private final Actors actors;

	Moving(Moves moves, RunningSets sets, Actors actors) {
		this.moves = moves;
		this.sets = sets;
		this.actors = actors;
	}

	/** The sets by which cases can run, the newest first, each with how many do. */
	public List<RunningSet> sets() {
		return actors.openly(sets::all);
	}

	/**
	 * Orders it; it is carried out in the background.
	 *
	 * @param target the deployment by which the cases are to go on
	 * @param source that by which those run that are meant; null or empty for all
	 * @param actor who orders it
	 * @return the id of the order
	 * @throws Refusal in Chinese: unknown sets, nothing to move, another order runs (409), or moving what was not tried
	 */
	@Transactional
	public long order(MoveKind kind, String target, String source, String actor) {
		return actors.openly((Supplier<Long>) () -> begin(kind, target, source == null || source.isEmpty() ? null : source, actor));
	}

	private long begin(MoveKind kind, String target, String source, String actor) {
		Refusal.unless(sets.find(target).isPresent(), "没有选择要改用的一套，请从列表中选择。");
		Refusal.unless(source == null || sets.find(source).isPresent(), "没有所选的“现在用的一套”，请从列表中选择。");
		List<RunningCase> meant = sets.cases().stream().filter(one -> !one.runsWhollyBy(target))
				.filter(one -> source == null || one.deployments().get(0).equals(source)).toList();
		Refusal.unless(!meant.isEmpty(), "所选范围内在办的都已经用这一套，没有要改用的。");
		Refusal.unless(kind != MoveKind.MOVE || wasTried(target, source), "请先用同样的选择试一遍，看清哪些可以改用、哪些要留在原图，再开始。");
		Map<String, String> numbers = sets.numbers(meant);
		List<MoveCase> cases = kind == MoveKind.STAY ? List.of()
				: meant.stream()
						.map(one -> new MoveCase(one.root().getId(), numbers.get(one.root().getId()), one.process(), CaseState.WAITING, null))
						.toList();
		try {
			long id = moves.begin(kind, target, source, actor, cases);
			if (kind == MoveKind.STAY) {
				moves.end(id, null);
			}
			return id;
		}
		catch (DuplicateKeyException another) {
			throw Refusal.overtaken(ANOTHER, another);
		}
	}

	/** The last that was done about these cases is a trial of the same, to its end. */
	private boolean wasTried(String target, String source) {
		return moves.latest(1).stream().anyMatch(last -> last.kind() == MoveKind.TRIAL && last.state() == MoveState.DONE
				&& last.target().equals(target) && Objects.equals(last.source(), source));
	}

	/**
	 * Lets the order that runs end after the case that is being done; what was done stays done.
	 *
	 * @throws Refusal when none runs (409)
	 */
	@Transactional
	public void stop(String actor) {
		Move running = moves.underWay().orElseThrow(() -> Refusal.overtaken("没有正在进行的，不需要停止。"));
		moves.end(running.id(), actor);
	}
}
