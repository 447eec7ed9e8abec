package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
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
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What every model and form must have, so that an edited one fails here and not in front of a person. */
class ModelsTest extends EngineTest {

	private static final ObjectMapper JSON = new ObjectMapper();
	private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)(\\.|\\})");
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
			String kind = element.getElementType().getTypeName();
			String prefix = element instanceof Gateway ? "gateway_"
					: element instanceof SequenceFlow ? "flow_" : element instanceof UserTask ? "task_"
							: element instanceof BoundaryEvent ? "boundary_" : kind.startsWith("intermediateCatch") ? "catchEvent_" : kind + "_";
			assertThat(element.getId()).as("id of a %s", kind).startsWith(prefix);
			boolean joins = element instanceof Gateway gateway && gateway.getOutgoing().size() < 2;
			if (element instanceof FlowNode && !joins && !kind.equals("parallelGateway")) {
				assertThat(element.getName()).as("name of %s", element.getId()).isNotNull().containsPattern(CHINESE);
			}
		}
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
		for (ExclusiveGateway gateway : all(file, ExclusiveGateway.class)) {
			if (gateway.getOutgoing().size() > 1) {
				gateway.getOutgoing().forEach(flow -> {
					assertThat(flow.getName()).as("label of %s", flow.getId()).containsPattern(CHINESE);
					assertThat(flow.getConditionExpression() != null).as("%s is the default or has a condition", flow.getId())
							.isNotEqualTo(flow.equals(gateway.getDefault()));
				});
			}
		}
		for (FlowNode node : all(file, FlowNode.class)) {
			if (node instanceof StartEvent || node instanceof BoundaryEvent) {
				assertThat(node.getOutgoing()).as("ways out of %s", node.getId()).isNotEmpty();
			}
			else if (node instanceof SubProcess part && part.triggeredByEvent()) {
				assertThat(node.getIncoming()).as("ways into %s, which a message starts", node.getId()).isEmpty();
			}
			else if (!node.getElementType().getTypeName().equals("endEvent")) {
				assertThat(node.getIncoming()).as("ways into %s", node.getId()).isNotEmpty();
				assertThat(node.getOutgoing()).as("ways out of %s", node.getId()).isNotEmpty();
			}
		}
	}

	@ParameterizedTest
	@MethodSource("models")
	void namesBeansAndMethodsThatExist(File file) throws IOException {
		String text = java.nio.file.Files.readString(file.toPath());
		for (Matcher matcher = BEAN.matcher(text); matcher.find();) {
			String name = matcher.group(1);
			if (".".equals(matcher.group(2))) {
				assertThat(beans.containsBean(name)).as("bean %s", name).isTrue();
			}
		}
		for (Matcher matcher = CALL.matcher(text); matcher.find();) {
			if (beans.containsBean(matcher.group(1))) {
				assertThat(Stream.of(Objects.requireNonNull(beans.getType(matcher.group(1))).getMethods()).map(java.lang.reflect.Method::getName))
						.as("methods of %s", matcher.group(1)).contains(matcher.group(2));
			}
		}
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
			for (String group : task.getCamundaCandidateGroupsList()) {
				if (!group.startsWith("${")) {
					assertThat(identity.createUserQuery().memberOfGroup(group).count()).as("people in %s", group).isPositive();
				}
			}
			Set<String> events = new TreeSet<>();
			for (CamundaTaskListener listener : task.getExtensionElements().getElementsQuery().filterByType(CamundaTaskListener.class).list()) {
				events.add(listener.getCamundaEvent());
				assertThat(beans.containsBean(listener.getCamundaDelegateExpression().replaceAll("\\W", ""))).as("work of %s", task.getId())
						.isTrue();
			}
			assertThat(events).as("events of %s", task.getId()).containsExactly("complete", "create");
		}
		for (StartEvent start : all(file, StartEvent.class)) {
			if (start.getCamundaFormRef() != null) {
				assertThat(new File("forms/" + start.getCamundaFormRef() + ".form")).exists();
			}
		}
	}

	@ParameterizedTest
	@MethodSource("models")
	void takesEveryTimerFromTheLedger(File file) {
		for (TimerEventDefinition timer : Bpmn.readModelFromFile(file).getModelElementsByType(TimerEventDefinition.class)) {
			if (timer.getParentElement() instanceof StartEvent) {
				// housekeeping by the week, of no case
				assertThat(file.getName()).isEqualTo("overdue-sheet.bpmn");
				continue;
			}
			boolean repeats = timer.getParentElement() instanceof BoundaryEvent boundary && !boundary.cancelActivity()
					&& timer.getTimeCycle() != null;
			assertThat(timer.getTimeDate() != null).as("a date, not a duration that starts anew in a loop, or a reminder's cycle")
					.isNotEqualTo(repeats);
			assertThat((repeats ? timer.getTimeCycle() : timer.getTimeDate()).getTextContent())
					.matches("\\$\\{\\w+\\.\\w+\\((assignmentId|outcomeId)\\)\\}");
		}
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
			if (Set.of("textfield", "textarea").contains(field.path("type").asText())) {
				assertThat(field.path("validate").path("maxLength").asInt()).as("limit of %s", key).isBetween(1, 20_000);
			}
			if (Set.of("select", "radio", "taglist").contains(field.path("type").asText())) {
				assertThat(field.path("values").size() > 0 || field.path("valuesExpression").asText().startsWith("=view.")).as("options of %s", key)
						.isTrue();
			}
		});
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
