package org.bihuan.terms;

/** The decision tables that the program asks, each with what it is told and what it answers; what they say, analysts edit. */
public final class Decisions {

	private Decisions() {
	}

	/** What a table of this key is called when it is shipped, in Chinese. */
	public static String nameOf(String key) {
		return switch (key) {
			case ReplyLimit.KEY -> "答复期限";
			case OtherLimits.KEY -> "其他期限";
			case CommitteeRouting.KEY -> "分送专委会";
			case ReminderSchedule.KEY -> "催办安排";
			case LookBackSchedule.KEY -> "回头看安排";
			case SupervisionLevel.KEY -> "督办级别";
			case SatisfactionConsequence.KEY -> "满意度处置";
			default -> throw new IllegalArgumentException("no table " + key);
		};
	}

	/** 答复期限: how long a written reply may take. */
	public static final class ReplyLimit {

		public static final String KEY = "reply-limit";

		/** Told: the kind of the outcome (类型), a code. */
		public static final String KIND = "kind";

		/** Told: what the 批示 that was sorted first is about, in Chinese; {@code none} where none was. */
		public static final String CATEGORY = "category";

		/** Told: the id of the committee that formed the outcome (牵头). */
		public static final String COMMITTEE = "committee";

		/** Answered: how many. */
		public static final String NUMBER = "number";

		/** Answered: of what, {@code months}, {@code weeks} or {@code days}. */
		public static final String UNIT = "unit";

		private ReplyLimit() {
		}
	}

	/** 其他期限: how long what hangs on a reply may take. */
	public static final class OtherLimits {

		public static final String KEY = "other-limits";

		/** Told: which one, a code. */
		public static final String LIMIT = "limit";

		/** Answered: how many. */
		public static final String NUMBER = "number";

		/** Answered: of what, as in 答复期限. */
		public static final String UNIT = "unit";

		private OtherLimits() {
		}
	}

	/** 满意度处置: what follows from the ratings of one look-back. */
	public static final class SatisfactionConsequence {

		public static final String KEY = "satisfaction-consequence";

		/** Told: how many are 不满意, with the process or with the result. */
		public static final String UNSATISFIED = "unsatisfied";

		/** Told: how many have said anything at all. */
		public static final String ANSWERED = "answered";

		/** Told: whether it was done again already after an earlier 不满意. */
		public static final String REDONE = "redone";

		/** Answered: what is done next, a code. */
		public static final String WAY = "way";

		private SatisfactionConsequence() {
		}
	}

	/** 分送专委会: whose a text is. */
	public static final class CommitteeRouting {

		public static final String KEY = "committee-routing";

		/** Told: the title, and the words of a 批示. */
		public static final String TEXT = "text";

		/** Told: the id of the committee that formed the outcome (牵头). */
		public static final String LEADING = "leading";

		/** Answered: what it is about, in Chinese as the form 分送批示 offers it. */
		public static final String CATEGORY = "category";

		/** Answered: a committee's id. */
		public static final String COMMITTEE = "committee";

		/** Answered: how much this row weighs; 0 speaks where no other does. */
		public static final String WEIGHT = "weight";

		private CommitteeRouting() {
		}
	}

	/** 催办安排: who is reminded on a day. */
	public static final class ReminderSchedule {

		public static final String KEY = "reminder-schedule";

		/** Told: which clock runs. */
		public static final String CLOCK = "clock";

		/** Told: calendar days until its last day; negative after it. */
		public static final String DAYS_LEFT = "daysLeft";

		/** Told: working days until then. */
		public static final String WORKING_DAYS_LEFT = "workingDaysLeft";

		/** Answered: who. */
		public static final String TO = "to";

		/** Answered: how. */
		public static final String CHANNEL = "channel";

		private ReminderSchedule() {
		}
	}

	/** 回头看安排: when an assignment is looked at next. */
	public static final class LookBackSchedule {

		public static final String KEY = "look-back-schedule";

		/** Told: completed, or still in progress. */
		public static final String PROGRESS = "progress";

		/** Told: a code of {@link ReplyClass}, or {@code null} in letters before there is one. */
		public static final String REPLY_CLASS = "replyClass";

		/** Told: whether the day that the reply promised lies ahead. */
		public static final String PROMISE_AHEAD = "promiseAhead";

		/** Answered: from which day. */
		public static final String FROM = "from";

		/** Answered: how many months after it. */
		public static final String MONTHS = "months";

		/** Answered: and how many days. */
		public static final String DAYS = "days";

		private LookBackSchedule() {
		}
	}

	/** 督办级别: the level after another failure. */
	public static final class SupervisionLevel {

		public static final String KEY = "supervision-level";

		/** Told: the level now, a number of {@link Supervision}. */
		public static final String LEVEL = "level";

		/** Answered: the next one. */
		public static final String NEXT = "next";

		private SupervisionLevel() {
		}
	}
}
