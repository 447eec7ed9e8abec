package org.bihuan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import org.bihuan.EveryTask;
import org.bihuan.WhenAllRan;
import org.bihuan.json.Json;
import org.bihuan.ledger.Outcomes;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * No form loses a character: each is filled in by hand in Tasklist with long texts, left for another tab, left for a reload, and handed in as it
 * stands; in the end all that was written stands in the ledger and on the page of its outcome. The way from 选题 to 核查销号 goes through every form,
 * the detours through each form that is new or asks something else than before. A new task in a diagram is walked here or the last assertion fails.
 */
@NeedsChromium
@Tag("browser")
@Tag("long")
class EveryFormTest extends EveryTask {

	@RegisterExtension
	static final WhenAllRan TOGETHER = new WhenAllRan(EveryFormTest::everyTaskOfEveryModelWasDoneByHand);

	private static final Set<String> TASKS = new TreeSet<>();
	private static final Set<String> WALKED = new TreeSet<>();
	private static final int SUGGESTIONS = 4;

	private static People people;

	private final List<String> written = new ArrayList<>();
	private final Set<String> outcomesHere = new TreeSet<>();
	private boolean everyForm;

	@BeforeAll
	static void launch() throws IOException {
		people = new People();
	}

	@AfterEach
	void lookAround() {
		people.pictures("every-form-at-the-end");
	}

	@AfterAll
	static void close() {
		people.close();
	}

	private static void everyTaskOfEveryModelWasDoneByHand() {
		assertThat(TASKS).isEqualTo(formsOfTasks().keySet());
	}

	private TasklistPage at(String user) {
		return people.at(user, port);
	}

	@Test
	void theWayFromTopicToVerifiedClosing() {
		everyForm = true;
		startUpTo("task_planResearch");
		toTheEnd();
		assertThat(written).anyMatch(text -> text.length() >= 2_290);
		assertThat(outcomes.suggestions(outcomeId)).hasSize(SUGGESTIONS);
		assertThat(outcomes.get(outcomeId).closing()).isEqualTo(Outcomes.Closing.IMPLEMENTED);
		nothingIsLost();
	}

	@Test
	void everyDetourOfIt() {
		fromTopicToVerifiedClosingByEveryDetour();
		nothingIsLost();
	}

	@Test
	void conversions() {
		theConversions();
		nothingIsLost();
	}

	@Test
	void whatTheOfficesAmend() {
		startUpTo("task_draftReply");
		amend("zhengxie1", Map.of("kind", "correct", "number", outcomeId, "field", "instruction-words", "leader", "高永年"));
		amend("zhengfu1", Map.of("kind", "reassign", "number", outcomeId + "-1", "toUnit", "财政局"));
		// nobody sees a form in the very moment of a change, as with a clock that stands
		clockTo(new Date(ClockUtil.getCurrentTime().getTime() + Duration.ofMinutes(1).toMillis()));
		amend("quwei1", Map.of("kind", "withdraw", "number", outcomeId + "-1", "cause", "duplicate"));
		aFurtherAssignment();
		aLateInstruction();
		nothingIsLost();
	}

	/** Four suggestions; the other steps answer each of them. */
	@Override
	protected Map<String, Object> plain(Task task) {
		Map<String, Object> answer = super.plain(task);
		return "task_draftReport".equals(task.getTaskDefinitionKey())
				? with(answer, "suggestions", Collections.nCopies(SUGGESTIONS, Map.of("text", "改造派出所")))
				: answer;
	}

	@Override
	protected void complete(String user, Task task, Map<String, Object> answer) {
		Map<String, Object> whole = ofEverySuggestion(answer);
		JsonNode form = formOf(task);
		JsonNode view = view(task);
		outcomesHere.add(outcomeId);
		if (isKnown(task.getTaskDefinitionKey() + view.path("returned").asText().isEmpty(), form, whole)) {
			super.complete(user, task, whole);
			return;
		}
		evidence(user, task);
		TasklistPage page = at(user).openAt(task.getId(), task.getName());
		List<String> begun = page.reading();
		written.addAll(new FormByHand(page, task.getName(), view).fill(form, whole));
		List<String> now = page.reading();
		page.otherTab().stillReads(now, "after another tab").keptIf(!begun.equals(now)).reload().stillReads(now, "after a reload").submit();
		TASKS.add(task.getTaskDefinitionKey());
	}

	@Override
	protected ProcessInstance start(String user, String processKey, Map<String, Object> answer) {
		ProcessDefinition process = repository.createProcessDefinitionQuery().processDefinitionKey(processKey).latestVersion().singleResult();
		JsonNode form = startForm(process);
		if (isKnown(processKey, form, answer)) {
			return super.start(user, processKey, answer);
		}
		List<ProcessInstance> before = runtime.createProcessInstanceQuery().processDefinitionKey(processKey).list();
		TasklistPage page = at(user).start(process.getName());
		written.addAll(new FormByHand(page, process.getName(), NullNode.getInstance()).fill(form, answer));
		List<String> now = page.reading();
		page.startAgain().stillReads(now, "after it was put away").kept("已保存").reloadStart().stillReads(now, "after a reload").begin();
		return runtime.createProcessInstanceQuery().processDefinitionKey(processKey).list().stream()
				.filter(one -> before.stream().noneMatch(other -> other.getId().equals(one.getId()))).findFirst().orElse(null);
	}

	private JsonNode startForm(ProcessDefinition process) {
		try (InputStream source = forms.getDeployedStartForm(process.getId())) {
			return Json.read(source);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** Whether a form was done by hand before with these boxes ticked: they decide what it asks. */
	private boolean isKnown(String step, JsonNode form, Map<String, Object> answer) {
		String ticked = form.findParents("key").stream().filter(field -> "radio".equals(field.path("type").asText()))
				.map(field -> String.valueOf(answer.get(field.path("key").asText()))).collect(Collectors.joining(" "));
		return !WALKED.add(step + " " + ticked) && !everyForm;
	}

	/** What is said of one suggestion is said of each. */
	private Map<String, Object> ofEverySuggestion(Map<String, Object> answer) {
		Map<String, Object> whole = new LinkedHashMap<>(answer);
		whole.replaceAll((key, value) -> value instanceof List<?> rows ? rows.stream().flatMap(this::ofEverySuggestion).toList() : value);
		return whole;
	}

	@SuppressWarnings("unchecked")
	private Stream<Object> ofEverySuggestion(Object row) {
		List<String> all = outcomes.suggestions(outcomeId).stream().map(Outcomes.Suggestion::id).toList();
		if (row instanceof Map<?, ?> fields && fields.containsKey("suggestion")) {
			return all.stream().map(one -> with((Map<String, Object>) fields, "suggestion", one));
		}
		return Stream.of(row instanceof Map<?, ?> fields && fields.containsKey("suggestions")
				? with((Map<String, Object>) fields, "suggestions", all)
				: row);
	}

	private void nothingIsLost() {
		Set<String> kept = jdbc.sql("select given from answer_value").query(String.class).list().stream().map(Json::read).map(JsonNode::asText)
				.collect(Collectors.toSet());
		assertThat(written).as("in the ledger").allSatisfy(text -> assertThat(kept).contains(text));
		String pages = outcomesHere.stream().map(at("zhengxie1")::unfolded).collect(Collectors.joining());
		assertThat(written).as("on the page").allSatisfy(text -> assertThat(pages).contains(text));
		assertThat(jdbc.sql("select count(*) from draft where fields <> '{}'").query(Integer.class).single()).as("drafts of what was handed in")
				.isZero();
	}
}
