package org.bihuan.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who is acting. */
@Component
public class Actors {

	/** The actor of what the system does by itself (timers, delegates run by the job executor). */
	public static final String SYSTEM = "system";

	private final IdentityService identity;

	Actors(@Lazy IdentityService identity) {
		this.identity = identity;
	}

	/** The account that is acting, or {@link #SYSTEM}. */
	public String current() {
		Authentication authentication = identity.getCurrentAuthentication();
		return authentication == null || authentication.getUserId() == null ? SYSTEM : authentication.getUserId();
	}
}
