package org.bihuan.terms;

/** What became of an opinion on the draft. */
public enum Disposal implements Term {

	ADOPTED("adopted", "采纳"), PARTLY("partly", "部分采纳"), REJECTED("rejected", "未采纳");

	private final String code;
	private final String label;

	Disposal(String code, String label) {
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
