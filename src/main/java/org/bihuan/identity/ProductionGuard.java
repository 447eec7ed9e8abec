package org.bihuan.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.bihuan.json.Json;
import org.bihuan.settings.StartRefused;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Production does not start with an account of the sample organisation, or without an administrator. It knows the accounts from
 * the sample's file alone: none of the sample's classes runs in production.
 */
@Component
@Profile("production")
class ProductionGuard {

	private final IdentityService identity;

	ProductionGuard(IdentityService identity) {
		this.identity = identity;
	}

	/** @throws StartRefused which ends the start */
	@EventListener(ApplicationStartedEvent.class)
	@Order(10)
	public void check() {
		Set<String> accounts = sampleAccounts();
		List<String> open = identity.createUserQuery().list().stream().map(User::getId)
				.filter(id -> accounts.contains(id) && identity.checkPassword(id, id)).toList();
		if (!open.isEmpty()) {
			throw new StartRefused("生产环境中还有评估用的账号（口令即账号名）：" + String.join("、", open) + "。请删除或修改口令后再启动。");
		}
		if (identity.createUserQuery().memberOfGroup(Organisation.ADMINS).count() == 0) {
			throw new StartRefused("系统管理员组 camunda-admin 没有成员。请用 camunda.bpm.admin-user.id 和 .password 指定第一位管理员后再启动。");
		}
	}

	private static Set<String> sampleAccounts() {
		try (InputStream source = ProductionGuard.class.getResourceAsStream("/sample/organisation.json")) {
			return new TreeSet<>(Json.read(source).findValuesAsText("account"));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}
}
