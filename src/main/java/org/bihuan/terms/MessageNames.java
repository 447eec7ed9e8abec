package org.bihuan.terms;

import java.util.List;

/** The messages that a running case waits for, and an amendment sends to it. */
public final class MessageNames {

	/** 补交办: another assignment comes in. */
	public static final String ASSIGNMENT_ADDED = "assignmentAdded";

	/** 改派 of an assignment that runs. */
	public static final String ASSIGNMENT_REASSIGNED = "assignmentReassigned";

	/** 撤回 of one assignment. */
	public static final String ASSIGNMENT_WITHDRAWN = "assignmentWithdrawn";

	/** 撤回 of the whole outcome. */
	public static final String OUTCOME_WITHDRAWN = "outcomeWithdrawn";

	/** Each of which some event of a sound set waits for. */
	public static final List<String> ALL = List.of(ASSIGNMENT_ADDED, ASSIGNMENT_REASSIGNED, ASSIGNMENT_WITHDRAWN, OUTCOME_WITHDRAWN);

	private MessageNames() {
	}
}
