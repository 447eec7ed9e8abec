package org.bihuan.engine.time;

import org.bihuan.terms.Addressee;
import org.bihuan.terms.Term;

/** Who hears when a task's day has passed; the words that an analyst may write as {@code superior} of a user task. */
public enum Superior implements Term {

	/** The 专委会 that follows up, or the one that formed the outcome. */
	COMMITTEE(Addressee.COMMITTEE),
	/** 责任领导 of the assignment; where none is named, 督考办. */
	RESPONSIBLE_LEADER(Addressee.RESPONSIBLE_LEADER),
	THREE_OFFICES(Addressee.THREE_OFFICES),
	CPPCC_OFFICE(Addressee.CPPCC_OFFICE),
	SUPERVISION_OFFICE(Addressee.SUPERVISION_OFFICE),
	DEPUTY_CHAIR(Addressee.DEPUTY_CHAIR),
	CHAIR(Addressee.CHAIR);

	private final Addressee party;

	Superior(Addressee party) {
		this.party = party;
	}

	/** The same in the words of the house. */
	public Addressee party() {
		return party;
	}

	@Override
	public String code() {
		return party.code();
	}

	@Override
	public String label() {
		return party.label();
	}
}
