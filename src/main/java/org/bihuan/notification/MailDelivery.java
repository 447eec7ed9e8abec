package org.bihuan.notification;

import java.util.Map;

import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Notices;
import org.bihuan.terms.Channel;
import org.bihuan.terms.ProcessKeys;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Queues a letter for each address behind a notice, in the transaction that adds the notice: both are kept or neither. The letters
 * go out afterwards, each in a small process of its own, so that a dead mail server holds up nothing else.
 */
@Component
class MailDelivery {

	private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);

	private final Mails mails;
	private final Organisation organisation;
	private final RuntimeService runtime;
	private final ApplicationAvailability availability;
	private final boolean configured;

	MailDelivery(Mails mails, Organisation organisation, @Lazy RuntimeService runtime, ApplicationAvailability availability,
			ObjectProvider<MailProperties> server) {
		this.mails = mails;
		this.organisation = organisation;
		this.runtime = runtime;
		this.availability = availability;
		this.configured = server.stream().anyMatch(one -> one.getHost() != null && !one.getHost().isBlank());
	}

	@EventListener(ApplicationReadyEvent.class)
	public void sayOnce() {
		if (!configured) {
			LOG.info("没有配置邮件服务器（spring.mail.host），通知只在“通知”页显示，不发邮件。");
		}
	}

	/** What the sample year told is long past: nothing is mailed before the application is ready. */
	@EventListener
	public void queue(Notices.Told told) {
		if (!told.channels().contains(Channel.MAIL) || !configured || availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
			return;
		}
		for (String address : organisation.addresses(told.notice().recipient())) {
			long mail = mails.add(told.notice().id(), address);
			runtime.startProcessInstanceByKey(ProcessKeys.MAIL_DELIVERY, told.notice().outcomeId(), Map.of(Variables.MAIL_ID, mail));
		}
	}
}
