package org.bihuan.web.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers under the configured names alone, whatever is asked: also a name that a proxy hands on. */
class HostDoor extends OncePerRequestFilter {

	private static final int MISDIRECTED = 421;

	private final Hosts hosts;

	HostDoor(Hosts hosts) {
		this.hosts = hosts;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (hosts.have(request.getServerName())) {
			chain.doFilter(request, response);
			return;
		}
		RefusalBody.send(response, MISDIRECTED, "本系统不以这个主机名应答，请用管理员告知的网址（管理员见配置项 bihuan.hosts）。");
	}
}
