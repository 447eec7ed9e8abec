package org.bihuan.web.security;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.bihuan.identity.Reader;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * One login for our pages and the webapps: who is logged in stands in the session where the webapps keep it, and nowhere else. A session ends
 * with the account, with the password by which it began and with the groups that it began with.
 */
class AccountSession implements SecurityContextRepository {

	private final Accounts accounts;
	private final ProcessEngine engine;

	AccountSession(Accounts accounts, ProcessEngine engine) {
		this.accounts = accounts;
		this.engine = engine;
	}

	@Override
	@Deprecated
	@SuppressWarnings("InlineMeSuggester")
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		return load(holder.getRequest());
	}

	private SecurityContext load(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return new SecurityContextImpl(login(session).orElse(null));
	}

	private Optional<Authentication> login(HttpSession session) {
		Optional<User> account = TasklistSession.accounts(session).stream().findFirst().flatMap(accounts::find);
		return account.map(accounts::trusted)
				.filter(login -> TasklistSession.isStillOf(session, account.orElseThrow(), ((Reader) login.getPrincipal()).groups()));
	}

	/** Ends a session whose account is gone or is no longer what it was; the webapps, which look at it every few minutes, ask for a login then. */
	void endIfOver(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (!TasklistSession.accounts(session).isEmpty() && login(session).isEmpty()) {
			session.invalidate();
		}
	}

	@Override
	public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
		return new Deferred(request);
	}

	/** Nobody asks the database who it is for what everybody may have. */
	private final class Deferred implements DeferredSecurityContext {

		private final HttpServletRequest request;
		private SecurityContext context;

		Deferred(HttpServletRequest request) {
			this.request = request;
		}

		@Override
		public SecurityContext get() {
			if (context == null) {
				context = load(request);
			}
			return context;
		}

		@Override
		public boolean isGenerated() {
			return get().getAuthentication() == null;
		}
	}

	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
		Authentication login = context.getAuthentication();
		if (login != null && login.getPrincipal() instanceof Reader reader) {
			TasklistSession.begin(request.getSession(), engine, reader.id());
		}
		else if (login != null && login.getPrincipal() instanceof Vouched person) {
			TasklistSession.begin(request.getSession(), engine, person.account());
			SingleSignOn.begin(request.getSession(), person);
		}
		begun(request);
	}

	/** What the session begins with is known from its first moment, not from the first look at it. */
	void begun(HttpServletRequest request) {
		login(request.getSession(false));
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		return !TasklistSession.accounts(request.getSession(false)).isEmpty();
	}
}
