package org.bihuan.handling;

import java.time.LocalDate;
import java.util.Optional;

import org.bihuan.calendar.Span;

/** 延期 [E]: only where the place allows it, once, before the due day has passed, to a day after it and within a bound. Days in Shanghai. */
final class ExtensionPolicy {

	private ExtensionPolicy() {
	}

	/**
	 * Whether one may be asked for now.
	 *
	 * @param enabled whether the place allows any
	 * @param asked whether the unit that has it has asked before
	 * @param promisedOn a day that was promised after the due day; null for none
	 */
	static boolean open(boolean enabled, boolean asked, LocalDate promisedOn, LocalDate due, LocalDate today) {
		return enabled && promisedOn == null && !asked && !today.isAfter(due);
	}

	/**
	 * Why it may not be put off until this day, in Chinese with what to do; empty when it may.
	 *
	 * @param due the rule's own due day
	 * @param most how much later it may be, as the decision table says
	 * @param latest the last day that this makes possible
	 */
	static Optional<String> refusal(LocalDate until, LocalDate due, Span most, LocalDate latest) {
		if (!until.isAfter(due)) {
			return Optional.of("“延期到”应晚于原到期日 " + due + "，请重新选择。");
		}
		return until.isAfter(latest) ? Optional.of("延期最多" + most.words() + "，不能晚于 " + latest + "，请重新选择。") : Optional.empty();
	}
}
