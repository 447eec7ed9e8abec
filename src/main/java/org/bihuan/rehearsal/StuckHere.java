package org.bihuan.rehearsal;

/** A case does not go on. */
final class StuckHere extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Walked.Stuck stuck;

	StuckHere(Walked.Stuck stuck) {
		super(stuck.sentence());
		this.stuck = stuck;
	}

	Walked.Stuck stuck() {
		return stuck;
	}
}
