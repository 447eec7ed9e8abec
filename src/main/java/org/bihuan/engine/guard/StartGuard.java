package org.bihuan.engine.guard;

import java.util.Set;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answers;
import org.bihuan.terms.ProcessKeys;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/**
 * No case without its start form: an instance that no other one called must come from a submitted form. Otherwise a client
 * could start a phase on its own, or in its middle by start instructions, past every check.
 */
public class StartGuard extends AbstractBpmnParseListener {

	private static final Namespace CAMUNDA = new Namespace("http://camunda.org/schema/1.0/bpmn");

	/** These carry no case: a letter goes out once whoever asks for it, a sheet is made once a week, and of a limit everybody is told once. */
	private static final Set<String> HOUSEKEEPING = Set.of(ProcessKeys.MAIL_DELIVERY, ProcessKeys.OVERDUE_SHEET,
			ProcessKeys.TASK_LIMITS);

	@Override
	public void parseProcess(Element element, ProcessDefinitionEntity definition) {
		if (HOUSEKEEPING.contains(definition.getKey())) {
			return;
		}
		boolean hasForm = element.elements("startEvent").stream().anyMatch(start -> start.attributeNS(CAMUNDA, "formRef") != null
				|| start.attributeNS(CAMUNDA, "formKey") != null);
		definition.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> requireForm(execution, hasForm));
	}

	/** A message to a case comes from an amendment's form alone: sent by itself it would end or move the case past the ledger. */
	@Override
	public void parseBoundaryMessageEventDefinition(Element element, boolean interrupting, ActivityImpl event) {
		event.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) StartGuard::requireAnswer);
	}

	@Override
	public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl event) {
		if (element.element("messageEventDefinition") != null) {
			event.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) StartGuard::requireAnswer);
		}
	}

	private static void requireAnswer(DelegateExecution execution) {
		Refusal.unless(Answers.current() != null, "请在任务列表中填写“更正、撤回、改派、补交办”的启动表单来办理。");
	}

	/** What has none is a part of a case: a form sent to it is somebody's invention. */
	private static void requireForm(DelegateExecution execution, boolean hasForm) {
		Refusal.unless(execution.getSuperExecution() != null || (hasForm && Answers.current() != null), "请在任务列表中填写启动表单来发起流程。");
	}
}
