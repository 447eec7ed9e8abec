package org.bihuan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.bihuan.engine.acting.Refusal;
import org.junit.jupiter.api.Test;

/** On the former version thirty files of 15 MB at once exhausted the memory, and with it an embedded database. */
class TurnsTest {

	private static final long MB = 1024 * 1024;

	@Test
	void asManyAtOnceAsHalfOfTheMemoryHasRoomFor() {
		assertThat(Turns.atOnce(900 * MB, 20 * MB)).isEqualTo(3);
		assertThat(Turns.atOnce(4096 * MB, 20 * MB)).isEqualTo(17);
		assertThat(Turns.atOnce(100 * MB, 20 * MB)).as("one can always upload").isEqualTo(1);
	}

	@Test
	void whoseTurnDoesNotComeIsToldSoAndTheTurnGoesOn() {
		Turns turns = new Turns(100 * MB, 20 * MB, 0);
		Refusal second = Refusal.in(turns.during(() -> catchThrowable(() -> turns.during(() -> "never reached"))));
		assertThat(second.kind()).isEqualTo(Refusal.Kind.BUSY);
		assertThat(second.kind().status()).isEqualTo(503);
		assertThat(second).hasMessageContaining("现在上传和下载的人多，没有办成，也没有保存");
		assertThat(turns.during(() -> "third")).isEqualTo("third");
	}
}
