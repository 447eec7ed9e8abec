package org.bihuan.web.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.bihuan.engine.guard.SignIns;
import org.springframework.web.filter.OncePerRequestFilter;

/** From where a password is tried, whichever of the three ways it comes on; behind a proxy the browser's address. */
class Callers extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		SignIns.from(request.getRemoteAddr());
		try {
			chain.doFilter(request, response);
		}
		finally {
			SignIns.nowhere();
		}
	}
}
