package org.bihuan.engine.guard;

import java.util.Date;

import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.impl.ManagementServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.management.SetJobRetriesBuilderImpl;
import org.camunda.bpm.engine.impl.management.SetJobRetriesByJobsAsyncBuilderImpl;
import org.camunda.bpm.engine.impl.management.SetJobRetriesByProcessAsyncBuilderImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.management.SetJobRetriesAsyncBuilder;
import org.camunda.bpm.engine.management.SetJobRetriesBuilder;
import org.camunda.bpm.engine.management.SetJobRetriesByJobsAsyncBuilder;
import org.camunda.bpm.engine.management.SetJobRetriesByProcessAsyncBuilder;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;

/**
 * What {@link ByHand} cannot see by a command's class: a retry may be given to a job and none may be taken from it, none is moved by it to another
 * moment, and nothing runs before its own.
 */
public class GuardedManagementService extends ManagementServiceImpl {

	private final ProcessEngineConfigurationImpl engine;

	/** @param engine whose services know who is acting */
	public GuardedManagementService(ProcessEngineConfigurationImpl engine) {
		super(engine);
		this.engine = engine;
	}

	private void unlessByHand(boolean holds) {
		if (!holds && ByHand.is(engine)) {
			throw ByHand.refused(engine, ByHand.MOMENT);
		}
	}

	@Override
	public void executeJob(String jobId) {
		if (ByHand.is(engine) && createJobQuery().jobId(jobId).duedateHigherThan(ClockUtil.getCurrentTime()).count() > 0) {
			// REST makes a failure of the server (500) of everything else that comes from here
			throw new ByHand.NotByHand(ByHand.MOMENT);
		}
		super.executeJob(jobId);
	}

	@Override
	public void setJobRetries(String jobId, int retries) {
		unlessByHand(retries > 0);
		super.setJobRetries(jobId, retries);
	}

	@Override
	public void setJobRetries(java.util.List<String> jobIds, int retries) {
		unlessByHand(retries > 0);
		super.setJobRetries(jobIds, retries);
	}

	@Override
	public void setJobRetriesByJobDefinitionId(String jobDefinitionId, int retries) {
		unlessByHand(retries > 0);
		super.setJobRetriesByJobDefinitionId(jobDefinitionId, retries);
	}

	@Override
	public SetJobRetriesBuilderImpl setJobRetries(int retries) {
		unlessByHand(retries > 0);
		return new SetJobRetriesBuilderImpl(commandExecutor, retries) {

			@Override
			public SetJobRetriesBuilder dueDate(Date moment) {
				unlessByHand(false);
				return super.dueDate(moment);
			}
		};
	}

	@Override
	public Batch setJobRetriesAsync(java.util.List<String> jobIds, int retries) {
		unlessByHand(retries > 0);
		return super.setJobRetriesAsync(jobIds, retries);
	}

	@Override
	public Batch setJobRetriesAsync(JobQuery jobs, int retries) {
		unlessByHand(retries > 0);
		return super.setJobRetriesAsync(jobs, retries);
	}

	@Override
	public Batch setJobRetriesAsync(java.util.List<String> jobIds, JobQuery jobs, int retries) {
		unlessByHand(retries > 0);
		return super.setJobRetriesAsync(jobIds, jobs, retries);
	}

	@Override
	public Batch setJobRetriesAsync(java.util.List<String> instanceIds, ProcessInstanceQuery instances, int retries) {
		unlessByHand(retries > 0);
		return super.setJobRetriesAsync(instanceIds, instances, retries);
	}

	@Override
	public Batch setJobRetriesAsync(java.util.List<String> instanceIds, ProcessInstanceQuery instances, HistoricProcessInstanceQuery past,
			int retries) {
		unlessByHand(retries > 0);
		return super.setJobRetriesAsync(instanceIds, instances, past, retries);
	}

	@Override
	public SetJobRetriesByJobsAsyncBuilder setJobRetriesByJobsAsync(int retries) {
		unlessByHand(retries > 0);
		return new SetJobRetriesByJobsAsyncBuilderImpl(commandExecutor, retries) {

			@Override
			public SetJobRetriesAsyncBuilder dueDate(Date moment) {
				unlessByHand(false);
				return super.dueDate(moment);
			}
		};
	}

	@Override
	public SetJobRetriesByProcessAsyncBuilder setJobRetriesByProcessAsync(int retries) {
		unlessByHand(retries > 0);
		return new SetJobRetriesByProcessAsyncBuilderImpl(commandExecutor, retries) {

			@Override
			public SetJobRetriesByProcessAsyncBuilder dueDate(Date moment) {
				unlessByHand(false);
				return super.dueDate(moment);
			}
		};
	}
}
