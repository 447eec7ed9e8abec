package org.bihuan.ledger;

import java.util.Optional;

import org.bihuan.terms.Verdict;

/** 审签: the unit's leader signs what another person drafted, and says why when he sends it back; the same for the first reply and for 再次答复. */
public final class SigningPolicy {

	private SigningPolicy() {
	}

	/**
	 * Why this may not be done, in Chinese with what to do; empty when it may.
	 *
	 * @param signer who is about to sign or send back
	 * @param drafter who drafted the version in hand
	 * @param reason null when none was written
	 */
	public static Optional<String> refusal(String signer, String drafter, Verdict verdict, String reason) {
		if (signer.equals(drafter)) {
			return Optional.of("拟稿人不能审签自己的答复，请由分管领导审签。");
		}
		return verdict == Verdict.PASS || reason != null ? Optional.empty() : Optional.of("退回请写明理由。");
	}
}
