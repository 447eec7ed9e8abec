package org.bihuan.handling;

import org.bihuan.terms.Term;

/** What the unit does with what was delivered. */
public enum ReceiptAnswer implements Term {

	SIGN("sign", "签收，开始办理"), BACK("back", "不属本单位，退回改派");

	private final String code;
	private final String label;

	ReceiptAnswer(String code, String label) {
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
