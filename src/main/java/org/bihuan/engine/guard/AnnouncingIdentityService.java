package org.bihuan.engine.guard;

import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.context.ApplicationEventPublisher;

/** Tells the application of a saved account, so that it has its task lists at once, whoever created it. */
public class AnnouncingIdentityService extends IdentityServiceImpl {

	private final ApplicationEventPublisher events;

	/** @param events who is told ({@link AccountSaved}), within the transaction that saves the account */
	public AnnouncingIdentityService(ApplicationEventPublisher events) {
		this.events = events;
	}

	@Override
	public void saveUser(User user) {
		super.saveUser(user);
		events.publishEvent(new AccountSaved(user.getId()));
	}
}
