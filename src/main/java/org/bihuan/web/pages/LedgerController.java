package org.bihuan.web.pages;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.bihuan.calendar.Light;
import org.bihuan.calendar.LightPolicy;
import org.bihuan.identity.Organisation;
import org.bihuan.identity.Reader;
import org.bihuan.ledger.Breakdown;
import org.bihuan.ledger.LedgerFilter;
import org.bihuan.ledger.LedgerFilter.Status;
import org.bihuan.ledger.LedgerRows;
import org.bihuan.ledger.LedgerRows.Line;
import org.bihuan.ledger.LedgerRows.Order;
import org.bihuan.ledger.SavedViews;
import org.bihuan.ledger.SavedViews.View;
import org.bihuan.ledger.Scope;
import org.bihuan.web.security.Scopes;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 台账: the rows that the reader may see, filtered, ordered, page by page, and as a spreadsheet. */
@Controller
class LedgerController {

	private static final int A_PAGE = 50;
	private static final int A_STREAM = 500;
	private static final int COUNTED_UP_TO = 10_000;

	private final LedgerRows rows;
	private final Breakdown breakdown;
	private final Organisation organisation;
	private final LightPolicy lights;
	private final InHand inHand;
	private final SavedViews views;
	private final Clock clock;

	LedgerController(LedgerRows rows, Breakdown breakdown, Organisation organisation, LightPolicy lights, InHand inHand, SavedViews views,
			Clock clock) {
		this.inHand = inHand;
		this.views = views;
		this.rows = rows;
		this.breakdown = breakdown;
		this.organisation = organisation;
		this.lights = lights;
		this.clock = clock;
	}

	/**
	 * A heading that orders by its column.
	 *
	 * @param arrow which way the rows are ordered by it now; empty if by another
	 */
	record Heading(String label, String address, String arrow) {
	}

	/** @param here whether it is what the page shows */
	record Chip(String name, String address, boolean here, boolean opens) {
	}

	@GetMapping("/ledger")
	String ledger(Reader reader, LedgerQuery query, HttpServletRequest request, Model model) {
		List<View> own = views.of(reader.id());
		Optional<View> opening = own.stream().filter(View::opens).findFirst();
		if (opening.isPresent() && request.getQueryString() == null) {
			return "redirect:/ledger" + opening.get().address();
		}
		String view = query.view();
		model.addAttribute("views", own.stream().map(one -> new Chip(one.name(), "/ledger" + one.address(), one.address().equals(view), one.opens()))
				.toList());
		model.addAttribute("keep", "/ledger/views" + view);
		model.addAttribute("everything", "/ledger" + (opening.isPresent() ? LedgerQuery.EVERYTHING : ""));
		Scope scope = Scopes.of(reader);
		LedgerFilter filter = query.filter();
		List<Line> page = rows.page(scope, filter, query.order(), query.descending(), query.after(), A_PAGE + 1);
		List<Line> shown = page.subList(0, Math.min(A_PAGE, page.size()));
		Names names = new Names(organisation);
		LocalDate today = LocalDate.now(clock);
		List<LedgerLine> lines = new ArrayList<>();
		InHand.Held held = inHand.of(reader, shown.stream().map(line -> line.row().outcomeId()).toList());
		boolean wholes = InHand.wholes(reader);
		for (Line line : shown) {
			lines.add(LedgerLine.of(query.before() + lines.size() + 1, line, held.of(line.row(), wholes), names, lights, today));
		}
		int count = rows.count(scope, filter, COUNTED_UP_TO + 1);
		model.addAttribute("lines", lines);
		model.addAttribute("mending", new Mending(reader));
		model.addAttribute("count", count > COUNTED_UP_TO ? "超过 " + COUNTED_UP_TO + " 行" : "共 " + count + " 行");
		model.addAttribute("query", query);
		model.addAttribute("figure", filter.figure());
		model.addAttribute("headings", Stream.of(Order.values()).map(order -> new Heading(order.label(), "/ledger" + query.sortedBy(order).address(),
				order != query.order() ? "" : query.descending() ? "↓" : "↑")).toList());
		model.addAttribute("next",
				page.size() <= A_PAGE ? null : "/ledger" + query.from(shown.get(A_PAGE - 1).row().key(), query.before() + A_PAGE).address());
		model.addAttribute("first", query.before() == 0 ? null : "/ledger" + query.from(null, 0).address());
		model.addAttribute("export", "/ledger/export.xlsx" + query.from(null, 0).address());
		model.addAttribute("withoutFigure", "/ledger" + query.withoutFigure().address());
		model.addAttribute("years", breakdown.years());
		model.addAttribute("committees", organisation.committees());
		model.addAttribute("units", organisation.units());
		model.addAttribute("statuses", Status.values());
		model.addAttribute("lights", Light.values());
		return "ledger";
	}

	/** The same rows as the page, all of them, as they are read: the memory does not grow with them. */
	@GetMapping("/ledger/export.xlsx")
	void export(Reader reader, LedgerQuery query, HttpServletResponse response) throws IOException {
		Scope scope = Scopes.of(reader);
		LedgerFilter filter = query.filter();
		Order order = query.order();
		Names names = new Names(organisation);
		LocalDate today = LocalDate.now(clock);
		response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename("台账-" + today + ".xlsx", java.nio.charset.StandardCharsets.UTF_8).build().toString());
		boolean wholes = InHand.wholes(reader);
		try (LedgerWorkbook workbook = new LedgerWorkbook(today)) {
			String after = null;
			int number = 0;
			List<Line> page;
			do {
				page = rows.page(scope, filter, order, query.descending(), after, A_STREAM);
				InHand.Held held = inHand.of(reader, page.stream().map(line -> line.row().outcomeId()).toList());
				for (Line line : page) {
					workbook.add(LedgerLine.of(++number, line, held.of(line.row(), wholes), names, lights, today));
					after = line.row().key();
				}
			}
			while (page.size() == A_STREAM);
			workbook.writeTo(response.getOutputStream());
		}
	}
}
