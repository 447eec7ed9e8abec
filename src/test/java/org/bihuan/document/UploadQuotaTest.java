package org.bihuan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.bihuan.CycleTest;
import org.bihuan.Scans;
import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Trail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;

/** How much may be uploaded, also by many at the same moment. Before, one unit put in 6 × 19 MB within 4 s, and could have gone on for ever. */
@Tag("h2-again")
class UploadQuotaTest extends CycleTest {

	private static final DataSize MUCH = DataSize.ofGigabytes(1);

	/** Three of these are within 1 MB, four are not. */
	private static final int SIZE = 300_000;

	private final AtomicInteger number = new AtomicInteger();

	@Autowired
	private Actors actors;
	@Autowired
	private Clock clock;
	@Autowired
	private Trail trail;
	@Autowired
	private Organisation organisation;
	@Autowired
	private PlatformTransactionManager transactions;

	@BeforeEach
	void nobodyHasUploadedAnything() {
		jdbc.sql("delete from upload_count").update();
	}

	private Attachments within(DataSize perCase, DataSize perUnitDaily, DataSize daily) {
		AttachmentRules rules = new AttachmentRules(List.of(FileType.PNG), DataSize.ofMegabytes(1), "", Set.of(), perCase, perUnitDaily, daily);
		return new Attachments(jdbc, clock, tasks, rules, new AttachmentStore(rules), trail,
				new UploadQuota(jdbc, clock, rules, outcomes, organisation, transactions), new VirusScanner(new ScannerSettings("", 1)),
				transactions, account -> {
				}, actors, organisation, elements, outcomes, new Turns(rules));
	}

	/** A picture with as many bytes behind it as are wanted, each another one. */
	private byte[] file() {
		byte[] bytes = new byte[SIZE];
		System.arraycopy(Scans.png(), 0, bytes, 0, Scans.png().length);
		bytes[SIZE - 1] = (byte) number.incrementAndGet();
		return bytes;
	}

	private long attach(Attachments to, String user, String task) {
		return as(user, () -> to.attach(task, "现场.png", file(), user));
	}

	private String fourth(Attachments to, String user, String task) {
		IntStream.range(0, 3).forEach(number -> attach(to, user, task));
		Map<String, Object> before = ledger();
		String words = refused(() -> attach(to, user, task));
		assertThat(ledger()).isEqualTo(before);
		return words;
	}

	@Test
	void aCaseHasSoMuch() {
		startUpTo("task_planResearch");
		assertThat(fourth(within(DataSize.ofMegabytes(1), MUCH, MUCH), "chengxiang1", task("task_planResearch").getId()))
				.startsWith("成果 " + outcomeId + " 的附件合计已近上限（1 MB），这份没有保存。").contains("bihuan.attachments.per-case");
	}

	@Test
	void aUnitHasSoMuchADay() {
		startUpTo("task_draftReport");
		Attachments small = within(MUCH, DataSize.ofMegabytes(1), MUCH);
		String task = task("task_draftReport").getId();
		assertThat(fourth(small, "chengxiang1", task)).startsWith("本单位今天上传的附件合计已近上限（1 MB）");
		assertThat(refused(() -> attach(small, "chengxiang2", task))).as("of the same unit").startsWith("本单位今天");
		answer("task_draftReport", Map.of("askedUnits", List.of("unit-nongye")));
		runDueJobs();
		assertThat(attach(small, "nongye1", tasks.createTaskQuery().taskCandidateUser("nongye1").singleResult().getId())).as("another unit")
				.isPositive();
		clockTo(MONDAY.plusDays(1));
		assertThat(attach(small, "chengxiang1", taskOf("chengxiang1"))).as("the next day").isPositive();
	}

	private String taskOf(String user) {
		upTo("task_reviseReport");
		return tasks.createTaskQuery().taskCandidateUser(user).singleResult().getId();
	}

	@Test
	void everybodyTogetherHasSoMuchADay() {
		startUpTo("task_planResearch");
		assertThat(fourth(within(MUCH, DataSize.ofMegabytes(1), DataSize.ofMegabytes(1)), "chengxiang1", task("task_planResearch").getId()))
				.startsWith("本单位今天");
		jdbc.sql("delete from upload_count where scope <> '*'").update();
		assertThat(refused(
				() -> attach(within(MUCH, DataSize.ofMegabytes(1), DataSize.ofMegabytes(1)), "chengxiang1", task("task_planResearch").getId())))
				.startsWith("今天全部单位上传的附件合计已近上限（1 MB）");
	}

	@Test
	void whoComesAtTheSameMomentDoesNotGetPastIt() throws Exception {
		startUpTo("task_planResearch");
		String task = task("task_planResearch").getId();
		assertThat(kept(within(DataSize.ofMegabytes(1), MUCH, MUCH), task)).as("of the case").isEqualTo(3);
		endCases();
		startUpTo("task_planResearch");
		assertThat(kept(within(MUCH, DataSize.ofMegabytes(1), MUCH), task("task_planResearch").getId())).as("of the unit").isZero();
		jdbc.sql("delete from upload_count").update();
		assertThat(kept(within(MUCH, DataSize.ofMegabytes(1), MUCH), task("task_planResearch").getId())).as("of the unit, the first of the day")
				.isEqualTo(3);
	}

	/** How many of eight at once are taken; the others are told why. */
	private long kept(Attachments to, String task) throws Exception {
		ExecutorService people = Executors.newFixedThreadPool(8);
		try {
			CountDownLatch together = new CountDownLatch(8);
			List<Future<Boolean>> tries = IntStream.range(0, 8).mapToObj(number -> people.submit(() -> {
				together.countDown();
				together.await();
				return taken(to, task);
			})).toList();
			long taken = 0;
			for (Future<Boolean> one : tries) {
				taken += one.get() ? 1 : 0;
			}
			return taken;
		}
		finally {
			people.shutdown();
		}
	}

	private boolean taken(Attachments to, String task) {
		try {
			return attach(to, "chengxiang1", task) > 0;
		}
		catch (Refusal full) {
			assertThat(full.getMessage()).contains("已近上限");
			return false;
		}
	}
}
