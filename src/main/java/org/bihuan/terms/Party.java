package org.bihuan.terms;

/** Who looks back; both sign. */
public enum Party implements Term {

	COMMITTEE("committee", "专委会"), SUPERVISION("supervision", "督考办");

	private final String code;
	private final String label;

	Party(String code, String label) {
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
