package org.bihuan.demo.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.bihuan.SampleTest;
import org.bihuan.ledger.Statistics;
import org.bihuan.reconciliation.Reconciliation;
import org.bihuan.web.Http;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The cases of this month, behind the published year: at every part of the cycle, in time and late, and the published figures as they were. */
@Tag("wide")
@TestPropertySource(properties = { "camunda.bpm.webapp.enabled=false", "camunda.bpm.process-engine-name=living" })
@DirtiesContext
class LivingTest extends SampleTest {

	private static final Pattern ASSIGNMENT = Pattern.compile("CG\\d{4}-\\d+-\\d+");

	@Autowired
	private Statistics statistics;
	@Autowired
	private TaskService tasks;
	@Autowired
	private Reconciliation reconciliation;

	private List<String> open(String title) {
		String id = jdbc.sql("select id from outcome where title = ?").param(title).query(String.class).single();
		return tasks.createTaskQuery().processInstanceBusinessKey(id).list().stream().map(Task::getTaskDefinitionKey).distinct().toList();
	}

	private static long rows(Http reader, String light) {
		return ASSIGNMENT.matcher(reader.get("/ledger?light=" + light).body()).results().map(MatchResult::group).distinct().count();
	}

	@Test
	void theAdministratorsButtonPutsThemInOnce() {
		Http admin = Http.pages(port, "admin");
		assertThat(Http.pages(port, "zhengxie1").form("/sample/live", Map.of()).status()).isEqualTo(403);
		assertThat(admin.get("/sample").body()).contains("装入本月的样例");
		long green = rows(admin, "GREEN");
		long yellow = rows(admin, "YELLOW");
		long red = rows(admin, "RED");

		assertThat(admin.form("/sample/live", Map.of()).status()).isEqualTo(302);
		assertThat(admin.get("/sample").body()).contains("已装入 14 件");

		assertThat(jdbc.sql("select count(*) from outcome").query(Integer.class).single()).isEqualTo(33 + 14);
		assertThat(LivingOutcome.all()).allSatisfy(one -> assertThat(open(one.outcome().title())).as(one.outcome().title()).isNotEmpty());
		assertThat(LivingOutcome.all()).filteredOn(one -> one.since() < 70)
				.allSatisfy(one -> assertThat(open(one.outcome().title())).as(one.outcome().title()).contains(one.standsAt().split("@")[0]));
		assertThat(open("农机社会化服务与机库建设")).as("two months have passed").containsExactly("task_handleOverdue");
		assertThat(rows(admin, "GREEN")).isGreaterThan(green);
		assertThat(rows(admin, "YELLOW")).isGreaterThan(yellow);
		assertThat(rows(admin, "RED")).isGreaterThan(red);
		assertThat(jdbc.sql("select count(*) from event where at > current_timestamp").query(Integer.class).single()).as("nobody has acted yet")
				.isZero();
		assertThat(reconciliation.differences()).isEmpty();
		assertThat(statistics.of(LocalDate.of(2022, 1, 1), LocalDate.of(2023, 9, 30)))
				.isEqualTo(new Statistics.Figures(33, 24, 2, 1.0, 24, 9, 0, 0));
		assertThat(admin.get("/statistics").body()).contains("统计期间：全部年度，2022 年至");
		assertThat(admin.get("/statistics?year=2022").body()).contains("统计期间：2022 年 1 月 1 日至 12 月 31 日报送的成果。");

		assertThat(admin.form("/sample/live", Map.of()).status()).isEqualTo(302);
		assertThat(admin.get("/sample").body()).contains("本月的样例已经装入，不再重复装入。");
		assertThat(jdbc.sql("select count(*) from outcome").query(Integer.class).single()).isEqualTo(33 + 14);
	}
}
