package org.bihuan.web.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import org.bihuan.identity.Organisation;
import org.bihuan.identity.Reader;
import org.bihuan.ledger.Breakdown;
import org.bihuan.ledger.Scope;
import org.bihuan.search.Search;
import org.bihuan.search.Search.Case;
import org.bihuan.search.Search.Found;
import org.bihuan.search.Search.Wanted;
import org.bihuan.search.SearchKind;
import org.bihuan.search.Snippet;
import org.bihuan.search.Sought;
import org.bihuan.web.security.Scopes;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 搜索: cases by what was written about them, as far as the reader may read it, with what was found. */
@Controller
class SearchController {

	private static final int A_PAGE = 20;
	private static final int COUNTED_UP_TO = 500;
	private static final int SHOWN_OF_A_CASE = 3;

	private final Search search;
	private final Breakdown breakdown;
	private final Organisation organisation;

	SearchController(Search search, Breakdown breakdown, Organisation organisation) {
		this.search = search;
		this.breakdown = breakdown;
		this.organisation = organisation;
	}

	/**
	 * A text in which something was found.
	 *
	 * @param about the number of the assignment; null for what is about the outcome as a whole
	 * @param address where the outcome's page has it
	 */
	record Hit(String kind, String about, String address, List<Snippet.Piece> pieces) {
	}

	/** @param title with what was found in it */
	record Result(String id, List<Snippet.Piece> title, String committee, String state, String submitted, List<Hit> hits) {
	}

	@GetMapping("/search")
	String search(Reader reader, SearchQuery query, Model model, HttpServletResponse response) {
		model.addAttribute("query", query);
		model.addAttribute("kinds", SearchKind.values());
		model.addAttribute("years", breakdown.years());
		model.addAttribute("results", List.of());
		SearchKind kind = query.kindWanted();
		Integer year = query.yearWanted();
		if (query.words() == null) {
			return "search";
		}
		Sought words = Sought.of(query.words());
		if (words.refusal().isPresent()) {
			response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
			model.addAttribute("refusal", words.refusal().get());
			return "search";
		}
		try {
			find(Scopes.of(reader), new Wanted(words.list(), kind, year), query, model);
		}
		catch (QueryTimeoutException tooLong) {
			response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
			model.addAttribute("refusal", "写着这些字的太多，找得太久，已经停下。请再加一个少见的词，或者选定年度、类别再找。");
		}
		return "search";
	}

	private void find(Scope scope, Wanted wanted, SearchQuery query, Model model) {
		List<Case> page = search.cases(scope, wanted, query.after(), A_PAGE + 1);
		List<Case> shown = page.subList(0, Math.min(A_PAGE, page.size()));
		int count = search.count(scope, wanted, COUNTED_UP_TO + 1);
		Map<String, List<Found>> texts = search.texts(scope, wanted, shown.stream().map(Case::id).toList()).stream()
				.collect(Collectors.groupingBy(Found::outcomeId));
		Names names = new Names(organisation);
		model.addAttribute("results",
				shown.stream().map(one -> result(one, texts.getOrDefault(one.id(), List.of()), wanted.words(), names)).toList());
		model.addAttribute("count", count > COUNTED_UP_TO ? "超过 " + COUNTED_UP_TO + " 件成果" : "共 " + count + " 件成果");
		model.addAttribute("first", query.after() == null ? null : query.from(null).address());
		model.addAttribute("next", page.size() <= A_PAGE ? null : query.from(shown.get(A_PAGE - 1).id()).address());
	}

	private static Result result(Case one, List<Found> texts, List<String> words, Names names) {
		String submitted = one.submissionNo() == null ? "" : one.submissionNo() + " " + one.submittedOn();
		return new Result(one.id(), Snippet.whole(one.title(), words), names.of(one.committee()),
				one.closing() == null ? one.state().label() : one.closing().label(), submitted,
				chosen(texts, words).stream().map(text -> hit(text, words)).toList());
	}

	/** The title stands above. Of the others first those in which the most words stand that stand in none before; in the order of the cycle. */
	private static List<Found> chosen(List<Found> texts, List<String> words) {
		List<Found> left = new ArrayList<>(texts.stream().filter(one -> one.kind() != SearchKind.TITLE).toList());
		List<Found> chosen = new ArrayList<>();
		Set<String> shown = new HashSet<>();
		while (chosen.size() < SHOWN_OF_A_CASE && !left.isEmpty()) {
			Found best = left.stream().max(Comparator.comparingLong((Found one) -> Snippet.found(one.text(), words).stream()
					.filter(word -> !shown.contains(word)).count()).thenComparing(left::indexOf, Comparator.reverseOrder())).orElseThrow();
			left.remove(best);
			chosen.add(best);
			shown.addAll(Snippet.found(best.text(), words));
		}
		return chosen.stream().sorted(Comparator.comparing(texts::indexOf)).toList();
	}

	private static Hit hit(Found text, List<String> words) {
		String place = text.assignmentId() == null ? text.kind().section() : text.assignmentId();
		return new Hit(text.kind().label(), text.assignmentId(), "/outcomes/" + text.outcomeId() + (place.isEmpty() ? "" : "#" + place),
				Snippet.around(text.text(), words));
	}
}
