package org.bihuan.handling;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.bihuan.model.TableUse;
import org.bihuan.terms.Addressee;
import org.bihuan.terms.Channel;
import org.bihuan.terms.Decisions;
import org.bihuan.terms.Recipient;

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
		return Map.of(Decisions.ReminderSchedule.TO, Stream.of(Addressee.values()).map(Addressee::code).toList(),
				Decisions.ReminderSchedule.CHANNEL, Stream.of(Channel.values()).map(Channel::code).toList());
	}

	/** Besides these a single group or account, and the words of former years. */
	@Override
	public boolean understands(String output, String word) {
		return TableUse.super.understands(output, Recipient.ofReminders(word))
				|| (Decisions.ReminderSchedule.TO.equals(output) && Recipient.isOne(word));
	}
}
