package org.bihuan.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.bihuan.engine.guard.AnnouncingIdentityService;
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
		// compared, not tried: a start is no attempt to log in
		List<String> open = identity.createUserQuery().list().stream()
				.filter(one -> accounts.contains(one.getId()) && ((AnnouncingIdentityService) identity).hasPassword(one, one.getId()))
				.map(User::getId)
				.toList();
		if (!open.isEmpty()) {
			throw new StartRefused("生产环境中还有评估用的账号（口令即账号名）：" + String.join("、", open) + "。请先去掉 production、加上 --bihuan.sample=false，在本机用同一个数据库启动，"
					+ "以管理员登录 Admin 改掉这些口令或删除这些账号，然后再以 production 启动。");
		}
		if (identity.createUserQuery().memberOfGroup(Organisation.ADMINS).count() == 0) {
			throw new StartRefused(identity.isReadOnly()
					? "目录里的小组 camunda-admin 没有成员或找不到。请在目录里添加，小组名不同时用 bihuan.sign-in.groups=camunda-admin:那里的名字 对应，并核对 camunda.bpm.run.ldap 的配置。"
					: "系统管理员组 camunda-admin 没有成员。请用 camunda.bpm.admin-user.id 和 .password 指定第一位管理员后再启动。");
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
