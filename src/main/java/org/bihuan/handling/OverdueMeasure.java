package org.bihuan.handling;

import org.bihuan.terms.Term;

/** What the offices do about an overdue reply. */
public enum OverdueMeasure implements Term {

	SUPERVISE("supervise", "发督办单，限期答复"), CONVERT("convert", "转化");

	private final String code;
	private final String label;

	OverdueMeasure(String code, String label) {
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
