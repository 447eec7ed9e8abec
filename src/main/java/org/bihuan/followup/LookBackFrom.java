package org.bihuan.followup;

import org.bihuan.terms.Term;

/** From which day the decision table 回头看安排 counts. */
public enum LookBackFrom implements Term {

	COMPLETED("completed", "报告的完成日期"), PROMISED("promised", "答复承诺的完成日期"), TODAY("today", "当天");

	private final String code;
	private final String label;

	LookBackFrom(String code, String label) {
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
