package org.bihuan.demo.organisation;

import java.util.List;
import java.util.stream.Collectors;

import org.bihuan.identity.Organisation;
import org.bihuan.settings.Evaluation;
import org.bihuan.settings.StartRefused;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The organisation a newcomer works with: evaluation only. Each account's password is its own name, so the application must
 * not be reachable from elsewhere while they exist; profile {@code production} does not have this bean.
 */
@Component
@Profile("!production")
class SampleOrganisation {

	private static final Logger LOG = LoggerFactory.getLogger(SampleOrganisation.class);

	private final List<SampleGroup> groups = SampleGroup.all();
	private final IdentityService identity;
	private final ManagementService management;

	/** @throws StartRefused unless the application listens on this machine alone: everybody knows these passwords */
	SampleOrganisation(IdentityService identity, ManagementService management, ServerProperties server) {
		if (server.getAddress() == null || !server.getAddress().isLoopbackAddress()) {
			throw new StartRefused("评估用的账号口令即账号名，只能在本机使用（server.address=127.0.0.1）。正式使用请加 --spring.profiles.active=production。");
		}
		this.identity = identity;
		this.management = management;
	}

	/** Tells a newcomer where to go and as whom. */
	@EventListener(ApplicationReadyEvent.class)
	public void welcome(ApplicationReadyEvent ready) {
		StringBuilder text = new StringBuilder("评估用账号（口令即账号名）：");
		groups.forEach(group -> text.append("\n  ").append(group.name()).append("：")
				.append(group.people().stream().map(SampleGroup.Person::account).collect(Collectors.joining(" "))));
		String port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port", "8080");
		LOG.info("{}\n任务列表：http://127.0.0.1:{}/camunda/app/tasklist/", text, port);
	}

	/** On first start only: an organisation that an administrator has since changed stays as it is. */
	@EventListener(ApplicationStartedEvent.class)
	@Order(10)
	@Transactional
	public void found() {
		if (identity.createGroupQuery().groupId(Organisation.CPPCC_OFFICE).count() > 0) {
			return;
		}
		management.setProperty(Evaluation.MARK, "true");
		groups.forEach(group -> {
			createGroup(group.id(), group.name());
			group.people().forEach(person -> addPerson(group.id(), person));
		});
	}

	private void createGroup(String id, String name) {
		if (identity.createGroupQuery().groupId(id).count() > 0) {
			return;
		}
		Group group = identity.newGroup(id);
		group.setName(name);
		group.setType(id.equals(Organisation.ADMINS) ? "SYSTEM" : "WORKFLOW");
		identity.saveGroup(group);
	}

	private void addPerson(String group, SampleGroup.Person person) {
		String account = person.account();
		if (identity.createUserQuery().userId(account).count() == 0) {
			User user = identity.newUser(account);
			// Camunda shows the first name before the last: a Chinese name is kept whole
			user.setFirstName(person.name());
			user.setLastName("");
			user.setPassword(account);
			user.setEmail(account + "@bihuan.example");
			identity.saveUser(user);
		}
		identity.createMembership(account, group);
	}
}
