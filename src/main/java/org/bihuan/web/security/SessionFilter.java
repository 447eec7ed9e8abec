package org.bihuan.web.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;

/** Puts the kept sessions in the place of the server's own; what does not ask for its session reads none. */
@Component
class SessionFilter extends SessionRepositoryFilter<KeptSession> {

	private final KeptSessions sessions;

	SessionFilter(KeptSessions sessions, CookieSerializer cookies) {
		super(sessions);
		this.sessions = sessions;
		CookieHttpSessionIdResolver ids = new CookieHttpSessionIdResolver();
		ids.setCookieSerializer(cookies);
		setHttpSessionIdResolver(ids);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			super.doFilterInternal(request, response, chain);
		}
		finally {
			sessions.forget();
		}
	}
}
