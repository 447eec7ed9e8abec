package org.bihuan.telling;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Notices;
import org.bihuan.ledger.Promises;
import org.bihuan.telling.Parties.OfCase;
import org.bihuan.terms.Addressee;
import org.bihuan.terms.Channel;
import org.bihuan.terms.Occasion;
import org.bihuan.terms.Recipient;
import org.bihuan.terms.Term;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whom the decision table 告知安排 names of what happened, in the transaction in which it happens. */
@Component
public class Telling {

	private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

	private final TellingTable table;
	private final Parties parties;
	private final Notices notices;
	private final Organisation organisation;

	Telling(TellingTable table, Parties parties, Notices notices, Organisation organisation) {
		this.table = table;
		this.parties = parties;
		this.notices = notices;
		this.organisation = organisation;
	}

	/** @return the groups and accounts that the table means, each once, in its order; also who was told of just this before */
	public List<String> tell(News news) {
		OfCase about = parties.of(news.outcomeId(), news.assignmentId());
		return tell(news, about, table.rows(news.occasion(), about.level()));
	}

	/** The same where another table, 催办安排, has said to whom. */
	public List<String> tell(News news, Collection<TellingRow> rows) {
		return tell(news, parties.of(news.outcomeId(), news.assignmentId()), rows);
	}

	private List<String> tell(News news, OfCase about, Collection<TellingRow> rows) {
		Map<String, Set<Channel>> told = new LinkedHashMap<>();
		for (TellingRow row : rows) {
			for (String recipient : who(row.to(), news, about)) {
				told.computeIfAbsent(recipient, one -> EnumSet.noneOf(Channel.class)).add(row.channel());
			}
		}
		told.forEach((recipient, channels) -> notices.tell(recipient, news.once(), news.occasion().kind(), news.outcomeId(), news.assignmentId(),
				text(recipient, news, about), channels));
		return List.copyOf(told.keySet());
	}

	private List<String> who(String to, News news, OfCase about) {
		Optional<Addressee> party = Recipient.party(to);
		if (party.isPresent()) {
			return who(party.get(), news, about);
		}
		String id = Recipient.id(to);
		if (!organisation.exists(id)) {
			LOG.warn("决策表写明告知“{}”，但没有这个小组或账号，通知“{}”没有人看得到。请改正决策表，或先建立它。", to, news.text());
		}
		return List.of(id);
	}

	private static List<String> who(Addressee party, News news, OfCase about) {
		Supplier<? extends List<String>> named = news.named().get(party);
		return named == null ? about.who(party) : named.get();
	}

	/** Who a recipient is to the case decides how it is worded for him, whatever the table calls him. */
	private static String text(String recipient, News news, OfCase about) {
		return news.wordings().entrySet().stream().filter(one -> who(one.getKey(), news, about).contains(recipient)).findFirst()
				.map(Map.Entry::getValue).orElse(news.text());
	}

	/**
	 * Who would be told of this now, as a form says it: {@code 分管副主席、财政局}. Empty when nobody would.
	 *
	 * @param assignmentId null where it is about the whole outcome
	 */
	public String inWords(Occasion occasion, String outcomeId, String assignmentId) {
		return table.rows(occasion, parties.of(outcomeId, assignmentId).level()).stream().map(TellingRow::to)
				.map(to -> Recipient.party(to).map(Term::label).orElseGet(() -> organisation.name(Recipient.id(to)))).distinct()
				.collect(Collectors.joining("、"));
	}

	/** The ledger keeps the promises and knows nobody who could be told. */
	@EventListener
	public void hear(Promises.PromisedAgain again) {
		tell(News.ofAssignment(Occasion.PROMISED_AGAIN, again.assignment(), "promised/" + again.times(), again.text()));
	}
}
