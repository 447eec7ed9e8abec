package org.bihuan.handling;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.bihuan.model.TableUse;
import org.bihuan.terms.Decisions;

/** What 催办安排 is asked, and what is understood of its answer: see {@link ReminderSchedule}. */
public final class ReminderTable implements TableUse {

	@Override
	public String key() {
		return Decisions.ReminderSchedule.KEY;
	}

	@Override
	public Map<String, List<Object>> asked() {
		return Map.of(Decisions.ReminderSchedule.CLOCK, List.of(ReminderSchedule.REPLY, ReminderSchedule.CO_OPINION));
	}

	@Override
	public Map<String, List<String>> understood() {
		return Map.of(Decisions.ReminderSchedule.TO, Stream.of(ReminderTo.values()).map(ReminderTo::code).toList(),
				Decisions.ReminderSchedule.CHANNEL, Stream.of(ReminderChannel.values()).map(ReminderChannel::code).toList());
	}
}
