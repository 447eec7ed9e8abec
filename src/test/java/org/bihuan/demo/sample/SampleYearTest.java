package org.bihuan.demo.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

import org.bihuan.DueJobs;
import org.bihuan.SampleTest;
import org.bihuan.calendar.HolidayCalendar;
import org.bihuan.calendar.HolidayFiles;
import org.bihuan.calendar.ReplyDeadline;
import org.bihuan.calendar.Span;
import org.bihuan.ledger.Statistics;
import org.bihuan.reconciliation.Reconciliation;
import org.bihuan.web.Http;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The published year after its replay: the figures of the article, told by other tables than the page's queries read. */
@TestPropertySource(properties = { "camunda.bpm.webapp.enabled=false", "camunda.bpm.process-engine-name=sampleYear" })
@DirtiesContext
class SampleYearTest extends SampleTest {

	@Autowired
	private Statistics statistics;
	@Autowired
	private IdentityService identity;
	@Autowired
	private ManagementService management;
	@Autowired
	private RuntimeService runtime;
	@Autowired
	private Reconciliation reconciliation;

	private long count(String sql) {
		return jdbc.sql(sql).query(Long.class).single();
	}

	@Test
	void theSixFiguresAreThoseOfTheArticle() throws IOException {
		assertThat(Files.readString(Path.of("README.md"))).as("the README shows them").contains(statistics.of(null, null).inWords());
		assertThat(statistics.of(null, null)).isEqualTo(new Statistics.Figures(33, 24, 2, 1.0, 24, 9, 0, 0));
		assertThat(statistics.of(LocalDate.of(2022, 1, 1), LocalDate.of(2023, 9, 30)))
				.isEqualTo(new Statistics.Figures(33, 24, 2, 1.0, 24, 9, 0, 0));
		assertThat(statistics.of(null, null).inWords()).isEqualTo("报送 33 件，批示 24 次，督查 2 次，部门办理反馈 100%，转化落实 24 件，协调推进中 9 件");
		assertThat(Http.basic(port, "zhengxie1").get("/api/statistics").body())
				.isEqualTo(
						"{\"submitted\":33,\"instructions\":24,\"supervisions\":2,\"replyRate\":1.0,\"implemented\":24,\"inProgress\":9,"
								+ "\"converted\":0,\"withdrawn\":0}");
	}

	@Test
	void theTrailAndTheDocumentsTellTheSame() {
		assertThat(count("select count(distinct outcome_id) from event where act = 'outcome-submitted'")).isEqualTo(33);
		assertThat(count("select count(*) from document where kind = 'submission'")).isEqualTo(33);
		assertThat(count(
				"select count(*) from event where act in ('instruction-entered', 'late-instruction-entered') and detail like "
						+ "'%\"words\":%'"))
				.isEqualTo(24);
		assertThat(count("select count(*) from document where kind = 'inspection'")).isEqualTo(2);
		assertThat(count("select count(distinct assignment_id) from document where kind = 'reply'"))
				.isEqualTo(count("select count(*) from assignment")).isEqualTo(33);
		assertThat(count("select count(distinct outcome_id) from document where kind = 'closing'")).isEqualTo(24);
		assertThat(count("select count(distinct outcome_id) from event where act = 'outcome-closed'")).isEqualTo(24);
		assertThat(runtime.createProcessInstanceQuery().rootProcessInstances().processDefinitionKey("consultation-outcome").count()).isEqualTo(9);
	}

	@Test
	void ledgerAndEngineSayTheSameOfAYear() {
		assertThat(reconciliation.differences()).isEmpty();
	}

	@Test
	void aPeriodCountsByTheDayOfSubmission() {
		Statistics.Figures first = statistics.of(null, LocalDate.of(2022, 12, 31));
		Statistics.Figures second = statistics.of(LocalDate.of(2023, 1, 1), null);
		assertThat(first.submitted()).isEqualTo((int) count("select count(*) from document where kind = 'submission' and number like '%〔2022〕%'"));
		assertThat(first.submitted() + second.submitted()).isEqualTo(33);
		assertThat(first.instructions() + second.instructions()).isEqualTo(24);
		assertThat(first.implemented() + second.implemented()).isEqualTo(24);
		assertThat(statistics.of(LocalDate.of(2030, 1, 1), null)).isEqualTo(new Statistics.Figures(0, 0, 0, null, 0, 0, 0, 0));
		assertThat(Http.basic(port, "zhengxie1").get("/api/statistics?from=2023-09-01&to=2022-01-01").status()).isEqualTo(400);
		assertThat(Http.basic(port, "zhengxie1").get("/api/statistics?from=2023-9-1").message()).contains("YYYY-MM-DD");
	}

	@Test
	void everyReplyIsInsideItsTwoMonths() {
		record Reply(LocalDate receivedOn, LocalDate dueOn, LocalDate repliedOn) {
		}
		HolidayCalendar shipped = HolidayFiles.fromClasspath();
		ReplyDeadline rule = new ReplyDeadline(() -> shipped);
		List<Reply> replies = jdbc.sql("select received_on, due_on, replied_on from assignment").query(Reply.class).list();
		assertThat(replies).hasSize(33).allSatisfy(reply -> {
			assertThat(reply.dueOn()).isEqualTo(rule.after(reply.receivedOn(), Span.months(2)).due());
			assertThat(reply.repliedOn()).isBetween(reply.receivedOn(), reply.dueOn());
		});
	}

	@Test
	void theYearHasTheWaysThatAYearHas() {
		Map<String, String> ways = Map.ofEntries(Map.entry("returned by 主席会议", "report_review where level = 'chair-meeting' and verdict = 'return'"),
				Map.entry("two rounds of opinions", "opinion where opinion_round = 2"), Map.entry("退回改派", "reassignment where to_unit is not null"),
				Map.entry("协办", "co_opinion where state = 'given'"), Map.entry("视为签收", "assignment where receipt = 'deemed'"),
				Map.entry("a failed look-back", "look_back where not in_place"), Map.entry("督办单", "document where kind = 'supervision'"),
				Map.entry("a late 批示", "instruction where late"), Map.entry("圈阅", "instruction where state = 'seen'"),
				Map.entry("class A", "assignment where reply_class = 'A'"),
				Map.entry("class B", "assignment where reply_class = 'B'"), Map.entry("class C", "assignment where reply_class = 'C'"),
				Map.entry("several 批示 on one outcome",
						"outcome where (select count(*) from instruction i where i.outcome_id = outcome.id and i.state = 'written') > 1"),
				Map.entry("no 批示 at all", "outcome where not exists (select 1 from instruction i where i.outcome_id = outcome.id)"));
		ways.forEach((way, rows) -> assertThat(count("select count(*) from " + rows)).as(way).isPositive());
		assertThat(jdbc.sql("select title from outcome where closing = 'implemented'").query(String.class).list()).contains("基层派出所改造", "乡村产业振兴",
				"产业链招商", "优化金融生态");
		assertThat(count("select count(*) from assignment where closed_on is null and next_look_back_on is null"))
				.as("nothing open without a day of its next look-back").isZero();
	}

	@Test
	void thePoliceStationsAreThereInFull() {
		String id = jdbc.sql("select id from outcome where title = '基层派出所改造'").query(String.class).single();
		assertThat(jdbc.sql("select distinct kind from research_record where outcome_id = ?").param(id).query(String.class).list())
				.containsExactlyInAnyOrder("group-visit",
						"single-visit", "symposium");
		String report = jdbc.sql("select summary from outcome where id = ?").param(id).query(String.class).single();
		assertThat(report).contains("经费不足", "办公条件简陋", "装备落后");
		assertThat(jdbc.sql("select leader from instruction where outcome_id = ?").param(id).query(String.class).list()).contains("shuji1");
		assertThat(jdbc.sql("select committee from outcome where id = ?").param(id).query(String.class).single()).isEqualTo("committee-chengxiang");
		assertThat(jdbc.sql("select distinct kind from document where outcome_id = ?").param(id).query(String.class).list()).contains("submission",
				"assignment", "reply", "closing");
	}

	@Test
	void everyActStandsOnTheTrailWithItsDayAndItsAccount() {
		record Act(LocalDateTime at, String actor, String taskKey) {
		}
		List<Act> acts = jdbc.sql("select cast(at as timestamp) at, actor, task_key from event where actor <> 'system'").query(Act.class).list();
		LocalDate last = SampleOutcome.all().stream().map(SampleOutcome::start).max(LocalDate::compareTo).orElseThrow().plusMonths(6);
		assertThat(acts).hasSizeGreaterThan(900).allSatisfy(act -> assertThat(act.at().toLocalDate()).isBetween(LocalDate.of(2022, 1, 1), last));
		Set<String> people = new TreeSet<>(identity.createUserQuery().list().stream().map(user -> user.getId()).toList());
		assertThat(acts).filteredOn(act -> act.taskKey() != null).isNotEmpty().allSatisfy(act -> assertThat(people).contains(act.actor()));
		assertThat(acts.stream().map(Act::actor).distinct()).contains("chengxiang1", "gongan2", "shuji1", "mishu1", "dukao1", "weiyuan1");
	}

	@Test
	void whatFellDueInTheYearsBetweenIsToldOnceEach() {
		record Told(String recipient, String subject, String kind, int times) {
		}
		DueJobs.run(management);
		List<Told> told = jdbc.sql("""
				select recipient, assignment_id subject, kind, count(*) times from notice
				where created_at > timestamp with time zone '2024-01-01 00:00:00+08:00' group by recipient, assignment_id, kind""").query(Told.class)
				.list();
		assertThat(told).isNotEmpty().allSatisfy(one -> assertThat(one.times()).as("%s", one).isEqualTo(1));
		assertThat(statistics.of(null, null)).isEqualTo(new Statistics.Figures(33, 24, 2, 1.0, 24, 9, 0, 0));
	}

	@Test
	void aNewcomerFindsOpenWork() {
		DueJobs.run(management);
		for (String person : List.of("chengxiang1", "gongan1", "dukao1", "zhengfu1")) {
			Http http = Http.basic(port, person);
			String list = StreamSupport
					.stream(http.get("/engine-rest/engine/sampleYear/filter?resourceType=Task").json().spliterator(), false)
					.filter(filter -> filter.path("name").asText().equals("本组待办")).findFirst().orElseThrow().path("id").asText();
			assertThat(http.get("/engine-rest/engine/sampleYear/filter/" + list + "/list").json()).as("work of %s", person).isNotEmpty();
		}
	}
}
