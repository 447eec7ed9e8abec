package org.bihuan.web.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.bihuan.engine.acting.FormKey;
import org.bihuan.engine.acting.Refusal;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes the key of the form that is sent, if it says one, to whoever has to know whether it was sent before. */
class FormKeyDoor extends OncePerRequestFilter {

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return Requests.isReading(request) || request.getHeader(FormKey.HEADER) == null;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			FormKey.begin(new FormKey(request.getHeader(FormKey.HEADER)));
		}
		catch (Refusal unfit) {
			RefusalBody.send(response, unfit.kind().status(), unfit.getMessage());
			return;
		}
		try {
			chain.doFilter(request, response);
		}
		finally {
			FormKey.end();
		}
	}
}
