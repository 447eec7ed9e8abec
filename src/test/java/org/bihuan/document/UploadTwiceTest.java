package org.bihuan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;

import org.bihuan.AtOnce;
import org.bihuan.CycleTest;
import org.bihuan.Scans;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A file that is sent twice, since nobody heard the answer, is one attachment. On the former version it lay there twice. */
@Tag("database")
class UploadTwiceTest extends CycleTest {

	private long attach(String user, String name, byte[] bytes) {
		String task = task("task_planResearch").getId();
		return as(user, () -> attachments.attach(task, name, bytes, user));
	}

	private int there() {
		return jdbc.sql("select count(*) from attachment where outcome_id = ?").param(outcomeId).query(Integer.class).single();
	}

	@Test
	void theSecondTimeIsAnsweredLikeTheFirst() {
		startUpTo("task_planResearch");
		long first = attach("chengxiang1", "现场.png", Scans.png());
		Map<String, Object> before = ledger();
		assertThat(attach("chengxiang1", "现场.png", Scans.png())).isEqualTo(first);
		assertThat(ledger()).as("nothing is counted twice either").isEqualTo(before);
	}

	@Test
	void anotherNameAnotherFileAndAnotherPersonAreFilesOfTheirOwn() {
		startUpTo("task_planResearch");
		attach("chengxiang1", "现场.png", Scans.png());
		attach("chengxiang1", "现场2.png", Scans.png());
		attach("chengxiang1", "现场.png", Scans.widePng(9));
		attach("chengxiang2", "现场.png", Scans.png());
		assertThat(there()).isEqualTo(4);
	}

	@Test
	void whatWasWithdrawnMayComeAgain() {
		startUpTo("task_planResearch");
		long first = attach("chengxiang1", "现场.png", Scans.png());
		as("chengxiang1", () -> {
			attachments.withdraw(first, "传错了", "chengxiang1");
			return null;
		});
		attach("chengxiang1", "现场.png", Scans.png());
		assertThat(there()).isEqualTo(2);
	}

	@RepeatedTest(3)
	void ofManyAtTheSameMomentThereIsOne() throws Exception {
		startUpTo("task_planResearch");
		assertThat(new HashSet<>(AtOnce.all(6, number -> attach("chengxiang1", "现场.png", Scans.png())))).hasSize(1);
		assertThat(there()).isEqualTo(1);
	}
}
