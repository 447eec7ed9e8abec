package org.bihuan.terms;

/** How an assignment was received. */
public enum Receipt implements Term {

	SIGNED("signed", "签收"), DEEMED("deemed", "视为签收");

	private final String code;
	private final String label;

	Receipt(String code, String label) {
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
