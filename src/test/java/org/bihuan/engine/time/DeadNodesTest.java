package org.bihuan.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.CycleTest;
import org.bihuan.node.Nodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a node had in hand as it died is given back; what a living one has, is not. */
@Tag("database")
class DeadNodesTest extends CycleTest {

	@Autowired
	private JobExecution jobs;
	@Autowired
	private Nodes nodes;

	@AfterEach
	void empty() {
		jdbc.sql("delete from node").update();
	}

	private String jobInTheHandOf(String node) {
		startUpTo("task_confirmFollowUp");
		answer("task_confirmFollowUp");
		String job = management.createJobQuery().messages().singleResult().getId();
		// as the engine's executor writes it: for five minutes
		jdbc.sql("update act_ru_job set lock_owner_ = ?, lock_exp_time_ = timestamp '2999-01-01 00:00:00' where id_ = ?").params(node, job)
				.update();
		return job;
	}

	private long locked() {
		return jdbc.sql("select count(*) from act_ru_job where lock_owner_ is not null").query(Long.class).single();
	}

	@Test
	void aJobOfNobodyWhoLivesIsGivenBack() {
		String job = jobInTheHandOf("dead");
		jobs.takeOver();
		assertThat(locked()).isZero();
		management.executeJob(job);
		assertThat(openTasks()).containsExactly("task_signReceipt");
	}

	@Test
	void aJobOfWhoLivesStaysHisUntilHeHasBeenSilentForLongerThanABusyNodeIs() {
		nodes.live("busy");
		jobInTheHandOf("busy");
		jobs.takeOver();
		assertThat(locked()).isEqualTo(1);
		jdbc.sql("update node set seen_at = seen_at - interval '15' second").update();
		jobs.takeOver();
		assertThat(locked()).isEqualTo(1);
		jdbc.sql("update node set seen_at = seen_at - interval '6' second").update();
		jobs.takeOver();
		assertThat(locked()).isZero();
	}

	/** A process that was only held up comes back, with a job that another has meanwhile. */
	@Test
	void whoComesBackDoesNotDoTwiceWhatAnotherHasDone() {
		String job = jobInTheHandOf("asleep");
		int before = jdbc.sql("select rev_ from act_ru_job where id_ = ?").param(job).query(Integer.class).single();
		jobs.takeOver();
		assertThat(jdbc.sql("select rev_ from act_ru_job where id_ = ?").param(job).query(Integer.class).single())
				.as("the engine ends a job only in the revision that was taken").isGreaterThan(before);
	}

	@Test
	void theDeadAreForgotten() {
		nodes.live("lives");
		nodes.live("dead");
		jdbc.sql("update node set seen_at = seen_at - interval '21' second where id = 'dead'").update();
		nodes.bury();
		assertThat(jdbc.sql("select id from node").query(String.class).list()).containsExactly("lives");
		assertThat(nodes.lives("dead")).isFalse();
	}
}
