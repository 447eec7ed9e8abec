package org.bihuan.web.security;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.bihuan.engine.time.EngineTime;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Until the sample year is in, the clock stands in the past: an act of a person would be stamped with a day long gone. So nobody
 * is let in before the application is ready, nor while the rehearsal clock travels; only its health is told.
 */
class ReadyDoor extends OncePerRequestFilter {

	/** What programs ask, also one that does not say what it wants. */
	private static final Pattern PROGRAMS = Pattern.compile("/(engine-rest|api|camunda/api|actuator)(/.*)?");

	private final ApplicationAvailability availability;
	private final EngineTime time;

	ReadyDoor(ApplicationAvailability availability, EngineTime time) {
		this.time = time;
		this.availability = availability;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getServletPath().startsWith("/actuator/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC && !time.isTravelling()) {
			chain.doFilter(request, response);
			return;
		}
		later(request, response, time.isTravelling() ? "演练时钟正在拨动或样例年度正在装入，请稍后刷新。" : "系统正在启动，请稍后刷新。");
	}

	/** Not now, but soon; a page tries again by itself, where nothing was sent with it. */
	static void later(HttpServletRequest request, HttpServletResponse response, String why) throws IOException {
		response.setHeader("Retry-After", "5");
		if (Requests.wantsPage(request) && !PROGRAMS.matcher(Requests.path(request)).matches()) {
			if (Requests.isReading(request)) {
				response.setHeader("Refresh", "5");
			}
			RefusalBody.send(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, why);
			return;
		}
		RefusalBody.send(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, why);
	}
}
