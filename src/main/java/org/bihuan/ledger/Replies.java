package org.bihuan.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.bihuan.ledger.Corrections.Field;
import org.bihuan.terms.ConversionKind;
import org.bihuan.terms.ReplyClass;
import org.bihuan.terms.ReplyDecision;
import org.bihuan.terms.Rows;
import org.bihuan.terms.Term;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/**
 * What units draft as their replies, every version, the first reply and the one after 不满意 alike. What is replied to a suggestion is a point of
 * its own, from the form to the paper: it is never joined and never cut.
 */
@Repository
public class Replies implements Correctable {

	private final JdbcClient jdbc;
	private final Clock clock;

	Replies(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * A version as it was drafted.
	 *
	 * @param reply the explanation, unless it adopts: then it is null, and what is replied stands in its points
	 * @param redoneOn the day on which the unit had done it again; null for a first reply
	 * @param signedBy the unit's leader who signed it (审签); null before
	 */
	public record Draft(long id, String assignmentId, ReplyDecision decision, ReplyClass replyClass, String reply, String policyBasis,
			ConversionKind proposedKind, String talk, String contact, String phone, String draftedBy, LocalDate extendUntil, LocalDate plannedOn,
			LocalDate redoneOn, String signedBy) {
	}

	/**
	 * What is drafted; whatever the form did not ask for is null.
	 *
	 * @param points what is replied to each suggestion; empty unless it adopts, when there is an explanation instead
	 */
	public record Content(ReplyDecision decision, ReplyClass replyClass, List<Point> points, String explanation, String policyBasis,
			ConversionKind proposedKind, String talk, String contact, String phone, LocalDate extendUntil, LocalDate plannedOn, LocalDate redoneOn) {
	}

	/** Keeps the next version. */
	public void draft(String assignmentId, Content content, String actor) {
		KeyHolder key = new GeneratedKeyHolder();
		jdbc.sql("""
				insert into reply_draft (assignment_id, decision, reply_class, reply, policy_basis, proposed_kind, talk, contact, phone,
				drafted_by, drafted_at, extend_until, planned_on, redone_on)
				values (:id, :decision, :class, :reply, :basis, :kind, :talk, :contact, :phone, :actor, :at, :until, :planned, :redone)""")
				.param("id", assignmentId).param("decision", content.decision().code()).param("class", Term.codeOf(content.replyClass()))
				.param("reply", content.explanation()).param("basis", content.policyBasis()).param("kind", Term.codeOf(content.proposedKind()))
				.param("talk", content.talk()).param("contact", content.contact()).param("phone", content.phone()).param("actor", actor)
				.param("at", OffsetDateTime.now(clock)).param("until", content.extendUntil()).param("planned", content.plannedOn())
				.param("redone", content.redoneOn()).update(key, "id");
		long id = Objects.requireNonNull(key.getKey()).longValue();
		content.points().forEach(point -> jdbc.sql("insert into reply_point (reply_id, suggestion_id, text) values (?, ?, ?)")
				.params(id, point.suggestionId(), point.text()).update());
	}

	/** 审签: the unit's leader signs this version; it goes out in his name. */
	public void sign(Draft draft, String actor) {
		jdbc.sql("update reply_draft set signed_by = ?, signed_at = ? where id = ?").params(actor, OffsetDateTime.now(clock), draft.id()).update();
	}

	/** What the unit that has it now drafted last; what another drafted before a 改派 is not its business. */
	public Optional<Draft> last(String assignmentId) {
		return jdbc.sql("""
				select d.* from reply_draft d join assignment a on a.id = d.assignment_id
				where a.id = ? and d.drafted_at >= a.delivered_at order by d.id desc limit 1""").param(assignmentId).query(Rows.of(Draft.class))
				.optional();
	}

	/**
	 * Who drafted a version of what is in hand, in their order: since what was decided on before, which is another text. That is a note with its
	 * signature (延期 and the like), a letter with its issue.
	 */
	public List<String> writers(String assignmentId) {
		return jdbc.sql("""
				select d.drafted_by from reply_draft d join assignment a on a.id = d.assignment_id
				where a.id = :id and d.drafted_at >= a.delivered_at and d.id > coalesce((select max(p.id) from reply_draft p
				where p.assignment_id = a.id and p.signed_at is not null and (p.decision <> :letter or exists (select 1 from document l
				where l.assignment_id = a.id and l.kind = :reply and l.issued_at >= p.signed_at))), 0) order by d.id""").param("id", assignmentId)
				.param("letter", ReplyDecision.ADOPTED.code()).param("reply", Documents.Kind.REPLY.code()).query(String.class).list();
	}

	/** The reply that stands: what was signed last; before anything is, the last draft. */
	public Optional<Draft> standing(String assignmentId) {
		return jdbc.sql("select * from reply_draft where assignment_id = ? order by case when signed_by is null then 1 else 0 end, id desc limit 1")
				.param(assignmentId).query(Rows.of(Draft.class)).optional();
	}

	/** Whom a unit named in its last reply, by the keys of the forms: {@code contact} and {@code phone}; empty before its first. */
	public Map<String, Object> lastContact(String unit) {
		record Contact(String contact, String phone) {
		}
		return jdbc.sql("""
				select d.contact, d.phone from reply_draft d join assignment a on a.id = d.assignment_id
				where a.lead_unit = ? and d.drafted_at >= a.delivered_at and d.contact is not null and d.phone is not null
				order by d.id desc limit 1""").param(unit).query(Rows.of(Contact.class)).optional()
				.map(one -> Map.<String, Object>of("contact", one.contact(), "phone", one.phone())).orElse(Map.of());
	}

	/** What a draft replies to each suggestion, in their order; empty unless it adopts them. */
	public List<Point> points(Draft draft) {
		return jdbc.sql("select p.suggestion_id, s.seq, p.text from reply_point p join suggestion s on s.id = p.suggestion_id "
				+ "where p.reply_id = ? order by s.seq").param(draft.id()).query(Rows.of(Point.class)).list();
	}

	@Override
	public Set<Field> correctable() {
		return Set.of(Field.REPLY_CONTACT, Field.REPLY_PHONE);
	}

	@Override
	public Optional<String> rowOf(Field field, String assignmentId) {
		return jdbc.sql("select max(id) from reply_draft where assignment_id = ?").param(assignmentId).query(Long.class).optional()
				.map(String::valueOf);
	}

	@Override
	public String value(Field field, String row) {
		return jdbc.sql("select " + column(field) + " from reply_draft where id = ?").param(Long.valueOf(row)).query(String.class).list().get(0);
	}

	@Override
	public void correct(Field field, String row, String value) {
		jdbc.sql("update reply_draft set " + column(field) + " = ? where id = ?").params(value, Long.valueOf(row)).update();
	}

	private static String column(Field field) {
		return field == Field.REPLY_CONTACT ? "contact" : "phone";
	}

	/** What a draft says, to be read by people: point by point, or the explanation. */
	public String inWords(Draft draft) {
		return draft.reply() == null ? Point.inWords(points(draft)) : draft.reply();
	}
}
