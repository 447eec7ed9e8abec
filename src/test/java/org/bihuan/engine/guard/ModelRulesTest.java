package org.bihuan.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;

import org.bihuan.EngineTest;
import org.bihuan.web.Http;
import org.bihuan.web.Raw;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A deployed model calls our beans and nothing else, whoever deploys it and on whichever way. */
class ModelRulesTest extends EngineTest {

	private static final String ATTACK = "''.getClass().forName('java.lang.System').getMethod('setProperty', ''.getClass(), ''.getClass())"
			+ ".invoke(null, 'bihuan.attacked', 'yes')";

	@Autowired
	private ProcessEngine engine;

	@AfterEach
	void nothingWasRun() {
		assertThat(System.getProperty("bihuan.attacked")).isNull();
		assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("smuggled").count()).isZero();
	}

	private static String model(String inside) {
		return """
				<?xml version="1.0" encoding="UTF-8"?>
				<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
				xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="x">
				<bpmn:process id="smuggled" isExecutable="true" camunda:historyTimeToLive="P1D"><bpmn:startEvent id="begin"/>%s</bpmn:process>
				</bpmn:definitions>""".formatted(inside);
	}

	private static String task(String attributes, String inside) {
		return model("<bpmn:serviceTask id=\"serviceTask_x\" name=\"偷运\" " + attributes + ">" + inside + "</bpmn:serviceTask>");
	}

	private String refused(String name, String text) {
		return refused(() -> repository.createDeployment().addString(name, text).deploy());
	}

	@ParameterizedTest
	@ValueSource(strings = { "${" + ATTACK + "}", "#{" + ATTACK + "}", "${x.class}", "${x['class']}", "${x[\"cl\".concat(\"ass\")]}",
			"${x.getClass ()}", "${T(java.lang.Runtime).getRuntime()}", "${x . forName('y')}", "${'a'}${x.classLoader}",
			"${execution.processEngineServices.repositoryService}", "${execution.getProcessEngine()}", "${x == '\\'' ? y.class : ''}" })
	void anExpressionThatReachesBeyondIsRefused(String expression) {
		String escaped = expression.replace("\"", "&quot;");
		assertThat(refused("smuggled.bpmn", task("camunda:expression=\"" + escaped + "\"", ""))).contains("smuggled.bpmn", "serviceTask_x", "表达式");
		assertThat(refused("smuggled.bpmn", model("<bpmn:startEvent id=\"at\"><bpmn:timerEventDefinition><bpmn:timeDate>" + escaped
				+ "</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:startEvent>"))).contains("smuggled.bpmn", "表达式");
	}

	/** The engine runs programs of the machine, sends mail and waits for others' programs by itself. */
	@ParameterizedTest
	@ValueSource(strings = { "shell", "mail", "external" })
	void whatTheEngineRunsByItselfIsRefused(String type) {
		assertThat(refused("smuggled.bpmn", task("camunda:type=\"" + type + "\" camunda:topic=\"x\"",
				"<bpmn:extensionElements><camunda:field name=\"command\"><camunda:string>touch</camunda:string></camunda:field>"
						+ "</bpmn:extensionElements>")))
				.contains("serviceTask_x", "执行方式“" + type + "”");
	}

	@Test
	void whatIsNoExpressionIsRefused() {
		assertThat(refused("smuggled.bpmn", task("camunda:class=\"java.lang.Object\"", ""))).contains("serviceTask_x", "Java 类");
		assertThat(refused("smuggled.bpmn", model("<bpmn:scriptTask id=\"scriptTask_x\" scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script>"
				+ "</bpmn:scriptTask>"))).contains("scriptTask_x", "脚本");
		assertThat(refused("smuggled.bpmn", task("camunda:expression=\"${x}\"",
				"<bpmn:extensionElements><camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"groovy\">1</camunda:script>"
						+ "</camunda:executionListener></bpmn:extensionElements>")))
				.contains("serviceTask_x", "脚本");
		assertThat(refused("smuggled.bpmn", task("camunda:expression=\"${x}\"",
				"<bpmn:extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>"
						+ "</bpmn:extensionElements>")))
				.contains("serviceTask_x", "连接器");
		assertThat(refused("smuggled.bpmn",
				model("<bpmn:endEvent id=\"end\"/><bpmn:sequenceFlow id=\"flow_x\" sourceRef=\"begin\" targetRef=\"end\">"
						+ "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\""
						+ " language=\"groovy\">1</bpmn:conditionExpression></bpmn:sequenceFlow>")))
				.contains("flow_x", "脚本");
	}

	@Test
	void aTableThatComputesWithAScriptOrReachesBeyondIsRefused() {
		String table = """
				<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x">
				<decision id="smuggled-table" name="t"><literalExpression id="literal_x"%s><text>%s</text></literalExpression></decision>
				</definitions>""";
		assertThat(refused("smuggled.dmn", table.formatted(" expressionLanguage=\"groovy\"", "1"))).contains("smuggled.dmn", "literal_x", "脚本");
		assertThat(refused("smuggled.dmn", table.formatted(" expressionLanguage=\"juel\"", ATTACK))).contains("smuggled.dmn", "literal_x", "表达式");
	}

	@Test
	void whoMayDeployDeploysNoModelThatRunsSomethingOverRest() {
		Map<String, Integer> deployed = Map.of(task("camunda:expression=\"${" + ATTACK + "}\"", ""), 400,
				task("camunda:class=\"java.lang.Object\"", ""), 400);
		List.of("admin", "fenxi1").forEach(who -> deployed.forEach((text, status) -> {
			Raw.Answer answer = Raw.request(port, "POST /engine-rest/deployment/create").as(who).body("multipart/form-data; boundary=limit",
					"--limit\r\nContent-Disposition: form-data; name=\"data\"; filename=\"smuggled.bpmn\"\r\n\r\n" + text + "\r\n--limit--\r\n")
					.send();
			assertThat(answer.status()).as(answer.body()).isEqualTo(status);
			assertThat(answer.body()).contains("smuggled.bpmn");
		}));
		for (String account : List.of("zhengxie1", "gongan1")) {
			assertThat(Raw.request(port, "POST /engine-rest/deployment/create").as(account).body("multipart/form-data; boundary=limit",
					"--limit\r\nContent-Disposition: form-data; name=\"data\"; filename=\"smuggled.bpmn\"\r\n\r\n" + model("") + "\r\n--limit--\r\n")
					.send().status()).as(account).isEqualTo(403);
		}
		assertThat(Http.basic(port, "admin").get("/engine-rest/process-definition/key/smuggled").status()).isEqualTo(404);
	}

	/** Should a model ever pass the check: the engine reaches no class and no bean of others. */
	@ParameterizedTest
	@ValueSource(strings = { "${text.getClass()}", "${text.class}", "${text['class']}", "${text['getClass']()}", "${transactionManager.dataSource}",
			"${environment.getProperty('x')}", "${jdbcClient}", "${identityService.newUser('x')}", "${taskService}", "${formService}",
			"${processEngine.repositoryService}", "${holder.one.getSuperclass()}" })
	void theEngineItselfReachesNothingElse(String expression) {
		ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
		JuelExpressionManager expressions = (JuelExpressionManager) configuration.getExpressionManager();
		VariableContext variables = Variables.putValue("text", "x").putValue("holder", Map.of("one", String.class)).asVariableContext();
		Throwable refused = catchThrowable(() -> configuration.getCommandExecutorTxRequired()
				.execute(context -> expressions.createValueExpression(expression).getValue(expressions.createElContext(variables))));
		assertThat(refused).isInstanceOf(ELException.class);
	}
}
