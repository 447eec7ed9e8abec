package org.bihuan.submission;

import org.bihuan.terms.Term;

/** How a leader answered: with words, or by 圈阅, which is no 批示. */
public enum InstructionForm implements Term {

	WORDS("words", "有批示内容"), SEEN("seen", "圈阅，没有批示内容");

	private final String code;
	private final String label;

	InstructionForm(String code, String label) {
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
