package org.bihuan.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
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
public class SampleOrganisation {

	/** Group id → type, Chinese name, and its people as account:surname:given name. */
	private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

	private static void group(String id, String name, String... people) {
		List<String> all = new ArrayList<>(List.of(name));
		all.addAll(List.of(people));
		GROUPS.put(id, all);
	}

	static {
		group(Organisation.ADMINS, "系统管理员", "admin:系统:管理员");
		group("analyst", "流程分析员", "fenxi1:柳:思远");
		group(Organisation.CPPCC_OFFICE, "区政协办", "zhengxie1:陆:文清", "zhengxie2:顾:晓岚");
		group(Organisation.CPPCC_CHAIR, "政协主要领导", "zhuxi1:沈:国华");
		group(Organisation.DEPUTY_CHAIR, "分管副主席", "fuzhuxi1:王:建平");
		group(Organisation.CHAIR_MEETING, "主席会议", "mishu1:钱:立新", "zhuxi1:沈:国华", "fuzhuxi1:王:建平");
		group(Organisation.PARTY_OFFICE, "区委办", "quwei1:周:明远", "quwei2:许:佳");
		group(Organisation.GOV_OFFICE, "区政府办", "zhengfu1:陈:志强", "zhengfu2:吴:敏");
		group(Organisation.SUPERVISION_OFFICE, "督考办", "dukao1:郑:守正", "dukao2:何:静");
		group(Organisation.LEADERS, "区领导", "shuji1:高:永年", "quzhang1:韩:东升", "changwei1:曹:志远", "fuquzhang1:蒋:玉梅");
		group(Organisation.MEMBERS, "参与委员", "weiyuan1:李:春生", "weiyuan2:张:慧", "weiyuan3:刘:大海", "weiyuan4:杨:雪", "weiyuan5:朱:启明",
				"weiyuan6:徐:梅", "weiyuan7:孙:立", "weiyuan8:马:俊");
		group("committee-tian", "提案委", "tian1:丁:学文", "tian2:方:圆");
		group("committee-jingke", "经科委", "jingke1:石:磊", "jingke2:龚:丽");
		group("committee-chengxiang", "城乡委", "chengxiang1:宋:长江", "chengxiang2:罗:兰");
		group("committee-shefa", "社法民宗委", "shefa1:白:正义", "shefa2:金:和");
		group("committee-jiaowei", "教卫体委", "jiaowei1:文:博", "jiaowei2:安:康");
		group("committee-wenshi", "文史委", "wenshi1:史:明", "wenshi2:古:月");
		unit("gongan", "公安局");
		unit("caizheng", "财政局");
		unit("nongye", "农业农村局");
		unit("fagai", "发展改革委");
		unit("zhujian", "住房城乡建设局");
		unit("jiaotong", "交通运输局");
		unit("jiaoyu", "教育局");
		unit("weijian", "卫生健康委");
		unit("minzheng", "民政局");
		unit("shangwu", "商务局");
		unit("gongxin", "工业和信息化局");
		unit("jinrong", "地方金融监管局");
	}

	private static void unit(String id, String name) {
		group("unit-" + id, name, id + "1:" + name + ":承办人", id + "2:" + name + ":分管领导");
	}

	/** The sample accounts. */
	static final Set<String> ACCOUNTS = GROUPS.values().stream().flatMap(group -> group.stream().skip(1)).map(person -> person.split(":")[0])
			.collect(Collectors.toCollection(TreeSet::new));

	private static final Logger LOG = LoggerFactory.getLogger(SampleOrganisation.class);

	private final IdentityService identity;
	private final AuthorizationService authorizations;

	/** @throws IllegalStateException unless the application listens on this machine alone: everybody knows these passwords */
	SampleOrganisation(IdentityService identity, AuthorizationService authorizations, @Value("${server.address:}") String address) {
		if (!isLoopback(address)) {
			throw new IllegalStateException("评估用的账号口令即账号名，只能在本机使用（server.address=127.0.0.1）。正式使用请加 --spring.profiles.active=production。");
		}
		this.identity = identity;
		this.authorizations = authorizations;
	}

	private static boolean isLoopback(String address) {
		try {
			return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
		}
		catch (UnknownHostException unknown) {
			return false;
		}
	}

	/** Tells a newcomer where to go and as whom. */
	@EventListener(ApplicationReadyEvent.class)
	public void welcome(ApplicationReadyEvent ready) {
		StringBuilder text = new StringBuilder("评估用账号（口令即账号名）：");
		GROUPS.forEach((id, entries) -> text.append("\n  ").append(entries.get(0)).append("：")
				.append(entries.stream().skip(1).map(person -> person.split(":")[0]).collect(Collectors.joining(" "))));
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
		GROUPS.forEach((id, entries) -> {
			createGroup(id, entries.get(0));
			entries.stream().skip(1).forEach(person -> addPerson(id, person.split(":")));
		});
		grant(Organisation.ADMINS, Resources.APPLICATION, "*", Permissions.ALL);
		for (Resource resource : Resources.values()) {
			if (resource != Resources.APPLICATION) {
				grant(Organisation.ADMINS, resource, "*", Permissions.ALL);
			}
		}
		for (String id : GROUPS.keySet()) {
			if (!id.equals(Organisation.ADMINS)) {
				grant(id, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
			}
			if (id.startsWith("committee-")) {
				mayStart(id, "consultation-outcome");
			}
			if (Organisation.PARTY_AND_GOV_OFFICES.contains(id)) {
				mayStart(id, "late-instruction");
			}
			if (Organisation.THREE_OFFICES.contains(id)) {
				mayStart(id, "amendment");
			}
		}
	}

	private void mayStart(String group, String process) {
		grant(group, Resources.PROCESS_DEFINITION, process, Permissions.READ, ProcessDefinitionPermissions.CREATE_INSTANCE);
		if (authorizations.createAuthorizationQuery().groupIdIn(group).resourceType(Resources.PROCESS_INSTANCE).count() == 0) {
			grant(group, Resources.PROCESS_INSTANCE, "*", Permissions.CREATE);
		}
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

	private void addPerson(String group, String[] person) {
		String account = person[0];
		if (identity.createUserQuery().userId(account).count() == 0) {
			User user = identity.newUser(account);
			// Camunda shows the first name before the last: a Chinese name is kept whole
			user.setFirstName(person[1] + person[2]);
			user.setLastName("");
			user.setPassword(account);
			user.setEmail(account + "@bihuan.example");
			identity.saveUser(user);
		}
		identity.createMembership(account, group);
	}

	private void grant(String group, Resource resource, String id, Permission... permissions) {
		Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
		authorization.setGroupId(group);
		authorization.setResource(resource);
		authorization.setResourceId(id);
		for (Permission permission : permissions) {
			authorization.addPermission(permission);
		}
		authorizations.saveAuthorization(authorization);
	}
}
