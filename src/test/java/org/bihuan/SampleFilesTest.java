package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The published year makes its documents: every numbered one has its file, and the worked case shows a full set with its scans. */
class SampleFilesTest extends SampleTest {

	private static final String WORKED_CASE = "基层派出所改造";

	@Test
	void theSampleYearHasItsDocumentsAndAttachments() {
		assertThat(jdbc.sql("select count(*) from document d where not exists (select 1 from document_file f where f.document_id = d.id)")
				.query(Integer.class).single()).isZero();
		assertThat(jdbc.sql("select count(*) from document_file").query(Integer.class).single()).isGreaterThan(120);
		assertThat(jdbc.sql("select d.kind from document d join outcome o on o.id = d.outcome_id where o.title = ? order by d.id").param(WORKED_CASE)
				.query(String.class).list())
				.containsExactly("submission", "assignment", "reply", "closing");
		assertThat(jdbc.sql("select a.task_key from attachment a join outcome o on o.id = a.outcome_id where o.title = ? order by a.id")
				.param(WORKED_CASE).query(String.class)
				.list()).containsSubsequence("task_recordResearch", "task_recordResearch", "task_sealReply", "task_lookBackByCommittee",
						"task_lookBackBySupervision");
		assertThat(jdbc.sql("select count(*) from attachment where type <> 'PDF' or size_bytes < 500").query(Integer.class).single()).isZero();
		assertThat(jdbc.sql("""
				select count(*) from instruction i where i.state = 'written' and not i.late and i.entered_by <> i.leader
				and not exists (select 1 from attachment a where a.outcome_id = i.outcome_id and a.task_key = 'task_enterInstruction')""")
				.query(Integer.class).single())
				.as("written for the leader without a scan").isZero();
	}
}
