package org.bihuan;

import java.util.List;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;

/** The job executor's part, while it is switched off. */
public final class DueJobs {

	private DueJobs() {
	}

	/** Runs what is due now, in due order, until nothing is; a job that fails fails the test. */
	public static void run(ManagementService management) {
		for (int rounds = 0; rounds < 500; rounds++) {
			List<Job> due = management.createJobQuery().active().executable().orderByJobDuedate().asc().list();
			if (due.isEmpty()) {
				return;
			}
			management.executeJob(due.get(0).getId());
		}
		throw new AssertionError("jobs keep coming");
	}
}
