package org.bihuan.web.security;

import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.servlet.http.HttpSession;
import org.bihuan.ledger.Hash;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;

/** The login that Tasklist keeps in the session. The only one that knows how it does. */
final class TasklistSession {

	private static final String BEGAN_WITH = TasklistSession.class.getName() + ".beganWith";

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

	/**
	 * Whether the session has not ended meanwhile, and the account still has the password and the groups that it had when the session was first seen
	 * with it; of the engine's hash a hash is kept.
	 */
	static boolean isStillOf(HttpSession session, User account, List<String> groups) {
		String now = Hash.of((account.getId() + " " + account.getPassword() + " " + String.join(" ", groups.stream().sorted().toList()))
				.getBytes(StandardCharsets.UTF_8));
		try {
			Object then = session.getAttribute(BEGAN_WITH);
			if (then == null) {
				session.setAttribute(BEGAN_WITH, now);
			}
			return then == null || then.equals(now);
		}
		catch (IllegalStateException leftMeanwhile) {
			return false;
		}
	}

	/** Logs an account in whose password is known to be right, in a session that nobody can have planted. */
	static void begin(HttpSession session, ProcessEngine engine, String account) {
		Authentications authentications = new Authentications();
		authentications.addOrReplace(AuthenticationUtil.createAuthentication(engine, account));
		AuthenticationUtil.updateSession(session, authentications);
	}
}
