package org.bihuan.demo.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.bihuan.engine.time.EngineTime;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets time pass from job to job: what falls due happens at its own moment and in its own order, and nothing is skipped. */
@Component
@Profile("!production")
public class TimeLapse {

	private static final int AT_A_TIME = 20;

	private final ManagementService management;
	private final EngineTime time;

	TimeLapse(@Lazy ManagementService management, EngineTime time) {
		this.management = management;
		this.time = time;
	}

	/** What is to be done about a job that fails. */
	public interface OnFailure {

		/** @throws RuntimeException to end the lapse */
		void failed(Job job, RuntimeException failure);
	}

	/**
	 * Runs what is ready, and then what is due before a moment, the clock standing at each job's own.
	 *
	 * @return how many timers fired
	 */
	public int before(Instant moment, OnFailure onFailure) {
		int fired = 0;
		Set<String> failed = new HashSet<>();
		// before the clock moves, whether a timer follows or not
		whatIsReady(failed, onFailure);
		for (Job due = nextTimer(moment, failed); due != null; due = nextTimer(moment, failed)) {
			time.stopAt(due.getDuedate().toInstant());
			if (execute(due, failed, onFailure)) {
				fired++;
			}
			whatIsReady(failed, onFailure);
		}
		return fired;
	}

	/** Runs what waits for nothing but a worker. */
	public void whatIsReady(OnFailure onFailure) {
		whatIsReady(new HashSet<>(), onFailure);
	}

	/** What failed once is left to the job executor, with the retries it still has. */
	private void whatIsReady(Set<String> failed, OnFailure onFailure) {
		for (List<Job> ready = ready(failed); !ready.isEmpty(); ready = ready(failed)) {
			new ArrayList<>(ready).forEach(job -> execute(job, failed, onFailure));
		}
	}

	private List<Job> ready(Set<String> failed) {
		return management.createJobQuery().messages().active().withRetriesLeft().list().stream().filter(job -> !failed.contains(job.getId()))
				.toList();
	}

	private boolean execute(Job job, Set<String> failed, OnFailure onFailure) {
		try {
			management.executeJob(job.getId());
			return true;
		}
		catch (RuntimeException failure) {
			failed.add(job.getId());
			onFailure.failed(job, failure);
			return false;
		}
	}

	private Job nextTimer(Instant moment, Set<String> failed) {
		return management.createJobQuery().timers().active().withRetriesLeft().duedateLowerThan(Date.from(moment)).orderByJobDuedate().asc()
				.listPage(0, AT_A_TIME + failed.size()).stream().filter(job -> !failed.contains(job.getId())).findFirst().orElse(null);
	}
}
