package org.bihuan.demo.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.bihuan.Bihuan;
import org.bihuan.model.ModelFolder;
import org.bihuan.model.ModelSet;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first start with models that somebody has edited: what the sample year does not know ends the sample, not the start. */
@Tag("process")
class SampleWithEditedModelsTest {

	@TempDir
	private Path folder;

	@Test
	void aStepThatNobodyInTheSampleDoesIsToldAndTheApplicationStarts() throws IOException {
		Path models = folder.resolve("models");
		ModelFolder.write(ModelSet.packaged(), models);
		Path diagram = models.resolve("processes/submission.bpmn");
		Files.writeString(diagram, edited(Files.readString(diagram)));
		Files.writeString(models.resolve("forms/read-first.form"),
				"{\"id\": \"read-first\", \"type\": \"default\", \"components\": [{\"type\": \"textarea\", \"key\": \"remark\", \"label\": \"意见\", "
						+ "\"id\": \"field_remark\", \"validate\": {\"required\": true, \"maxLength\": 200}}]}");
		try (Bihuan started = Bihuan.start(folder, Map.of(), "--bihuan.models=" + models,
				"--spring.datasource.url=jdbc:h2:mem:edited;DB_CLOSE_DELAY=-1;TRACE_LEVEL_FILE=0")) {
			int port = started.ready();
			assertThat(started.await("样例年度没有装入")).contains("样例年度重放失败：CG2022-", "task_readByChair", "这时开着的是“先行阅看”（task_readFirst）");
			assertThat(Http.basic(port, "zhengxie1").get("/api/statistics").json().path("submitted").asInt()).as("nothing of it is left").isZero();
			assertThat(Http.pages(port, "fenxi1").get("/models").body()).contains("样例年度没有装入", "先行阅看");
			assertThat(Http.anonymous(port).get("/actuator/health/readiness").body()).contains("UP");
		}
	}

	private static String edited(String diagram) {
		String task = "<bpmn:userTask id=\"task_readFirst\" name=\"先行阅看\" camunda:formRef=\"read-first\" camunda:formRefBinding=\"deployment\" "
				+ "camunda:candidateGroups=\"cppcc-office\"><bpmn:extensionElements><camunda:properties>"
				+ "<camunda:property name=\"limit\" value=\"2\" />"
				+ "<camunda:property name=\"superior\" value=\"supervision-office\" /></camunda:properties></bpmn:extensionElements></bpmn:userTask>"
				+ "<bpmn:sequenceFlow id=\"flow_readFirst\" sourceRef=\"task_readFirst\" targetRef=\"task_readByChair\" />";
		String shape = "<bpmndi:BPMNShape id=\"task_readFirst_di\" bpmnElement=\"task_readFirst\"><dc:Bounds x=\"10\" y=\"10\" width=\"100\" "
				+ "height=\"80\" /></bpmndi:BPMNShape><bpmndi:BPMNEdge id=\"flow_readFirst_di\" bpmnElement=\"flow_readFirst\">"
				+ "<di:waypoint x=\"10\" y=\"10\" /><di:waypoint x=\"60\" y=\"10\" /></bpmndi:BPMNEdge>";
		String redirected = diagram.replace("sourceRef=\"gateway_toRead\" targetRef=\"task_readByChair\"",
				"sourceRef=\"gateway_toRead\" targetRef=\"task_readFirst\"");
		assertThat(redirected).as("the added step comes first").isNotEqualTo(diagram);
		return redirected.replaceFirst("</bpmn:process>", task + "</bpmn:process>").replace("</bpmndi:BPMNPlane>", shape + "</bpmndi:BPMNPlane>");
	}
}
