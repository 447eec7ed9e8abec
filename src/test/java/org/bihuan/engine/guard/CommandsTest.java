package org.bihuan.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.junit.jupiter.api.Test;

/** Every command that the platform has and that changes something is decided on, so that a new version of the platform brings no way around. */
class CommandsTest {

	/** What only reads, whatever it is called. */
	private static final Pattern READS = Pattern
			.compile("(Get|Find|Is|Has|Check|Historic|Cleanable|TaskReport|Determine|Validate|ExecuteFilter|Acquire"
					+ "|ExecuteDuration|Fetch|AuthorizationCheck|Evaluate|CreateMigrationPlan|UserHas|GetUnlocked).*");

	/** What the platform does by itself, what a form's guards decide on, and what no model of ours has. */
	private static final Set<String> OTHERS = Set.of(
			// the platform's own: starting, stopping, working through jobs, measuring
			"BootstrapEngineCommand", "HistoryLevelSetupCommand", "DbSchemaUpgradeCmd", "SchemaOperationProcessEngineClose",
			"SchemaOperationsProcessEngineBuild", "DefaultJobRetryCmd", "UnlockJobCmd", "ReportDbMetricsCmd", "RegisterDeploymentCmd",
			"UnregisterDeploymentCmd", "RegisterProcessApplicationCmd", "UnregisterProcessApplicationCmd", "FailedJobListener",
			"FailedJobListenerCmd", "SuccessfulJobListener", "CreateNewTimerJobCommand", "HistoryCleanupHandlerCmd", "HistoryCleanupSchedulerCmd",
			"ReportDbMetricsValueCmd", "MetricsCollectionCmd", "DeleteDeploymentFailCmd", "DeleteDeploymentListenerCmd", "TelemetryConfigureCmd",
			"DeleteMetricsCmd", "DeleteTaskMetricsCmd", "SetLicenseKeyCmd", "DeleteLicenseKeyCmd", "SetPropertyCmd", "DeletePropertyCmd", "",
			// accounts, rights and lists: the identity service and the door decide
			"CreateAuthorizationCommand", "SaveAuthorizationCmd", "DeleteAuthorizationCmd", "CreateFilterCmd", "SaveFilterCmd", "DeleteFilterCmd",
			"CreateGroupCmd", "SaveGroupCmd", "DeleteGroupCmd", "CreateMembershipCmd", "DeleteMembershipCmd", "CreateTenantCmd", "SaveTenantCmd",
			"DeleteTenantCmd", "CreateTenantGroupMembershipCmd", "DeleteTenantGroupMembershipCmd", "CreateTenantUserMembershipCmd",
			"DeleteTenantUserMembershipCmd", "CreateUserCmd", "SaveUserCmd", "DeleteUserCmd", "SetUserInfoCmd", "DeleteUserInfoCmd",
			"SetUserPictureCmd", "DeleteUserPictureCmd", "UnlockUserCmd",
			// forms, starts and who has a task: the guarded services and the start's guard decide
			"SubmitStartFormCmd", "SubmitTaskFormCmd", "CompleteTaskCmd", "StartProcessInstanceCmd", "StartProcessInstanceAtActivitiesCmd",
			"ClaimTaskCmd", "AssignTaskCmd", "DelegateTaskCmd", "ResolveTaskCmd", "SetTaskOwnerCmd",
			"AddIdentityLinkForProcessDefinitionCmd",
			"DeleteIdentityLinkForProcessDefinitionCmd", "HandleTaskBpmnErrorCmd", "HandleTaskEscalationCmd", "CreateAttachmentCmd",
			"SaveAttachmentCmd", "AddCommentCmd",
			// keeps nothing before it is saved
			"CreateTaskCmd",
			// within a modification, which is refused as a whole
			"ActivityAfterInstantiationCmd", "ActivityBeforeInstantiationCmd", "ActivityCancellationCmd", "ActivityInstanceCancellationCmd",
			"TransitionInstanceCancellationCmd", "TransitionInstantiationCmd",
			// no model of ours has external tasks or cases of CMMN
			"CompleteExternalTaskCmd", "ExtendLockOnExternalTaskCmd", "HandleExternalTaskBpmnErrorCmd", "HandleExternalTaskFailureCmd",
			"LockExternalTaskCmd", "UnlockExternalTaskCmd", "SetExternalTaskPriorityCmd", "SetExternalTaskRetriesCmd",
			"SetExternalTasksRetriesBatchCmd", "SetExternalTasksRetriesCmd", "DeleteHistoricCaseInstanceCmd", "DeleteHistoricCaseInstancesBulkCmd",
			"CaseExecutionVariableCmd", "CloseCaseInstanceCmd", "CompleteCaseExecutionCmd", "CreateCaseInstanceCmd", "DisableCaseExecutionCmd",
			"ManualStartCaseExecutionCmd", "ReenableCaseExecutionCmd", "TerminateCaseExecutionCmd", "UpdateCaseDefinitionHistoryTimeToLiveCmd");

	/** A repair changes when something runs; which classes, ByHand names. */
	@Test
	void everyCommandThatChangesSomethingIsRefusedOrARepairOrDecidedElsewhere() throws Exception {
		Set<Class<?>> all = commands();
		assertThat(all).hasSizeGreaterThan(350);
		assertThat(all.stream().filter(one -> !ByHand.refuses(one) && !ByHand.REPAIRS.contains(one)).map(Class::getSimpleName)
				.filter(name -> !READS.matcher(name).matches() && !name.contains("Query") && !name.contains("Count"))
				.toList()).as("commands that nobody decided on").isSubsetOf(OTHERS);
		assertThat(ByHand.REPAIRS).as("what is a repair is not refused").noneMatch(ByHand::refuses);
	}

	private static Set<Class<?>> commands() throws IOException, ClassNotFoundException {
		File jar = new File(Command.class.getProtectionDomain().getCodeSource().getLocation().getPath());
		try (JarFile engine = new JarFile(jar)) {
			return engine.stream().map(entry -> entry.getName())
					.filter(name -> name.startsWith("org/camunda/bpm/engine/impl/") && name.endsWith(".class"))
					.map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.')).map(CommandsTest::loaded)
					.filter(one -> one != null && Command.class.isAssignableFrom(one) && !one.isInterface()
							&& !Modifier.isAbstract(one.getModifiers()))
					.collect(Collectors.toSet());
		}
	}

	/** Null for what stands on a library that we leave out. */
	private static Class<?> loaded(String name) {
		try {
			return Class.forName(name, false, CommandsTest.class.getClassLoader());
		}
		catch (ClassNotFoundException | LinkageError without) {
			return null;
		}
	}
}
