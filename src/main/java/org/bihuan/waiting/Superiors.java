package org.bihuan.waiting;

import java.util.Collection;
import java.util.List;

import org.bihuan.engine.time.Superior;
import org.bihuan.telling.Parties;
import org.bihuan.telling.Parties.OfCase;
import org.bihuan.terms.Addressee;
import org.springframework.stereotype.Component;

/** Who they are that a model calls the superiors of a task. */
@Component
public class Superiors {

	private final Parties parties;

	Superiors(Parties parties) {
		this.parties = parties;
	}

	/**
	 * The groups and people, each once. Somebody always hears: 区政协办 where there is no case whose 专委会 could, 督考办 where no leader is named.
	 *
	 * @param outcomeId null for a task of no case: then only offices can be told
	 * @param assignmentId null when the task is about the whole outcome
	 */
	public List<String> of(Collection<Superior> words, String outcomeId, String assignmentId) {
		OfCase about = parties.of(outcomeId, assignmentId);
		return words.stream().flatMap(word -> {
			List<String> found = about.who(word.party());
			return (found.isEmpty() ? about.who(instead(word)) : found).stream();
		}).distinct().toList();
	}

	private static Addressee instead(Superior word) {
		return word == Superior.COMMITTEE ? Addressee.CPPCC_OFFICE : Addressee.SUPERVISION_OFFICE;
	}
}
