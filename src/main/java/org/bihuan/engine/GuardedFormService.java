package org.bihuan.engine;

import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;

/** The same as {@link GuardedTaskService} for forms that are submitted: start forms and task forms. */
class GuardedFormService extends FormServiceImpl {

	@Override
	public ProcessInstance submitStartFormData(String processDefinitionId, String businessKey, Map<String, String> properties) {
		return submitStartForm(processDefinitionId, businessKey, new HashMap<>(properties));
	}

	@Override
	public ProcessInstance submitStartFormData(String processDefinitionId, Map<String, String> properties) {
		return submitStartForm(processDefinitionId, null, new HashMap<>(properties));
	}

	@Override
	public ProcessInstance submitStartForm(String processDefinitionId, Map<String, Object> properties) {
		return submitStartForm(processDefinitionId, null, properties);
	}

	/** A business key that the client proposes is not taken: the ledger gives it. */
	@Override
	public ProcessInstance submitStartForm(String processDefinitionId, String businessKey, Map<String, Object> properties) {
		return Answers.during(Answer.of(properties), () -> super.submitStartForm(processDefinitionId, null, Map.of()));
	}

	@Override
	public void submitTaskFormData(String taskId, Map<String, String> properties) {
		submitTaskForm(taskId, new HashMap<>(properties));
	}

	@Override
	public void submitTaskForm(String taskId, Map<String, Object> properties) {
		GuardedTaskService.answering(taskId, task -> GuardedTaskService.isGone(commandExecutor, task), properties, () -> {
			super.submitTaskForm(taskId, Map.of());
			return null;
		});
	}

	@Override
	public VariableMap submitTaskFormWithVariablesInReturn(String taskId, Map<String, Object> properties, boolean deserializeValues) {
		return GuardedTaskService.answering(taskId, task -> GuardedTaskService.isGone(commandExecutor, task), properties,
				() -> super.submitTaskFormWithVariablesInReturn(taskId, Map.of(), deserializeValues));
	}
}
