package org.bihuan.engine.role;

import java.util.List;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The timers of a running case, by the roles of the events that they wait at. */
@Component
public class WaitingTimers {

	private final RuntimeService runtime;
	private final ManagementService management;
	private final Elements elements;

	WaitingTimers(@Lazy RuntimeService runtime, @Lazy ManagementService management, Elements elements) {
		this.runtime = runtime;
		this.management = management;
		this.elements = elements;
	}

	/**
	 * Those that wait now in this part of a case.
	 *
	 * @param timer the key of its role
	 */
	public List<Job> of(String processInstanceId, String timer) {
		ProcessInstance part = runtime.createProcessInstanceQuery().processInstanceId(processInstanceId).singleResult();
		return part == null ? List.of()
				: elements.ids(part.getProcessDefinitionId(), timer).stream()
						.flatMap(id -> management.createJobQuery().timers().processInstanceId(processInstanceId).activityId(id).list().stream())
						.toList();
	}
}
