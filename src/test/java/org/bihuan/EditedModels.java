package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import org.bihuan.model.ModelSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/** The models of this project as an analyst edits them: as text, file by file, the rest as it is. */
public final class EditedModels {

	private ModelSet set = ModelSet.packaged();

	/** This text in the place of that one, which the file must have. */
	public EditedModels replace(String file, String before, String after) {
		String text = new String(set.files().get(file), StandardCharsets.UTF_8);
		assertThat(text).as(file).contains(before);
		set = set.with(file, text.replace(before, after).getBytes(StandardCharsets.UTF_8));
		return this;
	}

	public EditedModels add(String file, String text) {
		set = set.with(file, text.getBytes(StandardCharsets.UTF_8));
		return this;
	}

	public ModelSet set() {
		return set;
	}

	/** @return the deployment's id */
	public String deploy(RepositoryService repository) {
		DeploymentBuilder models = repository.createDeployment().name("an analyst's");
		set.files().forEach((name, bytes) -> {
			if (!name.endsWith(".docx")) {
				models.addInputStream(name, new ByteArrayInputStream(bytes));
			}
		});
		return models.deploy().getId();
	}

	/** 法制审核, as it is drawn in Modeler: between 受理初审 and 批示, with a form of its own and a gateway behind it. No listener, ids as they come. */
	public static EditedModels withLegalReview() {
		return new EditedModels().add("legal-review.form", LEGAL_REVIEW).replace("submission.bpmn",
				"sourceRef=\"gateway_hasLeaders\" targetRef=\"task_enterInstruction\"",
				"sourceRef=\"gateway_hasLeaders\" targetRef=\"Activity_0legal\"").replace("submission.bpmn",
						"    <bpmn:endEvent id=\"endEvent_submitted\"",
						"""
								    <bpmn:userTask id="Activity_0legal" name="法制审核" camunda:formRef="legal-review" \
								camunda:formRefBinding="deployment" camunda:candidateGroups="gov-office">
								      <bpmn:extensionElements>
								        <camunda:properties>
								          <camunda:property name="limit" value="3" />
								          <camunda:property name="superior" value="cppcc-office" />
								        </camunda:properties>
								      </bpmn:extensionElements>
								    </bpmn:userTask>
								    <bpmn:exclusiveGateway id="Gateway_0legal" name="合法？" default="Flow_0back" />
								    <bpmn:sequenceFlow id="Flow_0asked" sourceRef="Activity_0legal" targetRef="Gateway_0legal" />
								    <bpmn:sequenceFlow id="Flow_0legal" name="是" sourceRef="Gateway_0legal" targetRef="task_enterInstruction">
								      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${lawful == 'yes' and risks &lt; 3 and checked}\
								</bpmn:conditionExpression>
								    </bpmn:sequenceFlow>
								    <bpmn:sequenceFlow id="Flow_0back" name="否" sourceRef="Gateway_0legal" targetRef="task_mendForAcceptance" />
								    <bpmn:endEvent id="endEvent_submitted\"""");
	}

	private static final String LEGAL_REVIEW = """
			{"id": "legal-review", "type": "default", "schemaVersion": 16, "components": [
			{"type": "text", "id": "field_head",
			 "text": "## {{view.step}}\\n**{{view.title}}**（{{view.outcomeId}}）{{view.suggestions}}{{view.report}}"},
			{"type": "radio", "key": "lawful", "label": "是否合法合规", "id": "field_lawful", "validate": {"required": true},
			 "properties": {"decisive": "true"}, "values": [{"label": "合法合规", "value": "yes"}, {"label": "需要修改", "value": "no"}]},
			{"type": "number", "key": "risks", "label": "风险点数", "id": "field_risks", "decimalDigits": 0, "validate": {"required": true, "min": 0},
			 "properties": {"decisive": "true"}},
			{"type": "checkbox", "key": "checked", "label": "已查对上位法", "id": "field_checked", "properties": {"decisive": "true"}},
			{"type": "textarea", "key": "opinion", "label": "法制审核意见", "id": "field_opinion", "validate": {"required": true, "maxLength": 500}}]}
			""";
}
