package org.bihuan.web.security;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses the setup resource of Camunda's Admin, by which anyone creates an administrator while the administrators' group has
 * no direct member (CVE-2026-77226). The first administrator comes from the configuration instead.
 */
class SetupDoor extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String path = Requests.path(request).toLowerCase(Locale.ROOT);
		if (path.contains("/admin/") && path.contains("/setup")) {
			RefusalBody.send(response, HttpServletResponse.SC_FORBIDDEN, "初始化入口已关闭。第一位管理员由配置指定。");
			return;
		}
		chain.doFilter(request, response);
	}
}
