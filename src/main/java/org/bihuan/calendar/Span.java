package org.bihuan.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A period that is counted in whole months, weeks or days [E: 民法典 200–202]: how long a reply and what hangs on it may take. How long each is, the
 * decision tables say; what day it ends on, {@link ReplyDeadline}.
 *
 * @param number 1 or more, at most two years
 * @param unit not null
 */
public record Span(int number, Unit unit) {

	private static final String DIGITS = "零一二三四五六七八九";

	/** What is counted. */
	public enum Unit {

		MONTHS("months", "个月", 24), WEEKS("weeks", "周", 104), DAYS("days", "天", 730);

		private final String code;
		private final String label;
		private final int most;

		Unit(String code, String label, int most) {
			this.code = code;
			this.label = label;
			this.most = most;
		}

		/** As decision tables write it. */
		public String code() {
			return code;
		}

		/** In Chinese, as it stands behind a number. */
		public String label() {
			return label;
		}

		/** How many there may be at most: two years. */
		public int most() {
			return most;
		}

		/** @param code null for none, which no unit has */
		public static Optional<Unit> find(String code) {
			return Stream.of(values()).filter(one -> one.code.equals(code)).findFirst();
		}
	}

	/** @throws IllegalArgumentException in Chinese, for a number that no period has */
	public Span {
		if (number < 1 || number > unit.most) {
			throw new IllegalArgumentException("期限应为 1 至 " + unit.most + " " + unit.label + "，不能是 " + number + " " + unit.label);
		}
	}

	/** So many months. */
	public static Span months(int number) {
		return new Span(number, Unit.MONTHS);
	}

	/**
	 * As the ledger keeps it: {@code P2M}, {@code P6W}, {@code P45D}.
	 *
	 * @throws IllegalArgumentException if it is none
	 */
	public static Span of(String kept) {
		return Stream.of(Unit.values()).filter(unit -> kept.matches("P\\d{1,3}" + letter(unit))).findFirst()
				.map(unit -> new Span(Integer.parseInt(kept.substring(1, kept.length() - 1)), unit))
				.orElseThrow(() -> new IllegalArgumentException("no period: " + kept));
	}

	/** As {@link #of} reads it. */
	@Override
	public String toString() {
		return "P" + number + letter(unit);
	}

	private static char letter(Unit unit) {
		return unit.name().charAt(0);
	}

	/** The day that corresponds to {@code day} so much later: the same day number, or the month's last where there is none. Not null. */
	public LocalDate after(LocalDate day) {
		return switch (unit) {
			case MONTHS -> {
				// counted from the day itself, never month by month: 12-31 + 2 must not pass through a shorter month
				YearMonth month = YearMonth.from(day).plusMonths(number);
				yield month.atDay(Math.min(day.getDayOfMonth(), month.lengthOfMonth()));
			}
			case WEEKS -> day.plusWeeks(number);
			case DAYS -> day.plusDays(number);
		};
	}

	/** In figures, for a computation: 2 个月. */
	public String figures() {
		return number + " " + unit.label;
	}

	/** In words, for a sentence: 两个月, 六周, 四十五天; above ninety-nine in figures. */
	public String words() {
		return number > 99 ? figures() : (number == 2 ? "两" : numeral(number)) + unit.label;
	}

	private static String numeral(int number) {
		int tens = number / 10;
		int ones = number % 10;
		return (tens > 1 ? digit(tens) : "") + (tens > 0 ? "十" : "") + (ones > 0 ? digit(ones) : "");
	}

	private static String digit(int one) {
		return DIGITS.substring(one, one + 1);
	}
}
