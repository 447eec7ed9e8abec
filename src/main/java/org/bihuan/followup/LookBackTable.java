package org.bihuan.followup;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.bihuan.model.Bound;
import org.bihuan.model.TableUse;
import org.bihuan.terms.Decisions;
import org.bihuan.terms.ReplyClass;

/** What 回头看安排 is asked, and what is understood of its answer: see {@link LookBackSchedule}. */
public final class LookBackTable implements TableUse {

	static final Bound MONTHS = new Bound(0, 24, "回头看只能排在以后，最远两年");
	static final Bound DAYS = new Bound(0, 730, "回头看只能排在以后，最远两年");

	@Override
	public String key() {
		return Decisions.LookBackSchedule.KEY;
	}

	@Override
	public Map<String, List<Object>> asked() {
		return Map.of(Decisions.LookBackSchedule.PROGRESS, Stream.of(Progress.values()).<Object>map(Progress::code).toList(),
				Decisions.LookBackSchedule.REPLY_CLASS,
				Stream.concat(Stream.of(ReplyClass.values()).<Object>map(ReplyClass::code), Stream.<Object>of("null")).toList(),
				Decisions.LookBackSchedule.PROMISE_AHEAD, List.of(true, false));
	}

	@Override
	public Map<String, List<String>> understood() {
		return Map.of(Decisions.LookBackSchedule.FROM, Stream.of(LookBackFrom.values()).map(LookBackFrom::code).toList());
	}

	@Override
	public Bound bound(String output, Map<String, Object> row) {
		return output.equals(Decisions.LookBackSchedule.MONTHS) ? MONTHS : output.equals(Decisions.LookBackSchedule.DAYS) ? DAYS : null;
	}

	/** What is looked at again on the very day would be looked at without end. */
	@Override
	public String wrong(Map<String, Object> row) {
		boolean today = LookBackFrom.TODAY.code().equals(row.get(Decisions.LookBackSchedule.FROM));
		return today && isNone(row.get(Decisions.LookBackSchedule.MONTHS)) && isNone(row.get(Decisions.LookBackSchedule.DAYS))
				? "从今天起算，却没有过一天：当天看了当天又要看，没有完。请写上几个月、几天，至少过一天。"
				: null;
	}

	private static boolean isNone(Object number) {
		return number instanceof Number one && one.doubleValue() == 0;
	}
}
