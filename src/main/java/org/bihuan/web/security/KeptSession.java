package org.bihuan.web.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.springframework.session.Session;

/**
 * A session that is written only where it has changed: the webapps put the same login into it with each request, and when it was used last need not
 * be known to the second.
 */
final class KeptSession implements Session {

	/** How much earlier than after its last use a session may end. */
	static final Duration RARELY = Duration.ofMinutes(1);

	private final Session session;
	private final boolean isNew;
	private final Map<String, byte[]> before = new HashMap<>();

	KeptSession(Session session, boolean isNew) {
		this.session = session;
		this.isNew = isNew;
	}

	/** As the library knows it. */
	Session session() {
		return session;
	}

	@Override
	@SuppressWarnings("TypeParameterUnusedInFormals")
	public <T> T getAttribute(String name) {
		T value = session.getAttribute(name);
		if (value != null) {
			// what is taken out may be changed without being put back
			before.computeIfAbsent(name, first -> SessionBytes.of(value));
		}
		return value;
	}

	@Override
	public void setAttribute(String name, Object value) {
		if (value == null) {
			removeAttribute(name);
			return;
		}
		getAttribute(name);
		byte[] now = SessionBytes.of(value);
		if (!Arrays.equals(now, before.put(name, now))) {
			session.setAttribute(name, value);
		}
	}

	@Override
	public void removeAttribute(String name) {
		before.remove(name);
		session.removeAttribute(name);
	}

	@Override
	public void setLastAccessedTime(Instant moment) {
		if (isNew || !moment.isBefore(session.getLastAccessedTime().plus(RARELY))) {
			session.setLastAccessedTime(moment);
		}
	}

	@Override
	public String getId() {
		return session.getId();
	}

	@Override
	public String changeSessionId() {
		return session.changeSessionId();
	}

	@Override
	public Set<String> getAttributeNames() {
		return session.getAttributeNames();
	}

	@Override
	public Instant getCreationTime() {
		return session.getCreationTime();
	}

	@Override
	public Instant getLastAccessedTime() {
		return session.getLastAccessedTime();
	}

	@Override
	public void setMaxInactiveInterval(Duration interval) {
		session.setMaxInactiveInterval(interval);
	}

	@Override
	public Duration getMaxInactiveInterval() {
		return session.getMaxInactiveInterval();
	}

	@Override
	public boolean isExpired() {
		return session.isExpired();
	}
}
