package org.bihuan.draft;

import org.camunda.bpm.engine.runtime.ProcessInstance;

/** What a start form has started, told again as it was told then. */
record StartedBefore(String id, String definitionId, String businessKey, boolean ended) implements ProcessInstance {

	@Override
	public String getId() {
		return id;
	}

	@Override
	public String getProcessInstanceId() {
		return id;
	}

	@Override
	public String getRootProcessInstanceId() {
		return id;
	}

	@Override
	public String getProcessDefinitionId() {
		return definitionId;
	}

	/** The engine's ids of definitions begin with their keys. */
	@Override
	public String getProcessDefinitionKey() {
		return definitionId.replaceFirst(":.*", "");
	}

	@Override
	public String getBusinessKey() {
		return businessKey;
	}

	@Override
	public boolean isEnded() {
		return ended;
	}

	@Override
	public boolean isSuspended() {
		return false;
	}

	@Override
	public String getCaseInstanceId() {
		return null;
	}

	@Override
	public String getTenantId() {
		return null;
	}
}
