package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.role.Elements;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The real engine and ledger on a database in memory; people act through the same services as their browsers do. One
 * application for all tests: engines are known by name in the whole JVM, so a test with one of its own names
 * it differently, without a hyphen, which the engine would ignore.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = {
				"spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;TRACE_LEVEL_FILE=0;QUERY_CACHE_SIZE=1000",
				"camunda.bpm.job-execution.enabled=false",
				"bihuan.sample=false", "bihuan.extension.enabled=true" })
public abstract class EngineTest {

	/** The same tests run on a real PostgreSQL with {@code -Dbihuan.test.database=postgresql}, as {@code mvn verify} does. */
	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		if ("postgresql".equals(System.getProperty("bihuan.test.database"))) {
			String url = Postgres.newDatabase();
			registry.add("spring.datasource.url", () -> url);
			registry.add("spring.datasource.username", () -> "postgres");
			registry.add("spring.datasource.password", () -> "postgres");
		}
	}

	@LocalServerPort
	protected int port;
	@Autowired
	protected RuntimeService runtime;
	@Autowired
	protected TaskService tasks;
	@Autowired
	protected FormService forms;
	@Autowired
	protected IdentityService identity;
	@Autowired
	protected ManagementService management;
	@Autowired
	protected RepositoryService repository;
	@Autowired
	protected JdbcClient jdbc;
	@Autowired
	protected Elements elements;

	@BeforeAll
	static void shanghai() {
		BihuanApplication.useShanghaiTime();
	}

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
		identity.clearAuthentication();
	}

	protected <T> T as(String user, Supplier<T> act) {
		List<String> groups = identity.createGroupQuery().groupMember(user).list().stream().map(group -> group.getId()).toList();
		identity.setAuthentication(user, groups);
		try {
			return act.get();
		}
		finally {
			identity.clearAuthentication();
		}
	}

	/** Submits the start form of a process. */
	protected ProcessInstance start(String user, String processKey, Map<String, Object> answer) {
		String definition = repository.createProcessDefinitionQuery().processDefinitionKey(processKey).latestVersion().singleResult().getId();
		return as(user, () -> forms.submitStartForm(definition, answer));
	}

	/** The one open task of this step among all cases. */
	protected Task task(String key) {
		List<Task> open = tasks(key);
		assertThat(open).as("open tasks %s among %s", key, openTasks()).hasSize(1);
		return open.get(0);
	}

	/** The open tasks of a step, whatever its element is called. */
	protected List<Task> tasks(String key) {
		return tasks.createTaskQuery().active().list().stream().filter(task -> key.equals(elements.key(task))).toList();
	}

	protected List<String> openTasks() {
		return tasks.createTaskQuery().active().orderByTaskCreateTime().asc().list().stream().map(elements::key).toList();
	}

	/** Claims and submits the one open task of this key; fails if this person may not see it. */
	protected void complete(String user, String key, Map<String, Object> answer) {
		complete(user, task(key), answer);
	}

	protected void complete(String user, Task task, Map<String, Object> answer) {
		as(user, () -> {
			assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).as("%s sees %s", user, task.getTaskDefinitionKey()).isEqualTo(1);
			if (task.getAssignee() == null) {
				tasks.claim(task.getId(), user);
			}
			forms.submitTaskForm(task.getId(), new LinkedHashMap<>(answer));
			return null;
		});
	}

	/** The words of the refusal that {@code act} must meet. */
	protected String refused(Runnable act) {
		Refusal refusal = Refusal.in(catchThrowable(act::run));
		assertThat(refusal).as("a refusal").isNotNull();
		return refusal.getMessage();
	}

	protected void clockTo(LocalDateTime shanghai) {
		ClockUtil.setCurrentTime(Date.from(shanghai.atZone(BihuanApplication.ZONE).toInstant()));
	}

	/** Runs what is due now, in due order, until nothing is; a job that fails fails the test. */
	protected void runDueJobs() {
		DueJobs.run(management);
	}

	/** Of the information schema: neither the engine's tables nor those that change whoever asks, as sessions and the signs of life do. */
	protected static final String OF_THE_LEDGER = """
			lower(table_schema) = 'public' and lower(table_name) not like 'act_%' and lower(table_name) not like 'flyway%'
			and lower(table_name) not like 'web_session%' and lower(table_name) <> 'node'""";

	/** A fingerprint of every row of the ledger, to show that a refusal changed nothing. */
	protected Map<String, Object> ledger() {
		Map<String, Object> rows = new LinkedHashMap<>();
		List<String> tables = jdbc.sql("select table_name from information_schema.tables where " + OF_THE_LEDGER + " order by table_name")
				.query(String.class)
				.list();
		tables.forEach(
				table -> rows.put(table, jdbc.sql("select * from " + table).query().listOfRows().stream().map(EngineTest::comparable).toList()));
		return rows;
	}

	/** Bytes are told apart by what they are, as everything else is; that of a file which differs differs by its hash as well. */
	private static Map<String, Object> comparable(Map<String, Object> row) {
		row.replaceAll((column, value) -> value instanceof byte[] bytes ? bytes.length + " " + Arrays.hashCode(bytes) : value);
		return row;
	}
}
