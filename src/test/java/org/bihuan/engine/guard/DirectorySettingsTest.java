package org.bihuan.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.bihuan.settings.StartRefused;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.env.MockEnvironment;

/** What a directory may be told, and which of its groups are which of ours. */
class DirectorySettingsTest {

	private final MockEnvironment environment = new MockEnvironment();

	private Directory directory() {
		environment.setActiveProfiles("production");
		Directory directory = new Directory(new GroupNames(List.of()), environment, "camunda-admin");
		directory.setServerUrl("ldaps://ldap.example.cn");
		directory.setBaseDn("dc=example,dc=cn");
		return directory;
	}

	private static Arguments wrong(Consumer<Directory> change, String sentence) {
		return Arguments.of(change, sentence);
	}

	private static Stream<Arguments> wrong() {
		return Stream.of(wrong(one -> one.setServerUrl("ldap://ldap.example.cn"), "应为 ldaps:// 开头的网址"),
				wrong(one -> one.setServerUrl("ldap://127.0.0.1.example.cn"), "应为 ldaps:// 开头的网址"),
				wrong(one -> one.setServerUrl(null), "应为 ldaps:// 开头的网址"), wrong(one -> one.setBaseDn(""), "camunda.bpm.run.ldap.base-dn"),
				wrong(one -> one.setAcceptUntrustedCertificates(true), "accept-untrusted-certificates"),
				wrong(one -> one.setAllowAnonymousLogin(true), "空口令就能登录"),
				wrong(one -> one.setAuthorizationCheckEnabled(false), "谁都能列出目录里的人"));
	}

	@ParameterizedTest
	@MethodSource("wrong")
	void whatWouldOpenADoorIsRefused(Consumer<Directory> change, String sentence) {
		Directory directory = directory();
		change.accept(directory);
		assertThatThrownBy(() -> directory.preInit(new StandaloneProcessEngineConfiguration())).isInstanceOf(StartRefused.class)
				.hasMessageContaining(sentence);
	}

	@Test
	void anEvaluationHasNone() {
		Directory directory = directory();
		environment.setActiveProfiles();
		assertThatThrownBy(() -> directory.preInit(new StandaloneProcessEngineConfiguration())).isInstanceOf(StartRefused.class)
				.hasMessageContaining("只用于生产环境");
	}

	@Test
	void theFirstAdministratorIsNotOursToMake() {
		Directory directory = directory();
		environment.setProperty("camunda.bpm.admin-user.id", "zhangsan");
		assertThatThrownBy(() -> directory.preInit(new StandaloneProcessEngineConfiguration())).isInstanceOf(StartRefused.class)
				.hasMessageContaining("请去掉 camunda.bpm.admin-user");
	}

	@Test
	void aGroupMayBeCalledOtherwiseThere() {
		GroupNames names = new GroupNames(List.of("camunda-admin:IT: 一组", "unit-gongan:公安局"));
		assertThat(names.id("公安局")).contains("unit-gongan");
		assertThat(names.id("IT: 一组")).contains("camunda-admin");
		assertThat(names.id("camunda-admin")).as("who is in a group of that name there is no administrator here").isEmpty();
		assertThat(names.id("party-office")).contains("party-office");
		assertThat(names.nameThere("unit-gongan")).contains("公安局");
		assertThat(names.nameThere("party-office")).contains("party-office");
		assertThat(names.nameThere("公安局")).isEmpty();
	}

	@Test
	void oneGroupHasOneName() {
		assertThatThrownBy(() -> new GroupNames(List.of("unit-gongan:公安局", "unit-gongan:公安分局"))).isInstanceOf(StartRefused.class)
				.hasMessageContaining("unit-gongan 写了两次");
		assertThatThrownBy(() -> new GroupNames(List.of("unit-gongan:公安局", "unit-caizheng:公安局"))).isInstanceOf(StartRefused.class)
				.hasMessageContaining("公安局 写了两次");
	}
}
