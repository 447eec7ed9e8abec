package org.bihuan.terms;

/** The level of supervision (督办级别); it only rises until the assignment is verified. Kept as a number. */
public enum Supervision implements Term {

	NONE(0, "无"), REMINDER(1, "提醒"), ORDER(2, "督办单"), INSPECTION(3, "专项督查");

	private final int level;
	private final String label;

	Supervision(int level, String label) {
		this.level = level;
		this.label = label;
	}

	/** @throws IllegalStateException when there is no such level */
	public static Supervision of(int level) {
		return Term.of(Supervision.class, String.valueOf(level));
	}

	/** As the ledger and the decision table have it. */
	public int level() {
		return level;
	}

	@Override
	public String code() {
		return String.valueOf(level);
	}

	@Override
	public String label() {
		return label;
	}
}
