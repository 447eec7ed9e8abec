package org.bihuan.terms;

/** What a look-back after the claimed completion finds. */
public enum InPlace implements Term {

	YES("yes", "到位"), NO("no", "不到位");

	private final String code;
	private final String label;

	InPlace(String code, String label) {
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

	/** As the ledger keeps it. */
	public static InPlace of(boolean inPlace) {
		return inPlace ? YES : NO;
	}
}
