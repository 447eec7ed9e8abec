package org.bihuan.node;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/**
 * What one node does while no other node of the same database does the same: start, from before the first migration until it lets people in, and
 * move the rehearsal clock. So whatever is done once (schemas, organisation, sample, filters, models) looks whether it has been done and does it
 * with nobody between. PostgreSQL holds it for a connection of its own and frees it with that, however the node ends. H2's file is one process's.
 * See adr/0039.
 */
@Component
public class Alone implements DisposableBean {

	/** The order in which the end of a start is heard here: who has something to do before, has a smaller one. */
	public static final int END = Ordered.LOWEST_PRECEDENCE - 10;

	private static final Logger LOG = LoggerFactory.getLogger(Alone.class);

	/** Which of PostgreSQL's locks of a database it is: the letters of "bihuan". */
	private static final long LOCK = 0x62_69_68_75_61_6eL;
	private static final long BETWEEN_TRIES = 250;
	private static final String POSTGRESQL = "jdbc:postgresql:";

	private final JdbcConnectionDetails database;
	private Connection holding;

	Alone(JdbcConnectionDetails database) {
		this.database = database;
	}

	/** Whether other processes may run on the same database. */
	boolean hasOthers() {
		return database.getJdbcUrl().startsWith(POSTGRESQL);
	}

	/** Waits until no other node is. */
	synchronized void await() {
		for (boolean told = false; !begin(); told = true) {
			if (!told) {
				LOG.info("另一个节点正在启动或正在拨动演练时钟，等它做完再继续。");
			}
			pause();
		}
	}

	/**
	 * Is alone from now on, unless another node is.
	 *
	 * @return whether it is; then {@link #end} has to follow
	 */
	public synchronized boolean begin() {
		if (!hasOthers()) {
			return true;
		}
		try {
			if (holding == null) {
				holding = connect();
			}
			try (PreparedStatement ask = holding.prepareStatement("select pg_try_advisory_lock(?)")) {
				ask.setLong(1, LOCK);
				try (ResultSet answer = ask.executeQuery()) {
					return answer.next() && answer.getBoolean(1);
				}
			}
		}
		catch (SQLException failed) {
			end();
			throw new IllegalStateException("数据库没有应答，不知道别的节点是否正在启动", failed);
		}
	}

	/** Lets the next one; also when nothing was begun. */
	public synchronized void end() {
		if (holding != null) {
			try {
				holding.close();
			}
			catch (SQLException broken) {
				LOG.debug("the connection had ended by itself, and the lock with it", broken);
			}
			holding = null;
		}
	}

	/** The start is over: everything that is done once has been done. */
	@EventListener(ApplicationReadyEvent.class)
	@Order(END)
	void started() {
		end();
	}

	/** Also a start that failed. */
	@Override
	public void destroy() {
		end();
	}

	/** None of the pool's, which may have one alone, and which closes those that are old. */
	private Connection connect() throws SQLException {
		DriverManagerDataSource own = new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword());
		own.setDriverClassName(database.getDriverClassName());
		return own.getConnection();
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("stopped while another node was starting", interrupted);
		}
	}
}
