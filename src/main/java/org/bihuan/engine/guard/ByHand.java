package org.bihuan.engine.guard;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.bihuan.engine.acting.Refusal;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.SetAnnotationForOperationLog;
import org.camunda.bpm.engine.impl.SetJobsRetriesByProcessBatchCmd;
import org.camunda.bpm.engine.impl.batch.DeleteBatchCmd;
import org.camunda.bpm.engine.impl.batch.RestartProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.batch.history.DeleteHistoricBatchCmd;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ActivateBatchCmd;
import org.camunda.bpm.engine.impl.cmd.ActivateJobCmd;
import org.camunda.bpm.engine.impl.cmd.ActivateJobDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.ActivateProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.ActivateProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.AddGroupIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AddUserIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateAllMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CreateIncidentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteGroupIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricTaskInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricVariableInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricVariableInstancesByProcessInstanceIdCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteJobCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByIdsCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByKeyCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCommentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserOperationLogEntryCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.HistoryCleanupCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.PatchExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.ProcessInstanceModificationBatchCmd;
import org.camunda.bpm.engine.impl.cmd.ProcessInstanceModificationCmd;
import org.camunda.bpm.engine.impl.cmd.PurgeDatabaseAndCacheCmd;
import org.camunda.bpm.engine.impl.cmd.RecalculateJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.RemoveExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.RemoveTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveIncidentCmd;
import org.camunda.bpm.engine.impl.cmd.RestartProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetAnnotationForIncidentCmd;
import org.camunda.bpm.engine.impl.cmd.SetExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDefinitionPriorityCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobPriorityCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobsRetriesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.SetProcessDefinitionVersionCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskDescriptionCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskDueDateCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskFollowUpDateCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskNameCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskPriorityCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.SuspendBatchCmd;
import org.camunda.bpm.engine.impl.cmd.SuspendJobCmd;
import org.camunda.bpm.engine.impl.cmd.SuspendJobDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.SuspendProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.SuspendProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateCommentCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateDecisionDefinitionHistoryTimeToLiveCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateProcessDefinitionHistoryTimeToLiveCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateProcessInstancesSuspendStateBatchCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateProcessInstancesSuspendStateCmd;
import org.camunda.bpm.engine.impl.cmd.batch.CorrelateAllMessageBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.DeleteHistoricProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.DeleteProcessInstanceBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.removaltime.SetRemovalTimeToHistoricBatchesCmd;
import org.camunda.bpm.engine.impl.cmd.batch.removaltime.SetRemovalTimeToHistoricDecisionInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.batch.removaltime.SetRemovalTimeToHistoricProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.batch.variables.SetVariablesToProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstanceByDefinitionIdCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstanceByInstanceIdCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstancesBatchCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstancesBulkCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.migration.MigrateProcessInstanceCmd;
import org.camunda.bpm.engine.impl.migration.batch.MigrateProcessInstanceBatchCmd;

/**
 * Nothing of a case vanishes or moves by hand, and nobody gives or takes rights by hand. What an account asks of the engine itself, in Cockpit, in
 * Admin or over REST, passes here, whichever service, builder or batch it comes by: each is a command. What would part the engine from the ledger is
 * refused with what to do instead; the application's own acts go on: it acts with no account, or within a command that a person's form began.
 */
public class ByHand extends CommandInterceptor {

	private static final String AMENDMENT = "在任务列表中发起“更正、撤回、改派、补交办”";

	/** Of a running case as a whole. */
	static final String CASE = "案件不能在引擎里删除、跳转或重新开始：台账和引擎会说两样的话。要停办，请区政协办（整件成果）或区委办、区政府办（交办件）" + AMENDMENT
			+ "，选“撤回”并写明理由。";
	/** The one way there is keeps it whole, its days and what its people are shown. */
	private static final String MOVING = "案件不能在引擎里迁移：只移一部分，台账和引擎会说两样的话。要让在办的件改用新的流程图，请打开 /models/cases，先试一遍，再整批改用。";
	private static final String TASK = "任务不能在引擎里新建、删除或改动：由办理的人填写表单提交。不再办理的，请三办" + AMENDMENT + "，选“撤回”；要换单位的，选“改派”。";
	/** Another name beside those that the model names would sign for them. */
	private static final String HOLDERS = "任务由谁办理写在流程图里，不能另加或去掉。换承办单位请用“改派”；人员变动请在 Admin 里调整小组成员。";
	private static final String VARIABLE = "流程变量由流程图和表单写入，不能直接改动。记错的内容，请三办" + AMENDMENT + "，选“更正”。";
	private static final String MESSAGE = "请在任务列表中填写“更正、撤回、改派、补交办”的启动表单来办理，不能直接发送消息或信号。";
	private static final String MODEL = "部署过的流程图、决策表和表单不能删除，也不能改动保存年限：在办的要按它办完，办结的要靠它查看经过。要改图，请在“流程图和表单”（/models）里部署新的一版；"
			+ "在办的按原来的图办完，或者在 /models/cases 上改用新图。";
	private static final String HISTORY = "历史记录不能删除，也不能提前清理：成果页上的经过要靠它。保存年限写在流程图里（历史记录存活时间）。";
	/** Of what waits for its moment. */
	static final String MOMENT = "定时器和作业不能删除、提前执行、改期或停摆：时刻由台账算出。要调整期限，请用“裁定延期”“处置逾期答复”或载入放假安排；"
			+ "作业出错停下的，修好原因后在 Cockpit 里重试（重试次数至少为 1）；时刻与台账不符的，请重新计算到期日（Recalculate）。";
	private static final String RIGHTS = "授权不能手工添加、更改或删除：谁能看什么、做什么，由系统按所在的小组给予。"
			+ "要让谁多做或少做，请在 Admin 的 Users 或 Groups 里把他加入相应的小组，或移出小组。";
	/** A deployment that came past {@link GuardedRepositoryService}. */
	private static final String PART = "流程图、决策表和表单只能整套部署：请用 Camunda Modeler 部署，或者在“流程图和表单”（/models）里上传。";
	private static final String COMMENT = "批注写了就不能改动或删除。写错了请另写一条说明。";

	private static final Map<Class<?>, String> REFUSED = new HashMap<>();

	/** What an administrator mends with: each changes when or whether something runs, never what the case is. */
	static final Set<Class<?>> REPAIRS = Set.of(SetJobRetriesCmd.class, SetJobsRetriesBatchCmd.class,
			SetJobsRetriesByProcessBatchCmd.class, ExecuteJobsCmd.class, RecalculateJobDuedateCmd.class, SetJobPriorityCmd.class,
			SetJobDefinitionPriorityCmd.class, SuspendJobCmd.class, ActivateJobCmd.class, SuspendJobDefinitionCmd.class,
			ActivateJobDefinitionCmd.class, SuspendProcessInstanceCmd.class, ActivateProcessInstanceCmd.class, SuspendProcessDefinitionCmd.class,
			ActivateProcessDefinitionCmd.class, UpdateProcessInstancesSuspendStateCmd.class, UpdateProcessInstancesSuspendStateBatchCmd.class,
			SuspendBatchCmd.class, ActivateBatchCmd.class, DeleteBatchCmd.class, SetAnnotationForIncidentCmd.class,
			SetAnnotationForOperationLog.class, SetTaskPriorityCmd.class);

	static {
		refuse(CASE, DeleteProcessInstanceCmd.class, DeleteProcessInstancesCmd.class, DeleteProcessInstanceBatchCmd.class,
				ModifyProcessInstanceCmd.class, ModifyProcessInstanceAsyncCmd.class, ProcessInstanceModificationCmd.class,
				ProcessInstanceModificationBatchCmd.class, RestartProcessInstancesCmd.class, RestartProcessInstancesBatchCmd.class,
				CreateIncidentCmd.class, ResolveIncidentCmd.class, PurgeDatabaseAndCacheCmd.class);
		refuse(MOVING, MigrateProcessInstanceCmd.class, MigrateProcessInstanceBatchCmd.class, SetProcessDefinitionVersionCmd.class);
		refuse(TASK, DeleteTaskCmd.class, SaveTaskCmd.class, SetTaskNameCmd.class, SetTaskDescriptionCmd.class, SetTaskDueDateCmd.class,
				SetTaskFollowUpDateCmd.class);
		refuse(HOLDERS, AddUserIdentityLinkCmd.class, AddGroupIdentityLinkCmd.class, DeleteUserIdentityLinkCmd.class,
				DeleteGroupIdentityLinkCmd.class);
		refuse(VARIABLE, SetExecutionVariablesCmd.class, PatchExecutionVariablesCmd.class, RemoveExecutionVariablesCmd.class,
				SetTaskVariablesCmd.class, PatchTaskVariablesCmd.class, RemoveTaskVariablesCmd.class, SetVariablesToProcessInstancesBatchCmd.class);
		refuse(MESSAGE, MessageEventReceivedCmd.class, CorrelateMessageCmd.class, CorrelateAllMessageCmd.class, CorrelateAllMessageBatchCmd.class,
				SignalEventReceivedCmd.class, SignalCmd.class);
		refuse(MODEL, DeleteDeploymentCmd.class, DeleteProcessDefinitionsByIdsCmd.class, DeleteProcessDefinitionsByKeyCmd.class,
				UpdateProcessDefinitionHistoryTimeToLiveCmd.class, UpdateDecisionDefinitionHistoryTimeToLiveCmd.class);
		refuse(PART, DeployCmd.class);
		refuse(HISTORY, DeleteHistoricProcessInstancesCmd.class, DeleteHistoricProcessInstancesBatchCmd.class, DeleteHistoricTaskInstanceCmd.class,
				DeleteHistoricVariableInstanceCmd.class, DeleteHistoricVariableInstancesByProcessInstanceIdCmd.class,
				DeleteUserOperationLogEntryCmd.class, DeleteHistoricBatchCmd.class, DeleteHistoricDecisionInstanceByDefinitionIdCmd.class,
				DeleteHistoricDecisionInstanceByInstanceIdCmd.class, DeleteHistoricDecisionInstancesBatchCmd.class,
				DeleteHistoricDecisionInstancesBulkCmd.class, SetRemovalTimeToHistoricProcessInstancesCmd.class,
				SetRemovalTimeToHistoricDecisionInstancesCmd.class, SetRemovalTimeToHistoricBatchesCmd.class, HistoryCleanupCmd.class);
		refuse(MOMENT, DeleteJobCmd.class, DeleteJobsCmd.class, SetJobDuedateCmd.class);
		refuse(RIGHTS, SaveAuthorizationCmd.class, DeleteAuthorizationCmd.class);
		refuse(COMMENT, DeleteTaskCommentCmd.class, DeleteProcessInstanceCommentCmd.class, UpdateCommentCmd.class, DeleteAttachmentCmd.class);
	}

	private final ProcessEngineConfigurationImpl engine;

	/** @param engine whose services know who is acting; not yet built when this is made */
	public ByHand(ProcessEngineConfigurationImpl engine) {
		this.engine = engine;
	}

	private static void refuse(String why, Class<?>... commands) {
		for (Class<?> command : commands) {
			REFUSED.put(command, why);
		}
	}

	/** Whether a command of this class is refused to every account. */
	static boolean refuses(Class<?> command) {
		return REFUSED.containsKey(command);
	}

	@Override
	public <T> T execute(Command<T> command) {
		String why = REFUSED.get(command.getClass());
		if (why != null && is(engine)) {
			throw HOLDERS.equals(why) ? Refusal.forbidden(why) : refused(engine, why);
		}
		return next.execute(command);
	}

	/** Whether an account asks the engine itself: neither the application by itself, nor an act within another that is carried out already. */
	static boolean is(ProcessEngineConfigurationImpl engine) {
		return Context.getCommandContext() == null && account(engine) != null;
	}

	/** As who has no right is told by the engine's own resources, which keep nothing else as it is; with a sentence for people. */
	static final class NotByHand extends AuthorizationException {

		private static final long serialVersionUID = 1L;

		NotByHand(String why) {
			super(why);
		}
	}

	/** An administrator, who might otherwise, is told what to do; everybody else that he has no right to it, as of anything that is not his. */
	static RuntimeException refused(ProcessEngineConfigurationImpl engine, String why) {
		Authentication account = account(engine);
		boolean administrator = engine.getAdminUsers().contains(account.getUserId())
				|| (account.getGroupIds() != null && account.getGroupIds().contains(Groups.CAMUNDA_ADMIN));
		return administrator ? Refusal.invalid(why) : new AuthorizationException(why);
	}

	private static Authentication account(ProcessEngineConfigurationImpl engine) {
		return engine.getIdentityService().getCurrentAuthentication();
	}
}
