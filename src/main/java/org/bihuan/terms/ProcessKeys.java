package org.bihuan.terms;

/** The models that the program knows by their keys: what it starts, or asks for its running cases. */
public final class ProcessKeys {

	/** 协商成果闭环, the whole. */
	public static final String CONSULTATION_OUTCOME = "consultation-outcome";

	/** 形成. */
	public static final String FORMATION = "formation";

	/** 补录批示. */
	public static final String LATE_INSTRUCTION = "late-instruction";

	/** 办理与答复. */
	public static final String HANDLING = "handling";

	/** 更正、撤回、改派、补交办. */
	public static final String AMENDMENT = "amendment";

	/** 邮件送达. */
	public static final String MAIL_DELIVERY = "mail-delivery";

	/** 逾期清单. */
	public static final String OVERDUE_SHEET = "overdue-sheet";

	/** 任务时限. */
	public static final String TASK_LIMITS = "task-limits";

	private ProcessKeys() {
	}
}
