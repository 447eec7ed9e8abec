package org.bihuan.terms;

/**
 * Who may be told of something: the one vocabulary of the decision tables 告知安排 and 催办安排 and of the superiors of tasks. Besides these, a table may
 * name one group by its id ({@code unit-caizheng}, {@code committee-wenshi}) or one person ({@code account:zhangsan}).
 */
public enum Addressee implements Term {

	/** Of an assignment: who answers for it now. */
	LEAD_UNIT("lead-unit", "主办单位", Of.ASSIGNMENT),
	CO_UNITS("co-units", "协办单位", Of.ASSIGNMENT),
	/** Nobody where the offices named none. */
	RESPONSIBLE_LEADER("responsible-leader", "责任领导", Of.ASSIGNMENT),
	/** The one that 政协办 confirmed, else the one that formed the outcome. */
	COMMITTEE("committee", "跟踪专委会", Of.OUTCOME),
	/** The one that formed the outcome. */
	LEADING_COMMITTEE("leading-committee", "牵头专委会", Of.OUTCOME),
	/** Those who took part, each by himself. */
	MEMBERS("members", "参与委员", Of.OUTCOME),
	/** Those whom the outcome was handed to, each by himself; nobody before that. */
	LEADERS("leaders", "送交的区领导", Of.OUTCOME),
	/** 区委办, 区政府办 and 区政协办 together. */
	THREE_OFFICES("three-offices", "三办", Of.HOUSE),
	PARTY_OFFICE("party-office", "区委办", Of.HOUSE),
	GOV_OFFICE("gov-office", "区政府办", Of.HOUSE),
	CPPCC_OFFICE("cppcc-office", "区政协办", Of.HOUSE),
	SUPERVISION_OFFICE("supervision-office", "督考办", Of.HOUSE),
	DEPUTY_CHAIR("deputy-chair", "分管副主席", Of.HOUSE),
	CHAIR("chair", "政协主要领导", Of.HOUSE),
	/** Who look after the system, never a case. */
	ADMINISTRATORS("administrators", "系统管理员", Of.HOUSE),
	/** Who has the task. */
	HOLDER("holder", "办理人", Of.OCCASION),
	/** Whom the diagram calls the superior of the task. */
	SUPERIOR("superior", "上级", Of.OCCASION),
	/** Who had the assignment before it was moved. */
	FORMER_UNIT("former-unit", "原承办单位", Of.OCCASION),
	/** Whose period runs: the 主办 unit for the reply, the 协办 units that have not answered yet for their opinion. */
	UNIT("unit", "期限所属的承办单位", Of.OCCASION);

	/** What has to be known to say who they are. */
	public enum Of {
		/** Nothing: they are the same whatever it is about. */
		HOUSE,
		/** The outcome. */
		OUTCOME,
		/** The assignment. */
		ASSIGNMENT,
		/** Only what happened says it. */
		OCCASION
	}

	private final String code;
	private final String label;
	private final Of of;

	Addressee(String code, String label, Of of) {
		this.code = code;
		this.label = label;
		this.of = of;
	}

	@Override
	public String code() {
		return code;
	}

	@Override
	public String label() {
		return label;
	}

	public Of of() {
		return of;
	}
}
