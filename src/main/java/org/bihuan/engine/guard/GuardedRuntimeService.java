package org.bihuan.engine.guard;

import java.util.function.Predicate;

import org.bihuan.terms.ProcessKeys;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCmd;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/**
 * Lets an administrator delete the one thing that may be deleted by hand, which {@link ByHand} otherwise refuses: an instance of which the ledger
 * has nothing open. That is a letter that cannot be delivered (its notice stays), and a whole case that the ledger has closed or never had, as the
 * check of both names it.
 */
public class GuardedRuntimeService extends RuntimeServiceImpl {

	private final ProcessEngineConfigurationImpl engine;
	private final Predicate<String> isOpenCase;

	/**
	 * @param engine whose services know who is acting
	 * @param isOpenCase whether the ledger has an open outcome whose process instance has this id
	 */
	public GuardedRuntimeService(ProcessEngineConfigurationImpl engine, Predicate<String> isOpenCase) {
		this.engine = engine;
		this.isOpenCase = isOpenCase;
	}

	@Override
	public void deleteProcessInstance(String id, String reason, boolean skipCustomListeners, boolean externallyTerminated, boolean skipIoMappings,
			boolean skipSubprocesses) {
		if (ByHand.is(engine) && isLeftOver(id)) {
			// carried out within a command of ours; the engine's authorizations hold as ever
			commandExecutor.execute(context -> new DeleteProcessInstanceCmd(id, reason, skipCustomListeners, externallyTerminated, skipIoMappings,
					skipSubprocesses, true).execute(context));
		}
		else {
			super.deleteProcessInstance(id, reason, skipCustomListeners, externallyTerminated, skipIoMappings, skipSubprocesses);
		}
	}

	private boolean isLeftOver(String id) {
		return commandExecutor.execute(context -> context.runWithoutAuthorization(() -> {
			ProcessInstance instance = createProcessInstanceQuery().processInstanceId(id).rootProcessInstances().singleResult();
			if (instance == null) {
				return false;
			}
			String key = context.getProcessEngineConfiguration().getDeploymentCache()
					.findDeployedProcessDefinitionById(instance.getProcessDefinitionId()).getKey();
			return ProcessKeys.MAIL_DELIVERY.equals(key) || (ProcessKeys.CONSULTATION_OUTCOME.equals(key) && !isOpenCase.test(id));
		}));
	}
}
