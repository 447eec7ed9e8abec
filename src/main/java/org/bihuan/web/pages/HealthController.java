package org.bihuan.web.pages;

import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.sql.DatabaseMetaData;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import javax.sql.DataSource;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.identity.Reader;
import org.bihuan.web.security.Scopes;
import org.camunda.bpm.engine.ManagementService;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * 运行状况: what the probes of {@code /actuator/health} keep to themselves, for the administrator alone: each part's state, what it is for and
 * what stands in it now, and which commit of which version runs. A part that only says that somebody asked ({@code ping}) or that we do not
 * use ({@code ssl}) is not told while nothing is wrong with it. A jar built without a history says so.
 */
@Controller
class HealthController implements AdministratorPage {

	private static final Map<Status, String> STATES = Map.of(Status.UP, "正常", Status.DOWN, "故障", Status.OUT_OF_SERVICE, "暂停服务", Status.UNKNOWN,
			"未知");
	private static final List<String> ONLY_WHEN_WRONG = List.of("ping", "ssl");
	private static final long GIGABYTE = 1_000_000_000L;

	private final HealthEndpoint health;
	private final ObjectProvider<BuildProperties> build;
	private final ObjectProvider<GitProperties> git;
	private final DataSource database;
	private final Flyway flyway;
	private final Map<String, Kind> kinds = new LinkedHashMap<>();
	private final RuntimeMXBean machine = ManagementFactory.getRuntimeMXBean();

	/** What a part is called, and what is told of it while it is up. */
	private record Kind(String name, Function<Health, String> told) {
	}

	HealthController(HealthEndpoint health, ObjectProvider<BuildProperties> build, ObjectProvider<GitProperties> git, ManagementService management,
			DataSource database, Flyway flyway) {
		this.health = health;
		this.build = build;
		this.git = git;
		this.database = database;
		this.flyway = flyway;
		kinds.put("db", new Kind("数据库", it -> database()));
		kinds.put("diskSpace", new Kind("磁盘空间", HealthController::disk));
		kinds.put("readinessState", new Kind("开放办理", it -> "人员可以登录和办理；装入样例年度时和停机前暂停"));
		kinds.put("livenessState", new Kind("程序应答", it -> "故障时只有重新启动能恢复"));
		kinds.put("processEngine", new Kind("流程引擎", it -> stopped(management.createJobQuery().noRetriesLeft().count())));
		kinds.put("jobExecutor", new Kind("作业执行器", it -> "执行定时器、催办和邮件；已到时刻等待执行的作业 " + management.createJobQuery().executable().count() + " 个"));
		kinds.put("mail", new Kind("邮件服务器", it -> ""));
		kinds.put("ping", new Kind("探针", it -> ""));
		kinds.put("ssl", new Kind("证书", it -> ""));
	}

	@Override
	public String path() {
		return "/health";
	}

	@Override
	public String title() {
		return "运行状况";
	}

	/** One part of the application. */
	record Part(String name, String state, boolean up, String detail) {
	}

	/** One line of what runs. */
	record Line(String name, String value) {
	}

	@GetMapping("/health")
	String page(Reader reader, Model model) {
		Scopes.requireAdministrator(reader);
		HealthComponent whole = health.health();
		model.addAttribute("state", state(whole.getStatus()));
		model.addAttribute("up", Status.UP.equals(whole.getStatus()));
		model.addAttribute("parts", whole instanceof CompositeHealth composite ? parts(composite.getComponents()) : List.of());
		model.addAttribute("lines", lines());
		return "health";
	}

	/** In our order; what we do not know comes last, under the name that it has. */
	private List<Part> parts(Map<String, HealthComponent> components) {
		Map<String, HealthComponent> left = new LinkedHashMap<>(components);
		List<Part> parts = new ArrayList<>();
		kinds.forEach((id, kind) -> {
			HealthComponent part = left.remove(id);
			if (part != null && !(ONLY_WHEN_WRONG.contains(id) && up(part))) {
				parts.add(part(kind, part));
			}
		});
		left.forEach((id, part) -> parts.add(part(new Kind(id, it -> ""), part)));
		return parts;
	}

	private static Part part(Kind kind, HealthComponent part) {
		String detail = part instanceof Health plain ? up(part) ? kind.told().apply(plain) : wrong(plain) : "";
		return new Part(kind.name(), state(part.getStatus()), up(part), detail);
	}

	private static String wrong(Health part) {
		return String.valueOf(part.getDetails().getOrDefault("error", ""));
	}

	private static boolean up(HealthComponent part) {
		return Status.UP.equals(part.getStatus());
	}

	private String database() {
		MigrationInfo schema = flyway.info().current();
		String tables = schema == null ? "" : "，表结构 V" + schema.getVersion() + "（" + minute(schema.getInstalledOn().toInstant()) + "）";
		try {
			return JdbcUtils.extractDatabaseMetaData(database,
					(DatabaseMetaData product) -> product.getDatabaseProductName() + " " + product.getDatabaseProductVersion()) + tables;
		}
		catch (MetaDataAccessException gone) {
			return gone.getMessage();
		}
	}

	private static String stopped(long jobs) {
		return jobs == 0 ? "没有作业出错停下" : "有 " + jobs + " 个作业出错停下，请在 Cockpit 里查看原因，修好后重试";
	}

	private static String disk(Health disk) {
		return "可用 " + gigabytes(disk, "free") + "，共 " + gigabytes(disk, "total");
	}

	private static String gigabytes(Health disk, String key) {
		return disk.getDetails().get(key) instanceof Number bytes ? "%.1f GB".formatted((double) bytes.longValue() / GIGABYTE) : "—";
	}

	private static String state(Status status) {
		return STATES.getOrDefault(status, status.getCode());
	}

	private List<Line> lines() {
		List<Line> lines = new ArrayList<>();
		BuildProperties built = build.getIfAvailable();
		lines.add(new Line("版本", built == null ? "未知（不是由 Maven 构建的）" : built.getVersion() + "（" + minute(built.getTime()).substring(0, 10) + "）"));
		GitProperties commit = git.getIfAvailable();
		if (commit == null || commit.getCommitId() == null) {
			lines.add(new Line("提交", "未知（构建时没有版本历史）"));
		}
		else {
			lines.add(new Line("提交", commit.getCommitId() + ("true".equals(commit.get("dirty")) ? "（构建时另有未提交的改动）" : "")));
			lines.add(new Line("提交说明", commit.get("commit.message.short")));
			if (commit.getCommitTime() != null) {
				lines.add(new Line("提交时间", minute(commit.getCommitTime())));
			}
		}
		lines.add(
				new Line("启动时间", minute(Instant.ofEpochMilli(machine.getStartTime())) + "，已运行 " + lasting(Duration.ofMillis(machine.getUptime()))));
		lines.add(new Line("Java", Runtime.version().toString()));
		return lines;
	}

	/** The machine's own time, also while the rehearsal's clock stands elsewhere. */
	private static String lasting(Duration time) {
		return (time.toDays() > 0 ? time.toDays() + " 天 " : "") + (time.toHours() > 0 ? time.toHoursPart() + " 小时 " : "") + time.toMinutesPart()
				+ " 分钟";
	}

	private static String minute(Instant at) {
		return ShanghaiTime.minute(OffsetDateTime.ofInstant(at, ShanghaiTime.ZONE));
	}
}
