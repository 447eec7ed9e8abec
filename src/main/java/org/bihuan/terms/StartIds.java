package org.bihuan.terms;

/** The start forms that the program has work for, by their keys, as {@link TaskKeys} are the steps'. */
public final class StartIds {

	/** 登记选题. */
	public static final String REGISTER_TOPIC = "startEvent_topicRegistered";

	/** 补录批示. */
	public static final String LATE_INSTRUCTION = "startEvent_lateInstruction";

	/** 更正、撤回、改派、补交办. */
	public static final String AMEND = "startEvent_amendment";

	private StartIds() {
	}
}
