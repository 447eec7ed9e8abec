package org.bihuan.web.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.bihuan.ledger.Hash;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * One token a session, for our forms and for the webapps: it lies where the webapps' own filter looks for it, and their scripts find it in their
 * cookie. Each of the two checks it by itself; a change without it is refused by whichever it meets.
 */
final class SessionToken implements CsrfTokenRepository {

	static final String PARAMETER = "_csrf";

	private static final SecureRandom RANDOM = new SecureRandom();
	private static final int BYTES = 16;

	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		byte[] random = new byte[BYTES];
		RANDOM.nextBytes(random);
		return token(HexFormat.of().withUpperCase().formatHex(random));
	}

	private static CsrfToken token(String value) {
		return new DefaultCsrfToken(CsrfConstants.CSRF_TOKEN_HEADER_NAME, PARAMETER, value);
	}

	@Override
	public void saveToken(CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
		HttpSession session = request.getSession(token != null);
		if (session == null) {
			return;
		}
		if (token == null) {
			session.removeAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
			return;
		}
		session.setAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME, token.getToken());
		ResponseCookie cookie = ResponseCookie.from(CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME, token.getToken()).path("/camunda").sameSite("Lax")
				.secure(request.isSecure()).build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

	@Override
	public CsrfToken loadToken(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		Object value = session == null ? null : session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
		return value == null ? null : token((String) value);
	}

	/** Whether a request of the webapps brings the token of its session; false also without a session. */
	boolean isGiven(HttpServletRequest request) {
		CsrfToken token = loadToken(request);
		String given = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
		return token != null && given != null
				&& MessageDigest.isEqual(token.getToken().getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Gives the session its token if it has none. Of several requests at once, here or on another node, all give it the same one: it is made of the
	 * session's id, which nobody but its browser knows, and does not tell it.
	 */
	CsrfToken provide(HttpServletRequest request, HttpServletResponse response) {
		CsrfToken token = loadToken(request);
		if (token == null) {
			token = token(Hash.of((SessionToken.class.getName() + " " + request.getSession().getId()).getBytes(StandardCharsets.UTF_8)));
			saveToken(token, request, response);
		}
		return token;
	}
}
