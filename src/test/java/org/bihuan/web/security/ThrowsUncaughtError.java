package org.bihuan.web.security;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** For {@link DoorsTest}: a delegate whose error no diagram catches. */
@Component("throwsUncaughtError")
class ThrowsUncaughtError implements JavaDelegate {

	@Override
	public void execute(DelegateExecution execution) {
		throw new BpmnError("nobody-catches-this");
	}
}
