package org.bihuan.amendment;

import java.util.EnumSet;
import java.util.Set;

import org.bihuan.identity.Organisation;
import org.bihuan.identity.Reader;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Outcomes;
import org.bihuan.terms.Term;

/**
 * What the offices put right (更正、撤回、改派、补交办), who may, and up to when: asked by the start form when it is sent and by the pages before they
 * offer it.
 */
public enum AmendmentKind implements Term {

	CORRECT("correct", "更正"), WITHDRAW("withdraw", "撤回"), REASSIGN("reassign", "改派"), ADD("add", "补交办");

	/** Before the reply: with a unit, or overdue with the offices. */
	private static final Set<Assignments.State> BEFORE_THE_REPLY = EnumSet.of(Assignments.State.ASSIGNED, Assignments.State.RECEIVED,
			Assignments.State.OVERDUE);

	private final String code;
	private final String label;

	AmendmentKind(String code, String label) {
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

	/**
	 * Whether an account may do it at all.
	 *
	 * @param ofAssignment to an assignment; else to a whole outcome
	 */
	public boolean isFor(Reader reader, boolean ofAssignment) {
		return switch (this) {
			case CORRECT -> reader.isOffice();
			case WITHDRAW -> ofAssignment ? reader.assigns() : reader.groups().contains(Organisation.CPPCC_OFFICE);
			case REASSIGN -> ofAssignment && reader.assigns();
			case ADD -> !ofAssignment && reader.assigns();
		};
	}

	/** Whether it can still be done to an assignment in this state. */
	public boolean suits(Assignments.State state) {
		return switch (this) {
			case CORRECT -> true;
			case WITHDRAW -> !Assignments.ENDS.contains(state);
			case REASSIGN -> BEFORE_THE_REPLY.contains(state);
			case ADD -> false;
		};
	}

	/** Whether it can still be done to a whole outcome in this state; what its assignments say to it is asked when it is sent. */
	public boolean suits(Outcomes.State state) {
		return switch (this) {
			case CORRECT -> true;
			case WITHDRAW -> state != Outcomes.State.CLOSED && state != Outcomes.State.ENDED;
			case REASSIGN -> false;
			case ADD -> state == Outcomes.State.HANDLING;
		};
	}
}
