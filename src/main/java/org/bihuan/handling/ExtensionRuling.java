package org.bihuan.handling;

import org.bihuan.terms.Term;

/** What the offices decide on an extension that a unit asks for. */
public enum ExtensionRuling implements Term {

	AGREE("agree", "同意延期"), REFUSE("refuse", "不同意，按期答复");

	private final String code;
	private final String label;

	ExtensionRuling(String code, String label) {
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
