package org.bihuan.web.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.bihuan.database.Database;
import org.bihuan.database.Missing;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Without its database the application can do nothing for anybody, and says so at once: to who comes while it is away, and to whose request was
 * under way when it went. What a page looks like is in no database.
 */
class DatabaseDoor extends OncePerRequestFilter {

	private final Database database;
	private final RequestMatcher files;

	/** @param files of the pages, which everybody may have */
	DatabaseDoor(Database database, RequestMatcher files) {
		this.database = database;
		this.files = files;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getServletPath().startsWith("/actuator/") || files.matches(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String away = database.away();
		if (away != null) {
			ReadyDoor.later(request, response, away);
			return;
		}
		try {
			chain.doFilter(request, response);
			if (response.getStatus() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
				// told within; whether it is the database, it is asked
				database.doubt();
			}
		}
		catch (ServletException | RuntimeException failed) {
			// once it is known to be away, whatever fails fails by that
			boolean missing = Missing.is(failed) || !database.isThere();
			if (!missing || response.isCommitted()) {
				throw failed;
			}
			database.doubt();
			response.resetBuffer();
			ReadyDoor.later(request, response, Missing.sentence(failed));
		}
	}
}
