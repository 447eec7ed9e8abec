package org.bihuan.engine.time;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.model.FullWidth;
import org.bihuan.terms.Decisions;
import org.bihuan.terms.Term;

/**
 * What stands on a user task in the model about its time: its extension properties.
 *
 * @param workingDays how many the task has, 1 to 60; null where its day is one of the ledger's ({@code limit} is {@code ledger})
 * @param superiors who hears after it; never empty
 * @param bySchedule whether the decision table 催办安排 reminds of it, so that nobody else may
 * @param endedByTimer whether a timer ends it with its day; the day is then the timer's, which the ledger keeps
 */
public record TaskLimit(Integer workingDays, List<Superior> superiors, boolean bySchedule, boolean endedByTimer) {

	/** Of a task that an old model, from before there were limits, still opens, and that the present one no longer has [domain.md: else 5]. */
	static final TaskLimit OF_OLD_MODELS = new TaskLimit(5, List.of(Superior.THREE_OFFICES), false, false);

	static final String LIMIT = "limit";
	private static final String SUPERIOR = "superior";
	private static final String REMINDER = "reminder";
	private static final String LEDGER = "ledger";
	private static final String SCHEDULE = Decisions.ReminderSchedule.KEY;
	private static final int MOST = 60;

	/**
	 * What is wrong with the properties of a user task, in Chinese, without the full stop; null when nothing is.
	 *
	 * @param properties by name, as the model writes them
	 */
	public static String wrong(Map<String, String> properties) {
		return all(properties).stream().findFirst().orElse(null);
	}

	/** All that is wrong with them, each as {@link #wrong}; empty when nothing is. */
	static List<String> all(Map<String, String> properties) {
		return Stream.of(limit(properties.get(LIMIT)), superior(properties.get(SUPERIOR)), reminder(properties.get(REMINDER)))
				.filter(Objects::nonNull).toList();
	}

	private static String limit(String limit) {
		if (limit == null) {
			return "没有写期限，请在扩展属性中加上 limit：1 至 " + MOST + " 的整数（工作日数），日期由台账给出的写 ledger";
		}
		return LEDGER.equals(limit) || isNumber(limit) ? null
				: "扩展属性 limit=" + limit + " 不对，应为 1 至 " + MOST + " 的整数（工作日数），日期由台账给出的写 ledger" + fullWidth(limit);
	}

	/** Whether {@code written} is how many working days something may take: 1 to 60. */
	static boolean isNumber(String written) {
		return written.matches("[1-9]\\d?") && Integer.parseInt(written) <= MOST;
	}

	static String fullWidth(String written) {
		return FullWidth.hint(written).map(one -> "；" + one).orElse("");
	}

	private static String superior(String superior) {
		if (superior == null || words(superior).isEmpty() || words(superior).stream().anyMatch(word -> Term.find(Superior.class, word).isEmpty())) {
			return "扩展属性 superior=" + (superior == null ? "" : superior) + " 不对，应写明超期后告知谁，一个或几个，以逗号分隔："
					+ Stream.of(Superior.values()).map(one -> one.code() + "（" + one.label() + "）").collect(Collectors.joining("、"))
					+ (superior == null ? "" : fullWidth(superior));
		}
		return null;
	}

	private static String reminder(String reminder) {
		return reminder == null || SCHEDULE.equals(reminder) ? null
				: "扩展属性 reminder=" + reminder + " 不对，由决策表“催办安排”提醒的写 " + SCHEDULE + "，别的不写这一项";
	}

	/** The whole sentence, with element and file. */
	public static String sentence(String file, String name, String id, String wrong) {
		return "流程图 " + file + " 中的任务“" + name + "”（" + id + "）" + wrong + "。";
	}

	/**
	 * Whether a task that began under another limit has another last day by this one. One that a timer ends keeps its day whatever the number: those
	 * who are asked were told it, and the ledger has it.
	 */
	public boolean changesDayOf(TaskLimit before) {
		return !(endedByTimer && before.endedByTimer) && !Objects.equals(workingDays, before.workingDays);
	}

	private static List<String> words(String superior) {
		return Arrays.stream(superior.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList();
	}

	/** @param properties in which nothing is {@link #wrong} */
	static TaskLimit of(Map<String, String> properties, boolean endedByTimer) {
		String limit = properties.get(LIMIT);
		return new TaskLimit(LEDGER.equals(limit) ? null : Integer.valueOf(limit),
				words(properties.get(SUPERIOR)).stream().map(word -> Term.of(Superior.class, word)).toList(),
				properties.containsKey(REMINDER), endedByTimer);
	}
}
