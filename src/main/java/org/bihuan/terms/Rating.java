package org.bihuan.terms;

/** How satisfied somebody is with the process or with the result. */
public enum Rating implements Term {

	SATISFIED("satisfied", "满意"), FAIR("fair", "基本满意"), UNSATISFIED("unsatisfied", "不满意"), NONE("none", "不表态");

	private final String code;
	private final String label;

	Rating(String code, String label) {
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

	/** What all who were asked say together: there {@link #NONE} is also the silence of them all, which is no refusal to say. */
	public String together() {
		return this == NONE ? "未表态" : label;
	}
}
