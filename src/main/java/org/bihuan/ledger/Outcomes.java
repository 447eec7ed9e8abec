package org.bihuan.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.bihuan.ledger.Corrections.Field;
import org.bihuan.terms.Markdown;
import org.bihuan.terms.Option;
import org.bihuan.terms.Rows;
import org.bihuan.terms.Term;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outcomes (协商成果) and their numbered suggestions (建议). */
@Repository
public class Outcomes implements Correctable {

	static final OfOutcome<Outcome> ITSELF = new OfOutcome<>(Outcome.class, "t.id", "outcome t where t.id = :outcome", "t.id");
	static final OfOutcome<Member> MEMBERS = OfOutcome.in("outcome_member", Member.class, "t.member");
	static final OfOutcome<Suggestion> SUGGESTIONS = OfOutcome.in("suggestion", Suggestion.class, "t.seq");

	/** Of {@code outcome o}: {@link Outcome#followedBy}. */
	public static final String FOLLOWED_BY = "coalesce(o.follow_up_committee, o.committee)";

	private final JdbcClient jdbc;
	private final Clock clock;

	Outcomes(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** 类型. */
	public enum Kind implements Term {

		RESEARCH("research", "调研报告"), CONSULTATION("consultation", "协商建议"), INSPECTION("inspection", "视察报告");

		private final String code;
		private final String label;

		Kind(String code, String label) {
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

	/** States in the order of the cycle. How a closed one was closed, {@link Closing} tells. */
	public enum State implements Term {

		FORMATION("FORMATION", "形成中"), SUBMISSION("SUBMISSION", "报送批示中"), ASSIGNMENT("ASSIGNMENT", "分解交办中"), HANDLING("HANDLING", "办理中"),
		CLOSED("CLOSED", "已办结"), ENDED("ENDED", "选题终止");

		private final String code;
		private final String label;

		State(String code, String label) {
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

	/** How an outcome was closed. */
	public enum Closing implements Term {

		IMPLEMENTED("implemented", "已落实办结"), CONVERTED("converted", "转化办结"), ENDED("ended", "选题终止"), NO_ASSIGNMENT("no-assignment", "无需交办，已办结"),
		WITHDRAWN("withdrawn", "已撤回");

		private final String code;
		private final String label;

		Closing(String code, String label) {
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

	public record Outcome(String id, String processInstanceId, String title, Kind kind, String committee, String background,
			String summary, State state, String followUpCommittee, String submissionNo, LocalDate submittedOn, String registeredBy,
			OffsetDateTime registeredAt, OffsetDateTime closedAt, Closing closing) {

		/** The committee that follows up, as confirmed by 政协办; else the one that formed the outcome. */
		public String followedBy() {
			return followUpCommittee == null ? committee : followUpCommittee;
		}
	}

	record Member(String member) {
	}

	public record Suggestion(String id, String outcomeId, int seq, String text) {

		/** What it is called from the report to the reply: {@code 建议 3}. */
		public String name() {
			return "建议 " + seq;
		}

		/** To be chosen or answered: its number and its text. */
		public Option option() {
			return new Option(name() + "：" + text, id);
		}

		/** All of them for a form, each under its number. */
		public static Markdown numbered(List<Suggestion> suggestions) {
			return Markdown.paragraphs(suggestions.stream().map(one -> Markdown.of("**%s**　%s", one.name(), one.text())).toList());
		}
	}

	public void register(String id, String processInstanceId, String title, Kind kind, String committee, String background,
			List<String> members, String actor) {
		jdbc.sql("""
				insert into outcome (id, process_instance_id, title, kind, committee, background, state, registered_by, registered_at)
				values (:id, :instance, :title, :kind, :committee, :background, :state, :actor, :at)""")
				.param("id", id).param("instance", processInstanceId).param("title", title).param("kind", kind.code())
				.param("committee", committee).param("background", background).param("state", State.FORMATION.code()).param("actor", actor)
				.param("at", OffsetDateTime.now(clock)).update();
		for (String member : members) {
			jdbc.sql("insert into outcome_member (outcome_id, member) values (?, ?)").params(id, member).update();
		}
	}

	/** Sets who takes part (参与委员). */
	public void participate(String id, List<String> members) {
		jdbc.sql("delete from outcome_member where outcome_id = ?").param(id).update();
		members.forEach(member -> jdbc.sql("insert into outcome_member (outcome_id, member) values (?, ?)").params(id, member).update());
	}

	/**
	 * Waits until nobody else changes this outcome by an amendment, and keeps others waiting until the end of the transaction: what is read
	 * afterwards stays so. Before anything that refers to the outcome is written, or two would wait for each other.
	 */
	public void lock(String id) {
		jdbc.sql("select id from outcome where id = ? for update").param(id).query(String.class).optional();
	}

	/** The outcome of this id, if there is one. */
	public Optional<Outcome> find(String id) {
		return jdbc.sql("select * from outcome where id = ?").param(id).query(Rows.of(Outcome.class)).optional();
	}

	/** Whether an outcome that is not closed is carried by the process instance of this id. */
	public boolean runsAs(String processInstanceId) {
		return jdbc.sql("select count(*) from outcome where process_instance_id = ? and closed_at is null").param(processInstanceId)
				.query(Integer.class).single() > 0;
	}

	/** @throws IllegalStateException if there is none: the case of a task always has its outcome */
	public Outcome get(String id) {
		return find(id).orElseThrow(() -> new IllegalStateException("no outcome " + id));
	}

	public List<String> members(String id) {
		return MEMBERS.read(jdbc, id).stream().map(Member::member).toList();
	}

	/** The leaders whom it was handed to, each once, the first one first; empty before 报送, and where none was asked. */
	public List<String> leaders(String id) {
		return jdbc.sql("select leader from instruction where outcome_id = ? group by leader order by min(id)").param(id).query(String.class).list();
	}

	public List<Suggestion> suggestions(String id) {
		return SUGGESTIONS.read(jdbc, id);
	}

	/** Replaces the suggestions while the outcome is still being formed; afterwards assignments refer to them. */
	public void suggest(String id, List<String> texts) {
		jdbc.sql("delete from suggestion where outcome_id = ?").param(id).update();
		int seq = 0;
		for (String text : texts) {
			seq++;
			jdbc.sql("insert into suggestion (id, outcome_id, seq, text) values (?, ?, ?, ?)").params(id + "-J" + seq, id, seq, text).update();
		}
	}

	public void summarize(String id, String summary) {
		jdbc.sql("update outcome set summary = ? where id = ?").params(summary, id).update();
	}

	public void become(String id, State state) {
		jdbc.sql("update outcome set state = ? where id = ?").params(state.code(), id).update();
	}

	public void submitted(String id, String submissionNo, LocalDate on) {
		jdbc.sql("update outcome set submission_no = ?, submitted_on = ? where id = ?").params(submissionNo, on, id).update();
	}

	public void followedUpBy(String id, String committee) {
		jdbc.sql("update outcome set follow_up_committee = ? where id = ?").params(committee, id).update();
	}

	@Override
	public Set<Field> correctable() {
		return Set.of(Field.OUTCOME_TITLE);
	}

	@Override
	public String value(Field field, String id) {
		return get(id).title();
	}

	@Override
	public void correct(Field field, String id, String title) {
		jdbc.sql("update outcome set title = ? where id = ?").params(title, id).update();
	}

	/** Closes it; a topic that 主席会议 ended is {@link State#ENDED}, any other {@link State#CLOSED}. */
	public void close(String id, State state, Closing closing) {
		jdbc.sql("update outcome set state = ?, closing = ?, closed_at = ? where id = ?")
				.params(state.code(), closing.code(), OffsetDateTime.now(clock), id).update();
	}
}
