package org.bihuan.web.security;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;

/** The login that Tasklist keeps in the session. The only one that knows how it does. */
final class TasklistSession {

	private TasklistSession() {
	}

	/**
	 * The accounts that the session is logged in with; an account may be gone since.
	 *
	 * @param session null where there is none
	 */
	static List<String> accounts(HttpSession session) {
		Authentications authentications = session == null ? null : AuthenticationUtil.getAuthsFromSession(session);
		return authentications == null ? List.of()
				: authentications.getAuthentications().stream().map(UserAuthentication::getIdentityId).toList();
	}

	/** Logs an account in whose password is known to be right, in a new session: nobody can have planted the one that is now trusted. */
	static void begin(HttpServletRequest request, ProcessEngine engine, String account) {
		AuthenticationUtil.revalidateSession(request, AuthenticationUtil.createAuthentication(engine, account));
	}
}
