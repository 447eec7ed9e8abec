package org.bihuan.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

import org.bihuan.EngineTest;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Test;

/** 运行状况: for the administrator alone, and it names what really runs. */
class HealthPageTest extends EngineTest {

	@Test
	void theAdministratorSeesEachPartAndTheCommitThatRuns() throws IOException {
		Properties git = new Properties();
		try (InputStream file = getClass().getResourceAsStream("/git.properties")) {
			git.load(file);
		}
		String page = Http.pages(port, "admin").get("/health").body();
		assertThat(page).contains("数据库", "，表结构 V" + lastMigration() + "（", "磁盘空间", " GB，共 ", "开放办理", "作业出错停下", "正常", "版本", "，已运行 ",
				git.getProperty("git.commit.id"), git.getProperty("git.commit.message.short")
						.substring(0, 5));
		assertThat(page).as("the machine's own paths are nobody's business").doesNotContain(System.getProperty("user.dir"));
	}

	private String lastMigration() {
		return jdbc.sql("select \"version\" from \"flyway_schema_history\" order by \"installed_rank\" desc limit 1").query(String.class).single();
	}

	@Test
	void whatIsAlwaysSoIsNotTold() {
		assertThat(Http.pages(port, "admin").get("/health").body()).doesNotContain("探针<", "证书", "ping");
	}

	@Test
	void nobodyElseSeesIt() {
		Http.Answer office = Http.pages(port, "zhengxie1").get("/health");
		assertThat(office.status()).isEqualTo(403);
		assertThat(office.body()).contains("此页只供系统管理员使用").doesNotContain("磁盘空间");
		assertThat(Http.anonymous(port).get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\",\"groups\":[\"liveness\",\"readiness\"]}");
	}
}
