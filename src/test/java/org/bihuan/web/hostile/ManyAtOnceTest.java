package org.bihuan.web.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.bihuan.CycleTest;
import org.bihuan.json.Json;
import org.bihuan.web.Http;
import org.bihuan.web.Http.Answer;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thirty browsers send the same task at the same moment: one is taken, the others are told that it is gone. On the former version one in nine was
 * told of a duplicate key or a state that cannot be restored, as a failure (500) with SQL.
 */
@Tag("database")
@Tag("wide")
class ManyAtOnceTest extends CycleTest {

	private static final int AT_ONCE = 30;

	@ParameterizedTest
	@ValueSource(strings = { "task_planResearch", "task_draftReport", "task_makeAssignments", "task_confirmFollowUp", "task_signReceipt" })
	void ofThirtyOneIsTakenAndTheOthersAreTold(String key) throws Exception {
		startUpTo(key);
		Task task = task(key);
		String user = somebodyFor(task);
		Map<String, Object> body = Map.of("variables", variables(plain(task)));
		List<Answer> answers = together(() -> Http.basic(port, user).post("/engine-rest/task/" + task.getId() + "/submit-form", body));
		assertThat(answers.stream().map(Answer::status).sorted()).as("%s", answers)
				.containsExactlyElementsOf(Stream.concat(Stream.of(204), Collections.nCopies(AT_ONCE - 1, 409).stream()).toList());
		assertThat(answers.stream().filter(one -> one.status() == 409).map(Answer::message)).as("each is told what to do")
				.allSatisfy(message -> assertThat(message).containsPattern("刷新任务列表|请稍候再提交"));
		assertThat(jdbc.sql("select count(*) from answer where uid = ?").param(task.getId()).query(Integer.class).single()).isEqualTo(1);
	}

	private static Map<String, Object> variables(Map<String, Object> answer) {
		Map<String, Object> variables = new LinkedHashMap<>();
		answer.forEach((name, value) -> variables.put(name,
				value instanceof String text ? Map.of("value", text, "type", "String") : Map.of("value", Json.write(value), "type", "Json")));
		return variables;
	}

	private static List<Answer> together(Callable<Answer> act) throws Exception {
		CyclicBarrier start = new CyclicBarrier(AT_ONCE);
		ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
		try {
			List<Future<Answer>> sent = Collections.nCopies(AT_ONCE, act).stream().map(one -> threads.submit(() -> {
				start.await();
				return one.call();
			})).toList();
			return sent.stream().map(ManyAtOnceTest::got).toList();
		}
		finally {
			threads.shutdown();
		}
	}

	private static Answer got(Future<Answer> sent) {
		try {
			return sent.get();
		}
		catch (Exception failed) {
			throw new IllegalStateException(failed);
		}
	}
}
