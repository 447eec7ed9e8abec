package org.bihuan.ledger;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

import org.bihuan.calendar.Light;
import org.bihuan.calendar.LightPolicy;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Assignments.State;

/**
 * What an assignment owes, until when, and when it is overdue and red: said here once for Java and once, beside it, for SQL; one table of
 * cases proves both (OwedTest).
 *
 * <p>A reply is owed from receipt until it is issued; while a conversion is under way it is neither answered nor missed, and what was converted or
 * withdrawn owes none. It is owed by the due day as it stands (应答复日): the rule's own, or that of an extension. After that day it is 逾期未答复, red from
 * 00:00 of the day after: an extension moves that, a promise made after it does not.
 *
 * <p>A reply is not implementation: after it the assignment owes what it is to be looked at for, by the day of the next look (落实, 整改, 重新办理,
 * 回头看), until it is verified. What it is said to have done is for the 专委会 and 督考办 to look at, and nothing of the unit's until they set it a
 * new limit: 落实逾期 is the unit's, 回头看逾期 is theirs. The light, on the ledger, the cards, the sheet and the lists, is that of what is owed now.
 *
 * <p>The published figures and the rate of replies in time go by the rule's own due day alone; what has passed that one is called 超过原到期日未答复. The
 * two differ for an assignment that was extended, and for no other.
 *
 * @param dueOn the rule's own due day; null before receipt
 * @param extendedOn the day of an extension; null without one
 * @param repliedOn the day of the issued reply; null before
 * @param nextLookBackOn the day of the next look, and once that has begun the last day of its step; null before the reply
 * @param lookBackLimitOn what a failed look-back set: it stands until it is in place, however often one asks meanwhile; null without one
 * @param redoLimitOn by when it was to be done again after 不满意; null unless it was. Of the two the later one was set later
 * @param closedOn when it was verified or converted; null before. All days in Shanghai
 */
public record Owed(State state, LocalDate dueOn, LocalDate extendedOn, LocalDate repliedOn, LocalDate nextLookBackOn, LocalDate lookBackLimitOn,
		LocalDate redoLimitOn, LocalDate closedOn) {

	/** 应答复日 of {@code assignment a}, null when nothing is owed: {@link #by} as the database itself keeps it, for the sake of its index. */
	public static final String BY = "a.open_due_on";

	/** 逾期未答复 of {@code assignment a} on {@code :today}: {@link #overdue}. Never negated: null where nothing is owed. */
	public static final String OVERDUE = BY + " < :today";

	/** 超过原到期日未答复 of {@code assignment a} on {@code :today}: {@link #pastTheRule}. */
	public static final String PAST_THE_RULE = "(" + BY + " is not null and a.due_on < :today)";

	/** The day by which something is owed now by {@code assignment a}, null when nothing is: {@link #now}, kept by the database like {@link #BY}. */
	public static final String NOW = "a.owed_on";

	/** Of {@code assignment a}: {@link #isLookedAt}. */
	private static final String LOOKED_AT = "a.state = " + State.IMPLEMENTED.quoted();

	/** 落实逾期 of {@code assignment a} on {@code :today}: {@link #followUpLate}. */
	public static final String FOLLOW_UP_LATE = "(" + BY + " is null and not " + LOOKED_AT + " and " + NOW + " < :today)";

	/** 回头看逾期 of {@code assignment a} on {@code :today}: {@link #lookBackLate}. */
	public static final String LOOK_BACK_LATE = "(" + LOOKED_AT + " and " + NOW + " < :today)";

	private static final Set<State> WAITED_FOR = EnumSet.of(State.ASSIGNED, State.RECEIVED, State.OVERDUE);

	/** Of an assignment as it stands now. */
	public static Owed of(Assignment assignment) {
		return new Owed(assignment.state(), assignment.dueOn(), assignment.extendedOn(), assignment.repliedOn(),
				assignment.nextLookBackOn(), assignment.lookBackLimitOn(), assignment.redoLimitOn(), assignment.closedOn());
	}

	/** The light of {@code assignment a} on {@code :today}, yellow until {@code :yellowUntil}: {@link #light}. */
	static String lit(Light light) {
		return switch (light) {
			case RED -> NOW + " < :today";
			case YELLOW -> NOW + " between :today and :yellowUntil";
			case GREEN -> NOW + " > :yellowUntil";
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

	/** The day by which something is owed now: the reply, or after it what it is looked at for; null when nothing is. */
	public LocalDate now() {
		return by() != null ? by() : state == State.REPLIED ? inPlaceBy() : state == State.IMPLEMENTED ? nextLookBackOn : null;
	}

	private LocalDate inPlaceBy() {
		if (lookBackLimitOn != null && (redoLimitOn == null || !lookBackLimitOn.isBefore(redoLimitOn))) {
			return lookBackLimitOn;
		}
		return redoLimitOn != null ? redoLimitOn : nextLookBackOn;
	}

	/** Whether the unit has said that it is done, so that those who look at it owe what is owed, and not the unit. */
	public boolean isLookedAt() {
		return isLookedAt(state);
	}

	/** The same of an assignment in this state. */
	public static boolean isLookedAt(State state) {
		return state == State.IMPLEMENTED;
	}

	/** 落实逾期: the reply is there, and the day by which the unit was to be done has passed. */
	public boolean followUpLate(LocalDate today) {
		return by() == null && !isLookedAt() && now() != null && today.isAfter(now());
	}

	/** 回头看逾期: the unit says that it is done, and the day by which that was to be looked at has passed. */
	public boolean lookBackLate(LocalDate today) {
		return isLookedAt() && now() != null && today.isAfter(now());
	}

	/** The light of what is owed now; null when nothing is. */
	public Light light(LightPolicy policy, LocalDate today) {
		return now() == null ? null : policy.on(today, now());
	}

	/** Why, in Chinese, with what is owed: 距答复到期还有 12 天; empty when nothing is. */
	public String reason(LightPolicy policy, LocalDate today) {
		return now() == null ? "" : (by() != null ? "答复" : isLookedAt() ? "回头看" : "落实") + policy.reason(today, now());
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
