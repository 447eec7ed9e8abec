package org.bihuan.ledger;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

import org.bihuan.calendar.Light;
import org.bihuan.calendar.LightPolicy;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Assignments.State;

/**
 * What reply an assignment owes, until when, and when it is overdue and red: said here once for Java and once, beside it, for SQL; one table of
 * cases proves both (OwedTest).
 *
 * <p>A reply is owed from receipt until it is issued; while a conversion is under way it is neither answered nor missed, and what was converted or
 * withdrawn owes none. It is owed by the due day as it stands (应答复日): the rule's own, or that of an extension. After that day it is 逾期未答复, red from
 * 00:00 of the day after: an extension moves that, a promise made after it does not.
 *
 * <p>The published figures and the rate of replies in time go by the rule's own due day alone; what has passed that one is called 超过原到期日未答复. The
 * two differ for an assignment that was extended, and for no other.
 *
 * @param dueOn the rule's own due day; null before receipt
 * @param extendedOn the day of an extension; null without one
 * @param repliedOn the day of the issued reply; null before
 * @param closedOn when it was verified or converted; null before. All days in Shanghai
 */
public record Owed(State state, LocalDate dueOn, LocalDate extendedOn, LocalDate repliedOn, LocalDate closedOn) {

	/** 应答复日 of {@code assignment a}, null when nothing is owed: {@link #by} as the database itself keeps it, for the sake of its index. */
	public static final String BY = "a.open_due_on";

	/** 逾期未答复 of {@code assignment a} on {@code :today}: {@link #overdue}. Never negated: null where nothing is owed. */
	public static final String OVERDUE = BY + " < :today";

	/** 超过原到期日未答复 of {@code assignment a} on {@code :today}: {@link #pastTheRule}. */
	public static final String PAST_THE_RULE = "(" + BY + " is not null and a.due_on < :today)";

	private static final Set<State> WAITED_FOR = EnumSet.of(State.ASSIGNED, State.RECEIVED, State.OVERDUE);

	/** Of an assignment as it stands now. */
	public static Owed of(Assignment assignment) {
		return new Owed(assignment.state(), assignment.dueOn(), assignment.extendedOn(), assignment.repliedOn(), assignment.closedOn());
	}

	/** The light of {@code assignment a} on {@code :today}, yellow until {@code :yellowUntil}: {@link #light}. */
	static String lit(Light light) {
		return switch (light) {
			case RED -> OVERDUE;
			case YELLOW -> BY + " between :today and :yellowUntil";
			case GREEN -> BY + " > :yellowUntil";
		};
	}

	/** The due day as it stands: the rule's own, or that of an extension; null before receipt. */
	public LocalDate currentDueOn() {
		return extendedOn != null ? extendedOn : dueOn;
	}

	/** 应答复日: the day by which a reply is owed now; null when none is. */
	public LocalDate by() {
		return repliedOn == null && WAITED_FOR.contains(state) ? currentDueOn() : null;
	}

	/** 逾期未答复: a reply is owed, and its day has passed. */
	public boolean overdue(LocalDate today) {
		return by() != null && today.isAfter(by());
	}

	/** 超过原到期日未答复: a reply is owed, and the rule's own due day has passed, whatever was extended. */
	public boolean pastTheRule(LocalDate today) {
		return by() != null && today.isAfter(dueOn);
	}

	/** The light of the reply that is owed; null when none is. */
	public Light light(LightPolicy policy, LocalDate today) {
		return by() == null ? null : policy.on(today, by());
	}

	/**
	 * Whether the reply came, or is still missing, after this day; a conversion answers on the day it was accepted.
	 *
	 * @param day the rule's own due day or the one as it stands; null before receipt
	 * @return null before receipt
	 */
	public Boolean late(LocalDate day, LocalDate today) {
		if (day == null) {
			return null;
		}
		LocalDate answered = repliedOn != null ? repliedOn : closedOn != null ? closedOn : by() != null ? today : day;
		return answered.isAfter(day);
	}
}
