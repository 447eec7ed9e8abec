package org.bihuan.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.ledger.Assignments.State;
import org.bihuan.ledger.Outcomes.Closing;
import org.bihuan.terms.InstructionState;
import org.bihuan.terms.Rows;
import org.bihuan.terms.Term;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The published figures, each by one SQL over the outcomes submitted in a period. Reply and implementation are never mixed. */
@Repository
public class Statistics {

	/** Outcomes handed to the district's leaders in the period, whatever came later. */
	private static final String SUBMITTED = """
			select count(*) from outcome o
			where o.submitted_on is not null and (cast(:from as date) is null or o.submitted_on >= :from) and (cast(:to as date) is null or
			o.submitted_on <= :to)""";

	private static final String OF_THESE = SUBMITTED.replace("select count(*) from outcome o", "select o.id from outcome o");

	private static final String OF_THESE_STANDING = OF_THESE + " and " + Figure.STANDS;

	private static final String ENDED_AS = SUBMITTED + " and o.closing = %s";

	/** 次, not 件: each writing of each leader; 圈阅 without words is none. */
	private static final String INSTRUCTIONS = "select count(*) from instruction i where i.state = " + InstructionState.WRITTEN.quoted()
			+ " and i.outcome_id in (" + OF_THESE_STANDING + ")";

	/** 专项督查, which only a person opens. */
	private static final String SUPERVISIONS = """
			select count(*) from inspection s join assignment a on a.id = s.assignment_id where a.outcome_id in (%s)""".formatted(OF_THESE_STANDING);

	/** A conversion answers in the rule's own way; one under way is neither answered nor missed, and what was withdrawn owes no answer. */
	private static final String REPLY_RATE = """
			select cast(sum(case when a.replied_on is not null or a.state = %1$s then 1 else 0 end) as double precision)
			/ nullif(sum(case when a.replied_on is not null or a.state = %1$s or %2$s then 1 else 0 end), 0)
			from assignment a where a.outcome_id in (%3$s)"""
			.formatted(State.CONVERTED.quoted(), Owed.PAST_THE_RULE, OF_THESE_STANDING);

	/**
	 * By the rule's own words: submitted, neither implemented nor converted, and not withdrawn. An outcome that was recorded to need no assignment
	 * stays in this figure; {@code outcome.closing} tells it apart.
	 */
	private static final String IN_PROGRESS = SUBMITTED + " and (o.closing is null or o.closing not in "
			+ Term.quoted(List.of(Closing.IMPLEMENTED, Closing.CONVERTED, Closing.WITHDRAWN)) + ")";

	private final JdbcClient jdbc;
	private final Clock clock;

	Statistics(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * @param replyRate answered ÷ (answered + past due and unanswered), 0 to 1; null when there is nothing to divide by
	 * @param implemented closed with at least one assignment verified
	 * @param converted closed with every assignment converted
	 * @param inProgress submitted, neither of the two and not withdrawn
	 * @param withdrawn submitted, then withdrawn as a whole: counted here and in {@code submitted}, and in nothing else
	 */
	public record Figures(int submitted, int instructions, int supervisions, Double replyRate, int implemented, int inProgress, int converted,
			int withdrawn) {

		/** One line in Chinese; what was withdrawn is told where there is any. */
		public String inWords() {
			return "报送 %d 件，批示 %d 次，督查 %d 次，部门办理反馈 %s，转化落实 %d 件，协调推进中 %d 件".formatted(submitted, instructions, supervisions,
					replyRate == null ? "—" : Math.round(replyRate * 1000) / 10.0 + "%", implemented, inProgress).replace(".0%", "%")
					+ (withdrawn == 0 ? "" : "，已撤回 " + withdrawn + " 件");
		}
	}

	/** All of them in one statement: they are of the same moment. */
	private static final String FIGURES = Stream.of(Map.entry("submitted", SUBMITTED), Map.entry("instructions", INSTRUCTIONS),
			Map.entry("supervisions", SUPERVISIONS), Map.entry("reply_rate", REPLY_RATE),
			Map.entry("implemented", ENDED_AS.formatted(Closing.IMPLEMENTED.quoted())), Map.entry("in_progress", IN_PROGRESS),
			Map.entry("converted", ENDED_AS.formatted(Closing.CONVERTED.quoted())),
			Map.entry("withdrawn", ENDED_AS.formatted(Closing.WITHDRAWN.quoted())))
			.map(one -> "(" + one.getValue() + ") as " + one.getKey()).collect(Collectors.joining(",\n", "select ", ""));

	/**
	 * @param from first day of submission, null for all before {@code to}
	 * @param to last day, null for all since; days in Shanghai
	 */
	public Figures of(LocalDate from, LocalDate to) {
		return jdbc.sql(FIGURES).param("today", LocalDate.now(clock)).param("from", from).param("to", to).query(Rows.of(Figures.class)).single();
	}
}
