package org.bihuan.terms;

/** The timers in the models that the program moves when the ledger's dates change. */
public final class TimerIds {

	/** 视为签收. */
	public static final String RECEIPT_LIMIT = "boundary_receiptLimit";

	/** 协办到期. */
	public static final String CO_OPINION_LIMIT = "boundary_coOpinionLimit";

	/** 答复到期. */
	public static final String REPLY_DUE = "boundary_replyDue";

	/** 催办. */
	public static final String REPLY_REMINDER = "boundary_replyReminder";

	/** 催办 after the due day. */
	public static final String OVERDUE_REMINDER = "boundary_overdueReminder";

	/** 跟踪日. */
	public static final String PROGRESS_DUE = "boundary_progressDue";

	private TimerIds() {
	}
}
