package org.bihuan.handling;

import org.bihuan.terms.Term;

/** Whom the decision table 催办安排 reminds. */
public enum ReminderTo implements Term {

	UNIT("unit", "承办单位"), LEADER("leader", "责任领导"), OFFICES("offices", "三办"), COMMITTEE("committee", "牵头专委会");

	private final String code;
	private final String label;

	ReminderTo(String code, String label) {
		this.code = code;
		this.label = label;
	}

	@Override
	public String code() {
		return code;
	}

	@Override
	public String label() {
		return label;
	}
}
