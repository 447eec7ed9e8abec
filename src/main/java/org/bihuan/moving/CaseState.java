package org.bihuan.moving;

import org.bihuan.terms.Term;

/** What became of one case of an order. */
public enum CaseState implements Term {

	WAITING("waiting", "还没轮到"),
	/** In a trial: it could be. */
	MOVED("moved", "改用"),
	/** As a whole, as it was. */
	STAYS("stays", "留在原图"),
	/** It ended, or was withdrawn, before it was its turn. */
	ENDED("ended", "已经办完");

	private final String code;
	private final String label;

	CaseState(String code, String label) {
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
