package org.bihuan.notification;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.bihuan.notification.Mails.Mail;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * 发送邮件: once, however often its job is retried. Only between the server's yes and our commit could a crash let it go out again,
 * and then it carries the same Message-ID, by which mail servers and readers know a double.
 */
@Component("sendMail")
class SendMail implements JavaDelegate {

	private static final int SUBJECT_LENGTH = 60;

	private final Mails mails;
	private final ObjectProvider<JavaMailSender> server;
	private final String from;
	private final String address;
	private final Clock clock;

	SendMail(Mails mails, ObjectProvider<JavaMailSender> server, MailSettings settings, Clock clock) {
		this.mails = mails;
		this.server = server;
		this.from = settings.from();
		this.address = settings.address();
		this.clock = clock;
	}

	/** @throws Exception of the mail server: the job is retried, and becomes an incident when that does not help */
	@Override
	public void execute(DelegateExecution execution) throws Exception {
		Mail mail = mails.lock(((Number) execution.getVariable(Variables.MAIL_ID)).longValue());
		if (mail.sentAt() != null) {
			return;
		}
		JavaMailSender sender = server.getIfAvailable();
		if (sender == null) {
			throw new IllegalStateException("没有配置邮件服务器（spring.mail.host），请配置后重试。");
		}
		sender.send(letter(sender, mail));
		mails.sent(mail.id());
	}

	private MimeMessage letter(JavaMailSender sender, Mail mail) throws MessagingException {
		MimeMessage letter = sender.createMimeMessage();
		letter.setHeader("Message-ID", "<" + UUID.nameUUIDFromBytes((mail.uid() + mail.address()).getBytes(StandardCharsets.UTF_8)) + "@bihuan>");
		MimeMessageHelper helper = new MimeMessageHelper(letter, StandardCharsets.UTF_8.name());
		helper.setFrom(from);
		helper.setTo(mail.address());
		helper.setSubject("【闭环】" + (mail.text().length() > SUBJECT_LENGTH ? mail.text().substring(0, SUBJECT_LENGTH) + "…" : mail.text()));
		helper.setText(
				mail.text() + "\n\n查看：" + address + (mail.outcomeId() == null ? "/notices" : "/outcomes/" + mail.outcomeId()) + "\n办理：" + address
						+ "/camunda/app/tasklist/\n\n此信由系统发出，请勿回复。");
		helper.setSentDate(Date.from(clock.instant()));
		return letter;
	}
}
