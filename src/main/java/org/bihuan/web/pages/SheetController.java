package org.bihuan.web.pages;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import org.bihuan.calendar.LightPolicy;
import org.bihuan.identity.Organisation;
import org.bihuan.identity.Reader;
import org.bihuan.ledger.Assignments.State;
import org.bihuan.ledger.Attention;
import org.bihuan.ledger.Attention.Item;
import org.bihuan.ledger.Attention.What;
import org.bihuan.ledger.Statistics;
import org.bihuan.waiting.LateTasks;
import org.bihuan.waiting.LateTasks.Late;
import org.bihuan.web.pages.InHand.Held;
import org.bihuan.web.security.PageRefusal;
import org.bihuan.web.security.Scopes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 领导专报: one page to print. What is past its day, what is near it, what was closed in the month, what is promised and for when. */
@Controller
class SheetController {

	/** How many lines of a table, headings among them, one page of A4 has room for. */
	private static final int A_PAGE = 36;
	/** Of how many steps a line says who has them. */
	private static final int MOST_HANDS = 2;

	private final Attention attention;
	private final Statistics statistics;
	private final Organisation organisation;
	private final LightPolicy lights;
	private final LateTasks lateTasks;
	private final InHand inHand;
	private final Clock clock;

	SheetController(Attention attention, Statistics statistics, Organisation organisation, LightPolicy lights, LateTasks lateTasks, InHand inHand,
			Clock clock) {
		this.inHand = inHand;
		this.lateTasks = lateTasks;
		this.attention = attention;
		this.statistics = statistics;
		this.organisation = organisation;
		this.lights = lights;
		this.clock = clock;
	}

	/**
	 * @param day what the line is about
	 * @param note how far it is
	 * @param now who has it; empty for what has ended
	 * @param offers what the reader may put right about it, on the screen
	 */
	record Line(String outcomeId, String id, String title, String unit, LocalDate day, String note, String level, List<InHand.Now> now,
			List<Mending.Offer> offers) {

		/** What there is room for on paper. */
		public List<InHand.Now> shown() {
			return now.subList(0, Math.min(MOST_HANDS, now.size()));
		}

		/** On paper: the line itself, one for each that it says has it, and one for how many more there are. */
		private int height() {
			return 1 + shown().size() + (now.size() > MOST_HANDS ? 1 : 0);
		}
	}

	/**
	 * @param day what the days of its lines are called
	 * @param who what those are called whose they are
	 * @param more how many lines the paper has no room for
	 */
	record Part(String title, String day, String who, List<Line> lines, int more) {

		public int count() {
			return lines.size() + more;
		}

		/** In lines of the paper: heading, columns, its lines, and one that says that there are more. */
		private int height(int most) {
			Part cut = cut(most);
			return count() == 0 ? 1 : 2 + cut.lines().stream().mapToInt(Line::height).sum() + (cut.more() > 0 ? 1 : 0);
		}

		/** Those of its lines that fit on so many lines of the paper; one at least. */
		private Part cut(int most) {
			int kept = Math.min(1, lines.size());
			for (int height = lines.stream().limit(1).mapToInt(Line::height).sum(); kept < lines.size()
					&& height + lines.get(kept).height() <= most; kept++) {
				height += lines.get(kept).height();
			}
			return kept == lines.size() ? this : new Part(title, day, who, lines.subList(0, kept), count() - kept);
		}
	}

	/** The same parts, each cut to as many lines of the paper as lets all of them stand on one page; one line at least. */
	static List<List<Part>> onOnePage(List<List<Part>> sections) {
		int most = A_PAGE;
		while (most > 1 && height(sections, most) > A_PAGE) {
			most--;
		}
		int fitting = most;
		return sections.stream().map(parts -> parts.stream().map(part -> part.cut(fitting)).toList()).toList();
	}

	private static int height(List<List<Part>> sections, int most) {
		return sections.stream().flatMap(List::stream).mapToInt(part -> part.height(most)).sum();
	}

	/** @param month of what was closed, as 2023-07; the current one when it is not given */
	@GetMapping("/sheet")
	String sheet(Reader reader, @RequestParam(name = "month", required = false) String month, Model model) {
		Scopes.requireEverything(reader);
		LocalDate today = LocalDate.now(clock);
		LocalDate yellowUntil = today.plusDays(lights.yellowDays());
		YearMonth closedIn = month(month, today);
		Names names = new Names(organisation);
		Map<What, List<Item>> all = attention.all(closedIn, today);
		List<Item> closed = all.get(What.CLOSED);
		List<Late> late = lateTasks.now();
		Held held = inHand.of(reader, Stream.concat(
				all.values().stream().flatMap(List::stream).filter(item -> item.closedOn() == null).map(Item::outcomeId),
				late.stream().map(Late::outcomeId).filter(Objects::nonNull)).toList());
		Paper paper = new Paper(held, new Mending(reader), names);
		model.addAttribute("today", today);
		model.addAttribute("month", closedIn);
		model.addAttribute("figures", statistics.of(null, null).inWords());
		LocalDate yesterday = today.minusDays(1);
		List<Item> owed = all.get(What.REPLY_OWED);
		List<Item> limits = all.get(What.FOLLOW_UP_OWED).stream().filter(Item::isMending).toList();
		List<Item> lookBacks = all.get(What.FOLLOW_UP_OWED).stream().filter(one -> !one.isMending()).toList();
		List<Part> red = List.of(part("答复逾期", "应答复日", until(owed, Item::openDueOn, yesterday), Item::openDueOn, paper),
				part("整改期限已过", "整改期限", until(limits, Item::owedOn, yesterday), Item::owedOn, paper),
				agreed("落实、回头看日期已过", until(lookBacks, Item::owedOn, yesterday), paper),
				late(late, held, today));
		List<Part> yellow = List.of(part("答复将到期", "应答复日", until(from(owed, Item::openDueOn, today), Item::openDueOn, yellowUntil),
				Item::openDueOn, paper),
				part("整改将到期", "整改期限", until(from(limits, Item::owedOn, today), Item::owedOn, yellowUntil), Item::owedOn, paper),
				agreed("落实、回头看将到期", until(from(lookBacks, Item::owedOn, today), Item::owedOn, yellowUntil), paper));
		List<Part> done = List.of(part("核查销号", "销号日期", closed.stream().filter(one -> one.state() == State.VERIFIED).toList(), Item::closedOn, paper),
				part("转化", "转化日期", closed.stream().filter(one -> one.state() == State.CONVERTED).toList(), Item::closedOn, paper));
		List<Part> promised = List.of(part("推迟后的答复", "限期", all.get(What.REPLY_PROMISED), Item::promisedOn, paper),
				part("整改到位", "限期", from(limits, Item::owedOn, today), Item::owedOn, paper),
				agreed("落实和回头看", from(lookBacks, Item::owedOn, today), paper));
		List<List<Part>> sections = onOnePage(List.of(red, yellow, done, promised));
		model.addAttribute("red", sections.get(0));
		model.addAttribute("yellow", sections.get(1));
		model.addAttribute("done", sections.get(2));
		model.addAttribute("promised", sections.get(3));
		return "sheet";
	}

	private static List<Item> from(List<Item> items, Function<Item, LocalDate> day, LocalDate first) {
		return items.stream().filter(item -> !day.apply(item).isBefore(first)).toList();
	}

	private static List<Item> until(List<Item> items, Function<Item, LocalDate> day, LocalDate last) {
		return items.stream().filter(item -> !day.apply(item).isAfter(last)).toList();
	}

	private static YearMonth month(String month, LocalDate today) {
		try {
			return month == null || month.isBlank() ? YearMonth.from(today) : YearMonth.parse(month);
		}
		catch (DateTimeException notAMonth) {
			throw PageRefusal.bad("月份请写成 YYYY-MM，例如 2023-07。");
		}
	}

	private Part part(String title, String day, List<Item> items, Function<Item, LocalDate> of, Paper paper) {
		return part(title, day, "承办单位", items, of, paper);
	}

	/** Of what is to be done, or looked at, by an agreed day: whose it is differs from line to line. */
	private Part agreed(String title, List<Item> items, Paper paper) {
		return part(title, "约定日期", "由谁办", items, Item::owedOn, paper);
	}

	private Part part(String title, String day, String who, List<Item> items, Function<Item, LocalDate> of, Paper paper) {
		return new Part(title, day, who, items.stream().map(item -> line(item, of.apply(item), paper)).toList(), 0);
	}

	/** What the lines of one paper are written with. */
	private record Paper(Held held, Mending offers, Names names) {
	}

	/**
	 * What waits for people past its day, the longest first: a look-back that nobody makes cannot be missed. The task stands before the title, where
	 * there is room: a line of the paper is one line high.
	 */
	private Part late(List<Late> late, Held held, LocalDate today) {
		return new Part("任务超期", "应办日", "在谁手里", late.stream().map(one -> new Line(one.outcomeId(), one.number(),
				one.task() + (one.title().isEmpty() ? "" : "：" + one.title()), held.ofTask(one.taskId()).isEmpty() ? one.holder() : "", one.dueOn(),
				lights.reason(today, one.dueOn()),
				"", held.ofTask(one.taskId()), List.of())).toList(), 0);
	}

	private Line line(Item item, LocalDate day, Paper paper) {
		boolean closed = item.closedOn() != null;
		return new Line(item.outcomeId(), item.id(), item.title(), closed ? paper.names().of(item.leadUnit())
				: paper.held().owes(item, paper.names()), day,
				closed ? item.state().label() : lights.reason(LocalDate.now(clock), day),
				closed ? "" : Words.level(item.supervisionLevel()),
				closed ? List.of()
						: paper.held().ofAssignment(item.outcomeId(), item.id(), item.state(), item.openDueOn() == null ? item.owedOn() : null,
								true),
				closed ? List.of() : paper.offers().ofAssignment(item.id(), item.state()));
	}
}
