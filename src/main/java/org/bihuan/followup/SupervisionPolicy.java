package org.bihuan.followup;

import org.bihuan.terms.Supervision;

/** 督办级别 (提醒, 督办单, 专项督查) only rises until the assignment is verified [D], whatever the decision table says of the next one. */
final class SupervisionPolicy {

	private SupervisionPolicy() {
	}

	/**
	 * The level after another failure.
	 *
	 * @param now as it stands
	 * @param next what a person decides, or {@link #raisedByTable} lets a table propose
	 * @return the higher of the two; a failed 专项督查 stays at 专项督查
	 */
	static Supervision raised(Supervision now, Supervision next) {
		return next.level() > now.level() ? next : now;
	}

	/**
	 * The same as a decision table proposes it: up to 督办单 and no further, since 专项督查 is opened by a person with a sheet.
	 *
	 * @param next what the table says of {@code now}
	 */
	static Supervision raisedByTable(Supervision now, Supervision next) {
		return raised(now, next == Supervision.INSPECTION ? Supervision.ORDER : next);
	}

	/** Whether a failure at this level is put to the unit by a numbered 督办单: from that level on every one is, also after a 专项督查. */
	static boolean needsOrder(Supervision level) {
		return level.level() >= Supervision.ORDER.level();
	}
}
