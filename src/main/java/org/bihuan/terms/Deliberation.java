package org.bihuan.terms;

/** What 主席会议 concludes. */
public enum Deliberation implements Term {

	PASS("pass", "通过"), RETURN("return", "退回修改"), ENDED("ended", "终止");

	private final String code;
	private final String label;

	Deliberation(String code, String label) {
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
