package org.bihuan.engine.guard;

import java.util.Map;

import org.bihuan.settings.StartRefused;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.plugin.AdministratorAuthorizationPlugin;
import org.camunda.bpm.identity.impl.ldap.LdapIdentityProviderFactory;
import org.camunda.bpm.identity.impl.ldap.plugin.LdapIdentityProviderPlugin;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Accounts and groups of a directory (LDAP) instead of the engine's own, which then are read alone: by Camunda's plugin, under the names of its
 * settings in Camunda Run. The defaults are those of our names: an account's whole name in {@code cn}, a group's id in {@code cn}. What would
 * open a door is refused at the start.
 */
public class Directory extends LdapIdentityProviderPlugin {

	/** Before the name of each of its settings. */
	public static final String SETTINGS = "camunda.bpm.run.ldap";

	private static final String LOCAL = "ldap://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?/?";

	private final GroupNames names;
	private final Environment environment;
	private final AdministratorAuthorizationPlugin administrators = new AdministratorAuthorizationPlugin();

	/** @param administrators the id of their group, which is given every right */
	public Directory(GroupNames names, Environment environment, String administrators) {
		this.names = names;
		this.environment = environment;
		this.administrators.setAdministratorGroupName(administrators);
		setUserFirstnameAttribute("cn");
		setUserLastnameAttribute("");
		setUserEmailAttribute("mail");
		setGroupIdAttribute("cn");
		setGroupNameAttribute("description");
		setGroupMemberAttribute("member");
		setContextProperties(Map.of("com.sun.jndi.ldap.connect.timeout", "5000", "com.sun.jndi.ldap.read.timeout", "10000"));
	}

	/** @throws StartRefused with what is wrong with the settings */
	@Override
	public void preInit(ProcessEngineConfigurationImpl engine) {
		unless(environment.acceptsProfiles(Profiles.of("production")),
				"目录（LDAP）只用于生产环境：评估的账号口令人人知道，不能与目录里的账号同在一个系统。请加上 --spring.profiles.active=production。");
		unless(getServerUrl() != null && (getServerUrl().startsWith("ldaps://") || getServerUrl().matches(LOCAL)),
				"配置 " + SETTINGS + ".server-url 应为 ldaps:// 开头的网址：口令要经过它。只有目录就在本机时可以用 ldap://127.0.0.1。");
		unless(!getBaseDn().isBlank(), "请用 " + SETTINGS + ".base-dn 写明从目录的哪里找起，写成 dc=example,dc=cn。");
		unless(!isAcceptUntrustedCertificates(), "请去掉 " + SETTINGS + ".accept-untrusted-certificates：不核对证书，口令会交给冒充的目录。请把目录的证书装进 Java 的信任库。");
		unless(!isAllowAnonymousLogin(), "请去掉 " + SETTINGS + ".allow-anonymous-login：打开它，空口令就能登录。");
		unless(isAuthorizationCheckEnabled(), "请去掉 " + SETTINGS + ".authorization-check-enabled：关掉它，谁都能列出目录里的人。");
		unless(!environment.containsProperty("camunda.bpm.admin-user.id"),
				"账号都在目录里，不能再指定第一位管理员：请去掉 camunda.bpm.admin-user，管理员是目录里小组 camunda-admin 的成员（名字不同时用 bihuan.sign-in.groups 对应）。");
		super.preInit(engine);
		LdapIdentityProviderFactory factory = new LdapIdentityProviderFactory() {

			@Override
			public Session openSession() {
				return new DirectorySession(Directory.this, names);
			}
		};
		engine.setIdentityProviderSessionFactory(factory);
	}

	private static void unless(boolean holds, String sentence) {
		if (!holds) {
			throw new StartRefused(sentence);
		}
	}

	@Override
	public void postInit(ProcessEngineConfigurationImpl engine) {
		administrators.postInit(engine);
	}

	/** Nobody could be given a right before somebody has one: with accounts of the engine's own the first administrator is. */
	@Override
	public void postProcessEngineBuild(ProcessEngine engine) {
		administrators.postProcessEngineBuild(engine);
	}
}
