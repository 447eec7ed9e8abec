package org.bihuan.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What H2's file has kept when the power fails: everything that was told, whatever the machine had still to write. With H2's own settings each of
 * these fell: up to half a second of commits was gone.
 */
class PowerFailureTest {

	private static final int COMMITS = 200;
	private static final int TABLES = 8;
	private static final long SEED = 20_261_126;

	@TempDir
	private Path folder;

	/**
	 * What the disk has kept at one moment, when much was written and not yet forced.
	 *
	 * @param acknowledged how many commits somebody had heard of by then
	 */
	private record Moment(long acknowledged, Path file) {
	}

	@BeforeAll
	static void disks() {
		DurableFile.register();
		WeakDisk.register();
	}

	/** The address that the application makes of a plain one, on the weak disk. */
	private String address() {
		return H2File.durable("jdbc:h2:file:" + folder.resolve("bihuan") + ";TRACE_LEVEL_FILE=0").replace(":durable:", ":durable:weak:");
	}

	private static void tables(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			for (int table = 0; table < TABLES; table++) {
				statement.execute("create table kept" + table + " (id bigint primary key, word varchar(400))");
				statement.execute("create index word" + table + " on kept" + table + " (word)");
			}
		}
	}

	private static void commit(Connection connection, long number, Random chance) throws SQLException {
		for (int table = 0; table < TABLES; table++) {
			try (PreparedStatement insert = connection.prepareStatement("insert into kept" + table + " values (?, ?)");
					PreparedStatement update = connection.prepareStatement("update kept" + table + " set word = ? where id = ?")) {
				insert.setLong(1, number);
				insert.setString(2, Long.toHexString(chance.nextLong()).repeat(10));
				insert.executeUpdate();
				update.setString(1, Long.toHexString(chance.nextLong()).repeat(10));
				update.setLong(2, chance.nextInt((int) number + 1));
				update.executeUpdate();
			}
		}
		connection.commit();
	}

	private List<Moment> whileCommitting(int powerFailures) throws Exception {
		AtomicLong acknowledged = new AtomicLong(-1);
		List<byte[]> found = new ArrayList<>();
		List<Long> heard = new ArrayList<>();
		Random luck = new Random(SEED);
		WeakDisk.remember(folder.resolve("bihuan.mv.db"), disk -> {
			if (acknowledged.get() >= 0 && found.size() < powerFailures && luck.nextInt(2 * COMMITS / powerFailures) == 0) {
				heard.add(acknowledged.get());
				found.add(disk.afterPowerFailed(luck));
			}
		});
		try (Connection connection = DriverManager.getConnection(address(), "sa", "")) {
			tables(connection);
			connection.setAutoCommit(false);
			Random chance = new Random(SEED);
			for (long number = 0; number < COMMITS; number++) {
				commit(connection, number, chance);
				acknowledged.set(number);
			}
		}
		List<Moment> moments = new ArrayList<>();
		for (int moment = 0; moment < found.size(); moment++) {
			moments.add(new Moment(heard.get(moment), Files.write(folder.resolve("moment" + moment + ".mv.db"), found.get(moment))));
		}
		return moments;
	}

	/** @return how many commits are there, each whole; what was begun and not told may be there or not */
	private static long found(Path file) throws SQLException {
		String address = "jdbc:h2:file:" + file.toString().replace(".mv.db", "") + ";TRACE_LEVEL_FILE=0";
		try (Connection connection = DriverManager.getConnection(address, "sa", "");
				Statement statement = connection.createStatement()) {
			long first = count(statement, 0);
			for (int table = 1; table < TABLES; table++) {
				assertThat(count(statement, table)).isEqualTo(first);
			}
			return first;
		}
	}

	private static long count(Statement statement, int table) throws SQLException {
		try (ResultSet rows = statement.executeQuery("select count(*), count(word) from kept" + table)) {
			rows.next();
			return rows.getLong(1);
		}
	}

	@Test
	void whatWasToldIsThereWheneverThePowerFails() throws Exception {
		List<Moment> moments = whileCommitting(40);
		assertThat(moments).hasSizeGreaterThan(20);
		for (Moment moment : moments) {
			assertThat(found(moment.file())).as("after %s commits", moment.acknowledged() + 1).isGreaterThan(moment.acknowledged());
		}
	}
}
