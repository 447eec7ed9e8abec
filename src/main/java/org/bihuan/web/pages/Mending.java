package org.bihuan.web.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.bihuan.amendment.AmendmentKind;
import org.bihuan.identity.Reader;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.LedgerRows.Row;
import org.bihuan.ledger.Outcomes;
import org.bihuan.terms.ProcessKeys;

/**
 * 更正、撤回、改派、补交办、补录批示, offered beside what they are about: each leads to its start form with the number filled in. Nothing is offered that the
 * account may not start, or that the form would refuse it by who it is or by where the case stands.
 *
 * @param reader to whom it is offered
 */
record Mending(Reader reader) {

	/** One that is offered, with where it begins. */
	record Offer(String label, String address) {
	}

	/** About a row of the ledger: first its assignment, then its outcome. */
	public List<Offer> of(Row row) {
		List<Offer> all = new ArrayList<>(row.assignmentId() == null ? List.of() : ofAssignment(row.assignmentId(), row.assignmentState()));
		all.addAll(ofOutcome(row.outcomeId(), row.outcomeState(), row.submittedOn()));
		return all;
	}

	List<Offer> ofAssignment(String id, Assignments.State state) {
		return amendments(id, true, Stream.of(AmendmentKind.values()).filter(kind -> kind.suits(state)));
	}

	/** @param submittedOn null before: then there is nothing on which a leader could have written */
	List<Offer> ofOutcome(String id, Outcomes.State state, LocalDate submittedOn) {
		List<Offer> all = new ArrayList<>(amendments(id, false, Stream.of(AmendmentKind.values()).filter(kind -> kind.suits(state))));
		if (submittedOn != null && reader.assigns()) {
			all.add(new Offer("补录批示", Tasklist.start(ProcessKeys.LATE_INSTRUCTION, null, id)));
		}
		return all;
	}

	private List<Offer> amendments(String number, boolean ofAssignment, Stream<AmendmentKind> kinds) {
		return kinds.filter(kind -> kind.isFor(reader, ofAssignment))
				.map(kind -> new Offer(kind.label() + (ofAssignment || kind == AmendmentKind.ADD ? "" : "成果"),
						Tasklist.start(ProcessKeys.AMENDMENT, kind.code(), number)))
				.toList();
	}
}
