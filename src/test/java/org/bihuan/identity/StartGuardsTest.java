package org.bihuan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

import org.bihuan.Bihuan;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the application must refuse to start, and where production starts: real processes. */
@Tag("process")
class StartGuardsTest {

	@TempDir
	private Path folder;

	private Bihuan start(String... arguments) {
		String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
		all[arguments.length] = "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("bihuan") + ";TRACE_LEVEL_FILE=0";
		return Bihuan.start(folder, Map.of(), all);
	}

	@Test
	void theSampleOrganisationIsNotServedToOtherMachines() {
		try (Bihuan open = start("--server.address=0.0.0.0")) {
			assertThat(open.exitCode()).isNotZero();
			assertThat(String.join("\n", open.log())).contains("只能在本机使用");
		}
		try (Bihuan named = start("--bihuan.hosts=bihuan.example")) {
			assertThat(named.exitCode()).isNotZero();
			assertThat(named.log()).anyMatch(line -> line.contains("没有启动：评估的账号口令人人知道，只应答本机：请去掉 bihuan.hosts"));
		}
	}

	@Test
	void productionNeedsAnAdministratorAndNoSampleAccount() {
		try (Bihuan empty = start("--spring.profiles.active=production", "--bihuan.hosts=127.0.0.1")) {
			assertThat(empty.exitCode()).isNotZero();
			assertThat(String.join("\n", empty.log())).contains("系统管理员组 camunda-admin 没有成员");
		}
		try (Bihuan ready = start("--spring.profiles.active=production", "--bihuan.hosts=bihuan.example,127.0.0.1",
				"--camunda.bpm.admin-user.id=zhangsan",
				"--camunda.bpm.admin-user.password=aK9-vale-Quern")) {
			assertThat(Http.anonymous(ready.ready()).get("/actuator/health").status()).isEqualTo(200);
			assertThat(Http.basic(ready.ready(), "admin").get("/engine-rest/user").status()).isEqualTo(401);
			assertThat(String.join("\n", ready.log())).doesNotContain("评估用账号");
		}
	}

	@Test
	void productionNamesItsHostAndTakesNoWeakPassword() {
		try (Bihuan nameless = start("--spring.profiles.active=production")) {
			assertThat(nameless.exitCode()).isNotZero();
			assertThat(nameless.log()).anyMatch(line -> line.contains("没有启动：生产环境请用 bihuan.hosts 写明")).noneMatch(line -> line.startsWith("\tat "));
		}
		try (Bihuan weak = start("--spring.profiles.active=production", "--bihuan.hosts=127.0.0.1", "--camunda.bpm.admin-user.id=zhangsan",
				"--camunda.bpm.admin-user.password=zhangsan-2026")) {
			assertThat(weak.exitCode()).isNotZero();
			assertThat(weak.log()).anyMatch(line -> line.contains("没有启动：口令太弱")).noneMatch(line -> line.startsWith("\tat "));
		}
	}

	@Test
	void productionRefusesADatabaseThatWasUsedForEvaluation() {
		try (Bihuan evaluation = start("--bihuan.sample=false")) {
			evaluation.await("评估用账号");
		}
		try (Bihuan production = start("--spring.profiles.active=production", "--bihuan.hosts=127.0.0.1")) {
			assertThat(production.exitCode()).isNotZero();
			assertThat(String.join("\n", production.log())).contains("这个数据库里有评估的数据（评估用的组织机构）");
		}
	}
}
