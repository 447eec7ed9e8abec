package org.bihuan.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.identity.Organisation;
import org.bihuan.identity.Posts;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Correctable;
import org.bihuan.ledger.Corrections.Field;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Point;
import org.bihuan.terms.InPlace;
import org.bihuan.terms.Party;
import org.bihuan.terms.Rating;
import org.bihuan.terms.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** The follow-up's part of the ledger, and what its model asks. */
@Component("followUp")
public class FollowUp implements Correctable {

	private final JdbcClient jdbc;
	private final Clock clock;
	private final Assignments assignments;
	private final Outcomes outcomes;
	private final Posts posts;

	FollowUp(JdbcClient jdbc, Clock clock, Assignments assignments, Outcomes outcomes, Posts posts) {
		this.posts = posts;
		this.jdbc = jdbc;
		this.clock = clock;
		this.assignments = assignments;
		this.outcomes = outcomes;
	}

	record Signature(Party party, boolean inPlace, String siteCheck, String signedBy, OffsetDateTime signedAt) {
	}

	public String leadUnit(String assignmentId) {
		return assignments.get(assignmentId).leadUnit();
	}

	/** The committee that follows up, as confirmed by 政协办; else the one that formed the outcome. */
	public String committee(String outcomeId) {
		return outcomes.get(outcomeId).followedBy();
	}

	/** What the decision table 督办级别 is told: the level as it stands, as a number. */
	public int supervisionLevel(String assignmentId) {
		return assignments.get(assignmentId).supervisionLevel().level();
	}

	/** The three offices that each receive the report [S]. */
	public List<String> offices() {
		return Organisation.THREE_OFFICES;
	}

	/** When the look-back is due: 00:00 of its day, from the ledger. */
	public Date lookBackDate(String assignmentId) {
		return Date.from(ShanghaiTime.startOf(assignments.get(assignmentId).nextLookBackOn()));
	}

	/** Whether the look-back ended with 核查销号. */
	public boolean verified(String assignmentId) {
		return assignments.get(assignmentId).state() == Assignments.State.VERIFIED;
	}

	/** Whether a completion that was claimed, or a 再次答复, has yet to be looked back at; not while a new limit runs. */
	public boolean awaitsLookBack(String assignmentId) {
		return assignments.get(assignmentId).state() == Assignments.State.IMPLEMENTED;
	}

	/** 是否到位: both parties of this round say so; a disagreement or a missing word is not in place. */
	public boolean inPlace(String assignmentId) {
		return CheckingPolicy.agreed(signatures(assignmentId).stream().map(Signature::inPlace).toList());
	}

	/** The signatures of the current round. */
	List<Signature> signatures(String assignmentId) {
		return jdbc.sql(
				"select party, in_place, site_check, signed_by, signed_at from look_back where assignment_id = ? and look_round = ? order by party")
				.params(assignmentId, round(assignmentId)).query(Rows.of(Signature.class)).list();
	}

	/** Which look-back is the current one: each claimed completion and each 再次答复 is looked back at once, by both parties. */
	int round(String assignmentId) {
		return assignments.get(assignmentId).lookRound();
	}

	/**
	 * Keeps a report, and when the unit is to be looked at next.
	 *
	 * @param completedOn null: still in progress
	 * @param measures what was done for each suggestion
	 * @return its id: each report is told of
	 */
	long report(String assignmentId, LocalDate completedOn, List<Point> measures, String actor) {
		KeyHolder key = new GeneratedKeyHolder();
		jdbc.sql("insert into implementation_report (assignment_id, completed_on, reported_by, reported_at) values (?, ?, ?, ?)")
				.params(assignmentId, completedOn, actor, OffsetDateTime.now(clock)).update(key, "id");
		long id = Objects.requireNonNull(key.getKey()).longValue();
		measures.forEach(point -> jdbc.sql("insert into measure (report_id, suggestion_id, text) values (?, ?, ?)")
				.params(id, point.suggestionId(), point.text()).update());
		return id;
	}

	/** The last report, point by point, or as it was corrected; empty before there is one. */
	String lastReport(String assignmentId) {
		return rowOf(Field.IMPLEMENTATION_REPORT, assignmentId).map(row -> value(Field.IMPLEMENTATION_REPORT, row)).orElse("");
	}

	@Override
	public Set<Field> correctable() {
		return Set.of(Field.IMPLEMENTATION_REPORT, Field.IMPLEMENTATION_COMPLETED_ON);
	}

	@Override
	public Optional<String> rowOf(Field field, String assignmentId) {
		return jdbc.sql("select max(id) from implementation_report where assignment_id = ?").param(assignmentId).query(Long.class).optional()
				.map(String::valueOf);
	}

	@Override
	public String value(Field field, String row) {
		if (field == Field.IMPLEMENTATION_COMPLETED_ON) {
			return jdbc.sql("select cast(completed_on as varchar) from implementation_report where id = ?").param(Long.valueOf(row))
					.query(String.class).list().get(0);
		}
		String corrected = jdbc.sql("select report from implementation_report where id = ?").param(Long.valueOf(row)).query(String.class).list()
				.get(0);
		return corrected != null ? corrected : Point.inWords(jdbc.sql("""
				select m.suggestion_id, s.seq, m.text from measure m join suggestion s on s.id = m.suggestion_id
				where m.report_id = ? order by s.seq""").param(Long.valueOf(row))
				.query(Rows.of(Point.class)).list());
	}

	private record Reported(String assignmentId, OffsetDateTime reportedAt) {
	}

	@Override
	public Optional<String> refusal(Field field, String row, String value) {
		if (field != Field.IMPLEMENTATION_COMPLETED_ON) {
			return Optional.empty();
		}
		Reported report = jdbc.sql("select assignment_id, reported_at from implementation_report where id = ?").param(Long.valueOf(row))
				.query(Rows.of(Reported.class)).single();
		return CompletionPolicy.refusal(LocalDate.parse(value), assignments.get(report.assignmentId()).receivedOn(),
				ShanghaiTime.dateAt(report.reportedAt().toInstant()), LocalDate.now(clock));
	}

	@Override
	public void correct(Field field, String row, String value) {
		if (field == Field.IMPLEMENTATION_REPORT) {
			jdbc.sql("update implementation_report set report = ? where id = ?").params(value, Long.valueOf(row)).update();
		}
		else {
			jdbc.sql("update implementation_report set completed_on = ? where id = ?").params(LocalDate.parse(value), Long.valueOf(row)).update();
			assignments.correctImplementedOn(jdbc.sql("select assignment_id from implementation_report where id = ?").param(Long.valueOf(row))
					.query(String.class).single(), LocalDate.parse(value));
		}
	}

	/** Whose people sign for a party: the committee that follows up, and 督考办. */
	String groupOf(String assignmentId, Party party) {
		return party == Party.COMMITTEE ? committee(assignments.get(assignmentId).outcomeId()) : Organisation.SUPERVISION_OFFICE;
	}

	/** @throws org.bihuan.engine.acting.Refusal for who is not of the party */
	void sign(String assignmentId, Party party, InPlace inPlace, String siteCheck, List<Point> evidence, String actor) {
		posts.require(actor, party.label() + "回头看", List.of(groupOf(assignmentId, party)));
		KeyHolder key = new GeneratedKeyHolder();
		jdbc.sql("""
				insert into look_back (assignment_id, look_round, party, in_place, site_check, signed_by, signed_at)
				values (:id, :round, :party, :inPlace, :siteCheck, :actor, :at)""").param("id", assignmentId)
				.param("round", round(assignmentId)).param("party", party.code()).param("inPlace", inPlace == InPlace.YES)
				.param("siteCheck", siteCheck).param("actor", actor).param("at", OffsetDateTime.now(clock)).update(key, "id");
		long id = Objects.requireNonNull(key.getKey()).longValue();
		evidence.forEach(point -> jdbc.sql("insert into look_back_evidence (look_back_id, suggestion_id, text) values (?, ?, ?)")
				.params(id, point.suggestionId(), point.text()).update());
	}

	/** The 专委会's own answer also stands beside its signature. */
	void rated(String assignmentId, Rating process, Rating result) {
		jdbc.sql("update look_back set satisfaction_process = ?, satisfaction_result = ? where assignment_id = ? and look_round = ? and party = ?")
				.params(process.code(), result.code(), assignmentId, round(assignmentId), Party.COMMITTEE.code()).update();
	}

	void inspect(String assignmentId, String number, String reason, String actor) {
		jdbc.sql("insert into inspection (assignment_id, number, opened_on, opened_by, reason) values (?, ?, ?, ?, ?)")
				.params(assignmentId, number, LocalDate.now(clock), actor, reason).update();
	}
}
