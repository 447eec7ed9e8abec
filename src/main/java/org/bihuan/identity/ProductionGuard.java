package org.bihuan.identity;

import java.util.List;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Production does not start with an account of the sample organisation, or without an administrator. */
@Component
@Profile("production")
class ProductionGuard {

	private final IdentityService identity;

	ProductionGuard(IdentityService identity) {
		this.identity = identity;
	}

	/** @throws IllegalStateException which ends the start */
	@EventListener(ApplicationStartedEvent.class)
	@Order(10)
	public void check() {
		List<String> open = identity.createUserQuery().list().stream().map(User::getId)
				.filter(id -> SampleOrganisation.ACCOUNTS.contains(id) && identity.checkPassword(id, id)).toList();
		if (!open.isEmpty()) {
			throw new IllegalStateException("生产环境中还有评估用的账号（口令即账号名）：" + String.join("、", open) + "。请删除或修改口令后再启动。");
		}
		if (identity.createUserQuery().memberOfGroup(Organisation.ADMINS).count() == 0) {
			throw new IllegalStateException("系统管理员组 camunda-admin 没有成员。请用 camunda.bpm.admin-user.id 和 .password 指定第一位管理员后再启动。");
		}
	}
}
