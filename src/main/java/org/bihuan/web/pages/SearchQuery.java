package org.bihuan.web.pages;

import org.bihuan.search.SearchKind;
import org.bihuan.terms.Term;
import org.bihuan.web.security.PageRefusal;

/**
 * The address of a page of 搜索. Spring fills it from the parameters; what is not asked for is null or blank.
 *
 * @param words as they were typed
 * @param kind a code of {@link SearchKind}
 * @param year of 报送
 * @param after the number of the case before the page's first one
 */
record SearchQuery(String words, String kind, String year, String after) {

	/** @throws PageRefusal (HTTP 400) for a word that is none of ours */
	SearchKind kindWanted() {
		return Addresses.blank(kind) ? null : Term.find(SearchKind.class, kind).orElseThrow(SearchQuery::unknown);
	}

	/** @throws PageRefusal (HTTP 400) for what is no number */
	Integer yearWanted() {
		try {
			return Addresses.blank(year) ? null : Integer.valueOf(year);
		}
		catch (NumberFormatException noNumber) {
			throw unknown();
		}
	}

	private static PageRefusal unknown() {
		return PageRefusal.bad("地址里的筛选条件不对，请回到搜索重新选择。");
	}

	SearchQuery from(String key) {
		return new SearchQuery(words, kind, year, key);
	}

	String address() {
		return "/search" + Addresses.query("words", words, "kind", kind, "year", year, "after", after);
	}
}
