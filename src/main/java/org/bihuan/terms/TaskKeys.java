package org.bihuan.terms;

/**
 * The steps that the program has work for, each by its key. The key is what the ledger keeps a step under, and the id that its element had at first;
 * the element itself may be called otherwise, since it says by its {@link Role} which step it is. A test holds them against the models.
 */
public final class TaskKeys {

	// 形成
	/** 制定调研方案. */
	public static final String PLAN_RESEARCH = "task_planResearch";

	/** 记录调研. */
	public static final String RECORD_RESEARCH = "task_recordResearch";

	/** 起草初步成果. */
	public static final String DRAFT_REPORT = "task_draftReport";

	/** 反馈意见. */
	public static final String GIVE_OPINION = "task_giveOpinion";

	/** 论证修改. */
	public static final String REVISE_REPORT = "task_reviseReport";

	/** 专委会主任把关. */
	public static final String REVIEW_BY_HEAD = "task_reviewByHead";

	/** 政协办把关. */
	public static final String REVIEW_BY_OFFICE = "task_reviewByOffice";

	/** 分管副主席把关. */
	public static final String REVIEW_BY_DEPUTY_CHAIR = "task_reviewByDeputyChair";

	/** 主席会议审议. */
	public static final String DELIBERATE = "task_deliberate";

	// 报送与批示
	/** 主要领导审阅. */
	public static final String READ_BY_CHAIR = "task_readByChair";

	/** 修改成果. */
	public static final String MEND_FOR_CHAIR = "task_mendForChair";

	/** 报送成果. */
	public static final String SUBMIT_OUTCOME = "task_submitOutcome";

	/** 受理初审. */
	public static final String ACCEPT_SUBMISSION = "task_acceptSubmission";

	/** 补正成果. */
	public static final String MEND_FOR_ACCEPTANCE = "task_mendForAcceptance";

	/** 作出批示. */
	public static final String ENTER_INSTRUCTION = "task_enterInstruction";

	/** 分送批示. */
	public static final String SORT_INSTRUCTIONS = "task_sortInstructions";

	// 补录批示
	/** 分送批示. */
	public static final String SORT_LATE_INSTRUCTION = "task_sortLateInstruction";

	// 分解交办
	/** 分解交办. */
	public static final String MAKE_ASSIGNMENTS = "task_makeAssignments";

	/** 确认跟踪专委会. */
	public static final String CONFIRM_FOLLOW_UP = "task_confirmFollowUp";

	// 补交办
	/** 补充交办. */
	public static final String ADD_ASSIGNMENT = "task_addAssignment";

	// 办理与答复
	/** 签收交办件. */
	public static final String SIGN_RECEIPT = "task_signReceipt";

	/** 裁定改派. */
	public static final String DECIDE_REASSIGNMENT = "task_decideReassignment";

	/** 提出协办意见. */
	public static final String GIVE_CO_OPINION = "task_giveCoOpinion";

	/** 拟定答复. */
	public static final String DRAFT_REPLY = "task_draftReply";

	/** 审签答复. */
	public static final String SIGN_REPLY = "task_signReply";

	/** 给答复用印. */
	public static final String SEAL_REPLY = "task_sealReply";

	/** 裁定延期. */
	public static final String DECIDE_EXTENSION = "task_decideExtension";

	/** 裁定转化. */
	public static final String DECIDE_CONVERSION = "task_decideConversion";

	/** 处置逾期答复. */
	public static final String HANDLE_OVERDUE = "task_handleOverdue";

	// 转化
	/** 撰写社情民意信息. */
	public static final String DRAFT_OPINION_REPORT = "task_draftOpinionReport";

	/** 社情民意信息审定录用. */
	public static final String JUDGE_OPINION_REPORT = "task_judgeOpinionReport";

	/** 撰写提案. */
	public static final String DRAFT_PROPOSAL = "task_draftProposal";

	/** 提案立案审查. */
	public static final String JUDGE_PROPOSAL = "task_judgeProposal";

	/** 撰写参阅件. */
	public static final String DRAFT_REFERENCE = "task_draftReference";

	/** 参阅件审核签发. */
	public static final String JUDGE_REFERENCE = "task_judgeReference";

	/** 研究处置. */
	public static final String RECONSIDER_CONVERSION = "task_reconsiderConversion";

	// 落实与回头看
	/** 落实并报告. */
	public static final String REPORT_IMPLEMENTATION = "task_reportImplementation";

	/** 专委会跟踪. */
	public static final String TRACK_BY_COMMITTEE = "task_trackByCommittee";

	/** 督考办跟踪. */
	public static final String TRACK_BY_SUPERVISION = "task_trackBySupervision";

	/** 知悉落实报告. */
	public static final String ACKNOWLEDGE_REPORT = "task_acknowledgeReport";

	/** 专委会回头看. */
	public static final String LOOK_BACK_BY_COMMITTEE = "task_lookBackByCommittee";

	/** 督考办回头看. */
	public static final String LOOK_BACK_BY_SUPERVISION = "task_lookBackBySupervision";

	/** 评价满意度. */
	public static final String RATE_SATISFACTION = "task_rateSatisfaction";

	/** 重新办理并答复. */
	public static final String REDO = "task_redo";

	/** 审签再次答复. */
	public static final String SIGN_REDO = "task_signRedo";

	/** 给再次答复用印. */
	public static final String SEAL_REDO = "task_sealRedo";

	/** 加强督办. */
	public static final String STRENGTHEN_SUPERVISION = "task_strengthenSupervision";

	/** 加强督办 while in progress. */
	public static final String STRENGTHEN_FOR_DELAY = "task_strengthenForDelay";

	/** 当面商议. */
	public static final String HOLD_CONSULTATION = "task_holdConsultation";

	/** 处置不满意. */
	public static final String DECIDE_DISSATISFACTION = "task_decideDissatisfaction";

	private TaskKeys() {
	}
}
