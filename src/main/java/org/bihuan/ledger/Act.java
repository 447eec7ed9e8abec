package org.bihuan.ledger;

import org.bihuan.terms.Term;

/** Every act that the trail records, and what it is called on the page. */
public enum Act implements Term {

	TOPIC_REGISTERED("topic-registered", "登记选题"),
	RESEARCH_PLANNED("research-planned", "制定调研方案"),
	RESEARCH_RECORDED("research-recorded", "记录调研"),
	REPORT_DRAFTED("report-drafted", "起草报告，征求意见"),
	OPINION_GIVEN("opinion-given", "反馈意见"),
	OPINION_SILENT("opinion-silent", "征求意见到期，未反馈的已记录"),
	REPORT_REVISED("report-revised", "论证修改报告"),
	REPORT_REVIEWED("report-reviewed", "把关"),
	CHAIR_MEETING_HELD("chair-meeting-held", "主席会议审议"),
	SUBMISSION_CHECKED("submission-checked", "审阅、受理初审"),
	SUBMISSION_MENDED("submission-mended", "补正报送件"),
	OUTCOME_SUBMITTED("outcome-submitted", "报送区领导"),
	INSTRUCTION_ENTERED("instruction-entered", "录入批示"),
	INSTRUCTION_SILENT("instruction-silent", "批示到期，未批示的已记录"),
	LATE_INSTRUCTION_ENTERED("late-instruction-entered", "补录批示"),
	INSTRUCTIONS_SORTED("instructions-sorted", "分送批示"),
	ASSIGNED("assigned", "分解交办"),
	FURTHER_ASKED("further-asked", "提出补交办"),
	ASSIGNED_FURTHER("assigned-further", "补交办"),
	FURTHER_DROPPED("further-dropped", "不再补交办"),
	NOTHING_ASSIGNED("nothing-assigned", "决定无需交办"),
	FOLLOW_UP_CONFIRMED("follow-up-confirmed", "确认跟踪专委会"),
	DELIVERED("delivered", "送达承办单位"),
	RECEIVED("received", "签收"),
	DEEMED_RECEIVED("deemed-received", "逾期未签收，视为签收"),
	SENT_BACK("sent-back", "退回，建议改派"),
	REASSIGNED("reassigned", "决定改派"),
	CO_OPINION_GIVEN("co-opinion-given", "提出协办意见"),
	CO_OPINION_SILENT("co-opinion-silent", "协办意见到期，未提的已记录"),
	REPLY_DRAFTED("reply-drafted", "拟定答复"),
	REPLY_SIGNED("reply-signed", "审签答复"),
	REPLY_SEALED("reply-sealed", "用印"),
	REPLIED("replied", "发出书面答复"),
	OVERDUE("overdue", "答复期限已过，待逾期处置"),
	OVERDUE_HANDLED("overdue-handled", "逾期处置"),
	REMINDED("reminded", "催办"),
	EXTENSION_DECIDED("extension-decided", "裁定延期"),
	CONVERSION_REQUESTED("conversion-requested", "申请转化"),
	CONVERSION_DECIDED("conversion-decided", "决定是否转化"),
	CONVERSION_DRAFTED("conversion-drafted", "起草转化文稿"),
	CONVERSION_RETURNED("conversion-returned", "转化文稿退回修改"),
	CONVERSION_REFUSED("conversion-refused", "转化未被采纳"),
	CONVERTED("converted", "转化完成"),
	CONVERSION_RECONSIDERED("conversion-reconsidered", "研究处置，仍应答复"),
	PROGRESS_REPORTED("progress-reported", "报告落实进展"),
	PROGRESS_URGED("progress-urged", "提醒报告落实进展"),
	IMPLEMENTATION_CLAIMED("implementation-claimed", "报告落实完成"),
	REPORT_ACKNOWLEDGED("report-acknowledged", "知悉落实报告"),
	LOOKED_BACK("looked-back", "回头看，签字"),
	PROGRESS_LOOKED_AT("progress-looked-at", "推进中的回头看，签字"),
	SUPERVISION_RAISED("supervision-raised", "提高督办级别"),
	SUPERVISION_STRENGTHENED("supervision-strengthened", "加强督办"),
	SATISFACTION_ASKED("satisfaction-asked", "征询满意度"),
	SATISFACTION_RATED("satisfaction-rated", "评价满意度"),
	SATISFACTION_SILENT("satisfaction-silent", "评价到期，未评价的已记录"),
	REDO_ORDERED("redo-ordered", "不满意，责成重新办理"),
	REDO_URGED("redo-urged", "催办重新办理"),
	REPLIED_AGAIN("replied-again", "重新办理后答复"),
	CONSULTATION_HELD("consultation-held", "面商"),
	DISSATISFACTION_DECIDED("dissatisfaction-decided", "不满意处置"),
	VERIFIED("verified", "核查销号"),
	OUTCOME_CLOSED("outcome-closed", "成果办结"),
	TRACKING_ESCALATED("tracking-escalated", "上次跟踪尚未完成，上报"),
	STEP_TAKEN("step-taken", "办理流程图中增加的环节"),
	TASK_REMINDED("task-reminded", "提醒将到期的任务"),
	TASK_OVERDUE("task-overdue", "任务超期，告知上级"),
	STEP_RETRIED("step-retried", "系统故障，重试"),
	CALENDAR_LOADED("calendar-loaded", "载入放假安排"),
	DEADLINE_MOVED("deadline-moved", "放假安排公布，期限随之调整"),
	DOCUMENT_REISSUED("document-reissued", "更正重发文书"),
	MODELS_CHANGED("models-changed", "改用新的流程图"),
	CORRECTED("corrected", "更正"),
	WITHDRAWN("withdrawn", "撤回交办件"),
	OUTCOME_WITHDRAWN("outcome-withdrawn", "撤回成果"),
	ATTACHMENT_ADDED("attachment-added", "上传附件"),
	ATTACHMENT_WITHDRAWN("attachment-withdrawn", "撤回附件"),
	TASK_RELEASED("task-released", "领办人离开小组，任务退回"),
	ACCOUNT_ADDED("account-added", "新增账号"),
	ACCOUNT_CHANGED("account-changed", "修改账号"),
	PASSWORD_SET("password-set", "设置口令"),
	ACCOUNT_REMOVED("account-removed", "删除账号"),
	GROUP_ADDED("group-added", "新增小组"),
	GROUP_CHANGED("group-changed", "修改小组"),
	GROUP_REMOVED("group-removed", "删除小组"),
	GROUP_JOINED("group-joined", "加入小组"),
	GROUP_LEFT("group-left", "移出小组");

	private final String code;
	private final String label;

	Act(String code, String label) {
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
}
