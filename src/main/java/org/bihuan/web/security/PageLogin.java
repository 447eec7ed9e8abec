package org.bihuan.web.security;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.bihuan.identity.Organisation;
import org.bihuan.identity.Reader;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Our pages have the login of Tasklist: who is logged in there is logged in here, with the groups that the account has now.
 * Without a login a page sends to {@code /login} and anything else answers 401. A change must come from our own pages, so that no
 * other site can act with a person's session.
 */
public class PageLogin extends OncePerRequestFilter {

	/** The request's attribute that holds the {@link Reader}. */
	public static final String READER = Reader.class.getName();

	private static final Set<String> READING = Set.of("GET", "HEAD");

	private final IdentityService identity;
	private final Organisation organisation;

	PageLogin(IdentityService identity, Organisation organisation) {
		this.identity = identity;
		this.organisation = organisation;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String user = loggedIn(request);
		if (user == null) {
			sendToLogin(request, response);
			return;
		}
		if (!READING.contains(request.getMethod()) && !fromOurPages(request)) {
			RefusalBody.send(response, HttpServletResponse.SC_FORBIDDEN, "请求不是从本系统的页面发出的，不予执行。");
			return;
		}
		Reader reader = organisation.reader(user);
		request.setAttribute(READER, reader);
		response.setHeader("Cache-Control", "no-store");
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("X-Frame-Options", "SAMEORIGIN");
		identity.setAuthentication(user, reader.groups());
		try {
			chain.doFilter(request, response);
		}
		finally {
			identity.clearAuthentication();
		}
	}

	/** The account of Tasklist's session; null when there is none, or the account is gone. */
	private String loggedIn(HttpServletRequest request) {
		return TasklistSession.accounts(request.getSession(false)).stream().filter(user -> identity.createUserQuery().userId(user).count() > 0)
				.findFirst().orElse(null);
	}

	private static void sendToLogin(HttpServletRequest request, HttpServletResponse response) throws IOException {
		String accept = String.valueOf(request.getHeader("Accept"));
		if (!READING.contains(request.getMethod()) || !accept.contains("text/html")) {
			RefusalBody.send(response, HttpServletResponse.SC_UNAUTHORIZED, "请先登录。");
			return;
		}
		String wanted = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
		response.sendRedirect("/login?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
	}

	/**
	 * By what the browser says of itself, which a page of another site cannot change; who is no browser says neither and has no session to abuse.
	 */
	static boolean fromOurPages(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		if (site != null) {
			return "same-origin".equals(site);
		}
		String origin = request.getHeader("Origin");
		String host = request.getHeader("Host");
		return origin == null || origin.equals("https://" + host) || origin.equals("http://" + host);
	}
}
