package org.bihuan.web.pages;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/**
 * The way back from a page to the one from which it was opened, with all that was asked for there: the browser says which it was, and only a page of
 * ours that lies above or beside this one counts, so that two pages never lead to each other for ever. Where it says nothing, or something else, the
 * way leads to the page above.
 *
 * @param address a path of ours, with its question
 * @param label in Chinese
 */
record PreviousPage(String address, String label) {

	/** @param level how deep it lies below the first screen */
	private record Place(String path, String label, int level) {

		private boolean has(String wanted) {
			return wanted.equals(path) || (!path.equals("/") && wanted.startsWith(path + "/"));
		}
	}

	private static final Place HOME = new Place("/", "首页", 0);
	private static final Place LEDGER = new Place("/ledger", "台账", 1);
	private static final Place CASE = new Place("/outcomes", "成果", 2);
	private static final List<Place> PLACES = List.of(HOME, LEDGER, CASE, new Place("/statistics", "统计", 1), new Place("/sheet", "领导专报", 1),
			new Place("/overdue", "逾期清单", 1), new Place("/notices", "通知", 1), new Place("/models", "流程图和表单", 1),
			new Place("/reconciliation", "对账", 1), new Place("/camunda/app/tasklist", "待办", 1));

	/** Null on the first screen, above which there is nothing. */
	static PreviousPage of(HttpServletRequest request) {
		String here = request.getRequestURI();
		if (HOME.has(here)) {
			return null;
		}
		PreviousPage said = said(request.getHeader(HttpHeaders.REFERER), request.getServerName(), here);
		Place above = CASE.has(here) ? LEDGER : HOME;
		return said == null ? new PreviousPage(above.path(), above.label()) : said;
	}

	private static PreviousPage said(String referer, String host, String here) {
		try {
			URI from = referer == null ? null : new URI(referer);
			if (from == null || from.getRawPath() == null || !host.equals(from.getHost()) || from.getRawPath().equals(here)) {
				return null;
			}
			int level = PLACES.stream().filter(one -> one.has(here)).mapToInt(Place::level).findFirst().orElse(CASE.level());
			return PLACES.stream().filter(one -> one.has(from.getRawPath()) && one.level() <= level).findFirst()
					.map(one -> new PreviousPage(from.getRawPath() + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery()), one.label()))
					.orElse(null);
		}
		catch (URISyntaxException notAnAddress) {
			return null;
		}
	}
}
