package org.bihuan.web.security;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

/** What the doors ask of a request. */
final class Requests {

	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
	private static final int HTTP = 80;
	private static final int HTTPS = 443;

	private Requests() {
	}

	/** Whether nothing is to be changed by it. */
	static boolean isReading(HttpServletRequest request) {
		return READING.contains(request.getMethod());
	}

	/** Whether it comes from a person in front of a browser, who is answered by a page. */
	static boolean wantsPage(HttpServletRequest request) {
		return String.valueOf(request.getHeader("Accept")).contains("text/html");
	}

	/** Ours as a browser writes it, through a proxy as well: {@code https://bihuan.example.gov.cn}. */
	static String origin(HttpServletRequest request) {
		int port = request.getServerPort();
		boolean usual = port == (request.isSecure() ? HTTPS : HTTP);
		return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
	}

	/** The decoded and normalised path by which a resource is matched. */
	static String path(HttpServletRequest request) {
		return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
	}
}
