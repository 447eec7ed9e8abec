package org.bihuan.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.bihuan.engine.guard.AnnouncingIdentityService;
import org.bihuan.json.Json;
import org.bihuan.settings.Evaluation;
import org.bihuan.settings.StartRefused;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Production does not start on a database with the data of an evaluation, with an account whose password everybody knows, or without an
 * administrator. It knows the sample from its files and from what it left in the database: none of its classes runs in production.
 */
@Component
@Profile("production")
class ProductionGuard {

	private final IdentityService identity;
	private final ManagementService management;
	private final JdbcClient jdbc;

	ProductionGuard(IdentityService identity, ManagementService management, JdbcClient jdbc) {
		this.identity = identity;
		this.management = management;
		this.jdbc = jdbc;
	}

	/** @throws StartRefused which ends the start */
	@EventListener(ApplicationStartedEvent.class)
	@Order(10)
	public void check() {
		Set<String> accounts = values("organisation", "account");
		List<String> evaluated = evaluated(accounts);
		if (!evaluated.isEmpty()) {
			throw new StartRefused("这个数据库里有评估的数据（" + String.join("、", evaluated) + "），不能用于生产环境：评估的件、签字和时刻都不是真的，也删不掉。"
					+ "请另建一个空的数据库，用 SPRING_DATASOURCE_URL、SPRING_DATASOURCE_USERNAME、SPRING_DATASOURCE_PASSWORD 指定它，再以 production 启动。");
		}
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

	/** What an evaluation has left; a database of a version that made no mark is known by the sample's outcomes. */
	private List<String> evaluated(Set<String> accounts) {
		List<String> found = new ArrayList<>();
		if (management.getProperties().containsKey(Evaluation.MARK)) {
			found.add("评估用的组织机构");
		}
		long outcomes = jdbc.sql("select count(*) from outcome where title in (:titles) and registered_by in (:accounts)")
				.param("titles", values("outcomes", "title")).param("accounts", accounts).query(Long.class).single();
		if (outcomes > 0) {
			found.add("样例成果 " + outcomes + " 件");
		}
		if (jdbc.sql("select count(*) from rehearsal_clock where offset_seconds <> 0").query(Long.class).single() > 0) {
			found.add("拨过的时钟");
		}
		return found;
	}

	/** All values of a field in one of the sample's files. */
	private static Set<String> values(String file, String field) {
		try (InputStream source = ProductionGuard.class.getResourceAsStream("/sample/" + file + ".json")) {
			return new TreeSet<>(Json.read(source).findValuesAsText(field));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}
}
