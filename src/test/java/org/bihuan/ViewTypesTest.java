package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.bihuan.engine.answer.TaskWork;
import org.bihuan.json.Json;
import org.bihuan.terms.Option;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * What a form names of {@code view} is a component of the record that its step declares: every form of every task is held against the type, without
 * an engine and without anybody walking there. In the browser a misspelt name is an empty place that nobody notices.
 */
class ViewTypesTest {

	private static final ObjectMapper JSON = new ObjectMapper();
	private static final String CHOICES = "valuesExpression";

	/** {@code view.reply.text}; of a row, too: {@code view.rows[1].text}. */
	private static final Pattern NAMED = Pattern.compile("\\bview((?:\\.\\w+(?:\\[[^]]*])?)+)");

	/** {@code for row in view.rows return row.text}. */
	private static final Pattern ROW_BY_ROW = Pattern.compile("\\b(\\w+)\\s+in\\s+view((?:\\.\\w+)+)");

	/** {@code {{#loop view.rows}}{{this.text}}{{/loop}}}. */
	private static final Pattern LOOP = Pattern.compile("\\{\\{#loop\\s+view((?:\\.\\w+)+)\\s*}}(.*?)\\{\\{/loop}}", Pattern.DOTALL);

	/** The form library counts the rows of a list from 1. */
	private static final String ROW_NUMBER = "i[1]";

	private static final Pattern TEMPLATE = Pattern.compile("\\{\\{\\s*([^}]*?)\\s*\\}\\}");

	private static final Map<String, Class<?>> WORK = work();

	/** A task of a model with the record that its step shows and the form that reads it. */
	record Held(String task, Class<?> step, Type view, String form) {

		@Override
		public String toString() {
			return task;
		}
	}

	/** The steps by the names that models call them by. */
	private static Map<String, Class<?>> work() {
		ClassPathScanningCandidateComponentProvider steps = new ClassPathScanningCandidateComponentProvider(false);
		steps.addIncludeFilter(new AssignableTypeFilter(TaskWork.class));
		Map<String, Class<?>> work = new TreeMap<>();
		steps.findCandidateComponents("org.bihuan").stream().map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
				.forEach(step -> work.put(step.getAnnotation(Component.class).value(), step));
		return work;
	}

	private static <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
		return Stream.of(Objects.requireNonNull(new File("processes").listFiles((folder, name) -> name.endsWith(".bpmn")))).sorted()
				.flatMap(model -> Bpmn.readModelFromFile(model).getModelElementsByType(type).stream());
	}

	static List<Held> tasks() {
		return all(UserTask.class).map(ViewTypesTest::held).toList();
	}

	private static Held held(UserTask task) {
		String bean = task.getExtensionElements().getElementsQuery().filterByType(CamundaTaskListener.class).list().get(0)
				.getCamundaDelegateExpression().replaceAll("\\W", "");
		return new Held(task.getId(), WORK.get(bean), view(WORK.get(bean)), task.getCamundaFormRef());
	}

	/** What the nearest declaration says that it returns. */
	private static Type view(Class<?> step) {
		try {
			return step.getDeclaredMethod("view", DelegateTask.class).getReturnType();
		}
		catch (NoSuchMethodException inherited) {
			return view(step.getSuperclass());
		}
	}

	private static File file(String form) {
		return new File("forms", form + ".form");
	}

	private static JsonNode form(File file) {
		try {
			return JSON.readTree(file);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** The names of a record with their types, in its order; those of an unwrapped part as its own. A name that it has twice is there twice. */
	private static List<Map.Entry<String, Type>> components(Class<?> view) {
		return Stream.of(view.getRecordComponents())
				.flatMap(one -> one.getAccessor().isAnnotationPresent(JsonUnwrapped.class) ? components(one.getType()).stream()
						: Stream.of(Map.entry(one.getName(), one.getGenericType())))
				.toList();
	}

	/** What stands in the place of a name; null where there is no such. A list is what one of its rows is. */
	private static Type at(Type view, String path) {
		Type here = view;
		for (String name : path.substring(1).replaceAll("\\[[^]]*]", "").split("\\.")) {
			Type row = rows(here) == null ? here : rows(here);
			here = row instanceof Class<?> type && type.isRecord()
					? components(type).stream().filter(one -> one.getKey().equals(name)).map(Map.Entry::getValue).findFirst().orElse(null)
					: null;
		}
		return here;
	}

	/** Of what a list is one; null for what is no list. */
	private static Type rows(Type type) {
		return type instanceof ParameterizedType list && list.getRawType() == List.class ? list.getActualTypeArguments()[0] : null;
	}

	/** What a form names that is not there, in sentences that say where. */
	private static List<String> problems(String task, Type view, JsonNode form) {
		List<String> problems = new ArrayList<>();
		for (JsonNode field : fields(form.path("components"))) {
			String place = "%s.form, field %s, %s: ".formatted(form.path("id").asText(), field.path("id").asText(field.path("key").asText("?")),
					task);
			own(field).forEach(text -> named(text).filter(path -> at(view, path) == null)
					.forEach(path -> problems.add(place + "view" + path + " is not in " + view.getTypeName())));
			String choices = field.path(CHOICES).asText("");
			if (!choices.isBlank() && named(choices).noneMatch(path -> choices.equals("=view" + path) && offers(at(view, path)))) {
				problems.add(place + choices + " is no list of rows with label and value");
			}
		}
		return problems;
	}

	private static boolean offers(Type list) {
		Type row = list == null ? null : rows(list);
		return row != null && at(row, ".label") == String.class && at(row, ".value") == String.class;
	}

	/** Every field of a form, those within groups and rows, too. */
	private static Collection<JsonNode> fields(JsonNode components) {
		return StreamSupport.stream(components.spliterator(), false)
				.flatMap(one -> Stream.concat(Stream.of(one), fields(one.path("components")).stream())).toList();
	}

	/** Every string of a form or field. */
	private static Stream<String> strings(JsonNode node) {
		return node.isTextual() ? Stream.of(node.asText()) : StreamSupport.stream(node.spliterator(), false).flatMap(ViewTypesTest::strings);
	}

	/** Every string of a field, but not of those within it. */
	private static Stream<String> own(JsonNode field) {
		return field.properties().stream().filter(one -> !one.getKey().equals("components")).flatMap(one -> strings(one.getValue()));
	}

	/** What a string names of the view, each with a dot before it; of a row that is gone through what is named of the row. */
	private static Stream<String> named(String text) {
		return Stream.of(NAMED.matcher(text).results().map(found -> found.group(1)),
				ROW_BY_ROW.matcher(text).results().flatMap(loop -> ofRows(loop.group(2), loop.group(1), text)),
				LOOP.matcher(text).results().flatMap(loop -> ofRows(loop.group(1), "this", loop.group(2)))).flatMap(names -> names);
	}

	private static Stream<String> ofRows(String rows, String row, String text) {
		return Pattern.compile("\\b" + row + "((?:\\.\\w+)+)").matcher(text).results().map(named -> rows + named.group(1));
	}

	/** A view with nothing in it, to see what it is written as. */
	private static Object empty(Class<?> type) {
		try {
			if (type == boolean.class) {
				return false;
			}
			if (!type.isRecord()) {
				return type == List.class ? List.of() : null;
			}
			Constructor<?> constructor = type
					.getDeclaredConstructor(Stream.of(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class[]::new));
			constructor.setAccessible(true);
			return constructor.newInstance(Stream.of(type.getRecordComponents()).map(one -> empty(one.getType())).toArray());
		}
		catch (ReflectiveOperationException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	@ParameterizedTest
	@MethodSource("tasks")
	void aFormNamesOnlyWhatItsStepDeclares(Held one) {
		assertThat(problems(one.task(), one.view(), form(file(one.form())))).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("tasks")
	void aStepDeclaresARecordThatTellsOfItsCase(Held one) {
		assertThat((Class<?>) one.view()).as("what %s returns as its view", one.step()).matches(Class::isRecord, "is a record");
		List<String> names = components((Class<?>) one.view()).stream().map(Map.Entry::getKey).toList();
		assertThat(names).as("each name once, and what the card in Tasklist shows").doesNotHaveDuplicates().contains("title")
				.containsAnyOf("assignmentId", "outcomeId");
		assertThat(Json.convert(empty((Class<?>) one.view()), new TypeReference<LinkedHashMap<String, Object>>() {
		})).as("written as it is called").containsOnlyKeys(names);
	}

	/** Nothing but {@code view}, and the number of a row within its list, is there to be shown; before a start not even that. */
	@Test
	void aFormShowsNothingElse() {
		for (File file : Objects.requireNonNull(new File("forms").listFiles())) {
			assertThat(strings(form(file)).flatMap(text -> TEMPLATE.matcher(text).results()).map(found -> found.group(1))).as("shown by %s", file)
					.allMatch(NAMED.asMatchPredicate().or(ROW_NUMBER::equals));
		}
		all(StartEvent.class).map(StartEvent::getCamundaFormRef).filter(Objects::nonNull)
				.forEach(start -> assertThat(strings(form(file(start)))).as(start).noneMatch(text -> NAMED.matcher(text).find()));
	}

	record Suggested(String number, String text) {
	}

	record Case(String title, List<Suggested> suggestions) {
	}

	record Made(@JsonUnwrapped Case about, Suggested first, List<Option> units, List<Suggested> unlabelled, List<String> words) {
	}

	private static List<String> problems(String fields) {
		try {
			return problems("task_made", Made.class, JSON.readTree("{'id':'made','components':[%s]}".formatted(fields).replace('\'', '"')));
		}
		catch (IOException wrong) {
			throw new UncheckedIOException(wrong);
		}
	}

	@Test
	void whatAViewHasIsNoProblem() {
		assertThat(problems("""
				{'id':'text','type':'text','text':'{{view.title}} {{view.first.text}} {{view.suggestions[1].text}} {{view.words}}'},
				{'id':'rows','type':'dynamiclist','components':[
				{'id':'inner','type':'text','text':'{{#loop view.suggestions}}{{this.text}}{{/loop}}','conditional':{'hide':'=view.title = null'}}]},
				{'id':'every','type':'text','text':'=some one in view.suggestions satisfies one.number = title'},
				{'id':'units','type':'select','valuesExpression':'=view.units'}""")).isEmpty();
	}

	@Test
	void whatAViewDoesNotHaveIsNamedWithItsPlace() {
		String type = " is not in org.bihuan.ViewTypesTest$Made";
		assertThat(problems("""
				{'id':'text','type':'text','text':'{{view.title}} {{view.titel}} {{view.about.title}} {{view.first.txt}}'},
				{'id':'group','type':'group','components':[{'id':'rows','type':'dynamiclist','components':[
				{'id':'inner','type':'textfield','label':'甲','conditional':{'hide':'=view.suggestions[1].number2 = null'}}]}]},
				{'id':'every','type':'text','text':'=some one in view.suggestions satisfies one.nummer = title'},
				{'id':'loop','type':'text','text':'{{#loop view.suggestions}}{{this.number}} {{this.txt}}{{/loop}}'},
				{'id':'words','type':'text','text':'{{view.title.length}}'}"""))
				.containsExactly("made.form, field text, task_made: view.titel" + type, "made.form, field text, task_made: view.about.title" + type,
						"made.form, field text, task_made: view.first.txt" + type,
						"made.form, field inner, task_made: view.suggestions[1].number2" + type,
						"made.form, field every, task_made: view.suggestions.nummer" + type,
						"made.form, field loop, task_made: view.suggestions.txt" + type,
						"made.form, field words, task_made: view.title.length" + type);
	}

	@Test
	void whatCannotBeChosenFromIsNamedWithItsPlace() {
		assertThat(Stream.of("=view.unlabelled", "=view.words", "=view.title", "=[1, 2]")
				.map(choices -> problems("{'id':'one','type':'select','valuesExpression':'" + choices + "'}")).toList()).allSatisfy(
						found -> assertThat(found).singleElement().asString().startsWith("made.form, field one, task_made: =")
								.endsWith(" is no list of rows with label and value"));
		assertThat(problems("{'id':'one','type':'select','valuesExpression':'=view.unitz'}")).containsExactly(
				"made.form, field one, task_made: view.unitz is not in org.bihuan.ViewTypesTest$Made",
				"made.form, field one, task_made: =view.unitz is no list of rows with label and value");
	}

	/** One is for the models of 1.0.0 alone, whose cases go on; one for whatever an analyst draws, with whichever form. */
	@Test
	void everyStepIsHeldAgainstAForm() {
		Map<String, Class<?>> unheld = new TreeMap<>(WORK);
		unheld.values().removeAll(tasks().stream().map(Held::step).toList());
		assertThat(unheld).containsOnlyKeys("redoReply", "drawnStep");
	}
}
