package org.bihuan.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.bihuan.terms.Verdict;

/** 审签: the unit's leader signs what other people drafted, and says why when he sends it back; the same for the first reply and for 再次答复. */
public final class SigningPolicy {

	private static final String OWN = "起草或修改过这份答复的人不能为它审签，";

	private SigningPolicy() {
	}

	/**
	 * Why this may not be done, in Chinese with what to do and who may; empty when it may.
	 *
	 * @param signer who is about to sign or send back
	 * @param writers who drafted a version of what is to be signed, in their order ({@link WritersPolicy})
	 * @param unit the accounts of the unit whose reply it is
	 * @param name what an account is called
	 * @param reason null when none was written
	 */
	public static Optional<String> refusal(String signer, List<String> writers, Collection<String> unit, UnaryOperator<String> name,
			Verdict verdict, String reason) {
		if (WritersPolicy.keptOut(writers, unit).contains(signer)) {
			List<String> left = WritersPolicy.left(writers, unit);
			return Optional.of(OWN + (left.isEmpty() ? "本单位没有别的人，请系统管理员增加人员后再审签。"
					: left.stream().map(name).collect(Collectors.joining("、", "请先取消认领（点姓名旁的 ×），由", "审签。"))));
		}
		return verdict == Verdict.PASS || reason != null ? Optional.empty() : Optional.of("退回请写明理由。");
	}
}
