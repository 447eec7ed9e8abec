package org.bihuan.followup;

import org.bihuan.terms.Term;

/** What a unit reports. */
public enum Progress implements Term {

	COMPLETED("completed", "已完成"), IN_PROGRESS("in-progress", "仍在推进");

	private final String code;
	private final String label;

	Progress(String code, String label) {
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
