package org.bihuan.decision;

import org.bihuan.terms.Term;

/** A period that hangs on a reply, each a row of the decision table 其他期限; the reply's own is in 答复期限. */
public enum OtherLimit implements Term {

	/** From the receipt of the 主办 unit until a 协办 unit has given its opinion. */
	CO_OPINION("co-opinion", "协办意见"),

	/** From the order until it is done again and answered anew. */
	REDO("redo", "重新办理并再次答复"),

	/** From the rule's own due day, the most that a reply may be extended. */
	EXTENSION("extension", "延期最多"),

	/** From the rule's own due day, or from today where that has passed: the last day that may be promised. */
	PROMISE("promise", "承诺答复最晚");

	private final String code;
	private final String label;

	OtherLimit(String code, String label) {
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
