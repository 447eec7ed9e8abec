package org.bihuan.web.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Refuses a path that is written otherwise than it is matched ({@code /login/..;/engine-rest}): what watches one of the two must be able to trust
 * the other.
 */
class PathDoor extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean asMatched = UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8).equals(Requests.path(request));
		// Jersey looks for its own beginning in the address as it was sent
		boolean asNamed = request.getPathInfo() == null || request.getRequestURI().startsWith(request.getServletPath());
		if (asMatched && asNamed) {
			chain.doFilter(request, response);
			return;
		}
		refuse(response);
	}

	/** What no browser would write of itself. */
	static void refuse(HttpServletResponse response) throws IOException {
		RefusalBody.send(response, HttpServletResponse.SC_BAD_REQUEST, "地址或请求的写法不对，请检查后重试。");
	}
}
