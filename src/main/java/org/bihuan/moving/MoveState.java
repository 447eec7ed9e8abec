package org.bihuan.moving;

import org.bihuan.terms.Term;

/** How far an order is. */
public enum MoveState implements Term {

	RUNNING("running", "进行中"), DONE("done", "已做完"), STOPPED("stopped", "已停止");

	private final String code;
	private final String label;

	MoveState(String code, String label) {
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
