package org.bihuan.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.engine.Answer;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.State;
import org.bihuan.ledger.Outcomes;
import org.bihuan.terms.InPlace;
import org.bihuan.terms.Party;
import org.bihuan.terms.Rows;
import org.bihuan.terms.Supervision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The follow-up's part of the ledger, and what its model asks. */
@Component("followUp")
public class FollowUp {

	private final JdbcClient jdbc;
	private final Clock clock;
	private final Assignments assignments;
	private final Outcomes outcomes;

	FollowUp(JdbcClient jdbc, Clock clock, Assignments assignments, Outcomes outcomes) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.assignments = assignments;
		this.outcomes = outcomes;
	}

	record Signature(Party party, boolean inPlace, String evidence, String siteCheck, String signedBy) {
	}

	public String leadUnit(String assignmentId) {
		return assignments.get(assignmentId).leadUnit();
	}

	/** The committee that follows up, as confirmed by 政协办; else the one that formed the outcome. */
	public String committee(String outcomeId) {
		var outcome = outcomes.get(outcomeId);
		return outcome.followUpCommittee() == null ? outcome.committee() : outcome.followUpCommittee();
	}

	/** The three offices that each receive the report [S]. */
	public List<String> offices() {
		return Organisation.THREE_OFFICES;
	}

	/** When the look-back is due: 00:00 of its day, from the ledger. */
	public Date lookBackDate(String assignmentId) {
		return Date.from(ShanghaiTime.startOf(assignments.get(assignmentId).nextLookBackOn()));
	}

	/** 是否到位: both parties of this round say so; a disagreement or a missing word is not in place. */
	public boolean inPlace(String assignmentId) {
		List<Signature> signatures = signatures(assignmentId);
		return signatures.size() == 2 && signatures.stream().allMatch(Signature::inPlace);
	}

	/** The signatures of the current round. */
	List<Signature> signatures(String assignmentId) {
		return jdbc.sql(
				"select party, in_place, evidence, site_check, signed_by from look_back where assignment_id = ? and look_round = ? order by party")
				.params(assignmentId, round(assignmentId)).query(Rows.of(Signature.class)).list();
	}

	/** The round is the number of claimed completions: each claim is looked back at once, by both parties. */
	int round(String assignmentId) {
		return jdbc.sql("select count(*) from implementation_report where assignment_id = ? and completed_on is not null").param(assignmentId)
				.query(Integer.class).single();
	}

	void report(String assignmentId, LocalDate completedOn, String report, String actor) {
		jdbc.sql("insert into implementation_report (assignment_id, completed_on, report, reported_by, reported_at) values (?, ?, ?, ?, ?)")
				.params(assignmentId, completedOn, report, actor, OffsetDateTime.now(clock)).update();
	}

	String lastReport(String assignmentId) {
		return jdbc.sql("select report from implementation_report where assignment_id = ? order by id desc").param(assignmentId).query(String.class)
				.list()
				.stream().findFirst().orElse("");
	}

	void plan(String assignmentId, LocalDate lookBackOn) {
		jdbc.sql("update assignment set next_look_back_on = ? where id = ?").params(lookBackOn, assignmentId).update();
	}

	void claimed(String assignmentId, LocalDate completedOn) {
		jdbc.sql("update assignment set implemented_on = ?, state = ? where id = ?")
				.params(completedOn, State.IMPLEMENTED.code(), assignmentId).update();
	}

	void sign(String assignmentId, Party party, InPlace inPlace, Answer answer, String evidence, String actor) {
		jdbc.sql("""
				insert into look_back (assignment_id, look_round, party, in_place, evidence, site_check, signed_by, signed_at)
				values (:id, :round, :party, :inPlace, :evidence, :siteCheck, :actor, :at)""").param("id", assignmentId)
				.param("round", round(assignmentId)).param("party", party.code()).param("inPlace", inPlace == InPlace.YES)
				.param("evidence", evidence).param("siteCheck", answer.text("siteCheck")).param("actor", actor)
				.param("at", OffsetDateTime.now(clock)).update();
	}

	/**
	 * Raises the level, by {@link SupervisionPolicy}.
	 *
	 * @param next what is proposed
	 * @return the level that it has now, which may be a higher one that it had already
	 */
	Supervision raiseSupervision(String assignmentId, Supervision next) {
		Supervision level = SupervisionPolicy.raised(assignments.get(assignmentId).supervisionLevel(), next);
		jdbc.sql("update assignment set supervision_level = ? where id = ?").params(level.level(), assignmentId).update();
		return level;
	}

	/**
	 * Sets a new limit, on which the assignment is looked at again; where completion has been claimed meanwhile, the day of that look-back stays.
	 */
	void limit(String assignmentId, LocalDate limit) {
		jdbc.sql("update assignment set look_back_limit_on = ?, next_look_back_on = case when state = ? then next_look_back_on "
				+ "else ? end where id = ?")
				.params(limit, State.IMPLEMENTED.code(), limit, assignmentId).update();
	}

	void inspect(String assignmentId, String number, String reason, String actor) {
		jdbc.sql("insert into inspection (assignment_id, number, opened_on, opened_by, reason) values (?, ?, ?, ?, ?)")
				.params(assignmentId, number, LocalDate.now(clock), actor, reason).update();
	}
}
