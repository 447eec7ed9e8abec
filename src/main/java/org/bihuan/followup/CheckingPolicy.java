package org.bihuan.followup;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/** Who may check what a unit has done, and what two checks say together: two people, neither of a unit that handles it. */
final class CheckingPolicy {

	private CheckingPolicy() {
	}

	/**
	 * Why somebody of these units may not do it; empty when he is of none of them, whatever other groups he is in.
	 *
	 * @param isOf whether he is of a unit
	 * @param units the lead unit and the co-units
	 * @param why in Chinese with what to do
	 */
	static Optional<String> handlers(Predicate<String> isOf, Collection<String> units, String why) {
		return units.stream().anyMatch(isOf) ? Optional.of(why) : Optional.empty();
	}

	/** Why this person may not sign as well, in Chinese with what to do; empty when he has not signed yet. */
	static Optional<String> second(String signer, Collection<String> signed) {
		return signed.contains(signer) ? Optional.of("专委会与督考办须由两人分别签字，请由他人办理。") : Optional.empty();
	}

	/** Whether both parties have said yes: a disagreement is no yes, and neither is a word that is missing. */
	static boolean agreed(Collection<Boolean> said) {
		return said.size() == 2 && !said.contains(false);
	}
}
