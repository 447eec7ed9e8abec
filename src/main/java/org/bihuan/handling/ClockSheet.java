package org.bihuan.handling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.bihuan.calendar.Light;
import org.bihuan.calendar.LightPolicy;
import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.ClockEntries;
import org.bihuan.ledger.Owed;
import org.bihuan.terms.Markdown;
import org.springframework.stereotype.Component;

/** The proof sheet (期限是怎么来的): how each date of an assignment came about, so that nobody can dispute it. */
@Component
public class ClockSheet {

	private final Assignments assignments;
	private final ClockEntries entries;
	private final Organisation organisation;
	private final LightPolicy lights;
	private final Clock clock;

	ClockSheet(Assignments assignments, ClockEntries entries, Organisation organisation, LightPolicy lights, Clock clock) {
		this.assignments = assignments;
		this.entries = entries;
		this.organisation = organisation;
		this.lights = lights;
		this.clock = clock;
	}

	/**
	 * @param at Shanghai time
	 * @param dueOn null when the act set no date
	 */
	public record Line(String at, String unit, String what, LocalDate fromDay, LocalDate dueOn, boolean provisional, List<String> steps) {
	}

	/**
	 * @param deliveredAt Shanghai time; null before delivery
	 * @param period how long the reply may take, in words; null before receipt
	 * @param due the rule's own due day; null before receipt
	 * @param currentDue the same, or the day of an extension
	 * @param promised the day promised after the due day was missed, or after a refused conversion; else null
	 * @param light null when nothing is owed (not received, answered, converted)
	 * @param lateAgainstOriginal whether the reply came, or is still missing, after the rule's own due day; null before receipt
	 * @param lateAgainstCurrent the same against the extended day
	 */
	public record Sheet(String assignmentId, String unit, String deliveredAt, LocalDate receivedOn, String receipt, String period, LocalDate due,
			boolean provisional,
			LocalDate currentDue, LocalDate promised, LocalDate repliedOn, Light light, Boolean lateAgainstOriginal, Boolean lateAgainstCurrent,
			List<Line> lines) {
	}

	public Sheet of(String assignmentId) {
		Assignment one = assignments.get(assignmentId);
		LocalDate today = LocalDate.now(clock);
		Owed owed = Owed.of(one);
		return new Sheet(one.id(), organisation.name(one.leadUnit()), one.deliveredAt() == null ? null : ShanghaiTime.minute(one.deliveredAt()),
				one.receivedOn(), one.receipt() == null ? null : one.receipt().label(),
				one.replyPeriod() == null ? null : one.replyPeriod().words(), one.dueOn(), one.dueProvisional(),
				one.currentDueOn(),
				one.promisedOn(), one.repliedOn(), owed.light(lights, today),
				owed.late(one.dueOn(), today), owed.late(one.currentDueOn(), today), entries.of(assignmentId).stream().map(this::line).toList());
	}

	/** One act in words. */
	public Line line(ClockEntries.Entry entry) {
		return new Line(ShanghaiTime.minute(entry.at()), organisation.name(entry.unit(), entry.at()), entry.what().label(), entry.fromDay(),
				entry.dueOn(),
				entry.provisional(), entry.steps());
	}

	/** The same for a form: one paragraph an act. */
	public Markdown inWords(String assignmentId) {
		return Markdown.lines(entries.of(assignmentId).stream().map(this::line)
				.map(line -> Markdown.of("- **%s %s %s**%s：%s", line.at(), line.unit(),
						line.what(), line.dueOn() == null ? "" : " → " + line.dueOn() + (line.provisional() ? "（暂定）" : ""),
						String.join("", line.steps())))
				.toList());
	}
}
