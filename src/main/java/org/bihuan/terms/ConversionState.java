package org.bihuan.terms;

/** How far a conversion is. */
public enum ConversionState implements Term {

	OPEN("open", "办理中"), ACCEPTED("accepted", "已转化"), REFUSED("refused", "未采纳");

	private final String code;
	private final String label;

	ConversionState(String code, String label) {
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
