package org.bihuan.database;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.store.fs.FileUtils;

/**
 * H2's file, within this process: it ends for good with the first write that fails, and nobody notices before he needs it. It is opened anew once
 * there is room for it; and it is tidied up here, which H2 does itself only where it writes with a delay.
 */
class FileProbe implements Probe {

	private static final byte[] MEGABYTE = new byte[1 << 20];
	/** Less would be full again in a moment. */
	private static final int ROOM = 8;

	private final DataSource driver;
	private final String path;
	private Connection connection;
	private MVStore store;
	private Tidying tidying;
	private boolean failed;

	/** @param path of the file, without its ending */
	FileProbe(DataSource driver, String path) {
		this.driver = driver;
		this.path = path;
	}

	@Override
	public void ask() throws SQLException {
		if (failed) {
			requireRoom();
		}
		if (connection == null) {
			connection = driver.getConnection();
			store = ((SessionLocal) connection.unwrap(JdbcConnection.class).getSession()).getDatabase().getStore().getMvStore();
			tidying = new Tidying(store);
		}
		if (!isAlive()) {
			failed = true;
			SQLException dead = new SQLException("the file is closed", "90098", store.getPanicException());
			close();
			throw dead;
		}
		failed = false;
		tidying.round();
	}

	private boolean isAlive() {
		return store.getPanicException() == null && !store.isClosed();
	}

	private void requireRoom() throws SQLException {
		String trial = path + ".room";
		try (OutputStream file = FileUtils.newOutputStream(trial, false)) {
			for (int one = 0; one < ROOM; one++) {
				file.write(MEGABYTE);
			}
		}
		catch (IOException | RuntimeException full) {
			throw new SQLException("there is no room", "90028", full);
		}
		finally {
			FileUtils.tryDelete(trial);
		}
	}

	@Override
	public String away() {
		return "数据库写不进去（多半是磁盘已满），这次没有执行。请告诉系统管理员：腾出磁盘空间后系统自己恢复，不用重新启动。";
	}

	@Override
	public void close() {
		if (connection == null) {
			return;
		}
		quietly(() -> {
			if (isAlive()) {
				tidying.last();
			}
		});
		quietly(connection::close);
		connection = null;
		store = null;
		tidying = null;
	}

	private interface Ending {

		void end() throws SQLException;
	}

	private static void quietly(Ending one) {
		try {
			one.end();
		}
		catch (SQLException | RuntimeException dead) {
			// it has ended all the same
		}
	}
}
