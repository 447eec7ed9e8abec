package org.bihuan.moving;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.annotation.PreDestroy;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.acting.Witness;
import org.bihuan.engine.time.EngineTime;
import org.bihuan.engine.time.JobExecution;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.moving.Moves.Move;
import org.bihuan.moving.Moves.MoveCase;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out the order that runs, case by case, each in a transaction of its own; that of a trial is rolled back. What became of a case is written
 * with it, so that whatever stops the application in between, the next start goes on with the next case; two nodes may do so at once. It acts as the
 * application, where the engine's jobs are executed.
 */
@Component
class Mover {

	private static final Logger LOG = LoggerFactory.getLogger(Mover.class);

	private static final String BUSY = "正好有人在办理这一件，没有改动。请过一会儿再做一次。";
	private static final String FAILED = "改用时出错，没有改动。请系统管理员查看日志。";
	private static final int TRIES = 3;
	private static final long PATIENCE = 60;

	private final Moves moves;
	private final CaseMove cases;
	private final RunningSets sets;
	private final Outcomes outcomes;
	private final Trail trail;
	private final Witness witness;
	private final TransactionTemplate transactions;
	private final JobExecution jobs;
	private final EngineTime time;
	private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
		Thread thread = new Thread(work, "moving");
		thread.setDaemon(true);
		return thread;
	});
	private final AtomicBoolean atWork = new AtomicBoolean();
	private volatile boolean closing;

	Mover(Moves moves, CaseMove cases, RunningSets sets, Outcomes outcomes, Trail trail, Witness witness, PlatformTransactionManager transactions,
			JobExecution jobs, EngineTime time) {
		this.moves = moves;
		this.cases = cases;
		this.sets = sets;
		this.outcomes = outcomes;
		this.trail = trail;
		this.witness = witness;
		this.transactions = new TransactionTemplate(transactions);
		this.jobs = jobs;
		this.time = time;
	}

	/** Looks whether there is something to do, also after a start in the middle of it. */
	@Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
	void look() {
		if (jobs.areExecuted() && moves.underWay().isPresent() && atWork.compareAndSet(false, true)) {
			worker.execute(() -> {
				try {
					work();
				}
				catch (RuntimeException interrupted) {
					LOG.warn("改用新图：没有做完，稍后接着做", interrupted);
				}
				finally {
					atWork.set(false);
				}
			});
		}
	}

	/** Until nothing is left to do, somebody stops it, or the application ends. While the clock stands at another day nothing is stamped with it. */
	private void work() {
		boolean more = true;
		while (more && !closing && !time.isTravelling()) {
			more = next();
		}
	}

	/** The case that is being moved is finished; the next start goes on with the next. */
	@PreDestroy
	void close() throws InterruptedException {
		closing = true;
		worker.shutdown();
		if (!worker.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
			LOG.warn("改用新图：一件还没有做完就停下了，下次启动重做这一件");
		}
	}

	/**
	 * Does one case of the order that runs, or ends the order when none waits any more.
	 *
	 * @return whether there may be more to do
	 */
	boolean next() {
		Optional<Move> running = moves.underWay();
		if (running.isEmpty()) {
			return false;
		}
		Move move = running.get();
		Optional<MoveCase> one = moves.next(move.id());
		if (one.isEmpty()) {
			moves.end(move.id(), null);
			LOG.info("改用新图：{}做完，{}", move.kind().label(), moves.counts(move.id()));
			return false;
		}
		settle(move, one.get());
		return true;
	}

	private void settle(Move move, MoveCase one) {
		for (int tried = 1;; tried++) {
			try {
				CaseState done = transactions.execute(status -> {
					CaseState state = moves.take(move.id(), one.instance()) ? move(move, one) : null;
					if (move.kind() == MoveKind.TRIAL) {
						status.setRollbackOnly();
					}
					return state;
				});
				if (done != null && move.kind() == MoveKind.TRIAL) {
					moves.settle(move.id(), one.instance(), done, null);
				}
				return;
			}
			catch (Staying staying) {
				moves.settle(move.id(), one.instance(), CaseState.STAYS, staying.getMessage());
				return;
			}
			catch (OptimisticLockingException | ConcurrencyFailureException overtaken) {
				if (tried == TRIES) {
					LOG.info("改用新图：{} 正在办理，没有改用", one.number(), overtaken);
					moves.settle(move.id(), one.instance(), CaseState.STAYS, BUSY);
					return;
				}
			}
			catch (RuntimeException failed) {
				Refusal refusal = Refusal.in(failed);
				if (refusal == null) {
					LOG.error("改用新图：{} 没有改用", one.number(), failed);
				}
				moves.settle(move.id(), one.instance(), CaseState.STAYS, refusal == null ? FAILED : refusal.getMessage());
				return;
			}
		}
	}

	private CaseState move(Move move, MoveCase one) {
		if (!cases.runs(one.instance())) {
			moves.settle(move.id(), one.instance(), CaseState.ENDED, null);
			return CaseState.ENDED;
		}
		Optional<String> former = cases.move(one.instance(), move.target());
		former.ifPresent(from -> record(move, one, from));
		moves.settle(move.id(), one.instance(), CaseState.MOVED, null);
		return CaseState.MOVED;
	}

	/** Who ordered it did it. */
	private void record(Move move, MoveCase one, String former) {
		witness.of(move.orderedBy());
		trail.add(move.orderedBy(), Act.MODELS_CHANGED, outcomes.find(one.number()).map(it -> Subject.outcome(it.id())).orElse(Subject.house()),
				Map.of("diagram", one.process(), "modelsBefore", sets.name(former), "modelsAfter", sets.name(move.target())));
	}
}
