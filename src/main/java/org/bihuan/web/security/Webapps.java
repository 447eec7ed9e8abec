package org.bihuan.web.security;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What Camunda's webapps leave to be done around them: their logout empties the session and would keep it, and the cookie of their token knows
 * nothing of HTTPS. Here the one is ended, and the other comes from {@link SessionToken} before they would make it.
 */
class Webapps extends OncePerRequestFilter {

	private static final Pattern PAGE_OR_API = Pattern.compile("/camunda/(app|api)/.*");
	private static final Pattern LOGOUT = Pattern.compile("/camunda/api/[^/]+/auth/user/[^/]+/logout/?");

	private final SessionToken tokens;
	private final AccountSession sessions;

	Webapps(SessionToken tokens, AccountSession sessions) {
		this.tokens = tokens;
		this.sessions = sessions;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String path = Requests.path(request);
		if (PAGE_OR_API.matcher(path).matches()) {
			sessions.endIfOver(request);
		}
		if (Requests.isReading(request) && PAGE_OR_API.matcher(path).matches()) {
			tokens.provide(request, response);
		}
		chain.doFilter(request, response);
		HttpSession session = request.getSession(false);
		if (session != null && LOGOUT.matcher(path).matches() && TasklistSession.accounts(session).isEmpty()) {
			session.invalidate();
		}
	}
}
