package org.bihuan.web.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a change that a browser sends from a page of another site: what it knows of the person, a session or the password of HTTP basic, goes
 * along by itself. The browser says of itself where the request comes from, which a page cannot change; a program that is no browser says
 * nothing and goes on.
 */
class OriginDoor extends OncePerRequestFilter {

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return Requests.isReading(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (isOurs(request)) {
			chain.doFilter(request, response);
			return;
		}
		RefusalBody.send(request, response, HttpServletResponse.SC_FORBIDDEN, "请求不是从本系统的页面发出的，不予执行。");
	}

	private static boolean isOurs(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		String origin = request.getHeader("Origin");
		return (site == null || site.equals("same-origin")) && (origin == null || origin.equals(Requests.origin(request)));
	}
}
