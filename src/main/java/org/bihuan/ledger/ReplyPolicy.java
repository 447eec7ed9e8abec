package org.bihuan.ledger;

import java.time.LocalDate;
import java.util.Optional;

import org.bihuan.calendar.DayPolicy;
import org.bihuan.terms.Sealing;

/** What holds for the first reply and for 再次答复 alike. */
public final class ReplyPolicy {

	private ReplyPolicy() {
	}

	/**
	 * Why this may not be named as the day by which the unit means to be done, in Chinese with what to do; empty when it may.
	 *
	 * @param plannedOn null when none is named: then it is done already, or nothing is promised
	 */
	public static Optional<String> planned(LocalDate plannedOn, LocalDate today) {
		return DayPolicy.toCome(plannedOn, today, "“计划完成日期”应晚于今天，请重新选择；已经完成的请选 A 类。");
	}

	/** Why the signed paper may not be handed in or sent back so, in Chinese with what to do; empty when it may. */
	public static Optional<String> sealed(Sealing sealing, String reason) {
		return sealing == Sealing.SEALED || reason != null ? Optional.empty() : Optional.of("退回请在“理由”中写明答复函有什么差错。");
	}
}
