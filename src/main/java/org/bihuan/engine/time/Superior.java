package org.bihuan.engine.time;

import org.bihuan.terms.Term;

/** Who hears when a task's day has passed; the words that an analyst may write as {@code superior} of a user task. */
public enum Superior implements Term {

	/** The 专委会 that follows up, or the one that formed the outcome. */
	COMMITTEE("committee", "专委会"),
	/** 责任领导 of the assignment; where none is named, 督考办. */
	RESPONSIBLE_LEADER("responsible-leader", "责任领导"),
	THREE_OFFICES("three-offices", "三办"),
	CPPCC_OFFICE("cppcc-office", "区政协办"),
	SUPERVISION_OFFICE("supervision-office", "督考办"),
	DEPUTY_CHAIR("deputy-chair", "分管副主席"),
	CHAIR("chair", "政协主要领导");

	private final String code;
	private final String label;

	Superior(String code, String label) {
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
