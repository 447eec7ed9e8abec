package org.bihuan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.bihuan.terms.Verdict;
import org.junit.jupiter.api.Test;

/** Nobody signs what he wrote some of; on the former version only the last writer was kept from it. */
class SigningPolicyTest {

	private static final List<String> WRITERS = List.of("甲", "乙");
	private static final List<String> UNIT = List.of("甲", "乙", "丙", "丁");

	private static Optional<String> refusal(String signer, List<String> unit, Verdict verdict, String reason) {
		return SigningPolicy.refusal(signer, WRITERS, unit, account -> "姓" + account, verdict, reason);
	}

	@Test
	void nobodySignsOrSendsBackWhatHeWroteSomeOf() {
		assertThat(refusal("甲", UNIT, Verdict.PASS, null)).hasValue("起草或修改过这份答复的人不能为它审签，请先取消认领（点姓名旁的 ×），由姓丙、姓丁审签。");
		assertThat(refusal("乙", UNIT, Verdict.PASS, null)).isPresent();
		assertThat(refusal("甲", UNIT, Verdict.RETURN, "再改")).isPresent();
		assertThat(refusal("丙", UNIT, Verdict.PASS, null)).isEmpty();
	}

	@Test
	void whereAllHaveWrittenInItOnlyTheLastWriterDoesNotSignIt() {
		assertThat(refusal("甲", WRITERS, Verdict.PASS, null)).isEmpty();
		assertThat(refusal("乙", WRITERS, Verdict.PASS, null)).hasValue("起草或修改过这份答复的人不能为它审签，请先取消认领（点姓名旁的 ×），由姓甲审签。");
	}

	@Test
	void whereNobodyElseIsLeftTheAdministratorIsAsked() {
		assertThat(refusal("乙", List.of("乙"), Verdict.PASS, null)).hasValueSatisfying(why -> assertThat(why).contains("系统管理员"));
	}

	@Test
	void whoSendsBackSaysWhy() {
		assertThat(refusal("丙", UNIT, Verdict.RETURN, null)).contains("退回请写明理由。");
		assertThat(refusal("丙", UNIT, Verdict.RETURN, "再改")).isEmpty();
	}
}
