package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.bihuan.numbering.Numbers;
import org.bihuan.numbering.Numbers.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 文号: no gap and no double, whoever draws at the same time and whatever is rolled back. */
@Tag("database")
class NumbersTest extends EngineTest {

	@Autowired
	private Numbers numbers;
	@Autowired
	private PlatformTransactionManager transactions;
	@Autowired
	private DataSource dataSource;

	@Test
	void eightThreadsDrawTwoHundredWithRollbacksAndLeaveNoGap() throws Exception {
		clockTo(java.time.LocalDateTime.of(2031, 1, 1, 8, 0));
		ExecutorService threads = Executors.newFixedThreadPool(8);
		List<Future<List<String>>> parts = new ArrayList<>();
		for (int thread = 0; thread < 8; thread++) {
			Random random = new Random(thread);
			parts.add(threads.submit(() -> draw(25, random, Kind.REPLY)));
		}
		List<String> drawn = new ArrayList<>();
		for (Future<List<String>> part : parts) {
			drawn.addAll(part.get());
		}
		threads.shutdown();
		assertThat(drawn).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 200).mapToObj(number -> "泰姜复〔2031〕" + number + "号").toList());
	}

	/** So many transactions that are kept, each drawing these; every third is rolled back and draws for nobody. */
	private List<String> draw(int wanted, Random random, Kind... kinds) {
		List<String> drawn = new ArrayList<>();
		while (drawn.size() < wanted * kinds.length) {
			drawn.addAll(new TransactionTemplate(transactions).execute(status -> {
				List<String> next = Stream.of(kinds).map(numbers::next).toList();
				if (random.nextInt(3) == 0) {
					status.setRollbackOnly();
					return List.<String>of();
				}
				return next;
			}));
		}
		return drawn;
	}

	/** As when a task issues several documents and fails at the end: each kind stays without gap, and nobody waits for ever. */
	@Test
	void severalKindsInOneTransactionLeaveNoGapEither() throws Exception {
		clockTo(java.time.LocalDateTime.of(2034, 1, 1, 8, 0));
		ExecutorService threads = Executors.newFixedThreadPool(8);
		List<Future<List<String>>> parts = new ArrayList<>();
		for (int thread = 0; thread < 8; thread++) {
			Random random = new Random(100 + thread);
			parts.add(threads.submit(() -> draw(25, random, Kind.ASSIGNMENT, Kind.ASSIGNMENT, Kind.SUPERVISION)));
		}
		List<String> drawn = new ArrayList<>();
		for (Future<List<String>> part : parts) {
			drawn.addAll(part.get());
		}
		threads.shutdown();
		List<String> wanted = new ArrayList<>(IntStream.rangeClosed(1, 400).mapToObj(number -> "泰姜办交〔2034〕" + number + "号").toList());
		IntStream.rangeClosed(1, 200).forEach(number -> wanted.add("泰姜督〔2034〕" + number + "号"));
		assertThat(drawn).containsExactlyInAnyOrderElementsOf(wanted);
	}

	/** As many as the pool has connections, each holding one: whoever wanted a second would wait for the others, and they for him. */
	@Test
	void theFirstNumberOfAYearIsDrawnOnTheConnectionThatIsHeld() throws Exception {
		clockTo(java.time.LocalDateTime.of(2036, 1, 1, 8, 0));
		int most = dataSource.unwrap(HikariDataSource.class).getMaximumPoolSize();
		CyclicBarrier allHoldOne = new CyclicBarrier(most);
		ExecutorService threads = Executors.newFixedThreadPool(most);
		List<Future<String>> parts = IntStream.range(0, most).mapToObj(thread -> threads.submit(() -> new TransactionTemplate(transactions)
				.execute(status -> {
					jdbc.sql("select 1").query(Integer.class).single();
					meet(allHoldOne);
					return numbers.next(Kind.INSPECTION);
				}))).toList();
		List<String> drawn = new ArrayList<>();
		for (Future<String> part : parts) {
			drawn.add(part.get());
		}
		threads.shutdown();
		assertThat(drawn)
				.containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, most).mapToObj(number -> "泰姜专督〔2036〕" + number + "号").toList());
	}

	private static void meet(CyclicBarrier barrier) {
		try {
			barrier.await(20, TimeUnit.SECONDS);
		}
		catch (Exception missed) {
			throw new IllegalStateException("not all threads got a connection", missed);
		}
	}

	@Test
	void eachKindAndYearStartsAtOne() {
		clockTo(java.time.LocalDateTime.of(2032, 12, 31, 23, 59));
		assertThat(inTransaction(Kind.REFERENCE)).isEqualTo("泰姜参阅〔2032〕1号");
		assertThat(inTransaction(Kind.CLOSING)).isEqualTo("泰姜销〔2032〕1号");
		assertThat(inTransaction(Kind.REFERENCE)).isEqualTo("泰姜参阅〔2032〕2号");
		clockTo(java.time.LocalDateTime.of(2033, 1, 1, 0, 0));
		assertThat(inTransaction(Kind.REFERENCE)).isEqualTo("泰姜参阅〔2033〕1号");
	}

	private String inTransaction(Kind kind) {
		return new TransactionTemplate(transactions).execute(status -> numbers.next(kind));
	}
}
