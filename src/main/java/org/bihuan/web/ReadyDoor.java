package org.bihuan.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Until the sample year is in, the clock stands in the past: an act of a person would be stamped with a day long gone. So nobody
 * is let in before the application is ready; only its health is told.
 */
class ReadyDoor extends OncePerRequestFilter {

	private final ApplicationAvailability availability;

	ReadyDoor(ApplicationAvailability availability) {
		this.availability = availability;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getServletPath().startsWith("/actuator/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
		if (availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC) {
			chain.doFilter(request, response);
			return;
		}
		response.setHeader("Retry-After", "5");
		Json.refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "系统正在启动（首次启动要装入样例年度，约半分钟），请稍后刷新。");
	}
}
