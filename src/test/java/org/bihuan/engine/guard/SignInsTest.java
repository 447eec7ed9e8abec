package org.bihuan.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who tries passwords waits, and nobody waits for ever or for somebody else. */
class SignInsTest {

	private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
	private final SignIns signIns = new SignIns(now::get);

	@BeforeEach
	void here() {
		SignIns.from("10.0.0.1");
	}

	@AfterEach
	void nowhere() {
		SignIns.nowhere();
	}

	private void wrong(int times, String account) {
		IntStream.range(0, times).forEach(one -> signIns.tried(account, false));
	}

	private void pass(long seconds) {
		now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
	}

	@Test
	void theFirstFourCostNothingAndFromTheFifthEachCostsTwiceTheOneBefore() {
		wrong(4, "admin");
		assertThat(signIns.mayTry("admin")).isTrue();
		wrong(1, "admin");
		assertThat(signIns.mayTry("admin")).isFalse();
		pass(9);
		assertThat(signIns.mayTry("admin")).isFalse();
		pass(1);
		assertThat(signIns.mayTry("admin")).isTrue();
		wrong(1, "admin");
		pass(19);
		assertThat(signIns.mayTry("admin")).isFalse();
		pass(1);
		assertThat(signIns.mayTry("admin")).isTrue();
	}

	@Test
	void noWaitIsLongerThanAQuarterOfAnHour() {
		wrong(45, "admin");
		pass(15 * 60);
		assertThat(signIns.mayTry("admin")).isTrue();
	}

	@Test
	void aStrangerKeepsTheOwnerFromNothing() {
		wrong(40, "admin");
		assertThat(signIns.mayTry("quwei1")).as("another account from there").isTrue();
		SignIns.from("10.0.0.2");
		assertThat(signIns.mayTry("admin")).as("the owner at his own place").isTrue();
	}

	@Test
	void whoTriesManyAccountsWaitsWithAll() {
		IntStream.range(0, SignIns.FREE_OF_ADDRESS).forEach(one -> wrong(1, "account" + one));
		assertThat(signIns.mayTry("admin")).isFalse();
		SignIns.from("10.0.0.2");
		assertThat(signIns.mayTry("admin")).isTrue();
	}

	@Test
	void aRightOneForgetsWhatWasBefore() {
		wrong(4, "admin");
		signIns.tried("admin", true);
		wrong(4, "admin");
		assertThat(signIns.mayTry("admin")).isTrue();
	}

	private void wrongFromEverywhere(int times) {
		IntStream.range(0, times).forEach(one -> {
			SignIns.from("203.0.113." + one);
			wrong(1, "admin");
		});
	}

	/** Fell before: a new address for each guess cost nothing at all. */
	@Test
	void whoGuessesFromManyAddressesHasOneGuessAMinute() {
		wrongFromEverywhere(SignIns.FREE_OF_ACCOUNT + 5);
		SignIns.from("203.0.113.200");
		pass(59);
		assertThat(signIns.mayTry("admin")).isFalse();
		assertThat(signIns.mayTry("ADMIN ")).as("the same written otherwise").isFalse();
		assertThat(signIns.mayTry("quwei1")).as("another account").isTrue();
		pass(1);
		assertThat(signIns.mayTry("admin")).isTrue();
	}

	@Test
	void nineteenFromAnywhereKeepNobody() {
		wrongFromEverywhere(SignIns.FREE_OF_ACCOUNT - 1);
		assertThat(signIns.mayTry("admin")).isTrue();
	}

	@Test
	void theOwnerGoesOnWhereHeHasLoggedIn() {
		signIns.tried("admin", true);
		wrongFromEverywhere(60);
		SignIns.from("10.0.0.2");
		assertThat(signIns.mayTry("admin")).as("from where he never was").isFalse();
		here();
		assertThat(signIns.mayTry("admin")).as("at his own place").isTrue();
		wrong(4, "admin");
		assertThat(signIns.mayTry("admin")).as("where he may mistype as well").isTrue();
	}

	@Test
	void whereHeHasNotBeenForAMonthIsForgotten() {
		signIns.tried("admin", true);
		pass(TimeUnit.DAYS.toSeconds(30));
		wrongFromEverywhere(60);
		here();
		assertThat(signIns.mayTry("admin")).isFalse();
		pass(60);
		assertThat(signIns.mayTry("admin")).as("and nobody is locked out").isTrue();
	}

	/** Fell before: an office whose people had mistyped fifty times since the start waited after each further time, at last a quarter of an hour. */
	@Test
	void anHourAfterTheLastWaitNothingIsHeldAgainstAnybody() {
		IntStream.range(0, 60).forEach(one -> wrong(1, "account" + one));
		pass(15 * 60 + 60 * 60);
		wrong(4, "admin");
		assertThat(signIns.mayTry("admin")).isTrue();
	}
}
