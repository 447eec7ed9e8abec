package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.bihuan.engine.answer.StartWork;
import org.bihuan.engine.answer.TaskWork;
import org.bihuan.engine.time.Superior;
import org.bihuan.terms.Role;
import org.bihuan.terms.Term;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ReflectionUtils;

/** What every model and form must have, so that an edited one fails here and not in front of a person. */
class ModelsTest extends EngineTest {

	private static final ObjectMapper JSON = new ObjectMapper();
	private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)\\.");
	private static final Pattern CALL = Pattern.compile("(\\w+)\\.(\\w+)\\(");
	private static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff]");

	@Autowired
	private ApplicationContext beans;

	static List<File> models() {
		return files("processes", ".bpmn");
	}

	static List<File> forms() {
		return files("forms", ".form");
	}

	private static List<File> files(String folder, String ending) {
		return Stream.of(Objects.requireNonNull(new File(folder).listFiles((dir, name) -> name.endsWith(ending)))).sorted().toList();
	}

	private static <T extends FlowElement> Collection<T> all(File model, Class<T> type) {
		return Bpmn.readModelFromFile(model).getModelElementsByType(type);
	}

	@ParameterizedTest
	@MethodSource("models")
	void hasIdsThatSayWhatTheyAreAndChineseNames(File file) {
		BpmnModelInstance model = Bpmn.readModelFromFile(file);
		Bpmn.validateModel(model);
		Process process = model.getModelElementsByType(Process.class).iterator().next();
		assertThat(process.getId()).isEqualTo(file.getName().replace(".bpmn", ""));
		assertThat(process.isExecutable()).isTrue();
		assertThat(process.getName()).containsPattern(CHINESE);
		for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
			assertThat(element.getId()).as("id of a %s", element.getElementType().getTypeName()).startsWith(prefix(element));
		}
		assertThat(model.getModelElementsByType(FlowNode.class)).filteredOn(ModelsTest::hasAName)
				.allSatisfy(node -> assertThat(node.getName()).as("name of %s", node.getId()).isNotNull().containsPattern(CHINESE));
	}

	private static String prefix(FlowElement element) {
		String kind = element.getElementType().getTypeName();
		return element instanceof Gateway ? "gateway_"
				: element instanceof SequenceFlow ? "flow_" : element instanceof UserTask ? "task_"
						: element instanceof BoundaryEvent ? "boundary_" : kind.startsWith("intermediateCatch") ? "catchEvent_" : kind + "_";
	}

	/** Neither a join nor what runs in parallel is named. */
	private static boolean hasAName(FlowNode node) {
		boolean joins = node instanceof Gateway gateway && gateway.getOutgoing().size() < 2;
		return !joins && !node.getElementType().getTypeName().equals("parallelGateway");
	}

	@ParameterizedTest
	@MethodSource("models")
	void isDrawnWholeOnOnePage(File file) {
		BpmnModelInstance model = Bpmn.readModelFromFile(file);
		Set<String> shapes = new HashSet<>();
		model.getModelElementsByType(BpmnShape.class).forEach(shape -> shapes.add(shape.getBpmnElement().getId()));
		Set<String> edges = new HashSet<>();
		model.getModelElementsByType(BpmnEdge.class).forEach(edge -> edges.add(edge.getBpmnElement().getId()));
		model.getModelElementsByType(FlowNode.class).forEach(node -> assertThat(shapes).contains(node.getId()));
		model.getModelElementsByType(SequenceFlow.class).forEach(flow -> assertThat(edges).contains(flow.getId()));
		for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
			assertThat(shape.getBounds().getX() + shape.getBounds().getWidth()).as("right end of %s", shape.getId()).isLessThan(2400);
			assertThat(shape.getBounds().getY() + shape.getBounds().getHeight()).as("lower end of %s", shape.getId()).isLessThan(1300);
		}
	}

	@ParameterizedTest
	@MethodSource("models")
	void letsNoCaseFallThroughAGateway(File file) {
		all(file, ExclusiveGateway.class).stream().filter(gateway -> gateway.getOutgoing().size() > 1)
				.forEach(gateway -> gateway.getOutgoing().forEach(flow -> {
					assertThat(flow.getName()).as("label of %s", flow.getId()).containsPattern(CHINESE);
					assertThat(flow.getConditionExpression() != null).as("%s is the default or has a condition", flow.getId())
							.isNotEqualTo(flow.equals(gateway.getDefault()));
				}));
		for (FlowNode node : all(file, FlowNode.class)) {
			assertThat(!node.getIncoming().isEmpty()).as("ways into %s", node.getId()).isEqualTo(!startsByItself(node));
			assertThat(!node.getOutgoing().isEmpty()).as("ways out of %s", node.getId())
					.isEqualTo(!(node instanceof EndEvent) && !startedByAMessage(node));
		}
	}

	private static boolean startsByItself(FlowNode node) {
		return node instanceof StartEvent || node instanceof BoundaryEvent || startedByAMessage(node);
	}

	private static boolean startedByAMessage(FlowNode node) {
		return node instanceof SubProcess part && part.triggeredByEvent();
	}

	@ParameterizedTest
	@MethodSource("models")
	void namesBeansAndMethodsThatExist(File file) throws IOException {
		String text = java.nio.file.Files.readString(file.toPath());
		// what a business-rule task was answered is the engine's
		BEAN.matcher(text).results().map(found -> found.group(1)).filter(name -> !name.equals("decisionResult"))
				.forEach(name -> assertThat(beans.containsBean(name)).as("bean %s", name).isTrue());
		CALL.matcher(text).results().filter(call -> beans.containsBean(call.group(1)))
				.forEach(call -> assertThat(
						Stream.of(Objects.requireNonNull(beans.getType(call.group(1))).getMethods()).map(java.lang.reflect.Method::getName))
						.as("methods of %s", call.group(1)).contains(call.group(2)));
		for (ServiceTask task : all(file, ServiceTask.class)) {
			assertThat(task.getCamundaDelegateExpression()).as("delegate of %s", task.getId()).isNotNull();
			assertThat(beans.containsBean(task.getCamundaDelegateExpression().replaceAll("\\W", ""))).as(task.getCamundaDelegateExpression())
					.isTrue();
		}
		for (CallActivity call : all(file, CallActivity.class)) {
			assertThat(repository.createProcessDefinitionQuery().processDefinitionKey(call.getCalledElement()).count()).as(call.getCalledElement())
					.isPositive();
		}
	}

	@ParameterizedTest
	@MethodSource("models")
	void givesEveryTaskAFormPeopleAndItsWork(File file) {
		for (UserTask task : all(file, UserTask.class)) {
			assertThat(new File("forms/" + task.getCamundaFormRef() + ".form")).as("form of %s", task.getId()).exists();
			assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
			assertThat(task.getCamundaCandidateGroups() == null && task.getCamundaCandidateUsers() == null).as("people for %s", task.getId())
					.isFalse();
			assertThat(task.getCamundaCandidateGroupsList()).filteredOn(group -> !group.startsWith("${")).allSatisfy(
					group -> assertThat(identity.createUserQuery().memberOfGroup(group).count()).as("people in %s", group).isPositive());
			Set<String> events = new TreeSet<>();
			for (CamundaTaskListener listener : task.getExtensionElements().getElementsQuery().filterByType(CamundaTaskListener.class).list()) {
				events.add(listener.getCamundaEvent());
				assertThat(beans.containsBean(listener.getCamundaDelegateExpression().replaceAll("\\W", ""))).as("work of %s", task.getId())
						.isTrue();
			}
			assertThat(events).as("events of %s", task.getId()).containsExactly("complete", "create");
		}
		all(file, StartEvent.class).stream().map(StartEvent::getCamundaFormRef).filter(Objects::nonNull)
				.forEach(form -> assertThat(new File("forms/" + form + ".form")).exists());
	}

	@ParameterizedTest
	@MethodSource("models")
	void takesEveryTimerFromTheLedger(File file) {
		List<TimerEventDefinition> ofCases = Bpmn.readModelFromFile(file).getModelElementsByType(TimerEventDefinition.class).stream()
				.filter(timer -> !(timer.getParentElement() instanceof StartEvent)).toList();
		for (TimerEventDefinition timer : ofCases) {
			boolean reminds = timer.getParentElement() instanceof BoundaryEvent boundary && !boundary.cancelActivity()
					&& timer.getTimeCycle() != null;
			assertThat(timer.getTimeDate() != null).as("a date, not a duration that starts anew in a loop, or a reminder's cycle")
					.isNotEqualTo(reminds);
			assertThat(timer.getTimeDuration()).isNull();
			assertThat(timer.getRawTextContent().strip()).matches("\\$\\{\\w+\\.\\w+\\((assignmentId|outcomeId)\\)\\}");
		}
	}

	/** By the rule [domain.md]; every other task has 5. */
	private static final Map<String, String> OTHER_LIMITS = Map.ofEntries(Map.entry("task_giveOpinion", "10"),
			Map.entry("task_enterInstruction", "10"), Map.entry("task_makeAssignments", "3"), Map.entry("task_addAssignment", "3"),
			Map.entry("task_signReceipt", "3"),
			Map.entry("task_rateSatisfaction", "10"), Map.entry("task_sealReply", "3"), Map.entry("task_sealRedo", "3"),
			Map.entry("task_giveCoOpinion", "ledger"), Map.entry("task_draftReply", "ledger"),
			Map.entry("task_signReply", "ledger"), Map.entry("task_decideExtension", "ledger"), Map.entry("task_handleOverdue", "ledger"),
			Map.entry("task_reportImplementation", "ledger"), Map.entry("task_redo", "ledger"), Map.entry("task_signRedo", "ledger"));

	@ParameterizedTest
	@MethodSource("models")
	void givesEveryTaskItsLimitAndSomebodyWhoHearsAfterIt(File file) {
		for (UserTask task : all(file, UserTask.class)) {
			Map<String, String> properties = new HashMap<>();
			task.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).singleResult().getCamundaProperties()
					.forEach(one -> properties.put(one.getCamundaName(), one.getCamundaValue()));
			assertThat(properties).as(task.getId()).containsEntry("limit", OTHER_LIMITS.getOrDefault(task.getId(), "5")).containsKey("superior");
			assertThat(properties.get("superior").split(",")).as("superior of %s", task.getId()).isNotEmpty()
					.allSatisfy(word -> assertThat(Term.find(Superior.class, word)).isPresent());
			assertThat(task.getCamundaCandidateGroupsList()).as("nobody is his own superior: %s", task.getId())
					.doesNotContain(properties.get("superior"));
		}
	}

	/** What the ledger gives is what the work behind the task reads there. */
	@ParameterizedTest
	@MethodSource("models")
	void leavesADayToTheLedgerOnlyWhereThereIsOne(File file) {
		for (UserTask task : all(file, UserTask.class)) {
			String work = task.getExtensionElements().getElementsQuery().filterByType(CamundaTaskListener.class).list().get(0)
					.getCamundaDelegateExpression().replaceAll("\\W", "");
			Method dueOn = ReflectionUtils.findMethod(Objects.requireNonNull(beans.getType(work)), "dueOn", DelegateTask.class);
			boolean read = Objects.requireNonNull(dueOn).getDeclaringClass() != TaskWork.class;
			assertThat(read || !"ledger".equals(OTHER_LIMITS.get(task.getId()))).as(task.getId()).isTrue();
		}
	}

	/** A work that is in no role's list could stand anywhere, and would tell its acts under any name. */
	@Test
	void everyWorkServesARoleAndEveryRoleHasItsWork() {
		Set<String> works = new TreeSet<>(beans.getBeansOfType(TaskWork.class).keySet());
		works.addAll(beans.getBeansOfType(StartWork.class).keySet());
		works.remove("drawnStep");
		assertThat(Stream.of(Role.values()).flatMap(role -> role.beans().stream()).collect(java.util.stream.Collectors.toSet()))
				.isEqualTo(works);
	}

	@Test
	void startsNothingByTheClockButTheWeeklySheetAndTheMorningsLook() {
		assertThat(models()).filteredOn(file -> all(file, StartEvent.class).stream()
				.anyMatch(start -> start.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance))).extracting(File::getName)
				.containsExactly("overdue-sheet.bpmn", "task-limits.bpmn");
	}

	@Test
	void theReplyHasOneInterruptingTimer() {
		List<BoundaryEvent> onReply = all(new File("processes/handling.bpmn"), BoundaryEvent.class).stream()
				.filter(event -> event.getAttachedTo().getId().equals("subProcess_reply") && event.cancelActivity()).toList();
		assertThat(onReply).hasSize(1);
		assertThat(onReply.get(0).getId()).isEqualTo("boundary_replyDue");
	}

	@ParameterizedTest
	@MethodSource("forms")
	void hasChineseLabelsAndALimitOnEveryText(File file) throws IOException {
		JsonNode form = JSON.readTree(file);
		assertThat(form.path("id").asText()).isEqualTo(file.getName().replace(".form", ""));
		Set<String> keys = new HashSet<>();
		form.findParents("key").forEach(field -> {
			String key = field.path("key").asText();
			assertThat(field.path("label").asText() + field.path("dateLabel").asText()).as("label of %s", key).containsPattern(CHINESE);
			assertThat(keys.add(key + "@" + form.path("components").toString().indexOf(field.toString()))).as("%s once", key).isTrue();
		});
		assertThat(form.findParents("key")).filteredOn(field -> Set.of("textfield", "textarea").contains(field.path("type").asText()))
				.allSatisfy(field -> assertThat(field.path("validate").path("maxLength").asInt()).as("limit of %s", field.path("key"))
						.isBetween(1, 20_000));
		assertThat(form.findParents("key")).filteredOn(field -> Set.of("select", "radio", "taglist").contains(field.path("type").asText()))
				.allSatisfy(field -> assertThat(field.path("values").size() > 0 || field.path("valuesExpression").asText().startsWith("=view."))
						.as("options of %s", field.path("key")).isTrue());
	}

	@Test
	void everyFormIsUsed() throws IOException {
		StringBuilder text = new StringBuilder();
		for (File model : models()) {
			text.append(java.nio.file.Files.readString(model.toPath()));
		}
		forms().forEach(form -> assertThat(text).contains("camunda:formRef=\"" + form.getName().replace(".form", "") + "\""));
	}
}
