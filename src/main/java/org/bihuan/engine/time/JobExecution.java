package org.bihuan.engine.time;

import org.bihuan.database.DatabaseNews;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the job executor when everything else is in place: no timer may fire while the sample year is still being replayed. */
@Component
public class JobExecution {

	private final ProcessEngine engine;
	private final boolean enabled;
	/** Lets it run again; null unless it rests for want of the database. */
	private Runnable resume;

	JobExecution(ProcessEngine engine, CamundaBpmProperties camunda) {
		this.engine = engine;
		this.enabled = camunda.getJobExecution().isEnabled();
	}

	@EventListener(ApplicationReadyEvent.class)
	public void start() {
		if (enabled) {
			executor(engine).start();
		}
	}

	/** While the database is away there is nothing to execute; the executor would ask for it, and tell of that, some thousand times a minute. */
	@EventListener(DatabaseNews.class)
	synchronized void rest(DatabaseNews news) {
		if (!news.there() && resume == null) {
			resume = pause(engine);
		}
		else if (news.there() && resume != null) {
			resume.run();
			resume = null;
		}
	}

	/** Whether this node executes the engine's jobs now, and so whatever else is done in the background. */
	public boolean areExecuted() {
		return executor(engine).isActive();
	}

	/** Stops the job executor. What is returned lets it run again, if it ran. */
	public static Runnable pause(ProcessEngine engine) {
		JobExecutor executor = executor(engine);
		if (!executor.isActive()) {
			return () -> {
			};
		}
		executor.shutdown();
		return executor::start;
	}

	private static JobExecutor executor(ProcessEngine engine) {
		return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
	}
}
