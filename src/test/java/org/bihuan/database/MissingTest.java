package org.bihuan.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import org.h2.mvstore.DataUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** A database that is away is told from one that says no. */
class MissingTest {

	private static Throwable wrapped(Throwable cause) {
		return new IllegalStateException(new DataAccessResourceFailureException("failed", cause));
	}

	@ParameterizedTest
	@ValueSource(strings = { "08006", "57P01", "57P03", "53300", "53100", "90098", "90028" })
	void itIsAway(String state) {
		assertThat(Missing.is(wrapped(new SQLException("This connection has been closed.", state)))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "23505", "40001", "40P01", "HYT00", "22001", "57014", "90039" })
	void itSaysNo(String state) {
		assertThat(Missing.is(wrapped(new SQLException("duplicate key value", state)))).isFalse();
	}

	@Test
	void aFileThatIsClosedIsAwayAndALockThatIsHeldIsNot() {
		assertThat(Missing.is(wrapped(DataUtils.newMVStoreException(DataUtils.ERROR_CLOSED, "This store is closed")))).isTrue();
		assertThat(Missing.is(wrapped(DataUtils.newMVStoreException(DataUtils.ERROR_TRANSACTIONS_DEADLOCK, "deadlock")))).isFalse();
	}

	@Test
	void aConnectionThatEndedUnderWhoWasAtWorkIsAway() {
		assertThat(Missing.is(wrapped(new SQLException("Connection is closed")))).isTrue();
	}

	@Test
	void thatNothingWasDoneIsSaidOnlyWhereNothingCanHaveBegun() {
		assertThat(Missing.sentence(wrapped(new SQLTransientConnectionException("Connection is not available")))).contains("没有执行");
		assertThat(Missing.sentence(wrapped(new SQLException("An I/O error occurred", "08006")))).contains("不知道是否已经办成");
	}
}
