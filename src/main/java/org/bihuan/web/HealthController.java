package org.bihuan.web;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.identity.Reader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * 运行状况: what the probes of {@code /actuator/health} keep to themselves, for the administrator alone: each part's state, and which
 * commit of which version runs. A jar built without a history says so.
 */
@Controller
class HealthController implements AdministratorPage {

	private static final Map<String, String> PARTS = Map.of("db", "数据库", "diskSpace", "磁盘空间", "ping", "程序", "livenessState", "存活", "readinessState",
			"可以办理", "jobExecutor", "作业执行器", "processEngine", "流程引擎", "mail", "邮件", "ssl", "证书");
	private static final Map<Status, String> STATES = Map.of(Status.UP, "正常", Status.DOWN, "故障", Status.OUT_OF_SERVICE, "暂停服务", Status.UNKNOWN,
			"未知");

	private final HealthEndpoint health;
	private final ObjectProvider<BuildProperties> build;
	private final ObjectProvider<GitProperties> git;
	private final Instant started;

	HealthController(HealthEndpoint health, ObjectProvider<BuildProperties> build, ObjectProvider<GitProperties> git, Clock clock) {
		this.health = health;
		this.build = build;
		this.git = git;
		this.started = clock.instant();
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
		List<Part> parts = new ArrayList<>();
		if (whole instanceof CompositeHealth composite) {
			composite.getComponents().forEach((id, part) -> parts.add(part(id, part)));
		}
		model.addAttribute("parts", parts);
		model.addAttribute("lines", lines());
		return "health";
	}

	private static Part part(String id, HealthComponent part) {
		String detail = part instanceof Health plain ? switch (id) {
			case "db" -> String.valueOf(plain.getDetails().getOrDefault("database", plain.getDetails().getOrDefault("error", "")));
			case "diskSpace" -> "可用 " + megabytes(plain, "free") + "，共 " + megabytes(plain, "total");
			default -> "";
		} : "";
		return new Part(PARTS.getOrDefault(id, id), state(part.getStatus()), Status.UP.equals(part.getStatus()), detail);
	}

	private static String megabytes(Health disk, String key) {
		return disk.getDetails().get(key) instanceof Number bytes ? bytes.longValue() / 1_000_000 + " MB" : "—";
	}

	private static String state(Status status) {
		return STATES.getOrDefault(status, status.getCode());
	}

	private List<Line> lines() {
		List<Line> lines = new ArrayList<>();
		BuildProperties built = build.getIfAvailable();
		lines.add(new Line("版本", built == null ? "未知（不是由 Maven 构建的）" : built.getVersion()));
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
		lines.add(new Line("启动时间", minute(started)));
		lines.add(new Line("Java", Runtime.version().toString()));
		return lines;
	}

	private static String minute(Instant at) {
		return ShanghaiTime.minute(OffsetDateTime.ofInstant(at, ShanghaiTime.ZONE));
	}
}
