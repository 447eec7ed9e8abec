package org.bihuan.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.terms.Markdown;
import org.bihuan.terms.Rows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * 承诺推迟答复: the later days that the offices set for a reply which was missed, or which is owed again after a refused conversion. Every one is kept
 * (who, when, for which day, why), they are counted for the item whoever has it, and from the second on it is told ({@link PromisedAgain}). Whether
 * a day may be promised at all, {@link org.bihuan.calendar.PromisePolicy} says.
 */
@Repository
public class Promises {

	static final OfOutcome<Row> OF_OUTCOME = OfOutcome.byAssignment("promise", Row.class, "t.id");

	private final JdbcClient jdbc;
	private final Clock clock;
	private final Assignments assignments;
	private final Outcomes outcomes;
	private final ApplicationEventPublisher events;

	Promises(JdbcClient jdbc, Clock clock, Assignments assignments, Outcomes outcomes, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.assignments = assignments;
		this.outcomes = outcomes;
		this.events = events;
	}

	record Row(String assignmentId, String unit, LocalDate promisedOn, String reason, String promisedBy, OffsetDateTime promisedAt) {
	}

	/**
	 * @param time 1 for the first of the item, 2 for the second
	 * @param unit whose reply it was then
	 * @param promisedOn the last day, in Shanghai
	 */
	public record Promise(int time, String unit, LocalDate promisedOn, String reason, String promisedBy, OffsetDateTime promisedAt) {

		/** In Shanghai. */
		public LocalDate madeOn() {
			return ShanghaiTime.dateAt(promisedAt.toInstant());
		}
	}

	/**
	 * The second promise of an item, or a later one, was made in this transaction: somebody is to hear of it.
	 *
	 * @param times how many there are with this one
	 * @param text what he hears, in Chinese
	 */
	public record PromisedAgain(Assignment assignment, int times, String text) {
	}

	/**
	 * Sets the day by which the reply is still owed, and keeps the promise.
	 *
	 * @return how many there are with this one
	 */
	public int make(Assignment assignment, LocalDate promised, String reason, String actor) {
		assignments.promise(assignment.id(), promised, reason);
		jdbc.sql("insert into promise (assignment_id, unit, promised_on, reason, promised_by, promised_at) values (?, ?, ?, ?, ?, ?)")
				.params(assignment.id(), assignment.leadUnit(), promised, reason, actor, OffsetDateTime.now(clock)).update();
		int times = of(assignment.id()).size();
		if (times > 1) {
			events.publishEvent(new PromisedAgain(assignment, times,
					"《" + outcomes.get(assignment.outcomeId()).title() + "》的交办件 " + assignment.id() + " 第 " + times + " 次承诺推迟答复，限 " + promised
							+ " 前答复（原到期日 " + assignment.dueOn() + "）。请过问。"));
		}
		return times;
	}

	/** Those of an assignment, the first one first. */
	public List<Promise> of(String assignmentId) {
		return counted(jdbc.sql("select * from promise where assignment_id = ? order by id").param(assignmentId).query(Rows.of(Row.class)).list());
	}

	/** Those of one assignment, the first one first, each with its number. */
	static List<Promise> counted(List<Row> rows) {
		List<Promise> promises = new ArrayList<>();
		for (Row row : rows) {
			promises.add(new Promise(promises.size() + 1, row.unit(), row.promisedOn(), row.reason(), row.promisedBy(), row.promisedAt()));
		}
		return promises;
	}

	/**
	 * The same for a form: how often it was put off already; says so, too, when it never was.
	 *
	 * @param heard who hears of the next one, in Chinese; empty when nobody does
	 */
	public Markdown inWords(String assignmentId, String heard) {
		List<Promise> promises = of(assignmentId);
		if (promises.isEmpty()) {
			return Markdown.literal("还没有承诺过推迟答复，这是第 1 次。");
		}
		return Markdown.of("**已承诺推迟答复 %s 次**，再承诺是第 %s 次%s。\n%s", promises.size(), promises.size() + 1,
				heard.isEmpty() ? "" : "，" + heard + "会被告知",
				Markdown.lines(promises.stream().map(
						one -> Markdown.of("- 第 %s 次，%s：限 %s 前答复。%s", one.time(), one.madeOn(), one.promisedOn(), one.reason())).toList()));
	}
}
