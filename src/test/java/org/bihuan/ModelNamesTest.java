package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import org.bihuan.terms.Decisions;
import org.bihuan.terms.MessageNames;
import org.bihuan.terms.ProcessKeys;
import org.bihuan.terms.StartIds;
import org.bihuan.terms.TaskKeys;
import org.bihuan.terms.TimerIds;
import org.bihuan.terms.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the program and the models call by the same name, each declared once: variables, tasks, processes, messages, timers, decision tables. What is
 * declared is in the models, what the models name is declared, and no source has such a name as a text of its own.
 */
class ModelNamesTest {

	private static final Map<String, String> VARIABLES = constants(Variables.class);

	/** What an expression knows without anybody's having written it. */
	private static final Set<String> OF_THE_LANGUAGE = Set.of("execution", "task", "true", "false", "null", "empty", "not", "and", "or", "eq", "ne",
			"nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances", "loopCounter");

	/** A name in an expression that is neither a bean, nor a method, nor part of a text. */
	private static final Pattern NAME = Pattern.compile("(?<![.\\w])([A-Za-z_]\\w*)(?!\\w|\\s*[.(])");

	/** What an element writes, by the attribute that names it. */
	private static final Map<String, Set<String>> WRITES = Map.of("elementVariable", Set.of("multiInstanceLoopCharacteristics"), "resultVariable",
			Set.of("serviceTask", "businessRuleTask", "scriptTask"), "target", Set.of("in"), "name", Set.of("inputParameter", "outputParameter"));

	/** Words that mean something else as well, so that they are looked for only where a model's name must stand. */
	private static final Set<String> OTHERWISE_TOO = Set.of(Variables.OFFICE, ProcessKeys.OVERDUE_SHEET);

	/** Where only a model's name can stand. */
	private static final Set<String> CALLS = Set.of("getVariable", "getVariableLocal", "getVariables", "setVariable", "setVariableLocal",
			"hasVariable", "removeVariable", "variableName", "variableValueEquals", "processVariableValueEquals", "processDefinitionKey",
			"startProcessInstanceByKey", "taskDefinitionKey", "activityId", "messageEventSubscriptionName", "messageEventReceived",
			"evaluateDecisionByKey", "decisionDefinitionKey", "variables", "ofStep", "workingDays", "mayStart");

	private static Map<String, String> constants(Class<?> holder) {
		Map<String, String> constants = new TreeMap<>();
		for (Field one : holder.getDeclaredFields()) {
			if (one.getType() == String.class) {
				constants.put(one.getName(), value(one));
			}
		}
		return constants;
	}

	private static String value(Field constant) {
		try {
			return (String) constant.get(null);
		}
		catch (IllegalAccessException hidden) {
			throw new IllegalStateException(hidden);
		}
	}

	private static Stream<File> files(String ending) {
		return Stream.of(Objects.requireNonNull(new File("processes").listFiles((folder, name) -> name.endsWith(ending)))).sorted();
	}

	static List<File> models() {
		return files(".bpmn").toList();
	}

	private static <T extends FlowElement> Set<String> ids(Class<T> type) {
		return models().stream().flatMap(model -> Bpmn.readModelFromFile(model).getModelElementsByType(type).stream()).map(FlowElement::getId)
				.collect(Collectors.toSet());
	}

	/** Which variables a model names, and which of them it writes itself. */
	private static final class Named {

		private final Set<String> read = new TreeSet<>();
		private final Set<String> written = new TreeSet<>();

		Named(DomElement root) {
			look(root);
		}

		private void look(DomElement element) {
			for (String attribute : List.of("source", "sourceExpression", "collection", "candidateGroups", "candidateUsers", "assignee",
					"expression",
					"calledElement", "businessKey", "dueDate", "followUpDate", "priority")) {
				String value = attribute(element, attribute);
				if (attribute.equals("source") && value != null) {
					read.add(value);
				}
				expression(value);
			}
			WRITES.forEach((attribute, elements) -> {
				String value = attribute(element, attribute);
				if (value != null && elements.contains(element.getLocalName())) {
					written.add(value);
				}
			});
			if (element.getChildElements().isEmpty()) {
				expression(element.getTextContent());
			}
			element.getChildElements().forEach(this::look);
		}

		private static String attribute(DomElement element, String name) {
			String ofCamunda = element.getAttribute("http://camunda.org/schema/1.0/bpmn", name);
			return ofCamunda == null ? element.getAttribute(name) : ofCamunda;
		}

		private void expression(String text) {
			if (text != null) {
				Pattern.compile("[$#]\\{([^}]*)}").matcher(text).results().map(found -> found.group(1).replaceAll("'[^']*'|\"[^\"]*\"", "''"))
						.flatMap(inner -> NAME.matcher(inner).results()).map(found -> found.group(1)).filter(name -> !OF_THE_LANGUAGE.contains(name))
						.forEach(read::add);
			}
		}
	}

	private static Named named(File model) {
		return new Named(Bpmn.readModelFromFile(model).getDocument().getRootElement());
	}

	/** The variables that a model names and nobody declares, nor the model itself writes. */
	private static Set<String> undeclared(Named named) {
		Set<String> undeclared = new TreeSet<>(named.read);
		undeclared.removeAll(named.written);
		undeclared.removeAll(VARIABLES.values());
		return undeclared;
	}

	@ParameterizedTest
	@MethodSource("models")
	void aModelNamesOnlyVariablesThatAreDeclared(File model) {
		assertThat(undeclared(named(model))).as("variables of %s", model.getName()).isEmpty();
	}

	@Test
	void aMisspeltVariableIsFoundWhereverAModelNamesIt() throws IOException {
		String model = Files.readString(Path.of("processes", "follow-up.bpmn"));
		List<Set<String>> found = Stream
				.of(model.replace("${completionClaimed}", "${completionClaimd}"),
						model.replace("tracking.begin(assignmentId)", "tracking.begin(asignmentId)"),
						model.replace("${redoVerdict ==", "${redoVerdct ==").replace("== \"pass\"", "== 'pass' and not outcome"),
						model.replace("followUp.committee(outcomeId)", "followUp.committee(outcomeNo)"),
						model.replace("elementVariable=\"office\"", "elementVariable=\"bureau\"").replace("${office}", "${bureau} ${desk}"))
				.map(text -> undeclared(new Named(
						Bpmn.readModelFromStream(new java.io.ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
								.getDocument()
								.getRootElement())))
				.toList();
		assertThat(found).containsExactly(Set.of("completionClaimd"), Set.of("asignmentId"), Set.of("outcome", "redoVerdct"), Set.of("outcomeNo"),
				Set.of("desk"));
	}

	@Test
	void aVariableThatIsDeclaredIsNamedByAModelUnlessItIsTheProgramsOwn() {
		Set<String> ofModels = new TreeSet<>();
		models().stream().map(ModelNamesTest::named).forEach(named -> {
			ofModels.addAll(named.read);
			ofModels.addAll(named.written);
		});
		Set<String> ofNobody = new TreeSet<>(VARIABLES.values());
		ofNobody.removeAll(ofModels);
		assertThat(ofNobody).isEqualTo(new TreeSet<>(Variables.OF_THE_PROGRAM));
	}

	@Test
	void whatIsDeclaredIsInTheModels() {
		assertThat(ids(UserTask.class)).containsAll(constants(TaskKeys.class).values());
		assertThat(ids(BoundaryEvent.class)).containsAll(constants(TimerIds.class).values());
		assertThat(ids(StartEvent.class)).containsAll(constants(StartIds.class).values());
		assertThat(models().stream().map(model -> Bpmn.readModelFromFile(model).getModelElementsByType(Process.class).iterator().next().getId()))
				.containsAll(constants(ProcessKeys.class).values());
		assertThat(models().stream().flatMap(model -> Bpmn.readModelFromFile(model).getModelElementsByType(Message.class).stream())
				.map(Message::getName)).containsExactlyInAnyOrderElementsOf(constants(MessageNames.class).values());
	}

	private record Table(Set<String> told, Set<String> answered) {
	}

	@Test
	void aDecisionTableIsToldAndAnswersWhatIsDeclared() {
		Map<String, Table> tables = new TreeMap<>();
		files(".dmn").map(Dmn::readModelFromFile).flatMap(model -> model.getModelElementsByType(DecisionTable.class).stream())
				.forEach(table -> tables.put(table.getParentElement().getAttributeValue("id"),
						new Table(table.getInputs().stream().map(Input::getInputExpression).map(one -> one.getText().getTextContent())
								.collect(Collectors.toCollection(TreeSet::new)),
								table.getOutputs().stream().map(Output::getName).collect(Collectors.toCollection(TreeSet::new)))));
		List<Map<String, String>> declared = Stream.of(Decisions.class.getDeclaredClasses()).map(ModelNamesTest::constants).toList();
		assertThat(declared).extracting(one -> one.get("KEY")).containsExactlyInAnyOrderElementsOf(tables.keySet());
		assertThat(declared).allSatisfy(one -> {
			Table table = tables.get(one.get("KEY"));
			Set<String> names = new TreeSet<>(one.values());
			names.remove(one.get("KEY"));
			assertThat(names).as("what %s is told, all of it", one.get("KEY")).containsAll(table.told());
			names.removeAll(table.told());
			assertThat(table.answered()).as("what %s answers", one.get("KEY")).containsAll(names);
		});
	}

	/** The texts in a source that are a model's names, each with its class and line. */
	private static final class Texts extends TreeScanner<Void, Boolean> {

		private final Set<String> names;
		private final List<String> found = new ArrayList<>();
		private CompilationUnitTree unit;

		Texts(Set<String> names) {
			this.names = names;
		}

		void look(CompilationUnitTree source) {
			unit = source;
			scan(source, false);
		}

		/** What a bean is called is no model's name, though it may be the same word. */
		@Override
		public Void visitAnnotation(AnnotationTree annotation, Boolean called) {
			return null;
		}

		@Override
		public Void visitMethodInvocation(MethodInvocationTree call, Boolean called) {
			String method = call.getMethodSelect() instanceof MemberSelectTree select ? select.getIdentifier().toString()
					: call.getMethodSelect().toString();
			List<? extends ExpressionTree> arguments = call.getArguments();
			scan(call.getMethodSelect(), false);
			for (int at = 0; at < arguments.size(); at++) {
				scan(arguments.get(at), isName(method, arguments.size(), at) || (called && isKey(call.getMethodSelect().toString(), at)));
			}
			return null;
		}

		/** Whether the argument at this place is a model's name; the value of a variable beside it is any text. */
		private static boolean isName(String method, int arguments, int at) {
			if (method.equals("getVariable") || method.equals("mayStart") || (method.equals("id") && arguments == 2)) {
				return at == arguments - 1;
			}
			if (method.startsWith("setVariable") || method.endsWith("ValueEquals")) {
				return at == 0;
			}
			return CALLS.contains(method);
		}

		/** Of several at once the keys of a map, or all of a list. */
		private static boolean isKey(String method, int at) {
			return method.equals("List.of") || (method.equals("Map.of") && at % 2 == 0);
		}

		@Override
		public Void visitLiteral(LiteralTree literal, Boolean called) {
			if (literal.getKind() == Tree.Kind.STRING_LITERAL
					&& (called || (names.contains(literal.getValue()) && !OTHERWISE_TOO.contains(literal.getValue())))) {
				found.add(new File(unit.getSourceFile().getName()).getName() + ": " + literal.getValue());
			}
			return null;
		}
	}

	private static List<String> texts(Iterable<? extends JavaFileObject> sources, JavaCompiler compiler) {
		Set<String> names = new TreeSet<>();
		Stream.of(Variables.class, TaskKeys.class, StartIds.class, ProcessKeys.class, MessageNames.class, TimerIds.class)
				.map(ModelNamesTest::constants)
				.map(Map::values).forEach(names::addAll);
		Stream.of(Decisions.class.getDeclaredClasses()).map(ModelNamesTest::constants).forEach(one -> names.add(one.get("KEY")));
		Texts texts = new Texts(names);
		try {
			((JavacTask) compiler.getTask(null, null, null, null, null, sources)).parse().forEach(texts::look);
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
		return texts.found;
	}

	private static Collection<Path> sources() {
		try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
			Set<String> declaring = Stream
					.of(Variables.class, TaskKeys.class, StartIds.class, ProcessKeys.class, MessageNames.class, TimerIds.class, Decisions.class)
					.map(one -> one.getSimpleName() + ".java").collect(Collectors.toSet());
			return files.filter(file -> file.toString().endsWith(".java") && !declaring.contains(file.getFileName().toString())).sorted().toList();
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	@Test
	void noSourceHasAModelsNameAsATextOfItsOwn() {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		assertThat(texts(compiler.getStandardFileManager(null, null, null).getJavaFileObjectsFromPaths(sources()), compiler))
				.as("texts that are declared in org.bihuan.terms, or have to be").isEmpty();
	}

	@Test
	void whatIsDeclaredIsUsed() {
		String all = sources().stream().map(ModelNamesTest::text).collect(Collectors.joining());
		assertThat(Stream
				.of(Variables.class, TaskKeys.class, StartIds.class, ProcessKeys.class, MessageNames.class, TimerIds.class,
						Decisions.CommitteeRouting.class, Decisions.ReminderSchedule.class, Decisions.LookBackSchedule.class,
						Decisions.SupervisionLevel.class)
				.flatMap(holder -> constants(holder).keySet().stream().map(name -> holder.getSimpleName() + "." + name))).allSatisfy(
						name -> assertThat(Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(all).find()).as(name).isTrue());
	}

	private static String text(Path source) {
		try {
			return Files.readString(source);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	@Test
	void aTextThatIsAModelsNameIsFound() {
		JavaFileObject source = new SimpleJavaFileObject(URI.create("string:///Some.java"), JavaFileObject.Kind.SOURCE) {

			@Override
			public CharSequence getCharContent(boolean ignoreErrors) {
				return """
						@Component("handling")
						class Some {
							void one() {
								task.getExecution().setVariable("newVerdict", "yes");
								assignments.get(id(task, "office"));
								runtime.getVariable(execution.getId(), "another");
								decisions.evaluateDecisionByKey(KEY).variables(Map.of("fresh", "value", LEVEL, "other")).evaluate();
								Fields.of("office", "submission", "key", "task_signReply");
								limits.workingDays("submission");
								String key = "handling";
								switch (key) { case "boundary_replyDue" -> { } default -> { } }
								tasks.createTaskQuery().processVariableValueEquals("outcomeId", "value");
							}
						}""";
			}
		};
		assertThat(texts(List.of(source), ToolProvider.getSystemJavaCompiler())).containsExactly("Some.java: newVerdict", "Some.java: office",
				"Some.java: another", "Some.java: fresh", "Some.java: task_signReply", "Some.java: submission", "Some.java: handling",
				"Some.java: boundary_replyDue", "Some.java: outcomeId");
	}
}
