package org.bihuan.web.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.bihuan.identity.Reader;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** The engine acts for the account that was let in, with its groups, while this request is answered and no longer. */
class ActingAs extends OncePerRequestFilter {

	private final IdentityService identity;

	ActingAs(IdentityService identity) {
		this.identity = identity;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication login = SecurityContextHolder.getContext().getAuthentication();
		if (login == null || !(login.getPrincipal() instanceof Reader reader)) {
			chain.doFilter(request, response);
			return;
		}
		request.setAttribute(Pages.READER, reader);
		identity.setAuthentication(reader.id(), reader.groups());
		try {
			chain.doFilter(request, response);
		}
		finally {
			identity.clearAuthentication();
		}
	}
}
