package org.bihuan.terms;

/** Who checks a submission. */
public enum CheckStep implements Term {

	CHAIR("chair", "主要领导审阅"), ACCEPTANCE("acceptance", "受理初审");

	private final String code;
	private final String label;

	CheckStep(String code, String label) {
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
