package org.bihuan.numbering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

import org.bihuan.EngineTest;
import org.bihuan.numbering.Numbers.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 机关代字: each place has its own; one that would give two documents the same number is told at start. */
class NumberPrefixesTest extends EngineTest {

	@Autowired
	private Clock clock;
	@Autowired
	private PlatformTransactionManager transactions;

	@Test
	void theAbbreviationOfAnOfficeIsConfiguration() {
		clockTo(java.time.LocalDateTime.of(2035, 1, 1, 8, 0));
		Numbers elsewhere = numbers("bihuan.numbers.reply", "苏海复", "bihuan.numbers.opinion-report", "苏海信");
		assertThat(new TransactionTemplate(transactions).<String>execute(status -> elsewhere.next(Kind.REPLY))).isEqualTo("苏海复〔2035〕1号");
		assertThat(new TransactionTemplate(transactions).<String>execute(status -> elsewhere.next(Kind.OPINION_REPORT))).isEqualTo("苏海信〔2035〕1号");
		assertThat(new TransactionTemplate(transactions).<String>execute(status -> elsewhere.next(Kind.CLOSING))).isEqualTo("泰姜销〔2035〕1号");
		assertThat(Numbers.running("苏海复〔2035〕12号")).isEqualTo(12);
		assertThatThrownBy(() -> numbers("bihuan.numbers.reply", "泰姜销")).rootCause()
				.hasMessage("配置 bihuan.numbers.closing=泰姜销 与 bihuan.numbers.reply 相同，文号会重复，请改用别的代字。");
	}

	private Numbers numbers(String... configuration) {
		Map<String, String> written = new HashMap<>();
		for (int at = 0; at < configuration.length; at += 2) {
			written.put(configuration[at], configuration[at + 1]);
		}
		Binder binder = new Binder(new MapConfigurationPropertySource(written));
		return new Numbers(jdbc, clock, transactions, binder.bindOrCreate("bihuan.numbers", Prefixes.class));
	}
}
