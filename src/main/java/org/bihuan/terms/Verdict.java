package org.bihuan.terms;

/** What somebody who signs or checks says: 审阅, 受理初审, 审签. */
public enum Verdict implements Term {

	PASS("pass", "同意"), RETURN("return", "退回");

	private final String code;
	private final String label;

	Verdict(String code, String label) {
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
