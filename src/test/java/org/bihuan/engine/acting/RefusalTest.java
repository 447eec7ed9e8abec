package org.bihuan.engine.acting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import java.util.function.Supplier;

import org.bihuan.engine.acting.Refusal.Kind;
import org.junit.jupiter.api.Test;

/** A refusal carries its kind and sentence, is found behind whatever wraps it, and is made only where something does not hold. */
class RefusalTest {

	@Test
	void whatIsWrongIsABadRequestAndWhatIsLateAConflict() {
		assertThat(Refusal.invalid("请填写。").kind()).isEqualTo(Kind.INVALID);
		assertThat(Refusal.overtaken("已办结。").kind()).isEqualTo(Kind.OVERTAKEN);
		assertThat(Kind.INVALID.status()).isEqualTo(400);
		assertThat(Kind.OVERTAKEN.status()).isEqualTo(409);
		Exception cause = new IllegalStateException("lost the race");
		assertThat(Refusal.overtaken("已办结。", cause)).hasCause(cause).hasMessage("已办结。").extracting(Refusal::kind).isEqualTo(Kind.OVERTAKEN);
	}

	@Test
	void onlyWhatDoesNotHoldIsRefused() {
		Supplier<String> sentence = () -> "请检查。";
		assertThatNoException().isThrownBy(() -> {
			Refusal.unless(true, "请检查。");
			Refusal.unless(true, () -> {
				throw new IllegalStateException("the sentence is made only when it is needed");
			});
		});
		assertThat(catchThrowableOfType(Refusal.class, () -> Refusal.unless(false, "请检查。"))).hasMessage("请检查。");
		assertThat(catchThrowableOfType(Refusal.class, () -> Refusal.unless(false, sentence))).hasMessage("请检查。");
	}

	@Test
	void whatAPolicyHasSomethingAgainstIsRefusedInItsWords() {
		assertThatNoException().isThrownBy(() -> Refusal.when(Optional.empty()));
		assertThat(catchThrowableOfType(Refusal.class, () -> Refusal.when(Optional.of("请检查。")))).hasMessage("请检查。").extracting(Refusal::kind)
				.isEqualTo(Kind.INVALID);
	}

	@Test
	void itIsFoundBehindWhatWrapsIt() {
		Refusal refusal = Refusal.invalid("请填写。");
		assertThat(Refusal.in(refusal)).isSameAs(refusal);
		assertThat(Refusal.in(new RuntimeException(new IllegalStateException(refusal)))).isSameAs(refusal);
		assertThat(Refusal.in(new RuntimeException("other"))).isNull();
		assertThat(Refusal.in(null)).isNull();
	}

	@Test
	void aCauseThatIsItselfIsNotFollowedForEver() {
		Exception itself = new Exception("circle") {

			private static final long serialVersionUID = 1L;

			@Override
			public synchronized Throwable getCause() {
				return this;
			}
		};
		assertThat(Refusal.in(itself)).isNull();
	}
}
