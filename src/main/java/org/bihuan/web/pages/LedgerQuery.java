package org.bihuan.web.pages;

import org.bihuan.calendar.Light;
import org.bihuan.ledger.Figure;
import org.bihuan.ledger.LedgerFilter;
import org.bihuan.ledger.LedgerFilter.Status;
import org.bihuan.ledger.LedgerRows.Order;
import org.bihuan.web.security.PageRefusal;

/**
 * The address of a ledger page: what is asked for, in what order, and where it begins. All of it stands in the address, so that a
 * page can be kept as a bookmark or sent to a colleague. Spring fills it from the parameters; what is not asked for is null or blank.
 *
 * @param after the key of the row before the page's first one
 * @param n how many rows stand before it, for 序号
 */
record LedgerQuery(String year, String committee, String unit, String status, String light, String text, String figure, String sort, String dir,
		String after, Integer n) {

	/** The address of the whole ledger, also for who has it open with a view of his own. */
	static final String EVERYTHING = "?sort=" + Order.NUMBER.name();

	/** @throws PageRefusal (HTTP 400) for a word that is none of ours */
	LedgerFilter filter() {
		try {
			return new LedgerFilter(Addresses.blank(year) ? null : Integer.valueOf(year), value(committee), value(unit),
					Addresses.blank(status) ? null : Status.valueOf(status),
					Addresses.blank(light) ? null : Light.valueOf(light), value(text), Addresses.blank(figure) ? null : Figure.valueOf(figure));
		}
		catch (IllegalArgumentException unknown) {
			throw PageRefusal.bad("地址里的筛选条件不对，请回到台账重新选择。");
		}
	}

	Order order() {
		try {
			return Addresses.blank(sort) ? Order.NUMBER : Order.valueOf(sort);
		}
		catch (IllegalArgumentException unknown) {
			throw PageRefusal.bad("地址里的排序方式不对，请回到台账重新选择。");
		}
	}

	/** Newest first unless asked otherwise. */
	boolean descending() {
		return !"asc".equals(dir);
	}

	int before() {
		return n == null || n < 0 ? 0 : n;
	}

	LedgerQuery sortedBy(Order order) {
		return new LedgerQuery(year, committee, unit, status, light, text, figure, order.name(), order == order() && descending() ? "asc" : "desc",
				null, null);
	}

	LedgerQuery from(String key, int rowsBefore) {
		return new LedgerQuery(year, committee, unit, status, light, text, figure, sort, dir, key, rowsBefore);
	}

	/**
	 * The filter and the order alone, as a view keeps them.
	 *
	 * @throws PageRefusal (HTTP 400) for a word that is none of ours
	 */
	String view() {
		filter();
		order();
		String address = new LedgerQuery(year, committee, unit, status, light, text, figure, sort, dir, null, null).address();
		return address.isEmpty() ? EVERYTHING : address;
	}

	LedgerQuery withoutFigure() {
		return new LedgerQuery(year, committee, unit, status, light, text, null, sort, dir, null, null);
	}

	static LedgerQuery behind(Figure figure, String year, String committee, String unit) {
		return new LedgerQuery(year, committee, unit, null, null, null, figure.name(), null, null, null, null);
	}

	/** The rows of a light. */
	static LedgerQuery lit(Light light) {
		return new LedgerQuery(null, null, null, null, light.name(), null, null, null, null, null, null);
	}

	/** As the address writes it, from the question mark on; empty for nothing. */
	String address() {
		return Addresses.query("year", year, "committee", committee, "unit", unit, "status", status, "light", light, "text", text, "figure", figure,
				"sort", sort, "dir", dir, "after", after, "n", n);
	}

	private static String value(String value) {
		return Addresses.blank(value) ? null : value.strip();
	}
}
