package org.bihuan.handling;

import org.bihuan.terms.Term;

/** What the offices decide on a conversion that a unit asks for. */
public enum ConversionRuling implements Term {

	AGREE("agree", "同意转化"), REFUSE("refuse", "不同意，按期答复");

	private final String code;
	private final String label;

	ConversionRuling(String code, String label) {
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
