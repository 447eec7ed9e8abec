package org.bihuan.engine.guard;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.engine.acting.FormKey;
import org.bihuan.engine.acting.Others;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.answer.Answers;
import org.bihuan.engine.answer.DrawnForms;
import org.bihuan.engine.answer.Shown;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * The same as {@link GuardedTaskService} for forms that are submitted: start forms and task forms. A start form is given a key when it is shown, by
 * which it is taken once however often it is sent; a task is answered once anyway.
 */
public class GuardedFormService extends FormServiceImpl implements DrawnForms {

	private final Supplier<Others> others;
	private final Supplier<SentOnce> sent;

	/**
	 * @param others asked when somebody comes too late, not before
	 * @param sent asked for when a form comes with a key, and no earlier
	 */
	public GuardedFormService(Supplier<Others> others, Supplier<SentOnce> sent) {
		this.others = others;
		this.sent = sent;
	}

	@Override
	public InputStream ofTask(String taskId) {
		return super.getDeployedTaskForm(taskId);
	}

	@Override
	public InputStream ofStart(String processDefinitionId) {
		return super.getDeployedStartForm(processDefinitionId);
	}

	/** The engine itself fails on a task that is gone. */
	@Override
	public InputStream getDeployedTaskForm(String taskId) {
		if (GuardedTaskService.isGone(commandExecutor, taskId)) {
			throw Refusal.overtaken(GuardedTaskService.gone(taskId, others.get()));
		}
		return Shown.handedOut(ofTask(taskId), today(), whose("task", taskId));
	}

	@Override
	public InputStream getDeployedStartForm(String processDefinitionId) {
		Map<String, String> whose = new HashMap<>(whose("process", processKey(processDefinitionId)));
		whose.put("key", FormKey.at(ClockUtil.getCurrentTime().toInstant()).key());
		return Shown.handedOut(ofStart(processDefinitionId), today(), whose);
	}

	/** The engine's ids of definitions begin with their keys. */
	private static String processKey(String processDefinitionId) {
		return processDefinitionId.replaceFirst(":.*", "");
	}

	private static LocalDate today() {
		return ShanghaiTime.dateAt(ClockUtil.getCurrentTime().toInstant());
	}

	/** Nobody where the application itself asks. */
	private Map<String, String> whose(String kind, String place) {
		String account = account();
		return account == null ? Map.of(kind, place) : Map.of(kind, place, "account", account);
	}

	private String account() {
		return commandExecutor.execute(CommandContext::getAuthenticatedUserId);
	}

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
		Answer answer = Answer.of(properties);
		try {
			return start(processDefinitionId, answer);
		}
		catch (RuntimeException overtaken) {
			if (!Overtaken.isLocked(overtaken)) {
				throw overtaken;
			}
		}
		try {
			// a start may act on a case that runs (撤回, 改派): the loser of a race looks again at how it stands
			return start(processDefinitionId, answer);
		}
		catch (OptimisticLockingException overtaken) {
			throw Refusal.overtaken("这一件刚刚有了变化，请查看现状后再试。", overtaken);
		}
		catch (RuntimeException busy) {
			throw Overtaken.isLocked(busy) ? Refusal.overtaken(GuardedTaskService.BUSY, busy) : busy;
		}
	}

	private ProcessInstance start(String processDefinitionId, Answer answer) {
		Supplier<ProcessInstance> start = () -> Answers.during(answer, () -> super.submitStartForm(processDefinitionId, null, Map.of()));
		String account = account();
		return FormKey.current().filter(key -> account != null)
				.map(key -> sent.get().start(account, key, processKey(processDefinitionId), answer.toJson(), start)).orElseGet(start);
	}

	@Override
	public void submitTaskFormData(String taskId, Map<String, String> properties) {
		submitTaskForm(taskId, new HashMap<>(properties));
	}

	@Override
	public void submitTaskForm(String taskId, Map<String, Object> properties) {
		GuardedTaskService.answering(taskId, commandExecutor, others, properties, () -> {
			super.submitTaskForm(taskId, Map.of());
			return null;
		});
	}

	@Override
	public VariableMap submitTaskFormWithVariablesInReturn(String taskId, Map<String, Object> properties, boolean deserializeValues) {
		return GuardedTaskService.answering(taskId, commandExecutor, others, properties,
				() -> super.submitTaskFormWithVariablesInReturn(taskId, Map.of(), deserializeValues));
	}
}
