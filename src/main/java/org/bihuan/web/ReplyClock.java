package org.bihuan.web;

import java.util.List;

import org.bihuan.calendar.ReplyDeadline;
import org.bihuan.ledger.Assignments.Assignment;
import org.springframework.stereotype.Component;

/** How the due day of an assignment was found, for its page. */
@Component
class ReplyClock {

	private final ReplyDeadline deadlines;

	ReplyClock(ReplyDeadline deadlines) {
		this.deadlines = deadlines;
	}

	/** The computation in Chinese sentences; empty before the receipt. */
	List<String> steps(Assignment assignment) {
		return assignment.receivedOn() == null ? List.of() : deadlines.after(assignment.receivedOn()).steps();
	}
}
