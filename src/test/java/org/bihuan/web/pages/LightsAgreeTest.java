package org.bihuan.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.BihuanApplication;
import org.bihuan.SampleTest;
import org.bihuan.terms.TaskKeys;
import org.bihuan.web.Http;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What is red is red everywhere: ledger, cards, sheet, list of what is overdue and statistics, over the sample year. On the former version the light
 * went out with the reply, and the sheet printed six reds where the ledger's filter found none.
 */
@Tag("long")
class LightsAgreeTest extends SampleTest {

	private static final Pattern ASSIGNMENT = Pattern.compile("CG\\d{4}-\\d+-\\d+");
	private static final Pattern COUNTED = Pattern.compile("<h3>[^<]*（(\\d+) 件）</h3>");

	@Autowired
	private TaskService tasks;

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
	}

	/** From the end of the sample year on, as its open cases come near their days and pass them. */
	static Stream<LocalDate> twentyDays() {
		return Stream.iterate(LocalDate.of(2023, 7, 3), day -> day.plusDays(11)).limit(20);
	}

	private static Set<String> assignments(String html) {
		return ASSIGNMENT.matcher(html).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
	}

	private static String between(String page, String from, String to) {
		return page.substring(page.indexOf(from), page.indexOf(to, page.indexOf(from) + 1));
	}

	private Map<String, String> ledger(Http reader) {
		Map<String, String> lights = new TreeMap<>();
		for (String light : List.of("RED", "YELLOW", "GREEN")) {
			assignments(between(reader.get("/ledger?light=" + light).body(), "<main", "</main>")).forEach(one -> lights.put(one,
					light.toLowerCase(Locale.ROOT)));
		}
		return lights;
	}

	private static String rows(Http reader, String figure) {
		return between(reader.get("/ledger?figure=" + figure).body(), "<main", "</main>");
	}

	private static int counted(String parts) {
		return COUNTED.matcher(parts).results().mapToInt(found -> Integer.parseInt(found.group(1))).sum();
	}

	@ParameterizedTest
	@MethodSource("twentyDays")
	void whatIsRedIsRedEverywhere(LocalDate today) {
		ClockUtil.setCurrentTime(Date.from(today.atTime(10, 0).atZone(BihuanApplication.ZONE).toInstant()));
		Http office = Http.pages(port, "zhengxie1");
		Map<String, String> ledger = ledger(office);
		Set<String> red = ledger.keySet().stream().filter(one -> "red".equals(ledger.get(one))).collect(Collectors.toCollection(TreeSet::new));
		Set<String> yellow = ledger.keySet().stream().filter(one -> "yellow".equals(ledger.get(one))).collect(Collectors.toCollection(TreeSet::new));

		String overdue = office.get("/overdue").body();
		assertThat(assignments(between(overdue, "<h2>逾期未答复", "<h2>超期任务"))).as("the list of what is overdue").isEqualTo(red);

		String sheet = office.get("/sheet").body();
		String ofAssignments = between(sheet, "已过期限", "临近期限").split("任务超期（")[0];
		assertThat(counted(ofAssignments)).as("red on the sheet").isEqualTo(red.size());
		assertThat(counted(between(sheet, "临近期限", "light green"))).as("yellow on the sheet").isEqualTo(yellow.size());

		assertThat(assignments(String.join("", rows(office, "OVERDUE"),
				rows(office, "FOLLOW_UP_LATE"), rows(office, "LOOK_BACK_LATE")))).as("the figures' rows").isEqualTo(red);
		assertThat(assignments(between(overdue, "<h2>落实逾期", "<h2>回头看逾期"))).as("what the units owe").isEqualTo(
				assignments(rows(office, "FOLLOW_UP_LATE")));
		assertThat(assignments(between(overdue, "<h2>回头看逾期", "<h2>超期任务"))).as("what those who look owe").isEqualTo(
				assignments(rows(office, "LOOK_BACK_LATE")));

		Http admin = Http.pages(port, "admin");
		Map<String, String> cards = new HashMap<>();
		Map<String, String> owed = new HashMap<>();
		for (Task task : tasks.createTaskQuery()
				.taskDefinitionKeyIn(TaskKeys.DRAFT_REPLY, TaskKeys.SIGN_REPLY, TaskKeys.REPORT_IMPLEMENTATION, TaskKeys.TRACK_BY_COMMITTEE,
						TaskKeys.TRACK_BY_SUPERVISION,
						TaskKeys.LOOK_BACK_BY_COMMITTEE, TaskKeys.LOOK_BACK_BY_SUPERVISION, TaskKeys.HANDLE_OVERDUE)
				.list()) {
			String assignment = (String) tasks.getVariable(task.getId(), "assignmentId");
			cards.put(assignment, admin.get("/lights?tasks=" + task.getId()).json().path(task.getId()).path("light").asText());
			owed.put(assignment, ledger.get(assignment));
		}
		assertThat(cards).as("the cards").isNotEmpty().isEqualTo(owed);
	}
}
