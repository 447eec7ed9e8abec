package org.bihuan.terms;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an element of a diagram is to the program, whatever its id: the steps and start forms that have work in Java, and the timers that it moves.
 * An element says its role by the extension property {@value #PROPERTY}; one that says none has the role whose key is its id, as in the diagrams
 * from before there were roles, whose cases go on. Here alone stands which work serves which role: what a work does is kept and told under its role,
 * so it may stand at no other element.
 */
public enum Role {

	PLAN_RESEARCH(TaskKeys.PLAN_RESEARCH, Kind.STEP, "制定调研方案", false, "planResearch"),
	RECORD_RESEARCH(TaskKeys.RECORD_RESEARCH, Kind.STEP, "记录调研", false, "recordResearch"),
	DRAFT_REPORT(TaskKeys.DRAFT_REPORT, Kind.STEP, "起草初步成果", false, "draftReport"),
	GIVE_OPINION(TaskKeys.GIVE_OPINION, Kind.STEP, "反馈意见", true, "giveOpinion"),
	REVISE_REPORT(TaskKeys.REVISE_REPORT, Kind.STEP, "论证修改", false, "reviseReport"),
	REVIEW_BY_HEAD(TaskKeys.REVIEW_BY_HEAD, Kind.STEP, "专委会主任把关", false, "reviewReport"),
	REVIEW_BY_OFFICE(TaskKeys.REVIEW_BY_OFFICE, Kind.STEP, "政协办把关", false, "reviewReport"),
	REVIEW_BY_DEPUTY_CHAIR(TaskKeys.REVIEW_BY_DEPUTY_CHAIR, Kind.STEP, "分管副主席把关", false, "reviewReport"),
	DELIBERATE(TaskKeys.DELIBERATE, Kind.STEP, "主席会议审议", false, "deliberate"),
	READ_BY_CHAIR(TaskKeys.READ_BY_CHAIR, Kind.STEP, "主要领导审阅", false, "checkSubmission"),
	MEND_FOR_CHAIR(TaskKeys.MEND_FOR_CHAIR, Kind.STEP, "修改成果", false, "mendSubmission"),
	SUBMIT_OUTCOME(TaskKeys.SUBMIT_OUTCOME, Kind.STEP, "报送", false, "submitOutcome"),
	ACCEPT_SUBMISSION(TaskKeys.ACCEPT_SUBMISSION, Kind.STEP, "受理初审", false, "checkSubmission"),
	MEND_FOR_ACCEPTANCE(TaskKeys.MEND_FOR_ACCEPTANCE, Kind.STEP, "补正", false, "mendSubmission"),
	ENTER_INSTRUCTION(TaskKeys.ENTER_INSTRUCTION, Kind.STEP, "批示", true, "enterInstruction"),
	SORT_INSTRUCTIONS(TaskKeys.SORT_INSTRUCTIONS, Kind.STEP, "分送批示", false, "sortInstructions"),
	SORT_LATE_INSTRUCTION(TaskKeys.SORT_LATE_INSTRUCTION, Kind.STEP, "分送补录的批示", false, "sortInstructions"),
	MAKE_ASSIGNMENTS(TaskKeys.MAKE_ASSIGNMENTS, Kind.STEP, "分解交办", false, "makeAssignments"),
	CONFIRM_FOLLOW_UP(TaskKeys.CONFIRM_FOLLOW_UP, Kind.STEP, "确认跟踪专委会", false, "confirmFollowUp"),
	ADD_ASSIGNMENT(TaskKeys.ADD_ASSIGNMENT, Kind.STEP, "补交办", false, "addAssignment"),
	SIGN_RECEIPT(TaskKeys.SIGN_RECEIPT, Kind.STEP, "签收", true, "signReceipt"),
	DECIDE_REASSIGNMENT(TaskKeys.DECIDE_REASSIGNMENT, Kind.STEP, "改派裁定", false, "decideReassignment"),
	GIVE_CO_OPINION(TaskKeys.GIVE_CO_OPINION, Kind.STEP, "提出协办意见", false, "giveCoOpinion"),
	DRAFT_REPLY(TaskKeys.DRAFT_REPLY, Kind.STEP, "拟定答复", true, "draftReply"),
	SIGN_REPLY(TaskKeys.SIGN_REPLY, Kind.STEP, "审签", true, "signReply"),
	SEAL_REPLY(TaskKeys.SEAL_REPLY, Kind.STEP, "用印", true, "sealReply"),
	DECIDE_EXTENSION(TaskKeys.DECIDE_EXTENSION, Kind.STEP, "延期裁定", false, "decideExtension"),
	DECIDE_CONVERSION(TaskKeys.DECIDE_CONVERSION, Kind.STEP, "转化裁定", false, "decideConversion"),
	HANDLE_OVERDUE(TaskKeys.HANDLE_OVERDUE, Kind.STEP, "逾期处置", false, "handleOverdue"),
	DRAFT_OPINION_REPORT(TaskKeys.DRAFT_OPINION_REPORT, Kind.STEP, "撰写社情民意信息", false, "draftConversion"),
	JUDGE_OPINION_REPORT(TaskKeys.JUDGE_OPINION_REPORT, Kind.STEP, "社情民意信息审定录用", false, "judgeConversion"),
	DRAFT_PROPOSAL(TaskKeys.DRAFT_PROPOSAL, Kind.STEP, "撰写提案", false, "draftConversion"),
	JUDGE_PROPOSAL(TaskKeys.JUDGE_PROPOSAL, Kind.STEP, "提案立案审查", false, "judgeConversion"),
	DRAFT_REFERENCE(TaskKeys.DRAFT_REFERENCE, Kind.STEP, "撰写参阅件", false, "draftConversion"),
	JUDGE_REFERENCE(TaskKeys.JUDGE_REFERENCE, Kind.STEP, "参阅件审核签发", false, "judgeConversion"),
	RECONSIDER_CONVERSION(TaskKeys.RECONSIDER_CONVERSION, Kind.STEP, "研究处置", false, "reconsiderConversion"),
	REPORT_IMPLEMENTATION(TaskKeys.REPORT_IMPLEMENTATION, Kind.STEP, "落实并报告", false, "reportImplementation"),
	TRACK_BY_COMMITTEE(TaskKeys.TRACK_BY_COMMITTEE, Kind.STEP, "专委会跟踪", true, "trackProgress"),
	TRACK_BY_SUPERVISION(TaskKeys.TRACK_BY_SUPERVISION, Kind.STEP, "督考办跟踪", true, "trackProgress"),
	STRENGTHEN_FOR_DELAY(TaskKeys.STRENGTHEN_FOR_DELAY, Kind.STEP, "推进中的加强督办", false, "strengthenSupervision"),
	ACKNOWLEDGE_REPORT(TaskKeys.ACKNOWLEDGE_REPORT, Kind.STEP, "知悉落实报告", false, "acknowledgeReport"),
	LOOK_BACK_BY_COMMITTEE(TaskKeys.LOOK_BACK_BY_COMMITTEE, Kind.STEP, "专委会回头看", true, "lookBack"),
	LOOK_BACK_BY_SUPERVISION(TaskKeys.LOOK_BACK_BY_SUPERVISION, Kind.STEP, "督考办回头看", true, "lookBack"),
	RATE_SATISFACTION(TaskKeys.RATE_SATISFACTION, Kind.STEP, "评价满意度", true, "rateSatisfaction"),
	REDO(TaskKeys.REDO, Kind.STEP, "重新办理并答复", true, "draftRedo", "redoReply"),
	SIGN_REDO(TaskKeys.SIGN_REDO, Kind.STEP, "再次答复审签", true, "signRedo"),
	SEAL_REDO(TaskKeys.SEAL_REDO, Kind.STEP, "再次答复用印", true, "sealRedo"),
	HOLD_CONSULTATION(TaskKeys.HOLD_CONSULTATION, Kind.STEP, "面商", false, "holdConsultation"),
	DECIDE_DISSATISFACTION(TaskKeys.DECIDE_DISSATISFACTION, Kind.STEP, "不满意处置", false, "decideDissatisfaction"),
	STRENGTHEN_SUPERVISION(TaskKeys.STRENGTHEN_SUPERVISION, Kind.STEP, "加强督办", false, "strengthenSupervision"),
	REGISTER_TOPIC(StartIds.REGISTER_TOPIC, Kind.START, "登记选题", true, "registerOutcome"),
	LATE_INSTRUCTION(StartIds.LATE_INSTRUCTION, Kind.START, "补录批示", false, "lateInstruction"),
	AMEND(StartIds.AMEND, Kind.START, "更正、撤回、改派、补交办", false, "amend"),
	RECEIPT_LIMIT(TimerIds.RECEIPT_LIMIT, Kind.TIMER, "视为签收的时刻", true),
	CO_OPINION_LIMIT(TimerIds.CO_OPINION_LIMIT, Kind.TIMER, "协办意见到期", true),
	REPLY_DUE(TimerIds.REPLY_DUE, Kind.TIMER, "答复到期", true),
	REPLY_REMINDER(TimerIds.REPLY_REMINDER, Kind.TIMER, "催办时刻", true),
	OVERDUE_REMINDER(TimerIds.OVERDUE_REMINDER, Kind.TIMER, "逾期后每天催办", true),
	PROGRESS_DUE(TimerIds.PROGRESS_DUE, Kind.TIMER, "跟踪日到", true);

	/** The extension property that names a role by its code. */
	public static final String PROPERTY = "role";

	/** At what a role may stand. */
	public enum Kind {

		STEP("用户任务"), START("开始事件"), TIMER("定时器");

		private final String label;

		Kind(String label) {
			this.label = label;
		}

		public String label() {
			return label;
		}
	}

	private final String key;
	private final Kind kind;
	private final String label;
	private final boolean needed;
	private final List<String> beans;

	Role(String key, Kind kind, String label, boolean needed, String... beans) {
		this.key = key;
		this.kind = kind;
		this.label = label;
		this.needed = needed;
		this.beans = List.of(beans);
	}

	/** As an analyst writes it: {@code sign-reply}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** What the ledger keeps it under, and what its element was called at first. */
	public String key() {
		return key;
	}

	public Kind kind() {
		return kind;
	}

	/** In Chinese, for who has to be told that it is missing. */
	public String label() {
		return label;
	}

	/** Whether the program reads its days, moves it, or looks for it elsewhere: a set of diagrams without it would fail in the middle of a case. */
	public boolean isNeeded() {
		return needed;
	}

	/** The work that may stand at it, the present one first; none for a timer. */
	public List<String> beans() {
		return beans;
	}

	/** {@code sign-reply（审签）}. */
	public String words() {
		return code() + "（" + label + "）";
	}

	public static Optional<Role> ofCode(String code) {
		return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
	}

	public static Optional<Role> ofKey(String key) {
		return Stream.of(values()).filter(one -> one.key.equals(key)).findFirst();
	}

	/** The roles that a work serves; empty for what is no work of a step. */
	public static Set<Role> servedBy(String bean) {
		return Stream.of(values()).filter(one -> one.beans.contains(bean)).collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
	}
}
