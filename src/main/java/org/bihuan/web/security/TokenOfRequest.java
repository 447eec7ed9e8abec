package org.bihuan.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

/** A file that is uploaded is not read to find the token in it: our scripts send it in the header, and what has none is turned down unread. */
class TokenOfRequest extends CsrfTokenRequestAttributeHandler {

	@Override
	public String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
		return Requests.path(request).startsWith("/attachments") ? request.getHeader(token.getHeaderName()) : super.resolveCsrfTokenValue(request,
				token);
	}
}
