package org.bihuan.web.security;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What Camunda's webapps leave to be done around them: the cookie of their token knows nothing of HTTPS, and a change without the token would end
 * the session of the person whose page it was. Here the first comes from {@link SessionToken} before they would make it, and the second is refused
 * before they see it. A wrong password is told in our words, and where a provider vouches for people, our login page comes before their own.
 */
class Webapps extends OncePerRequestFilter {

	private static final Pattern PAGE_OR_API = Pattern.compile("/camunda/(app|api)/.*");
	private static final Pattern LOGIN = Pattern.compile("/camunda/api/[^/]+/auth/user/[^/]+/login/.*");

	private static final Pattern PAGE = Pattern.compile("/camunda/app/[^/]+/[^/]+/");

	private final SessionToken tokens;
	private final AccountSession sessions;
	private final SingleSignOn singleSignOn;

	Webapps(SessionToken tokens, AccountSession sessions, SingleSignOn singleSignOn) {
		this.tokens = tokens;
		this.sessions = sessions;
		this.singleSignOn = singleSignOn;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String path = Requests.path(request);
		if (PAGE_OR_API.matcher(path).matches()) {
			sessions.endIfOver(request);
		}
		if (singleSignOn.isOffered() && Requests.isReading(request) && PAGE.matcher(path).matches() && !isLoggedIn(request)) {
			// their own login asks for a password alone
			response.sendRedirect(Requests.origin(request) + LoginController.PATH + "?" + LoginController.TARGET + "=" + path);
			return;
		}
		if (Requests.isReading(request) && PAGE_OR_API.matcher(path).matches()) {
			tokens.provide(request, response);
		}
		else if (!Requests.isReading(request) && !tokens.isGiven(request) && (isLoggedIn(request) || LOGIN.matcher(path).matches())) {
			RefusalBody.send(request, response, HttpServletResponse.SC_FORBIDDEN, FrontDoor.PAGE_TOO_OLD);
			return;
		}
		chain.doFilter(request, response);
		if (LOGIN.matcher(path).matches()) {
			sessions.begun(request);
		}
		if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED && LOGIN.matcher(path).matches()) {
			// the webapps answer a status alone, which would be told in the words for who never tried
			request.setAttribute(RefusalBody.SENTENCE, FrontDoor.WRONG_PASSWORD);
		}
	}

	private static boolean isLoggedIn(HttpServletRequest request) {
		return !TasklistSession.accounts(request.getSession(false)).isEmpty();
	}
}
