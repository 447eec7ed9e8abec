package org.bihuan.conversion;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Outcomes;
import org.bihuan.numbering.Numbers;
import org.bihuan.terms.Adoption;
import org.bihuan.terms.ConversionKind;
import org.bihuan.terms.ConversionState;
import org.bihuan.terms.Rows;
import org.bihuan.terms.Term;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The conversions of assignments, and what their model asks. */
@Component("conversions")
public class Conversions {

	private final JdbcClient jdbc;
	private final Clock clock;
	private final Outcomes outcomes;

	Conversions(JdbcClient jdbc, Clock clock, Outcomes outcomes) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.outcomes = outcomes;
	}

	/** What a person wrote, section by section; a section that its kind does not have is null. */
	record Conversion(long id, String assignmentId, ConversionKind kind, String title, String proposer, String content, String cause,
			String situation,
			String analysis,
			String proposal, String reasons, String policyBasis, String addressee, String distribution, ConversionState state, String draftedBy) {

		/** The sections by the keys of their form, in the order in which they are read. */
		Map<String, String> sections() {
			Map<String, String> sections = new LinkedHashMap<>();
			sections.put("cause", cause);
			sections.put("situation", situation);
			sections.put("analysis", analysis);
			sections.put("proposal", proposal);
			sections.put("reasons", reasons);
			sections.put("policyBasis", policyBasis);
			sections.put("addressee", addressee);
			sections.put("distribution", distribution);
			sections.values().removeIf(Objects::isNull);
			return sections;
		}
	}

	/** The unit that writes why it does not adopt. */
	public String leadUnit(String assignmentId) {
		return jdbc.sql("select lead_unit from assignment where id = ?").param(assignmentId).query(String.class).single();
	}

	/** The committee that follows the outcome up, else the one that formed it; it proposes the 提案. */
	public String committee(String outcomeId) {
		var outcome = outcomes.get(outcomeId);
		return outcome.followUpCommittee() == null ? outcome.committee() : outcome.followUpCommittee();
	}

	void open(String assignmentId, ConversionKind kind) {
		jdbc.sql("insert into conversion (assignment_id, kind, state) values (?, ?, ?)")
				.params(assignmentId, kind.code(), ConversionState.OPEN.code()).update();
	}

	Conversion current(String assignmentId) {
		return jdbc.sql("select * from conversion where assignment_id = ? order by id desc").param(assignmentId).query(Rows.of(Conversion.class))
				.list()
				.get(0);
	}

	void draft(long id, Answer answer, String content, String proposer, String actor) {
		jdbc.sql("""
				update conversion set title = :title, content = :content, proposer = :proposer, cause = :cause, situation = :situation,
				analysis = :analysis,
				proposal = :proposal, reasons = :reasons, policy_basis = :basis, addressee = :addressee, distribution =
				:distribution, drafted_by = :actor
				where id = :id""")
				.param("title", answer.text("title")).param("content", content).param("proposer", proposer).param("cause", answer.text("cause"))
				.param("situation", answer.text("situation")).param("analysis", answer.text("analysis")).param("proposal", answer.text("proposal"))
				.param("reasons", answer.text("reasons")).param("basis", answer.text("policyBasis")).param("addressee", answer.text("addressee"))
				.param("distribution", answer.text("distribution")).param("actor", actor).param("id", id).update();
	}

	/** It is used: with its own number and document, by which it is found from its origin and its origin from it. */
	void accept(long id, String number, long documentId, Answer judgement, String actor) {
		jdbc.sql("""
				update conversion set state = :accepted, number = :number, issue_no = :issue, document_id = :document, reason = :reason,
				adoption = :adoption,
				signer = :signer, decided_by = :actor, decided_on = :today where id = :id""")
				.param("accepted", ConversionState.ACCEPTED.code()).param("number", number).param("issue", Numbers.running(number))
				.param("document", documentId).param("reason", judgement.text("reason"))
				.param("adoption", Term.codeOf(judgement.term("adoption", Adoption.class)))
				.param("signer", judgement.text("signer")).param("actor", actor).param("today", LocalDate.now(clock)).param("id", id).update();
	}

	void refuse(long id, String reason, String actor) {
		jdbc.sql("update conversion set state = ?, reason = ?, decided_by = ?, decided_on = ? where id = ?")
				.params(ConversionState.REFUSED.code(), reason, actor, LocalDate.now(clock), id).update();
	}
}
