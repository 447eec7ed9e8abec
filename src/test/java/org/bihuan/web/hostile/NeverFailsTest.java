package org.bihuan.web.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.bihuan.CycleTest;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Whoever sends whatever to any endpoint that exists gets an answer in Chinese that is no failure of ours, and what is refused changes nothing in
 * the ledger. On the former version one in forty failed (500), and nearly every refusal of the platform was English.
 */
@Tag("long")
class NeverFailsTest extends CycleTest {

	private static final long SEED = Long.getLong("bihuan.hostile.seed", 20230911);
	private static final int REQUESTS = Integer.getInteger("bihuan.hostile.requests", 12_000);

	/** Anybody may be nobody; the administrator comes last, for what he may change would stand in the way of the others. */
	private static final List<String> ROLES = new ArrayList<>(java.util.Arrays.asList(null, "chengxiang1", "weiyuan1", "zhengxie1", "zhuxi1",
			"fuzhuxi1", "mishu1", "shuji1", "quwei1", "zhengfu1", "gongan1", "dukao1", "fenxi1", "wuzu2", "admin"));

	@Autowired
	private AuthorizationService authorizations;
	@Autowired
	private FilterService filters;
	@Autowired
	private HistoryService history;
	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	private final Map<String, Integer> statuses = new TreeMap<>();
	private final Map<String, Integer> wrong = new LinkedHashMap<>();
	private int requests;
	private int compared;

	@Test
	void whateverIsSentIsAnsweredInChineseAndWhatIsRefusedChangesNothing() {
		Before before = before();
		startUpTo("task_draftReply");
		startUpTo("task_planResearch");
		List<Endpoint> all = Stream.of(Endpoints.ofThePlatform(), Endpoints.ofOurs(mappings), others()).flatMap(List::stream).toList();
		ROLES.forEach(role -> tryAll(role, all, REQUESTS / ROLES.size() + 1));
		restore(before);
		System.out.printf("Hostile requests: %d to %s, seed %d (-Dbihuan.hostile.seed), ledger compared after %d refusals%n  %s%n", requests,
				Endpoints.counted(all), SEED, compared, statuses);
		assertThat(all).hasSizeGreaterThan(800);
		assertThat(requests).isGreaterThanOrEqualTo(REQUESTS);
		assertThat(wrong.entrySet().stream().map(one -> one.getValue() + " × " + one.getKey())).as("seed %d", SEED).isEmpty();
	}

	private static List<Endpoint> others() {
		return Stream.of("/", "/error", "/actuator", "/actuator/env", "/login", "/logout", "/nothing", "/camunda", "/camunda/app/tasklist/default/",
				"/camunda/app/nothing", "/camunda/lib/x.js", "/webjars/bpmn-js/nothing.js", "/bihuan.css", "/h2-console", "/api", "/api/nothing",
				"/api/openapi", "/engine-rest", "/engine-rest/nothing", "/camunda/api/engine/engine/nothing/task", "/camunda/api/nothing")
				.flatMap(path -> Stream.of(new Endpoint("GET", path, null, null, List.of("to", "error", "x")),
						new Endpoint("POST", path, Map.class, "application/json", List.of())))
				.toList();
	}

	private void tryAll(String role, List<Endpoint> all, int times) {
		Values values = new Values(SEED + ROLES.indexOf(role), known());
		Hostile hostile = new Hostile(port, role);
		List<Endpoint> shuffled = new ArrayList<>(all);
		Collections.shuffle(shuffled, values.random());
		Map<String, Object> ledger = ledger();
		long changes = changes();
		for (int i = 0; i < times; i++) {
			Endpoint endpoint = shuffled.get(i % shuffled.size());
			String method = values.sometimes(4) ? values.one(List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"))
					: endpoint.method();
			boolean real = !"admin".equals(role) || method.equals("GET") || endpoint.path().matches(".*/(task|execution|process-instance)\\b.*");
			String path = values.path(endpoint, real);
			String type = values.sometimes(5)
					? values.one(List.of("text/plain", "application/xml", "multipart/form-data", "x", "application/json;charset=x"))
					: endpoint.type();
			byte[] body = endpoint.type() == null ? null
					: endpoint.type().startsWith("multipart") ? values.parts("b") : endpoint.body() == null ? new byte[0]
							: values.body(endpoint, real).getBytes(StandardCharsets.UTF_8);
			String sent = type != null && type.startsWith("multipart") && values.sometimes(80) ? type + "; boundary=b" : type;
			String accept = values.sometimes(6) ? values.one(List.of("image/png", "text/html", "application/xml", "x", "text/plain"))
					: values.one(List.of("application/json", "*/*"));
			HttpResponse<String> answer = hostile.ask(method, path, sent, body, accept);
			requests++;
			statuses.merge(method + " " + answer.statusCode(), 1, Integer::sum);
			note(Hostile.untold(answer), answer, role, endpoint, body);
			if (path.contains("/log")) {
				hostile.begin();
			}
			long now = changes();
			if (now != changes) {
				changes = now;
				Map<String, Object> then = ledger;
				ledger = ledger();
				if (answer.statusCode() >= 400 && !ledger.equals(then)) {
					note("changes the ledger", answer, role, endpoint, body);
				}
			}
			compared += answer.statusCode() >= 400 ? 1 : 0;
		}
	}

	private void note(String what, HttpResponse<String> answer, String role, Endpoint endpoint, byte[] body) {
		if (what != null) {
			String line = what + ": " + answer.request().method() + " " + endpoint.path() + " -> " + answer.statusCode();
			int times = wrong.merge(line, 1, Integer::sum);
			if (times == 1) {
				System.out.println("HOSTILE " + line + " | " + role + " | " + answer.request().uri() + " | "
						+ (body == null ? "" : short200(new String(body, StandardCharsets.UTF_8))) + " | " + short200(answer.body()));
			}
		}
	}

	private static String short200(String text) {
		String line = text.replaceAll("\\s+", " ");
		return line.substring(0, Math.min(300, line.length()));
	}

	/** Grows with whatever is written, also with what is undone again: where it stands still, nothing needs to be compared. */
	private long changes() {
		return jdbc.sql("select sum(last_modification) from information_schema.tables where " + OF_THE_LEDGER)
				.query(Long.class).single();
	}

	private Map<String, List<String>> known() {
		Map<String, List<String>> known = new LinkedHashMap<>();
		known.put("task", tasks.createTaskQuery().list().stream().map(Task::getId).toList());
		known.put("process-instance", runtime.createProcessInstanceQuery().list().stream().map(ProcessInstance::getId).toList());
		known.put("execution", runtime.createExecutionQuery().list().stream().map(Execution::getId).toList());
		known.put("process-definition",
				repository.createProcessDefinitionQuery().latestVersion().list().stream().map(ProcessDefinition::getId).toList());
		known.put("key", repository.createProcessDefinitionQuery().latestVersion().list().stream().map(ProcessDefinition::getKey).toList());
		known.put("decision-definition",
				repository.createDecisionDefinitionQuery().latestVersion().list().stream().map(one -> one.getId()).toList());
		known.put("deployment", repository.createDeploymentQuery().list().stream().map(Deployment::getId).toList());
		known.put("job", management.createJobQuery().list().stream().map(Job::getId).toList());
		known.put("user", identity.createUserQuery().list().stream().map(User::getId).toList());
		known.put("group", identity.createGroupQuery().list().stream().map(Group::getId).toList());
		known.put("filter", filters.createFilterQuery().list().stream().map(one -> one.getId()).toList());
		known.put("variable-instance", runtime.createVariableInstanceQuery().list().stream().map(one -> one.getId()).toList());
		known.put("variables", List.of("outcomeId", "assignmentId", "caseTitle"));
		known.put("activity-instance", history.createHistoricActivityInstanceQuery().list().stream().map(one -> one.getId()).toList());
		known.put("outcomes", jdbc.sql("select id from outcome").query(String.class).list());
		known.put("assignments", jdbc.sql("select id from assignment").query(String.class).list());
		known.put("documents", jdbc.sql("select id from document").query(String.class).list());
		known.put("attachments", jdbc.sql("select id from attachment").query(String.class).list());
		known.put("sort", List.of("asc", "desc", "NUMBER", "id", "name"));
		known.values().removeIf(List::isEmpty);
		return known;
	}

	/** What an administrator may add, and is taken away again: the application serves other tests. */
	private record Before(Set<String> users, Set<String> groups, Set<String> authorizations, Set<String> filters, Set<String> deployments,
			Set<String> jobs) {
	}

	private Before before() {
		identity.saveUser(somebody());
		return now();
	}

	private User somebody() {
		User somebody = identity.newUser("wuzu2");
		somebody.setFirstName("无组");
		somebody.setLastName("");
		somebody.setPassword("wuzu2");
		return somebody;
	}

	private Before now() {
		return new Before(set(identity.createUserQuery().list().stream().map(User::getId)),
				set(identity.createGroupQuery().list().stream().map(Group::getId)),
				set(authorizations.createAuthorizationQuery().list().stream().map(one -> one.getId())),
				set(filters.createFilterQuery().list().stream().map(one -> one.getId())),
				set(repository.createDeploymentQuery().list().stream().map(Deployment::getId)),
				set(management.createJobQuery().list().stream().filter(one -> one.getProcessInstanceId() == null).map(Job::getId)));
	}

	private static Set<String> set(Stream<String> ids) {
		return new HashSet<>(ids.toList());
	}

	private void restore(Before before) {
		Before now = now();
		assertThat(now.users()).as("nobody is gone").containsAll(before.users());
		assertThat(now.groups()).containsAll(before.groups());
		assertThat(now.filters()).containsAll(before.filters());
		assertThat(now.deployments()).containsAll(before.deployments());
		added(now.users(), before.users()).forEach(identity::deleteUser);
		identity.deleteUser("wuzu2");
		added(now.groups(), before.groups()).forEach(identity::deleteGroup);
		added(now().authorizations(), before.authorizations()).forEach(authorizations::deleteAuthorization);
		added(now.filters(), before.filters()).forEach(filters::deleteFilter);
		added(now.deployments(), before.deployments()).forEach(one -> repository.deleteDeployment(one, true));
		management.createBatchQuery().list().forEach(one -> management.deleteBatch(one.getId(), true));
		added(now().jobs(), before.jobs()).forEach(management::deleteJob);
		tasks.createTaskQuery().list().stream().filter(one -> one.getProcessInstanceId() == null)
				.forEach(one -> tasks.deleteTask(one.getId(), true));
		identity.createTenantQuery().list().forEach(one -> identity.deleteTenant(one.getId()));
		repository.createProcessDefinitionQuery().suspended().list()
				.forEach(one -> repository.activateProcessDefinitionById(one.getId(), true, null));
		management.createJobDefinitionQuery().suspended().list().forEach(one -> management.activateJobDefinitionById(one.getId(), true));
	}

	private static List<String> added(Set<String> now, Set<String> before) {
		return now.stream().filter(one -> !before.contains(one)).toList();
	}
}
