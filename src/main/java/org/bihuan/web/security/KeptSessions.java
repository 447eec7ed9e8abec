package org.bihuan.web.security;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.convert.ConversionException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The sessions of people, in the database: a login holds on every node and over restarts, and who is out on one node is out on all. Spring Session
 * writes and reads them; what is read of one request is read once. See adr/0039.
 */
@Component
@DependsOnDatabaseInitialization
public class KeptSessions implements SessionRepository<KeptSession>, DisposableBean {

	private static final Logger LOG = LoggerFactory.getLogger(KeptSessions.class);

	/** What this thread's request has read or written: the filter asks for it anew with each look at whether it is valid. */
	private static final ThreadLocal<KeptSession> OF_REQUEST = new ThreadLocal<>();

	private static final String TABLE = "web_session";
	private static final String EVERY_TEN_MINUTES = "0 */10 * * * *";

	private final JdbcIndexedSessionRepository library;
	/** The same; its own kind of session has no name outside of it. */
	private final SessionRepository<Session> sessions;
	private final JdbcClient jdbc;
	private final TransactionTemplate transaction;

	@SuppressWarnings("unchecked")
	KeptSessions(JdbcOperations operations, JdbcClient jdbc, PlatformTransactionManager transactions, ServerProperties server) {
		TransactionTemplate own = new TransactionTemplate(transactions);
		own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		library = new JdbcIndexedSessionRepository(operations, own);
		library.setTableName(TABLE);
		Duration timeout = server.getServlet().getSession().getTimeout();
		library.setDefaultMaxInactiveInterval(timeout);
		library.setConversionService(SessionBytes.conversion());
		library.setCreateSessionAttributeQuery(addition(operations));
		library.setCleanupCron(EVERY_TEN_MINUTES);
		library.afterPropertiesSet();
		sessions = (SessionRepository<Session>) (SessionRepository<? extends Session>) library;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Two requests of one session may put the same in at once, and the session may have ended meanwhile: neither is an error. */
	private static String addition(JdbcOperations operations) {
		String product = operations.execute((ConnectionCallback<String>) connection -> connection.getMetaData()
				.getDatabaseProductName());
		String columns = " web_session_attributes (session_primary_id, attribute_name, attribute_bytes) ";
		String given = "select primary_id, given.name, given.bytes from web_session join (select cast(? as varchar(36)) as session, "
				+ "cast(? as varchar(200)) as name, cast(? as bytea) as bytes) given on given.session = primary_id";
		return "H2".equals(product) ? "merge into" + columns + "key (session_primary_id, attribute_name) " + given
				: "insert into" + columns + given
						+ " on conflict (session_primary_id, attribute_name) do update set attribute_bytes = excluded.attribute_bytes";
	}

	@Override
	public KeptSession createSession() {
		KeptSession created = new KeptSession(sessions.createSession(), true);
		OF_REQUEST.set(created);
		return created;
	}

	@Override
	public void save(KeptSession session) {
		try {
			sessions.save(session.session());
			OF_REQUEST.set(session);
		}
		catch (DataAccessException | TransactionException failed) {
			if (sessions.findById(session.getId()) != null) {
				throw failed;
			}
			LOG.debug("a session ended while something was put into it", failed);
		}
	}

	@Override
	public KeptSession findById(String id) {
		KeptSession known = OF_REQUEST.get();
		if (known != null && known.getId().equals(id)) {
			return known;
		}
		Session found = sessions.findById(id);
		if (found == null) {
			return null;
		}
		try {
			found.getAttributeNames().forEach(found::getAttribute);
		}
		catch (ConversionException unreadable) {
			LOG.warn("一个登录会话读不出来（程序升级过，或不是本系统写的），已经结束，请本人重新登录：{}", unreadable.getMostSpecificCause().getMessage());
			sessions.deleteById(id);
			return null;
		}
		KeptSession kept = new KeptSession(found, false);
		OF_REQUEST.set(kept);
		return kept;
	}

	@Override
	public void deleteById(String id) {
		OF_REQUEST.remove();
		sessions.deleteById(id);
	}

	/** The request is over: the next one of this thread is somebody else's. */
	void forget() {
		OF_REQUEST.remove();
	}

	/**
	 * Does something in a transaction of the request only while its session has not ended, here or on another node; who ends it waits until then.
	 *
	 * @return empty when it has ended, and nothing was done
	 */
	public <T> Optional<T> whileOpen(HttpServletRequest request, Supplier<T> act) {
		HttpSession session = request.getSession(false);
		return session == null ? Optional.empty()
				: transaction.execute(status -> jdbc.sql("select session_id from web_session where session_id = ? for update").param(session.getId())
						.query(String.class).optional().map(open -> act.get()));
	}

	/** Takes away those that have expired, as the library does every ten minutes. */
	void sweep() {
		library.cleanUpExpiredSessions();
	}

	@Override
	public void destroy() {
		library.destroy();
	}
}
