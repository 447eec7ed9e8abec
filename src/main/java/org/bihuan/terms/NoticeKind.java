package org.bihuan.terms;

/** What a notice is about. */
public enum NoticeKind implements Term {

	SUBMITTED("submitted", "已报送"), ASSIGNED("assigned", "已交办"), ASSIGNED_FURTHER("assigned-further", "补交办"),
	DEEMED_RECEIVED("deemed-received", "视为签收"), REASSIGNED("reassigned", "已改派"),
	REMINDER("reminder", "提醒"), OVERDUE("overdue", "答复期限已过"), OVERDUE_SHEET("overdue-sheet", "逾期清单"), PROMISED_AGAIN("promised-again", "再次推迟答复"),
	REPLIED("replied", "已答复"),
	CONVERTED("converted", "已转化"), CONVERSION_REFUSED("conversion-refused", "转化未被采纳"), IMPLEMENTED("implemented", "报告落实完成"),
	PROGRESS_DUE("progress-due", "该报告进展"), REDO_ORDERED("redo-ordered", "责成重新办理"), REDO_DUE("redo-due", "重新办理到期"),
	REPLIED_AGAIN("replied-again", "已再次答复"), VERIFIED("verified", "已核查销号"), CORRECTED("corrected", "有更正"), WITHDRAWN("withdrawn", "已撤回"),
	CLOSED("closed", "成果办结"), TASK_OVERDUE("task-overdue", "任务超期"), STUCK("stuck", "系统故障");

	private final String code;
	private final String label;

	NoticeKind(String code, String label) {
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
