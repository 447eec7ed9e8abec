package org.bihuan.handling;

import org.bihuan.terms.Term;

/** How far it is with an extension that was asked for. */
enum ExtensionState implements Term {

	ASKED("asked", "待裁定"), AGREED("agreed", "已同意"), REFUSED("refused", "未同意"), OVERTAKEN("overtaken", "不再裁定");

	private final String code;
	private final String label;

	ExtensionState(String code, String label) {
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
