package org.bihuan.followup;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.bihuan.model.TableUse;
import org.bihuan.terms.Decisions;
import org.bihuan.terms.ReplyClass;

/** What 回头看安排 is asked, and what is understood of its answer: see {@link LookBackSchedule}. */
public final class LookBackTable implements TableUse {

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
}
