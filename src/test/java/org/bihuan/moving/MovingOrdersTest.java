package org.bihuan.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.bihuan.ledger.Act;
import org.bihuan.ledger.Trail;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders about the cases that run: tried before they are carried out, carried out to the end whatever happens in between, stopped and read. */
@Tag("long")
@Tag("database")
class MovingOrdersTest extends MovingCases {

	@Autowired
	private Trail trail;
	@Autowired
	private AutowireCapableBeanFactory beans;
	@Autowired
	private PlatformTransactionManager transactions;

	/** So many cases at the beginning, by their numbers. */
	private List<String> cases(int number) {
		return IntStream.range(0, number).mapToObj(one -> {
			startUpTo("task_planResearch");
			hold();
			return outcomeId;
		}).toList();
	}

	private List<String> begun(int number) {
		List<String> cases = cases(number);
		goOn();
		return cases;
	}

	private void tried(String target) {
		moving.order(MoveKind.TRIAL, target, null, "fenxi1");
		carryOut();
	}

	private void eachWasMovedOnce(List<String> cases, String target) {
		assertThat(cases).allSatisfy(one -> {
			assertThat(runsBy(one)).containsExactly(target);
			assertThat(trail.ofOutcome(one)).filteredOn(event -> event.act() == Act.MODELS_CHANGED).hasSize(1);
		});
		assertThat(counts()).isEqualTo(Map.of(CaseState.MOVED, cases.size()));
	}

	@Test
	void whatWasKilledMidwayIsResumedWhereItWas() {
		List<String> cases = begun(4);
		String target = deploy(Map.of());
		tried(target);
		moving.order(MoveKind.MOVE, target, null, "fenxi1");
		assertThat(mover.next()).isTrue();
		// the second case: its transaction is lost with the process
		new TransactionTemplate(transactions).executeWithoutResult(lost -> {
			assertThat(mover.next()).isTrue();
			lost.setRollbackOnly();
		});
		assertThat(counts()).isEqualTo(Map.of(CaseState.MOVED, 1, CaseState.WAITING, 3));
		assertThat(cases.stream().map(this::runsBy)).as("one by the new set, all others by the former").filteredOn(List.of(target)::containsAll)
				.hasSize(1);
		Mover afterTheRestart = beans.createBean(Mover.class);
		Stream.generate(afterTheRestart::next).takeWhile(more -> more).forEach(more -> {
			// the next case
		});
		eachWasMovedOnce(cases, target);
		assertThat(moves.latest(1).get(0).state()).isEqualTo(MoveState.DONE);
	}

	@Test
	void twoNodesAtOnceMoveEachCaseOnce() {
		List<String> cases = begun(6);
		String target = deploy(Map.of());
		tried(target);
		moving.order(MoveKind.MOVE, target, null, "fenxi1");
		CompletableFuture.allOf(CompletableFuture.runAsync(this::carryOut), CompletableFuture.runAsync(this::carryOut)).join();
		eachWasMovedOnce(cases, target);
	}

	@Test
	void whoStopsItKeepsWhatIsDoneAndTheRestAsItWas() {
		begun(3);
		String former = packaged();
		String target = deploy(Map.of());
		tried(target);
		moving.order(MoveKind.MOVE, target, null, "fenxi1");
		mover.next();
		moving.stop("admin");
		carryOut();
		assertThat(counts()).isEqualTo(Map.of(CaseState.MOVED, 1, CaseState.WAITING, 2));
		assertThat(moves.latest(1).get(0)).satisfies(one -> {
			assertThat(one.state()).isEqualTo(MoveState.STOPPED);
			assertThat(one.endedBy()).isEqualTo("admin");
		});
		assertThat(moving.sets()).filteredOn(one -> one.deployment().equals(former)).singleElement()
				.satisfies(one -> assertThat(one.running()).isEqualTo(2));
		assertThat(refused(() -> moving.stop("admin"))).isEqualTo("没有正在进行的，不需要停止。");
	}

	@Test
	void nothingIsMovedThatWasNotTriedAndOneThingIsDoneAtATime() {
		begun(1);
		String target = deploy(Map.of());
		assertThat(refused(() -> moving.order(MoveKind.MOVE, target, null, "fenxi1"))).startsWith("请先用同样的选择试一遍");
		assertThat(refused(() -> moving.order(MoveKind.TRIAL, "nothing", null, "fenxi1"))).isEqualTo("没有选择要改用的一套，请从列表中选择。");
		assertThat(refused(() -> moving.order(MoveKind.TRIAL, target, target, "fenxi1"))).isEqualTo("所选范围内在办的都已经用这一套，没有要改用的。");
		moving.order(MoveKind.TRIAL, target, null, "fenxi1");
		assertThat(refused(() -> moving.order(MoveKind.TRIAL, target, null, "fenxi1"))).isEqualTo("上一次还没有做完，请等它做完，或者先停止。");
		carryOut();
		assertThat(refused(() -> moving.order(MoveKind.MOVE, target, packaged(), "fenxi1"))).as("another choice").startsWith("请先用同样的选择试一遍");
	}

	@Test
	void aCaseThatEndsBeforeItsTurnIsToldApart() {
		List<String> cases = begun(2);
		String target = deploy(Map.of());
		tried(target);
		moving.order(MoveKind.MOVE, target, null, "fenxi1");
		runtime.deleteProcessInstance(outcomes.get(cases.get(0)).processInstanceId(), "ended");
		carryOut();
		assertThat(counts()).isEqualTo(Map.of(CaseState.ENDED, 1, CaseState.MOVED, 1));
	}

	@Test
	void lettingThemBeIsKeptAsADecision() {
		begun(1);
		String former = packaged();
		moving.order(MoveKind.STAY, deploy(Map.of()), null, "fenxi1");
		assertThat(moves.latest(1).get(0).state()).isEqualTo(MoveState.DONE);
		assertThat(runsBy(outcomeId)).containsExactly(former);
		assertThat(Http.pages(port, "fenxi1").get("/models/cases").body()).contains("留在原图：在办的按原来的图办完");
	}

	@Test
	void thePageTellsAnalystsTheNumbersAndAdministratorsTheWay() {
		startUpTo("task_draftReply");
		hold();
		String stays = outcomeId;
		startUpTo("task_planResearch");
		goOn();
		Map<String, UnaryOperator<String>> edits = Map.of("consultation-outcome.bpmn", replacing("\"callActivity_handling\"",
				"\"callActivity_handle\""));
		String target = deploy(edits);
		Http analyst = Http.pages(port, "fenxi1");
		assertThat(analyst.form("/models/cases", Map.of("kind", "move", "target", target)).body()).contains("请先用同样的选择试一遍");
		assertThat(analyst.form("/models/cases", Map.of("kind", "", "target", target)).status()).isEqualTo(400);
		assertThat(analyst.form("/models/cases", Map.of("kind", "trial", "target", target)).status()).isEqualTo(302);
		assertThat(analyst.get("/models/cases").body()).contains("已做 0 件，共 2 件", "停止").doesNotContain("留在原图</button>");
		carryOut();
		assertThat(analyst.get("/models/cases").body()).contains("试一遍：1 件可以改用，1 件要留在原图", stays, "停在《协商成果闭环》的“办理与答复”：新图里没有这一步。",
				"为什么留在原图", "拟定答复（", "可以改用的（1 件）").doesNotContain("牵头专委会</th>", "/outcomes/" + stays, "基层派出所改造");
		assertThat(Http.pages(port, "admin").get("/models/cases").body()).contains("/outcomes/" + stays, outcomes.get(stays).title(), "牵头专委会",
				"拟定答复（", "可以改用的（1 件）");
		assertThat(analyst.form("/models/cases", Map.of("kind", "move", "target", target)).status()).isEqualTo(302);
		assertThat(Http.pages(port, "admin").form("/models/cases/stop", Map.of()).status()).isEqualTo(302);
		assertThat(analyst.form("/models/cases/stop", Map.of()).status()).isEqualTo(409);
		for (String other : List.of("zhengxie1", "gongan1", "weiyuan1")) {
			assertThat(Http.pages(port, other).get("/models/cases").status()).as(other).isEqualTo(403);
			assertThat(Http.pages(port, other).form("/models/cases", Map.of("kind", "trial", "target", target)).status()).as(other).isEqualTo(403);
		}
		assertThat(Http.pages(port, "zhengxie1").get("/models/cases").body()).contains("此页只供流程分析员和系统管理员使用。");
	}
}
