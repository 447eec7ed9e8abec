package org.bihuan.ledger;

import java.util.List;

import org.bihuan.ledger.Assignments.State;
import org.bihuan.ledger.Outcomes.Closing;
import org.bihuan.terms.ConversionKind;
import org.bihuan.terms.ConversionState;
import org.bihuan.terms.InstructionState;
import org.bihuan.terms.Rating;
import org.bihuan.terms.ReplyClass;
import org.bihuan.terms.Term;

/**
 * What the statistics count, each with the one condition that also shows the rows behind it in the ledger. The condition speaks of
 * {@code outcome o}, of {@code assignment a} where assignments are counted, and of {@code :today}, a day in Shanghai.
 */
public enum Figure {

	SUBMITTED(false, "报送", "o.submitted_on is not null"),
	INSTRUCTED(false, "有批示",
			"exists (select 1 from instruction i where i.outcome_id = o.id and i.state = " + InstructionState.WRITTEN.quoted() + ")"),
	SUPERVISED(false, "有专项督查", "exists (select 1 from inspection s join assignment t on t.id = s.assignment_id where t.outcome_id = o.id)"),
	IMPLEMENTED(false, "转化落实", "o.submitted_on is not null and o.closing = " + Closing.IMPLEMENTED.quoted()),
	ALL_CONVERTED(false, "转办结件", "o.submitted_on is not null and o.closing = " + Closing.CONVERTED.quoted()),
	IN_PROGRESS(false, "协调推进中", "o.submitted_on is not null and (o.closing is null or o.closing not in "
			+ Term.quoted(List.of(Closing.IMPLEMENTED, Closing.CONVERTED, Closing.WITHDRAWN)) + ")"),
	WITHDRAWN(false, "已撤回", "o.submitted_on is not null and o.closing = " + Closing.WITHDRAWN.quoted()),

	ASSIGNED(true, "交办件", "a.id is not null"),
	ANSWERED(true, "已反馈", "(a.replied_on is not null or " + is(State.CONVERTED) + ")"),
	ANSWER_DUE(true, "应反馈",
			"(a.replied_on is not null or " + is(State.CONVERTED) + " or " + Owed.PAST_THE_RULE + ")"),
	REPLIED(true, "已答复", "a.replied_on is not null"),
	ON_TIME(true, "按期答复", "a.replied_on <= a.due_on"),
	ON_TIME_AS_EXTENDED(true, "按现到期日按期答复", "a.replied_on <= coalesce(a.extended_on, a.due_on)"),
	LATE(true, "超过原到期日答复", "a.replied_on > a.due_on"),
	OVERDUE(true, "逾期未答复", Owed.OVERDUE),
	FOLLOW_UP_LATE(true, "落实逾期", Owed.FOLLOW_UP_LATE),
	LOOK_BACK_LATE(true, "回头看逾期", Owed.LOOK_BACK_LATE),
	UNANSWERED(true, "超过原到期日未答复", Owed.PAST_THE_RULE),
	REPLY_DUE(true, "应答复", "(a.replied_on is not null or " + Owed.PAST_THE_RULE + ")"),
	CLASS_A(true, "A 类", "a.reply_class = " + ReplyClass.A.quoted()),
	CLASS_B(true, "B 类", "a.reply_class = " + ReplyClass.B.quoted()),
	CLASS_C(true, "C 类", "a.reply_class = " + ReplyClass.C.quoted()),
	SENT_BACK(true, "退办", "exists (select 1 from reassignment r where r.assignment_id = a.id and " + Figure.GIVEN_BACK + ")"),
	TO_OPINION_REPORT(true, "转为社情民意信息", converted(ConversionKind.OPINION_REPORT)),
	TO_PROPOSAL(true, "转为提案", converted(ConversionKind.PROPOSAL)),
	TO_REFERENCE(true, "转为参阅件", converted(ConversionKind.REFERENCE)),

	VERIFIED(true, "核查销号", is(State.VERIFIED)),
	LOOKED_BACK(true, "已回头看", "2 = (select count(*) from look_back l where l.assignment_id = a.id and l.look_round = " + firstRound() + ")"),
	FIRST_PASS(true, "回头看一次通过",
			"2 = (select count(*) from look_back l where l.assignment_id = a.id and l.look_round = " + firstRound() + " and l.in_place)"),
	PROCESS_ASKED(true, "问过办理过程", satisfaction("process") + " is not null"),
	PROCESS_SATISFIED(true, "对办理过程满意", satisfaction("process") + " = " + Rating.SATISFIED.quoted()),
	PROCESS_FAIR(true, "对办理过程基本满意", satisfaction("process") + " = " + Rating.FAIR.quoted()),
	PROCESS_UNSATISFIED(true, "对办理过程不满意", satisfaction("process") + " = " + Rating.UNSATISFIED.quoted()),
	RESULT_ASKED(true, "问过办理结果", satisfaction("result") + " is not null"),
	RESULT_SATISFIED(true, "对办理结果满意", satisfaction("result") + " = " + Rating.SATISFIED.quoted()),
	RESULT_FAIR(true, "对办理结果基本满意", satisfaction("result") + " = " + Rating.FAIR.quoted()),
	RESULT_UNSATISFIED(true, "对办理结果不满意", satisfaction("result") + " = " + Rating.UNSATISFIED.quoted());

	/** 退办 is what a unit gives back; what the offices move on their own is not. The condition speaks of {@code reassignment r}. */
	static final String GIVEN_BACK = "(r.decided_by is null or r.decided_by <> r.asked_by)";

	/** An outcome that was withdrawn as a whole is counted as submitted and as withdrawn, and in nothing else [D]. */
	static final String STANDS = "(o.closing is null or o.closing <> " + Closing.WITHDRAWN.quoted() + ")";

	private final boolean ofAssignments;
	private final String label;
	private final String condition;

	Figure(boolean ofAssignments, String label, String condition) {
		this.ofAssignments = ofAssignments;
		this.label = label;
		this.condition = condition;
	}

	/** Whether assignments are counted; else outcomes. */
	public boolean ofAssignments() {
		return ofAssignments;
	}

	/** In Chinese. */
	public String label() {
		return label;
	}

	String condition() {
		return this == SUBMITTED || this == WITHDRAWN ? condition : STANDS + " and (" + condition + ")";
	}

	private static String is(State state) {
		return "a.state = " + state.quoted();
	}

	private static String converted(ConversionKind kind) {
		return "exists (select 1 from conversion c where c.assignment_id = a.id and c.state = " + ConversionState.ACCEPTED.quoted()
				+ " and c.kind = " + kind.quoted() + ")";
	}

	private static String firstRound() {
		return "(select min(f.look_round) from look_back f where f.assignment_id = a.id)";
	}

	/**
	 * What the committee and the members said the last time they were asked, the worst of it: one who is not satisfied is not
	 * outvoted, and where nobody says anything it is {@link Rating#NONE}. Null when nobody was asked; the unit never is.
	 */
	static String satisfaction(String of) {
		return """
				(select case when count(*) = 0 then null when sum(case when s.%1$s = %2$s then 1 else 0 end) > 0 then %2$s
				when sum(case when s.%1$s = %3$s then 1 else 0 end) > 0 then %3$s when sum(case when s.%1$s = %4$s then 1 else 0 end) > 0 then %4$s
				else %5$s end from satisfaction s where s.assignment_id = a.id
				and s.look_round = (select max(t.look_round) from satisfaction t where t.assignment_id = a.id))"""
				.formatted(of, Rating.UNSATISFIED.quoted(), Rating.FAIR.quoted(), Rating.SATISFIED.quoted(), Rating.NONE.quoted());
	}
}
