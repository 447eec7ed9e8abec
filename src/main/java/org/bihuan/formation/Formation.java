package org.bihuan.formation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.engine.time.TaskLimits;
import org.bihuan.identity.Organisation;
import org.bihuan.identity.Posts;
import org.bihuan.ledger.Outcomes;
import org.bihuan.terms.Asking;
import org.bihuan.terms.Deliberation;
import org.bihuan.terms.Disposal;
import org.bihuan.terms.ResearchKind;
import org.bihuan.terms.ReviewLevel;
import org.bihuan.terms.ReviewVerdict;
import org.bihuan.terms.Rows;
import org.bihuan.terms.TaskKeys;
import org.bihuan.terms.Term;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The formation's part of the ledger, and what its model asks. */
@Component("formation")
public class Formation {

	private final JdbcClient jdbc;
	private final Clock clock;
	private final Outcomes outcomes;
	private final WorkingDays workingDays;
	private final TaskLimits limits;

	private final Posts posts;

	Formation(JdbcClient jdbc, Clock clock, Outcomes outcomes, WorkingDays workingDays, TaskLimits limits, Posts posts) {
		this.posts = posts;
		this.jdbc = jdbc;
		this.clock = clock;
		this.outcomes = outcomes;
		this.workingDays = workingDays;
		this.limits = limits;
	}

	record Opinion(long id, String outcomeId, int opinionRound, String asked, Asking state, String text, Disposal disposal,
			String disposalReason, LocalDate limitOn, OffsetDateTime givenAt) {
	}

	/** Candidate group of the committee in charge. */
	public String committee(String outcomeId) {
		return outcomes.get(outcomeId).committee();
	}

	/** The opinions asked for in the latest round, as strings: a multi-instance collection of ids. */
	public List<String> opinionIds(String outcomeId) {
		List<String> ids = currentRound(outcomeId).stream().map(opinion -> String.valueOf(opinion.id())).toList();
		if (ids.isEmpty()) {
			throw new IllegalStateException("outcome " + outcomeId + " asks nobody's opinion");
		}
		return ids;
	}

	/** The unit that is asked, or nobody. */
	public List<String> askedGroup(String opinionId) {
		String asked = opinion(opinionId).asked();
		return Organisation.isUnit(asked) ? List.of(asked) : List.of();
	}

	/** The member who is asked, or nobody. */
	public List<String> askedUser(String opinionId) {
		String asked = opinion(opinionId).asked();
		return Organisation.isUnit(asked) ? List.of() : List.of(asked);
	}

	/** When silence is recorded: 00:00 of the day after the round's limit. */
	public Date opinionLimit(String outcomeId) {
		return Date.from(ShanghaiTime.endOf(currentRound(outcomeId).get(0).limitOn()));
	}

	Opinion opinion(String id) {
		return jdbc.sql("select * from opinion where id = ?").param(Long.valueOf(id)).query(Rows.of(Opinion.class)).single();
	}

	List<Opinion> currentRound(String outcomeId) {
		return jdbc.sql("""
				select * from opinion where outcome_id = :outcome
				and opinion_round = (select max(opinion_round) from opinion where outcome_id = :outcome) order by id""")
				.param("outcome", outcomeId).query(Rows.of(Opinion.class)).list();
	}

	void ask(String outcomeId, List<String> asked) {
		int round = 1 + jdbc.sql("select coalesce(max(opinion_round), 0) from opinion where outcome_id = ?").param(outcomeId)
				.query(Integer.class).single();
		LocalDate limit = workingDays.after(LocalDate.now(clock), limits.workingDays(TaskKeys.GIVE_OPINION)).due();
		asked.forEach(one -> jdbc.sql("insert into opinion (outcome_id, opinion_round, asked, state, limit_on) values (?, ?, ?, ?, ?)")
				.params(outcomeId, round, one, Asking.ASKED.code(), limit).update());
	}

	void give(String opinionId, String text, String actor) {
		posts.require(actor, "反馈意见", List.of(opinion(opinionId).asked()));
		jdbc.sql("update opinion set state = ?, text = ?, given_by = ?, given_at = ? where id = ?")
				.params(Asking.GIVEN.code(), text, actor, OffsetDateTime.now(clock), Long.valueOf(opinionId)).update();
	}

	int recordSilence(String outcomeId) {
		int silent = 0;
		for (Opinion opinion : currentRound(outcomeId)) {
			silent += jdbc.sql("update opinion set state = ? where id = ? and state = ?")
					.params(Asking.SILENT.code(), opinion.id(), Asking.ASKED.code()).update();
		}
		return silent;
	}

	void dispose(long opinionId, Disposal disposal, String reason) {
		jdbc.sql("update opinion set disposal = ?, disposal_reason = ? where id = ?").params(disposal.code(), reason, opinionId).update();
	}

	void plan(String outcomeId, String plan, String actor) {
		jdbc.sql("insert into research_plan (outcome_id, plan, planned_by) values (?, ?, ?)").params(outcomeId, plan, actor).update();
	}

	void research(String outcomeId, ResearchKind kind, LocalDate heldOn, String place, String findings) {
		jdbc.sql("insert into research_record (outcome_id, kind, held_on, place, findings) values (?, ?, ?, ?, ?)")
				.params(outcomeId, kind.code(), heldOn, place, findings).update();
	}

	/** Stores a version of the report, which becomes the outcome's text. */
	void draft(String outcomeId, String report, String actor) {
		jdbc.sql("insert into report_draft (outcome_id, report, written_by, written_at) values (?, ?, ?, ?)")
				.params(outcomeId, report, actor, OffsetDateTime.now(clock)).update();
		outcomes.summarize(outcomeId, report);
	}

	/** Who drafted or revised the report, in any version. */
	List<String> drafters(String outcomeId) {
		return jdbc.sql("select written_by from report_draft where outcome_id = ? order by id").param(outcomeId).query(String.class).list();
	}

	/** @param verdict a {@link ReviewVerdict}, or of 主席会议 a {@link Deliberation} */
	void review(String outcomeId, ReviewLevel level, Term verdict, String reason, String actor) {
		jdbc.sql("""
				insert into report_review (outcome_id, level, verdict, reason, reviewed_by, reviewed_at)
				values (:outcome, :level, :verdict, :reason, :actor, :at)""").param("outcome", outcomeId).param("level", level.code())
				.param("verdict", verdict.code()).param("reason", reason).param("actor", actor).param("at", OffsetDateTime.now(clock)).update();
	}

	/** Why the report last came back, in words; empty when it did not. */
	String returned(String outcomeId) {
		record Review(String level, String verdict, String reason) {
		}
		return jdbc.sql("select level, verdict, reason from report_review where outcome_id = ? order by id desc").param(outcomeId)
				.query(Rows.of(Review.class)).list().stream().findFirst()
				.filter(review -> List.of(ReviewVerdict.RETURN.code(), Deliberation.RETURN.code()).contains(review.verdict()))
				.map(Review::reason).orElse("");
	}
}
