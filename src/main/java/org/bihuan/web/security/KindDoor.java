package org.bihuan.web.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request whose {@code Accept} or {@code Content-Type} is none: the platform's resources could not even tell of it, for they look there
 * in what form to answer.
 */
class KindDoor extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			String accepted = request.getHeader(HttpHeaders.ACCEPT);
			if (MediaType.parseMediaTypes(accepted).isEmpty() && accepted != null && !accepted.isBlank()) {
				throw new InvalidMediaTypeException(accepted, "names none");
			}
			MediaType.parseMediaTypes(request.getContentType());
		}
		catch (InvalidMediaTypeException unreadable) {
			RefusalBody.send(response, HttpServletResponse.SC_BAD_REQUEST, "请求头 Accept 或 Content-Type 的写法不对，应写成 application/json 这样。");
			return;
		}
		chain.doFilter(request, response);
	}
}
