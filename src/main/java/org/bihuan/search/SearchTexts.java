package org.bihuan.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bihuan.ledger.Documents;
import org.bihuan.ledger.Trail;
import org.bihuan.terms.Asking;
import org.bihuan.terms.InstructionState;
import org.bihuan.terms.Rows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps what can be searched: each text of a case once more, as it is looked for. What is searched is said here alone, in one SELECT over the tables
 * that own the texts. Whatever is done to a case stands on its trail in the same transaction; before that commits, the case's texts are compared
 * with what is kept here, and what differs is put right. So nothing can be written and not be found, and no step knows of it.
 */
@Repository
public class SearchTexts {

	private static final Logger LOG = LoggerFactory.getLogger(SearchTexts.class);

	private static final int AT_ONCE = 100;

	/** What stands in the texts' own tables; the reply is the one that was issued. */
	private static final String WRITTEN = """
			select 'title ' || o.id as source, 'title' as kind, o.id as outcome_id, cast(null as varchar(60)) as assignment_id,
			cast(null as varchar(60)) as suggestion_id, o.title as text from outcome o where o.id in (:outcomes)
			union all select 'background ' || o.id, 'report', o.id, null, null, o.background from outcome o where o.id in (:outcomes)
			union all select 'summary ' || o.id, 'report', o.id, null, null, o.summary from outcome o where o.id in (:outcomes)
			union all select 'suggestion ' || s.id, 'suggestion', s.outcome_id, null, s.id, s.text from suggestion s
			where s.outcome_id in (:outcomes)
			union all select 'opinion ' || p.id, 'opinion', p.outcome_id, null, null, p.text from opinion p
			where p.outcome_id in (:outcomes) and p.state = GIVEN
			union all select 'instruction ' || i.id, 'instruction', i.outcome_id, null, null, i.words from instruction i
			where i.outcome_id in (:outcomes) and i.state = WORDS
			union all select 'requirement ' || a.id, 'requirement', a.outcome_id, a.id, null, a.requirement from assignment a
			where a.outcome_id in (:outcomes)
			union all select 'co-opinion ' || c.id, 'co-opinion', a.outcome_id, a.id, null, c.text from co_opinion c
			ASSIGNMENT c.assignment_id AND_ITS
			union all select 'reply ' || r.id, 'reply', a.outcome_id, a.id, null, r.reply from reply_draft r ASSIGNMENT r.assignment_id AND_ISSUED
			union all select 'policy ' || r.id, 'reply', a.outcome_id, a.id, null, r.policy_basis from reply_draft r
			ASSIGNMENT r.assignment_id AND_ISSUED
			union all select 'talk ' || r.id, 'reply', a.outcome_id, a.id, null, r.talk from reply_draft r ASSIGNMENT r.assignment_id AND_ISSUED
			union all select 'point ' || r.id || ' ' || p.suggestion_id, 'reply', a.outcome_id, a.id, null, p.text from reply_point p
			join reply_draft r on r.id = p.reply_id ASSIGNMENT r.assignment_id AND_ISSUED
			union all select 'implementation ' || m.id, 'implementation', a.outcome_id, a.id, null, m.report from implementation_report m
			ASSIGNMENT m.assignment_id AND_ITS
			union all select 'measure ' || m.id || ' ' || p.suggestion_id, 'implementation', a.outcome_id, a.id, null, p.text from measure p
			join implementation_report m on m.id = p.report_id and m.report is null ASSIGNMENT m.assignment_id AND_ITS
			union all select 'look-back ' || l.id, 'look-back', a.outcome_id, a.id, null, l.evidence from look_back l
			ASSIGNMENT l.assignment_id AND_ITS
			union all select 'site ' || l.id, 'look-back', a.outcome_id, a.id, null, l.site_check from look_back l ASSIGNMENT l.assignment_id AND_ITS
			union all select 'evidence ' || l.id || ' ' || p.suggestion_id, 'look-back', a.outcome_id, a.id, null, p.text from look_back_evidence p
			join look_back l on l.id = p.look_back_id ASSIGNMENT l.assignment_id AND_ITS
			union all select 'tracking ' || g.tracking_id || ' ' || g.party, 'look-back', a.outcome_id, a.id, null, g.evidence
			from tracking_signature g join tracking k on k.id = g.tracking_id ASSIGNMENT k.assignment_id AND_ITS
			union all select 'tracking-site ' || g.tracking_id || ' ' || g.party, 'look-back', a.outcome_id, a.id, null, g.site_check
			from tracking_signature g join tracking k on k.id = g.tracking_id ASSIGNMENT k.assignment_id AND_ITS
			union all select 'tracking-evidence ' || p.tracking_id || ' ' || p.party || ' ' || p.suggestion_id, 'look-back', a.outcome_id, a.id,
			null, p.text from tracking_evidence p join tracking k on k.id = p.tracking_id ASSIGNMENT k.assignment_id AND_ITS
			union all select 'rating ' || r.id, 'rating', a.outcome_id, a.id, null, r.remark from satisfaction r ASSIGNMENT r.assignment_id AND_ITS
			union all select 'meeting ' || d.id, 'meeting', a.outcome_id, a.id, null, d.result from dissatisfaction d
			ASSIGNMENT d.assignment_id AND_ITS
			union all select 'decision ' || d.id, 'meeting', a.outcome_id, a.id, null, d.decision_reason from dissatisfaction d
			ASSIGNMENT d.assignment_id AND_ITS"""
			.replace("GIVEN", Asking.GIVEN.quoted()).replace("WORDS", InstructionState.WRITTEN.quoted())
			.replace("AND_ISSUED", """
					AND_ITS and a.replied_on is not null and ((r.signed_at is not null and exists (select 1 from document l
					where l.assignment_id = a.id and l.kind = LETTER and l.issued_at >= r.signed_at)) or not exists (select 1 from reply_draft n
					where n.assignment_id = a.id and (n.signed_at is not null or n.id > r.id)))""".replace("LETTER", Documents.Kind.REPLY.quoted()))
			.replace("ASSIGNMENT", "join assignment a on a.id =").replace("AND_ITS", "where a.outcome_id in (:outcomes)");

	/** Both sides by one statement, so that they are of one moment: what another transaction just added is on both, or on none. */
	private static final String COMPARED = "select * from (select cast(null as bigint) as id, w.* from (" + WRITTEN
			+ ") w where w.text is not null union all select t.id, t.source, t.kind, t.outcome_id, t.assignment_id, t.suggestion_id, t.text "
			+ "from search_text t where t.outcome_id in (:outcomes)) compared order by source";

	private final JdbcClient jdbc;

	public SearchTexts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @param id null for what stands in its own table */
	record Text(Long id, String source, SearchKind kind, String outcomeId, String assignmentId, String suggestionId, String text) {

		boolean says(Text other) {
			return text.equals(other.text());
		}
	}

	/** Something was done to a case: before it is committed, what can be searched is what then stands. */
	@EventListener
	public void hear(Trail.Recorded recorded) {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			keep(Set.of(recorded.outcomeId()));
			return;
		}
		Touched touched = (Touched) TransactionSynchronizationManager.getResource(this);
		if (touched == null) {
			touched = new Touched();
			touched.resume();
			TransactionSynchronizationManager.registerSynchronization(touched);
		}
		touched.outcomes.add(recorded.outcomeId());
	}

	/** The cases of the running transaction, which may be a long one: it is found without asking all that wait for its end. */
	private final class Touched implements TransactionSynchronization {

		private final Set<String> outcomes = new LinkedHashSet<>();

		@Override
		public void suspend() {
			TransactionSynchronizationManager.unbindResource(SearchTexts.this);
		}

		@Override
		public void resume() {
			TransactionSynchronizationManager.bindResource(SearchTexts.this, this);
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			keep(outcomes);
		}

		@Override
		public void afterCompletion(int status) {
			TransactionSynchronizationManager.unbindResourceIfPossible(SearchTexts.this);
		}
	}

	/** What a former version wrote, before there was a search, is taken in; as a rule there is nothing. It runs before people are let in. */
	@EventListener(ApplicationReadyEvent.class)
	public void catchUp() {
		int all = 0;
		List<String> missing = missing();
		while (!missing.isEmpty()) {
			keep(missing);
			all += missing.size();
			missing = missing();
		}
		if (all > 0) {
			LOG.info("搜索：补建了 {} 件成果的索引", all);
		}
	}

	/** Each outcome has a title, so one that has been taken in has a text. */
	private List<String> missing() {
		return jdbc.sql("select o.id from outcome o where not exists (select 1 from search_text t where t.outcome_id = o.id) order by o.id limit ?")
				.param(AT_ONCE).query(String.class).list();
	}

	/** Makes what is kept of these cases what stands in their tables, in the caller's transaction. Of what is right already nothing is written. */
	private void keep(Collection<String> outcomes) {
		List<String> all = List.copyOf(outcomes);
		for (int from = 0; from < all.size(); from += AT_ONCE) {
			Map<String, Text> kept = new HashMap<>();
			List<Text> written = new ArrayList<>();
			jdbc.sql(COMPARED).param("outcomes", all.subList(from, Math.min(all.size(), from + AT_ONCE))).query(Rows.of(Text.class)).list()
					.forEach(one -> {
						if (one.id() == null) {
							written.add(one);
						}
						else {
							kept.put(one.source(), one);
						}
					});
			for (Text one : written) {
				Text before = kept.remove(one.source());
				if (before == null) {
					insert(one);
				}
				else if (!before.says(one)) {
					jdbc.sql("update search_text set text = ?, folded = ? where id = ?")
							.params(one.text(), Folded.of(one.text()).text(), before.id())
							.update();
				}
			}
			kept.values().forEach(gone -> jdbc.sql("delete from search_text where id = ?").param(gone.id()).update());
		}
	}

	private void insert(Text one) {
		jdbc.sql("""
				insert into search_text (source, kind, outcome_id, assignment_id, suggestion_id, text, folded)
				values (?, ?, ?, ?, ?, ?, ?)""").params(one.source(), one.kind().code(), one.outcomeId(), one.assignmentId(), one.suggestionId(),
				one.text(), Folded.of(one.text()).text()).update();
	}

	/** What differs between what is kept and what stands in the tables; empty. For a test, which walks the whole cycle. */
	List<String> differences() {
		Map<String, Integer> count = new HashMap<>();
		jdbc.sql(COMPARED).param("outcomes", jdbc.sql("select id from outcome").query(String.class).list()).query(Rows.of(Text.class)).list()
				.forEach(one -> count.merge(one.source() + ": " + one.text(), one.id() == null ? 1 : -1, Integer::sum));
		return count.entrySet().stream().filter(one -> one.getValue() != 0).map(Map.Entry::getKey).sorted().toList();
	}
}
