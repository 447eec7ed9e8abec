package org.bihuan.conversion;

import org.bihuan.terms.ConversionKind;
import org.bihuan.terms.Term;

/** What is said of a drafted conversion; only a clear yes converts. */
public enum Judgement implements Term {

	ACCEPT("accept", "采用", "accepted"), RETURN("return", "退回修改", "returned"), REFUSE("refuse", "不予采用", "refused");

	private final String code;
	private final String label;
	private final String result;

	Judgement(String code, String label, String result) {
		this.code = code;
		this.label = label;
		this.result = result;
	}

	@Override
	public String code() {
		return code;
	}

	@Override
	public String label() {
		return label;
	}

	/** What the model then asks for: {@code conversionResult}. */
	public String result() {
		return result;
	}

	/** What it is called for this kind: 立案, 不予立案. */
	public String label(ConversionKind kind) {
		return label.replace("采用", kind.use());
	}
}
