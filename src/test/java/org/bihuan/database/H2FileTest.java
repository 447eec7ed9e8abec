package org.bihuan.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A plain file of H2's keeps what it took; who says more about it has it as he says. */
class H2FileTest {

	@ParameterizedTest
	@CsvSource({ "jdbc:h2:file:./data/bihuan;TRACE_LEVEL_FILE=0, jdbc:h2:durable:./data/bihuan;TRACE_LEVEL_FILE=0",
			"jdbc:h2:/srv/bihuan, jdbc:h2:durable:/srv/bihuan", "jdbc:h2:~/bihuan, jdbc:h2:durable:~/bihuan",
			"jdbc:h2:file:C:/bihuan;LOCK_TIMEOUT=1, jdbc:h2:durable:C:/bihuan;LOCK_TIMEOUT=1" })
	void aPlainFileIsMadeDurable(String address, String durable) {
		assertThat(H2File.durable(address)).startsWith(durable + ";WRITE_DELAY=0;RETENTION_TIME=");
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:h2:file:./data/bihuan;WRITE_DELAY=500", "jdbc:h2:/srv/bihuan;write_delay=0", "jdbc:h2:mem:x;DB_CLOSE_DELAY=-1",
			"jdbc:h2:tcp://localhost/~/x", "jdbc:h2:split:/srv/bihuan", "jdbc:postgresql://127.0.0.1/bihuan" })
	void whatSaysOtherwiseStaysAsItIs(String address) {
		assertThat(H2File.durable(address)).isEqualTo(address);
	}

	@Test
	void theFileIsKnownByItsPath() {
		assertThat(H2File.path(H2File.durable("jdbc:h2:file:./data/bihuan;TRACE_LEVEL_FILE=0"))).isEqualTo("./data/bihuan");
		assertThat(H2File.path("jdbc:h2:mem:x;DB_CLOSE_DELAY=-1")).isNull();
	}
}
