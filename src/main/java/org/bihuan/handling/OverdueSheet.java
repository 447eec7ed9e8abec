package org.bihuan.handling;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.type.TypeReference;
import org.bihuan.identity.Organisation;
import org.bihuan.json.Json;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments.State;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Owed;
import org.bihuan.telling.News;
import org.bihuan.telling.Telling;
import org.bihuan.terms.Occasion;
import org.bihuan.terms.Rows;
import org.bihuan.waiting.Holders;
import org.bihuan.waiting.LateTasks;
import org.bihuan.waiting.LateTasks.Late;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 逾期清单: the replies that are overdue and the tasks that wait past their day, as they stand now and as they stood each Monday. */
@Component("makeOverdueSheet")
public class OverdueSheet implements JavaDelegate {

	private final JdbcClient jdbc;
	private final Clock clock;
	private final Organisation organisation;
	private final Telling telling;
	private final LateTasks lateTasks;

	OverdueSheet(JdbcClient jdbc, Clock clock, Organisation organisation, Telling telling, LateTasks lateTasks) {
		this.lateTasks = lateTasks;
		this.jdbc = jdbc;
		this.clock = clock;
		this.organisation = organisation;
		this.telling = telling;
	}

	/**
	 * @param due the rule's own due day
	 * @param currentDue the same, or the day of an extension
	 * @param promised null when nothing is promised yet
	 * @param promises how often a later day was promised; 0 on sheets that were made before they were counted
	 * @param reason what the offices wrote when they handled it; empty before
	 */
	public record Row(String assignmentId, String outcomeId, String title, String unit, LocalDate due, LocalDate currentDue, LocalDate promised,
			int promises, String reason) {
	}

	/**
	 * A sheet as it stood on a Monday.
	 *
	 * @param followUps of a sheet from before they were told of none; what is looked at stands there, too
	 * @param tasks the late tasks; of a sheet from before tasks had limits none
	 */
	public record Sheet(LocalDate weekOf, List<Row> rows, List<FollowUp> followUps, List<Late> tasks) {
	}

	/**
	 * 落实逾期 or 回头看逾期: answered, and the day by which the unit was to be done, or that was to be looked at, has passed.
	 *
	 * @param holder who owes it, in Chinese: the unit, or those who look at it; null on sheets that were made before this was told apart
	 * @param lookedAt whether it is 回头看逾期
	 * @param mending whether that day is the limit that a failed look-back set
	 * @param daysLate calendar days since that day
	 */
	public record FollowUp(String assignmentId, String outcomeId, String title, String unit, String holder, boolean lookedAt, LocalDate owedOn,
			boolean mending, long daysLate) {
	}

	private record Kept(String content, String lateFollowUps, String lateTasks) {
	}

	private record Unseen(String id, String outcomeId, String title, String leadUnit, String followUpCommittee, State state, LocalDate owedOn,
			LocalDate lookBackLimitOn) {

		private boolean lookedAt() {
			return Owed.isLookedAt(state);
		}
	}

	private record Missed(String id, String outcomeId, String title, String leadUnit, LocalDate dueOn, LocalDate extendedOn, LocalDate promisedOn,
			int promises, String handled) {

		/** What was written when it was handled last; empty before. */
		private String reason() {
			return handled == null ? "" : Json.read(handled).path("reason").asText("");
		}
	}

	/** What is 逾期未答复 now, as {@link Owed} says. */
	public List<Row> rows() {
		return jdbc
				.sql("""
						select a.id, a.outcome_id, o.title, a.lead_unit, a.due_on, a.extended_on, a.promised_on,
						(select count(*) from promise p where p.assignment_id = a.id) as promises,
						(select e.detail from event e where e.assignment_id = a.id and e.act = :handled order by e.id desc limit 1) as handled
						from assignment a join outcome o
						on o.id = a.outcome_id
						where\s""" + Owed.OVERDUE + " order by a.lead_unit, a.due_on")
				.param("today", LocalDate.now(clock)).param("handled", Act.OVERDUE_HANDLED.code())
				.query(Rows.of(Missed.class)).list().stream()
				.map(one -> new Row(one.id(), one.outcomeId(), one.title(), organisation.name(one.leadUnit()), one.dueOn(),
						one.extendedOn() == null ? one.dueOn() : one.extendedOn(), one.promisedOn(), one.promises(),
						one.reason()))
				.toList();
	}

	/** What is 落实逾期 or 回头看逾期 now, as {@link Owed} says. */
	public List<FollowUp> followUps() {
		List<Unseen> unseen = jdbc.sql("select a.id, a.outcome_id, o.title, a.lead_unit, " + Outcomes.FOLLOWED_BY
				+ " as follow_up_committee, a.state, a.owed_on, a.look_back_limit_on from assignment a join outcome o on o.id = a.outcome_id where "
				+ Owed.FOLLOW_UP_LATE + " or " + Owed.LOOK_BACK_LATE + " order by a.lead_unit, a.owed_on, a.id")
				.param("today", LocalDate.now(clock))
				.query(Rows.of(Unseen.class)).list();
		// the step itself stands beside it, in whose hands it is now
		Map<String, String> known = new HashMap<>();
		UnaryOperator<String> name = id -> known.computeIfAbsent(id, organisation::name);
		return unseen.stream().map(one -> new FollowUp(one.id(), one.outcomeId(), one.title(),
				name.apply(one.leadUnit()),
				(one.lookedAt() ? Holders.ofStep(List.of(), one.followUpCommittee()) : List.of(one.leadUnit()))
						.stream().map(name).collect(Collectors.joining("、")),
				one.lookedAt(), one.owedOn(), !one.lookedAt() && one.owedOn().equals(one.lookBackLimitOn()),
				ChronoUnit.DAYS.between(one.owedOn(), LocalDate.now(clock))))
				.toList();
	}

	/** The tasks that wait past their day now, the longest past first. */
	public List<Late> tasks() {
		return lateTasks.now();
	}

	/** Makes this week's sheet, once; a week in which nothing is overdue has none. */
	@Override
	public void execute(DelegateExecution execution) {
		LocalDate monday = LocalDate.now(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		List<Row> rows = rows();
		List<FollowUp> followUps = followUps();
		List<Late> tasks = tasks();
		if ((rows.isEmpty() && followUps.isEmpty() && tasks.isEmpty()) || of(monday).isPresent()) {
			return;
		}
		jdbc.sql("insert into overdue_sheet (week_of, content, late_follow_ups, late_tasks, made_at) values (?, ?, ?, ?, ?)")
				.params(monday, Json.write(rows), Json.write(followUps), Json.write(tasks), OffsetDateTime.now(clock)).update();
		long lookedAt = followUps.stream().filter(FollowUp::lookedAt).count();
		String words = "本周（" + monday + "）逾期未答复 " + rows.size() + " 件，落实逾期 " + (followUps.size() - lookedAt) + " 件，回头看逾期 "
				+ lookedAt + " 件，超期任务 " + tasks.size() + " 项，见逾期清单。";
		telling.tell(News.of(Occasion.OVERDUE_SHEET, "overdue-sheet/" + monday, null, null, words));
	}

	/** The sheet of the week that began on this Monday. */
	public Optional<Sheet> of(LocalDate monday) {
		return jdbc.sql("select content, late_follow_ups, late_tasks from overdue_sheet where week_of = ?").param(monday).query(Rows.of(Kept.class))
				.optional()
				.map(kept -> new Sheet(monday, Json.read(kept.content(), new TypeReference<>() {
				}), kept.lateFollowUps() == null ? List.of() : Json.read(kept.lateFollowUps(), new TypeReference<>() {
				}), kept.lateTasks() == null ? List.of() : Json.read(kept.lateTasks(), new TypeReference<>() {
				})));
	}

	/** The Mondays that have a sheet, newest first. */
	public List<LocalDate> weeks() {
		return jdbc.sql("select week_of from overdue_sheet order by week_of desc").query(LocalDate.class).list();
	}
}
