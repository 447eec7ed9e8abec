package org.bihuan.web.security;

import org.bihuan.settings.Allowed;
import org.bihuan.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What a provider's claims mean here; the provider itself is named by Spring's own settings ({@code spring.security.oauth2.client}). */
@ConfigurationProperties("bihuan.oidc")
record OidcSettings(@Setting(value = "统一认证（OIDC）：哪个声明是姓名", allowed = Allowed.CLAIM) @DefaultValue("name") String nameClaim,
		@Setting(value = "统一认证（OIDC）：哪个声明是所在小组，登录时照它加入和退出；空着，小组由管理员在本系统里管", allowed = Allowed.CLAIM_OR_NOTHING) @DefaultValue("") String groupsClaim,
		@Setting(value = "统一认证（OIDC）：同名的已有账号归那里的人使用；那里的账号名本人改不了时才可打开",
				allowed = Allowed.YES_OR_NO) @DefaultValue("false") boolean existingAccounts) {
}
