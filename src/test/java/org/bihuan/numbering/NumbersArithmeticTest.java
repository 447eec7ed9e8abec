package org.bihuan.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.numbering.Numbers.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How a number is counted and written, on a database of one table and without the application. */
class NumbersArithmeticTest {

	private JdbcTransactionManager transactions;
	private JdbcClient jdbc;

	@BeforeEach
	void counters() {
		DriverManagerDataSource database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
		jdbc = JdbcClient.create(database);
		jdbc.sql("""
				create table number_counter (kind varchar(30) not null, number_year integer not null, last_number integer not null,
				primary key (kind, number_year))""").update();
		transactions = new JdbcTransactionManager(database);
	}

	private Numbers at(String instant, String... configuration) {
		return new Numbers(jdbc, Clock.fixed(Instant.parse(instant), ShanghaiTime.ZONE), transactions, bound(configuration));
	}

	/** The settings as a start binds them. */
	private static Prefixes bound(String... configuration) {
		Map<String, String> given = new HashMap<>();
		for (int at = 0; at < configuration.length; at += 2) {
			given.put(configuration[at], configuration[at + 1]);
		}
		return new Binder(new MapConfigurationPropertySource(given)).bindOrCreate("bihuan.numbers", Prefixes.class);
	}

	private String drawn(Supplier<String> draw) {
		return new TransactionTemplate(transactions).execute(status -> draw.get());
	}

	@Test
	void theFirstOfAYearIsOneAndEachIsOneMoreThanTheLast() {
		Numbers numbers = at("2031-06-01T00:00:00Z");
		assertThat(drawn(() -> numbers.next(Kind.REPLY))).isEqualTo("泰姜复〔2031〕1号");
		assertThat(drawn(() -> numbers.next(Kind.REPLY) + numbers.next(Kind.REPLY))).isEqualTo("泰姜复〔2031〕2号泰姜复〔2031〕3号");
		assertThat(drawn(() -> numbers.next(Kind.CLOSING))).as("each kind by itself").isEqualTo("泰姜销〔2031〕1号");
		assertThat(drawn(numbers::nextOutcomeId)).isEqualTo("CG2031-1");
		assertThat(drawn(numbers::nextOutcomeId)).isEqualTo("CG2031-2");
	}

	@Test
	void theYearIsThatOfShanghai() {
		assertThat(drawn(() -> at("2031-12-31T15:59:59Z").next(Kind.REPLY))).isEqualTo("泰姜复〔2031〕1号");
		assertThat(drawn(() -> at("2031-12-31T16:00:00Z").next(Kind.REPLY))).as("midnight in Shanghai").isEqualTo("泰姜复〔2032〕1号");
		assertThat(drawn(() -> at("2031-12-31T16:00:00Z").nextOutcomeId())).isEqualTo("CG2032-1");
	}

	@Test
	void whatIsRolledBackIsGivenAgain() {
		Numbers numbers = at("2031-06-01T00:00:00Z");
		new TransactionTemplate(transactions).executeWithoutResult(status -> {
			assertThat(numbers.next(Kind.REPLY)).isEqualTo("泰姜复〔2031〕1号");
			status.setRollbackOnly();
		});
		assertThat(drawn(() -> numbers.next(Kind.REPLY))).isEqualTo("泰姜复〔2031〕1号");
	}

	@Test
	void itsRunningNumberIsReadBack() {
		assertThat(Numbers.running("泰姜参阅〔2023〕5号")).isEqualTo(5);
		assertThat(Numbers.running("苏海复〔2035〕120号")).isEqualTo(120);
	}

	@Test
	void thePrefixIsThatOfThePlace() {
		Numbers numbers = at("2031-06-01T00:00:00Z", "bihuan.numbers.opinion-report", "苏海信", "bihuan.numbers.reply", "苏海复");
		assertThat(drawn(() -> numbers.next(Kind.OPINION_REPORT))).isEqualTo("苏海信〔2031〕1号");
		assertThat(drawn(() -> numbers.next(Kind.PROPOSAL))).isEqualTo("泰姜协提〔2031〕1号");
	}

	@Test
	void twentyCharactersAreAPrefix() {
		assertThat(drawn(() -> at("2031-06-01T00:00:00Z", "bihuan.numbers.reply", "长".repeat(20)).next(Kind.REPLY)))
				.startsWith("长".repeat(20) + "〔2031〕");
	}
}
