package org.bihuan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class CheckingPolicyTest {

	@Test
	void nobodyOfAUnitThatHandlesItChecksIt() {
		assertThat(CheckingPolicy.handlers("unit-gongan"::equals, List.of("unit-fagai", "unit-gongan"), "请由他人办理。")).contains("请由他人办理。");
		assertThat(CheckingPolicy.handlers("unit-fagai"::equals, List.of("unit-fagai", "unit-gongan"), "请由他人办理。")).contains("请由他人办理。");
		assertThat(CheckingPolicy.handlers("supervision-office"::equals, List.of("unit-fagai", "unit-gongan"), "请由他人办理。")).isEmpty();
	}

	@Test
	void theSecondSignatureIsAnotherPersons() {
		assertThat(CheckingPolicy.second("dukao1", List.of("dukao1"))).contains("专委会与督考办须由两人分别签字，请由他人办理。");
		assertThat(CheckingPolicy.second("dukao1", List.of("chengxiang1"))).isEmpty();
		assertThat(CheckingPolicy.second("dukao1", List.of())).isEmpty();
	}

	@Test
	void bothSayYesOrItIsNone() {
		assertThat(CheckingPolicy.agreed(List.of(true, true))).isTrue();
		assertThat(CheckingPolicy.agreed(List.of(true, false))).as("a disagreement").isFalse();
		assertThat(CheckingPolicy.agreed(List.of(false, false))).isFalse();
		assertThat(CheckingPolicy.agreed(List.of(true))).as("a word that is missing").isFalse();
		assertThat(CheckingPolicy.agreed(List.of())).isFalse();
	}
}
