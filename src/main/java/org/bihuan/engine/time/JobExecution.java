package org.bihuan.engine.time;

import java.util.List;

import org.bihuan.database.DatabaseNews;
import org.bihuan.node.Alone;
import org.bihuan.node.Nodes;
import org.bihuan.node.Pulse;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Starts the job executor when everything else is in place: no timer may fire while the sample year is still being replayed. While it runs, the
 * node says that it lives, and takes over what the dead had in hand: the engine itself would leave that alone until its lock has run out, which is
 * minutes, so that no long job of a living node ever runs twice.
 */
@Component
public class JobExecution implements DisposableBean {

	private static final Logger LOG = LoggerFactory.getLogger(JobExecution.class);
	private static final int SECONDS_BETWEEN_BEATS = 5;

	private final ProcessEngine engine;
	private final Nodes nodes;
	private final boolean enabled;
	/** Lets it run again; null unless it rests for want of the database. */
	private Runnable resume;
	private Pulse heart;
	private boolean unheard;

	JobExecution(ProcessEngine engine, Nodes nodes, CamundaBpmProperties camunda) {
		this.engine = engine;
		this.nodes = nodes;
		this.enabled = camunda.getJobExecution().isEnabled();
	}

	/** Before another node may start or move the clock, which asks who lives. */
	@EventListener(ApplicationReadyEvent.class)
	@Order(Alone.END - 1)
	public void start() {
		if (!enabled) {
			return;
		}
		if (nodes.areSeveral()) {
			// before it has anything in hand
			nodes.live(node());
		}
		takeOver();
		executor(engine).start();
		if (nodes.areSeveral()) {
			heart = new Pulse("node", SECONDS_BETWEEN_BEATS, this::beat);
		}
	}

	private void beat() {
		try {
			nodes.live(node());
			takeOver();
			nodes.bury();
			unheard = false;
		}
		catch (RuntimeException unanswered) {
			// once: it goes on as long as the database is away
			if (!unheard) {
				LOG.warn("数据库没有应答，本节点暂时不能报告自己在运行：{}", unanswered.getMessage());
			}
			unheard = true;
		}
	}

	/** Gives back what is in the hand of nobody who lives; whoever is first has it then. */
	void takeOver() {
		List<String> left = nodes.jobsOfTheDead();
		for (String job : left) {
			try {
				configuration(engine).getCommandExecutorTxRequired().execute(new UnlockJobCmd(job));
			}
			catch (OptimisticLockingException another) {
				LOG.debug("another node has given {} back", job, another);
			}
		}
		if (!left.isEmpty()) {
			LOG.info("接过停掉的节点没有做完的 {} 个作业。", left.size());
			executor(engine).jobWasAdded();
		}
	}

	/** By which name this node has jobs in hand. */
	public String node() {
		return executor(engine).getLockOwner();
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
		return configuration(engine).getJobExecutor();
	}

	private static ProcessEngineConfigurationImpl configuration(ProcessEngine engine) {
		return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
	}

	@Override
	public void destroy() {
		if (heart != null) {
			heart.close();
		}
	}
}
