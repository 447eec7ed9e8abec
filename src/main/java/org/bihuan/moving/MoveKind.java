package org.bihuan.moving;

import org.bihuan.terms.Term;

/** What was decided about the cases that run, when another set of models was put in force. */
public enum MoveKind implements Term {

	/** Each is moved and nothing of it is kept. */
	TRIAL("trial", "试一遍"),
	MOVE("move", "改用"),
	/** They end as they began; nothing is done about it. */
	STAY("stay", "留在原图");

	private final String code;
	private final String label;

	MoveKind(String code, String label) {
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
