package org.bihuan.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.core.type.TypeReference;
import org.bihuan.json.Json;
import org.bihuan.terms.Rows;
import org.bihuan.terms.Term;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The proof sheet of an assignment: every act that started, moved or ended one of its clocks, with the computation in words. Only
 * ever added to, so that a unit that gave the assignment back keeps its own lines.
 */
@Repository
public class ClockEntries {

	static final OfOutcome<Row> OF_OUTCOME = OfOutcome.byAssignment("clock_entry", Row.class, "t.id");

	private final JdbcClient jdbc;
	private final Clock clock;

	ClockEntries(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What happened to a clock. */
	public enum What implements Term {

		DELIVERED("DELIVERED", "送达"), SIGNED("SIGNED", "签收"), DEEMED("DEEMED", "视为签收"), SENT_BACK("SENT_BACK", "退回改派"),
		REASSIGNED("REASSIGNED", "改派"), CO_ASKED("CO_ASKED", "征求协办意见"), EXTENDED("EXTENDED", "延期"), PROMISED("PROMISED", "承诺答复"),
		MOVED("MOVED", "放假安排调整");

		private final String code;
		private final String label;

		What(String code, String label) {
			this.code = code;
			this.label = label;
		}

		@Override
		public String code() {
			return code;
		}

		@Override
		public String label() {
			return label;
		}
	}

	/**
	 * @param unit whose clock
	 * @param fromDay the day it counts from, or happened on; in Shanghai
	 * @param dueOn the date that came of it; null when none did
	 * @param provisional 暂定: rests on a year that is not announced
	 */
	public record Entry(long id, String unit, What what, LocalDate fromDay, LocalDate dueOn, boolean provisional, List<String> steps,
			OffsetDateTime at) {
	}

	record Row(long id, String unit, What what, LocalDate fromDay, LocalDate dueOn, boolean provisional, String steps, OffsetDateTime at) {

		Entry entry() {
			return new Entry(id, unit, what, fromDay, dueOn, provisional, Json.read(steps, new TypeReference<>() {
			}), at);
		}
	}

	public void add(String assignmentId, String unit, What what, LocalDate fromDay, LocalDate dueOn, boolean provisional, List<String> steps) {
		jdbc.sql("""
				insert into clock_entry (assignment_id, unit, what, from_day, due_on, provisional, steps, at)
				values (:id, :unit, :what, :day, :due, :provisional, :steps, :at)""").param("id", assignmentId).param("unit", unit)
				.param("what", what.code())
				.param("day", fromDay).param("due", dueOn).param("provisional", provisional).param("steps", Json.write(steps))
				.param("at", OffsetDateTime.now(clock)).update();
	}

	/** Oldest first. */
	public List<Entry> of(String assignmentId) {
		return jdbc.sql("select id, unit, what, from_day, due_on, provisional, steps, at from clock_entry where assignment_id = ? order by id")
				.param(assignmentId)
				.query(Rows.of(Row.class)).list().stream().map(Row::entry).toList();
	}

}
