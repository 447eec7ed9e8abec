package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.bihuan.ledger.ModelSets;
import org.bihuan.web.hostile.Hostile;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Who may do what: every cell of src/docs/rights.md is tried, those of the engine by REST and by the webapps' API, which must give the same. The
 * table is what came of it, so a right that changes shows there; the README's is made of it. On the former version a unit read the 报送件, nobody
 * was told in Chinese why the engine said no, and an analyst read no model.
 */
@Tag("long")
class RightsTest extends CycleTest {

	/** Who stands for a column; each of them gets the same. */
	private static final Map<String, List<String>> ROLES = roles();
	private static final String NOBODY = "";
	private static final Page TABLE = Page.of("src", "docs", "rights.md");

	@Autowired
	private AuthorizationService authorizations;
	@Autowired
	private FilterService filters;
	@Autowired
	private ModelSets sets;

	private final Map<String, Hostile> clients = new HashMap<>();
	private final Map<String, String> names = new HashMap<>();
	private final List<String> untold = new ArrayList<>();
	private Extras before;
	private String madeByHand;
	private int tried;

	private static Map<String, List<String>> roles() {
		Map<String, List<String>> roles = new LinkedHashMap<>();
		roles.put("专委会", List.of("chengxiang1"));
		roles.put("委员", List.of("weiyuan1"));
		roles.put("政协办", List.of("zhengxie1"));
		roles.put("主席", List.of("zhuxi1", "fuzhuxi1", "mishu1"));
		roles.put("区领导", List.of("shuji1"));
		roles.put("区委办", List.of("quwei1"));
		roles.put("区政府办", List.of("zhengfu1"));
		roles.put("承办单位", List.of("gongan1"));
		roles.put("督考办", List.of("dukao1"));
		roles.put("分析员", List.of("fenxi1"));
		roles.put("管理员", List.of("admin"));
		roles.put("无小组", List.of("wuzu1"));
		roles.put("未登录", List.of(NOBODY));
		return roles;
	}

	/**
	 * @param group under which the README sums it up
	 * @param action what it is; with a mark where the administrator's cell waits for another part
	 * @param request method, path and body; a path that begins with a tilde is one of the engine's
	 */
	private record Row(String group, String action, String request) {

		String method() {
			return request.split(" ")[0];
		}

		String path() {
			return request.split(" ")[1];
		}

		String body() {
			String[] parts = request.split(" ", 3);
			return parts.length < 3 ? null : parts[2];
		}

		List<String> ways() {
			return path().startsWith("~")
					? List.of(path().replace("~", "/engine-rest"), path().replace("~", "/camunda/api/engine/engine/default"))
					: List.of(path());
		}
	}

	@BeforeEach
	void somebodyWithoutAGroup() {
		madeByHand = filters.saveFilter(filters.newTaskFilter("管理员自建的").setQuery(tasks.createTaskQuery())).getId();
		User somebody = identity.newUser("wuzu1");
		somebody.setFirstName("无组");
		somebody.setLastName("");
		somebody.setPassword("wuzu1");
		identity.saveUser(somebody);
	}

	@AfterEach
	void nobodyStays() {
		identity.deleteUser("wuzu1");
		authorizations.createAuthorizationQuery().userIdIn("wuzu1").list().forEach(one -> authorizations.deleteAuthorization(one.getId()));
		filters.deleteFilter(madeByHand);
	}

	@Test
	void everyCellOfTheTableIsAsItSays() {
		cases();
		List<Row> rows = rows();
		Map<Row, List<String>> cells = new LinkedHashMap<>();
		rows.forEach(row -> cells.put(row, ROLES.entrySet().stream().map(role -> cell(row, role.getValue())).toList()));
		System.out.printf("Rights: %d rows × %d roles, %d requests%n", rows.size(), ROLES.size(), tried);
		TABLE.says("rights", table(cells));
		Page.of("README.md").says("rights", summary(cells));
		assertThat(untold).as("refusals that are not told in Chinese").isEmpty();
		assertThat(rows).hasSizeGreaterThan(100);
	}

	private static List<Row> rows() {
		List<Row> rows = new ArrayList<>();
		String group = "";
		for (String line : TABLE.text().lines().filter(one -> (one.startsWith("|") && one.contains("`")) || one.startsWith("| **")).toList()) {
			String[] parts = line.split("\\|");
			if (parts[1].strip().startsWith("**")) {
				group = parts[1].strip().replace("*", "");
			}
			else {
				rows.add(new Row(group, parts[1].strip(), parts[2].strip().replace("`", "")));
			}
		}
		return rows;
	}

	private String cell(Row row, List<String> accounts) {
		Set<String> all = new LinkedHashSet<>();
		accounts.forEach(account -> row.ways().forEach(way -> all.add(tried(row, way, account))));
		return String.join("/", all);
	}

	private String tried(Row row, String way, String account) {
		tried++;
		String path = filled(way, account);
		String body = row.body() == null ? null : filled(row.body(), account);
		boolean page = !path.startsWith("/engine-rest") && !path.startsWith("/camunda/api") && !path.startsWith("/api/");
		HttpResponse<String> answer = clients.computeIfAbsent(account, one -> new Hostile(port, one.isEmpty() ? null : one)).ask(row.method(), path,
				body == null ? null : body.startsWith("--") ? "multipart/form-data; boundary=b" : "application/json",
				body == null ? null : body.getBytes(StandardCharsets.UTF_8), page ? "text/html,*/*;q=0.8" : "application/json");
		String wrong = Hostile.untold(answer);
		if (wrong != null) {
			untold.add(account + " " + row.method() + " " + path + " " + answer.statusCode() + " " + wrong + ": " + answer.body());
		}
		if (!row.method().equals("GET") && answer.statusCode() < 300) {
			undo();
		}
		if (path.contains("/credentials")) {
			// a new password ends the sessions of the old one
			clients.remove(account);
		}
		return shown(row, answer);
	}

	/** Allowed with a tick; a list that holds nothing for the reader allows nothing. */
	private static String shown(Row row, HttpResponse<String> answer) {
		String text = answer.body().strip();
		boolean nothing = List.of("[]", "{}", "{\"count\":0}").contains(text);
		boolean wanting = row.action().contains("缺项") && answer.statusCode() == 400 && (text.contains("请填写“") || text.contains("请选择“"));
		return answer.statusCode() < 300 && nothing ? "空" : (answer.statusCode() < 300 || wanting ? "✓" : "") + answer.statusCode();
	}

	private String filled(String text, String account) {
		List<Task> open = tasks.createTaskQuery().taskDefinitionKeyIn("task_planResearch", "task_giveOpinion", "task_reviewByOffice",
				"task_reviewByDeputyChair", "task_deliberate", "task_readByChair", "task_enterInstruction", "task_makeAssignments",
				"task_draftReply",
				"task_lookBackBySupervision").orderByTaskCreateTime().asc().orderByTaskId().asc().list();
		Set<String> may = account.isEmpty() ? Set.of()
				: tasks.createTaskQuery().taskCandidateUser(account).list().stream().map(Task::getId).collect(Collectors.toSet());
		String own = open.stream().map(Task::getId).filter(may::contains).findFirst().orElse(open.get(0).getId());
		String others = open.stream().map(Task::getId).filter(one -> !may.contains(one)).findFirst().orElseThrow();
		String filled = text.replace("{own}", own).replace("{others}", others).replace("{me}", account.isEmpty() ? "wuzu1" : account)
				// an id is given once, and each cell is tried in several ways
				.replace("{fresh}", "neu" + tried);
		for (Map.Entry<String, String> name : names.entrySet()) {
			filled = filled.replace("{" + name.getKey() + "}", name.getValue());
		}
		return filled;
	}

	/** One case at each of the places where somebody else is asked; what has got there is held until all are. */
	private void cases() {
		for (String key : List.of("task_lookBackBySupervision", "task_giveOpinion", "task_reviewByOffice", "task_reviewByDeputyChair",
				"task_deliberate",
				"task_readByChair", "task_enterInstruction", "task_makeAssignments")) {
			startUpTo(key);
			hold();
		}
		startUpTo("task_signReply");
		names.put("paper", outcomeId + "-1");
		hold();
		startUpTo("task_makeAssignments");
		answer("task_makeAssignments", Map.of("assignments",
				List.of(Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-caizheng", "requirement", "两个月内答复"))));
		upTo("task_draftReply");
		name("other-");
		names.put("instance", task("task_draftReply").getProcessInstanceId());
		hold();
		startUpTo("task_draftReply");
		name("");
		hold();
		startUpTo("task_planResearch");
		names.put("new-outcome", outcomeId);
		runtime.createProcessInstanceQuery().suspended().list().forEach(one -> runtime.activateProcessInstanceById(one.getId()));
		before = extras();
		names.put("definition", repository.createProcessDefinitionQuery().processDefinitionKey("handling").latestVersion().singleResult().getId());
		names.put("deployment", repository.createDeploymentQuery().list().get(0).getId());
		names.put("filter", madeByHand);
		names.put("job", management.createJobQuery().timers().activityId("boundary_replyDue").list().get(0).getId());
		// the same as is in force: a deployment that changes nothing
		names.put("form", parts("name=\"deployment-name\"", "rights") + parts("name=\"data\"; filename=\"sign-receipt.form\"",
				new String(sets.files(sets.setInForce()).get("sign-receipt.form"), StandardCharsets.UTF_8)) + "--b--\r\n");
		names.put("set", String.valueOf(sets.setInForce()));
		names.put("file", parts("name=\"file\"; filename=\"x.txt\"", "x") + "--b--\r\n");
	}

	private static String parts(String name, String content) {
		return String.join("\r\n", "--b", "Content-Disposition: form-data; " + name, "", content, "");
	}

	private void hold() {
		runtime.createProcessInstanceQuery().active().list().forEach(one -> runtime.suspendProcessInstanceById(one.getId()));
	}

	private void name(String prefix) {
		names.put(prefix + "outcome", outcomeId);
		names.put(prefix + "assignment", outcomeId + "-1");
		names.put(prefix + "submission", one("select id from document where kind = 'submission' and outcome_id = ?"));
		names.put(prefix + "notice", one("select id from document where kind = 'assignment' and outcome_id = ?"));
		names.put(prefix + "scan", one("select min(id) from attachment where task_key = 'task_enterInstruction' and outcome_id = ?"));
	}

	private String one(String sql) {
		return jdbc.sql(sql).param(outcomeId).query(String.class).single();
	}

	/** What may be added by who may: taken away again, so that each cell finds the same. */
	private record Extras(Set<String> users, Set<String> groups, Set<String> authorizations, Set<String> filters, Set<String> deployments) {
	}

	private Extras extras() {
		return new Extras(set(identity.createUserQuery().list().stream().map(User::getId)),
				set(identity.createGroupQuery().list().stream().map(one -> one.getId())),
				set(authorizations.createAuthorizationQuery().list().stream().map(one -> one.getId())),
				set(filters.createFilterQuery().list().stream().map(one -> one.getId())),
				set(repository.createDeploymentQuery().list().stream().map(one -> one.getId())));
	}

	private static Set<String> set(Stream<String> ids) {
		return ids.collect(Collectors.toCollection(TreeSet::new));
	}

	private void undo() {
		tasks.createTaskQuery().taskAssigned().list().forEach(one -> tasks.setAssignee(one.getId(), null));
		Extras now = extras();
		added(now.users(), before.users()).forEach(identity::deleteUser);
		added(now.groups(), before.groups()).forEach(identity::deleteGroup);
		added(extras().authorizations(), before.authorizations()).forEach(authorizations::deleteAuthorization);
		added(extras().filters(), before.filters()).forEach(filters::deleteFilter);
		added(now.deployments(), before.deployments()).forEach(one -> repository.deleteDeployment(one, true));
		// else no timer of a case that begins later would run, in whatever test
		repository.createProcessDefinitionQuery().suspended().list()
				.forEach(one -> repository.activateProcessDefinitionById(one.getId(), false, null));
		User admin = identity.createUserQuery().userId("admin").singleResult();
		admin.setFirstName("系统管理员");
		identity.saveUser(admin);
		identity.createUserQuery().memberOfGroup("unit-minzheng").list().stream().map(User::getId).filter(one -> !one.startsWith("minzheng"))
				.forEach(one -> identity.deleteMembership(one, "unit-minzheng"));
	}

	private static List<String> added(Set<String> now, Set<String> before) {
		return now.stream().filter(one -> !before.contains(one)).toList();
	}

	private static String table(Map<Row, List<String>> cells) {
		List<String> lines = new ArrayList<>(List.of("| 动作 | 请求 | " + String.join(" | ", ROLES.keySet()) + " |",
				"|---|---|" + "---|".repeat(ROLES.size())));
		String group = "";
		for (Map.Entry<Row, List<String>> row : cells.entrySet()) {
			if (!row.getKey().group().equals(group)) {
				group = row.getKey().group();
				lines.add("| **" + group + "** | " + "|".repeat(ROLES.size() + 1));
			}
			lines.add("| " + row.getKey().action() + " | `" + row.getKey().request() + "` | " + String.join(" | ", row.getValue()) + " |");
		}
		return String.join("\n", lines);
	}

	/** A row a group: all of it, nothing of it, or some, which the whole table tells. */
	private static String summary(Map<Row, List<String>> cells) {
		Map<String, List<List<String>>> groups = new LinkedHashMap<>();
		cells.forEach((row, line) -> groups.computeIfAbsent(row.group(), one -> new ArrayList<>()).add(line));
		List<String> lines = new ArrayList<>(
				List.of("| 可以做什么 | " + String.join(" | ", ROLES.keySet()) + " |", "|---|" + "---|".repeat(ROLES.size())));
		groups.forEach((group, lists) -> lines.add("| " + group + " | " + IntStream.range(0, ROLES.size()).mapToObj(column -> {
			long allowed = lists.stream().filter(line -> line.get(column).startsWith("✓")).count();
			return allowed == 0 ? "" : allowed == lists.size() ? "✓" : "部分";
		}).collect(Collectors.joining(" | ")) + " |"));
		return String.join("\n", lines);
	}
}
