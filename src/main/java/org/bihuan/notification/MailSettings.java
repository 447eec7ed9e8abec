package org.bihuan.notification;

import org.bihuan.settings.Allowed;
import org.bihuan.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What a letter says of its sender; it goes out when {@code spring.mail.host} names a server. */
@ConfigurationProperties("bihuan.mail")
record MailSettings(@Setting(value = "邮件的发件人", allowed = Allowed.MAIL_ADDRESS) @DefaultValue("bihuan@localhost") String from,
		@Setting(value = "信里的网址", allowed = Allowed.WEB_ADDRESS) @DefaultValue("http://127.0.0.1:8080") String address) {
}
