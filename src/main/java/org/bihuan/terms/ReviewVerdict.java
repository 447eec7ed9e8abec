package org.bihuan.terms;

/** What a level of 多层把关 says. */
public enum ReviewVerdict implements Term {

	PASS("pass", "同意"), RETURN("return", "退回修改");

	private final String code;
	private final String label;

	ReviewVerdict(String code, String label) {
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
