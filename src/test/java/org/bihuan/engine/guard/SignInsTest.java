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
}
