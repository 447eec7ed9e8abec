package org.bihuan.amendment;

import org.bihuan.terms.Term;

/** What the offices put right (更正、撤回、改派、补交办). */
public enum AmendmentKind implements Term {

	CORRECT("correct", "更正"), WITHDRAW("withdraw", "撤回"), REASSIGN("reassign", "改派"), ADD("add", "补交办");

	private final String code;
	private final String label;

	AmendmentKind(String code, String label) {
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
