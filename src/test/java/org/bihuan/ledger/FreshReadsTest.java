package org.bihuan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.bihuan.CycleTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who has waited for a lock reads what stands there, also where he has asked the same before. On the former version H2 gave him the former answer
 * nine times of ten.
 */
@Tag("h2-again")
class FreshReadsTest extends CycleTest {

	private static final int TIMES = 30;

	@Autowired
	private PlatformTransactionManager transactions;

	private int counted(String scope) {
		return jdbc.sql("select size_bytes from upload_count where scope = ?").param(scope).query(Integer.class).list().size();
	}

	@Test
	void whatIsReadAfterALockIsWhatStandsThere() throws Exception {
		startUpTo("task_planResearch");
		TransactionTemplate transaction = new TransactionTemplate(transactions);
		ExecutorService another = Executors.newSingleThreadExecutor();
		try {
			int fresh = 0;
			for (int time = 0; time < TIMES; time++) {
				String scope = "fresh-" + time;
				CountDownLatch read = new CountDownLatch(1);
				Future<Integer> waits = transaction.execute(status -> {
					outcomes.lock(outcomeId);
					jdbc.sql("insert into upload_count (scope, upload_day, size_bytes) values (?, ?, 0)").params(scope, LocalDate.EPOCH).update();
					Future<Integer> begun = another.submit(() -> transaction.execute(other -> {
						counted(scope);
						read.countDown();
						outcomes.lock(outcomeId);
						return counted(scope);
					}));
					await(read);
					return begun;
				});
				fresh += waits.get();
			}
			assertThat(fresh).isEqualTo(TIMES);
		}
		finally {
			another.shutdown();
			jdbc.sql("delete from upload_count").update();
		}
	}

	private static void await(CountDownLatch read) {
		try {
			read.await();
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}
}
