package org.bihuan.engine.guard;

import java.io.InputStream;
import java.util.Map;
import java.util.function.Supplier;

import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.acting.Others;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.answer.Answers;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * Takes the answer of a task aside before the engine sees it (see {@link Answer}), and shuts the side doors by which a task
 * could be left without an answer. Every client goes through here: the webapps' API, REST and Java.
 */
public class GuardedTaskService extends TaskServiceImpl {

	private static final String NO_ATTACHMENT = "附件请在任务的表单下方“本任务的附件”里上传。";
	static final String GONE = "该任务已经办结或已被收回（可能刚刚由他人完成，或已到期转出）。请刷新任务列表。";

	static final String BUSY = "有人正在办理同一件，请稍候再提交；您填写的内容没有保存。";

	private final Actors actors;
	private final Supplier<Others> others;

	/**
	 * @param actors for whom a task is
	 * @param others asked when somebody comes too late, not before
	 */
	public GuardedTaskService(Actors actors, Supplier<Others> others) {
		this.actors = actors;
		this.others = others;
	}

	@Override
	public void complete(String taskId) {
		complete(taskId, Map.of());
	}

	@Override
	public void complete(String taskId, Map<String, Object> variables) {
		answering(taskId, commandExecutor, others, variables, () -> {
			super.complete(taskId, Map.of());
			return null;
		});
	}

	@Override
	public VariableMap completeWithVariablesInReturn(String taskId, Map<String, Object> variables, boolean deserializeValues) {
		return answering(taskId, commandExecutor, others, variables, () -> super.completeWithVariablesInReturn(taskId, Map.of(), deserializeValues));
	}

	@Override
	public void resolveTask(String taskId) {
		resolveTask(taskId, Map.of());
	}

	@Override
	public void resolveTask(String taskId, Map<String, Object> variables) {
		Refusal.unless(variables == null || variables.isEmpty(), "转办的任务请先归还，再由承办人填写表单提交。");
		String actor = actor();
		boolean theirs = actor == null || commandExecutor.execute(context -> context.runWithoutAuthorization(() -> createTaskQuery().taskId(taskId)
				.taskAssignee(actor).taskDelegationState(DelegationState.PENDING).count())) == 1;
		Refusal.unless(theirs || isGone(taskId), "这项任务没有转办给您，不能归还。");
		super.resolveTask(taskId, variables);
	}

	/** Each for himself: a task in the name of another could be done, or kept from being done, by somebody it was never meant for. */
	@Override
	public void claim(String taskId, String userId) {
		String actor = actor();
		Refusal.unless(actor == null || actor.equals(userId), "任务只能由本人认领，不能替他人认领。");
		requireHolder(taskId, userId);
		super.claim(taskId, userId);
	}

	/** Who has claimed a task may give it back, though not hand it to another. */
	@Override
	public void setAssignee(String taskId, String userId) {
		String actor = actor();
		requireHolder(taskId, userId);
		boolean givesBack = userId == null && actor != null
				&& commandExecutor.execute(
						context -> context.runWithoutAuthorization(() -> createTaskQuery().taskId(taskId).taskAssignee(actor).count())) == 1;
		if (givesBack) {
			commandExecutor.execute(context -> context.runWithoutAuthorization(() -> new AssignTaskCmd(taskId, null).execute(context)));
		}
		else {
			super.setAssignee(taskId, userId);
		}
	}

	@Override
	public void delegateTask(String taskId, String userId) {
		requireHolder(taskId, userId);
		super.delegateTask(taskId, userId);
	}

	@Override
	public void setOwner(String taskId, String userId) {
		requireHolder(taskId, userId);
		super.setOwner(taskId, userId);
	}

	/** An account to which a task is given must be one whom it is for; null gives it back. */
	private void requireHolder(String taskId, String userId) {
		if (userId != null && actor() != null) {
			boolean holder = commandExecutor.execute(context -> context.runWithoutAuthorization(() -> isGone(taskId) || actors.isFor(
					getIdentityLinksForTask(taskId), userId)));
			if (!holder) {
				throw Refusal.forbidden("“" + userId + "”不在办理这项任务的部门里，不能交给他。");
			}
			if (actors.isAdministrator(userId) && !isGone(taskId)) {
				throw Refusal.forbidden(userId.equals(actor()) ? Actors.NOT_FOR_YOU : "“" + userId + "”是系统管理员的账号，可以查看，不能办理，不能把任务交给他。");
			}
		}
	}

	/** The account on whose behalf this call is; null for what the application does by itself. */
	private String actor() {
		return commandExecutor.execute(CommandContext::getAuthenticatedUserId);
	}

	@Override
	public void handleBpmnError(String taskId, String errorCode, String errorMessage, Map<String, Object> variables) {
		throw Refusal.invalid("任务只能通过填写表单办理。");
	}

	@Override
	public void handleEscalation(String taskId, String escalationCode, Map<String, Object> variables) {
		throw Refusal.invalid("任务只能通过填写表单办理。");
	}

	/** The engine's own attachments are checked by nobody and end with their task. */
	@Override
	public Attachment createAttachment(String type, String taskId, String processInstanceId, String name, String description, InputStream content) {
		throw Refusal.invalid(NO_ATTACHMENT);
	}

	@Override
	public Attachment createAttachment(String type, String taskId, String processInstanceId, String name, String description, String url) {
		throw Refusal.invalid(NO_ATTACHMENT);
	}

	/**
	 * Runs the act with its answer. Whoever finds the task gone when his act failed was overtaken, however the failure looks, and is told so; any
	 * other loser of a race is tried once more, for the other change may not have mattered.
	 */
	static <T> T answering(String taskId, CommandExecutor executor, Supplier<Others> others, Map<String, ?> variables, Supplier<T> act) {
		Answer answer = Answer.of(variables);
		try {
			return Answers.during(answer, act);
		}
		catch (RuntimeException failed) {
			if (isGone(executor, taskId)) {
				throw Refusal.overtaken(gone(taskId, others.get()), failed);
			}
			if (Refusal.in(failed) != null || !Overtaken.is(failed)) {
				throw failed;
			}
		}
		try {
			return Answers.during(answer, act);
		}
		catch (RuntimeException failed) {
			if (isGone(executor, taskId)) {
				throw Refusal.overtaken(gone(taskId, others.get()), failed);
			}
			throw Overtaken.isLocked(failed) ? Refusal.overtaken(BUSY, failed) : failed;
		}
	}

	private boolean isGone(String taskId) {
		return isGone(commandExecutor, taskId);
	}

	/** Why a task is not open any more, as far as anybody knows. */
	static String gone(String taskId, Others others) {
		return others.answered(taskId).map(by -> "该任务已由" + by + "办结，这一份没有提交。写的文字还在屏幕上，需要时请先复制，再刷新任务列表。").orElse(GONE);
	}

	/** Whether there is no such task any more, whoever asks. */
	static boolean isGone(CommandExecutor commandExecutor, String taskId) {
		return commandExecutor.execute(context -> context.runWithoutAuthorization(() -> context.getTaskManager().findTaskById(taskId) == null));
	}
}
