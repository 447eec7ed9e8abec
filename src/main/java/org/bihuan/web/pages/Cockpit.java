package org.bihuan.web.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.bihuan.calendar.Light;
import org.bihuan.calendar.LightPolicy;
import org.bihuan.identity.Organisation;
import org.bihuan.identity.Reader;
import org.bihuan.ledger.Attention;
import org.bihuan.ledger.Attention.Item;
import org.bihuan.ledger.Attention.What;
import org.bihuan.ledger.Breakdown;
import org.bihuan.ledger.Statistics;
import org.bihuan.web.pages.FiguresController.Card;
import org.bihuan.web.pages.FiguresController.Where;
import org.springframework.stereotype.Component;

/**
 * 领导驾驶舱: the six published figures, what is red and whose it is, and the promises that fall due. Nothing is counted here: the figures are those of
 * the statistics, red is what the ledger's light is, a promise is what the leaders' sheet prints.
 */
@Component
class Cockpit {

	/** The seventh figure, what was withdrawn, is none of the published ones. */
	private static final int PUBLISHED = 6;
	/** How many lines of one holder, and how many promises, stand on the screen; the rest is a click away. */
	private static final int MOST = 8;

	private final Statistics statistics;
	private final Breakdown breakdown;
	private final Attention attention;
	private final Organisation organisation;
	private final InHand inHand;
	private final LightPolicy lights;
	private final Clock clock;

	Cockpit(Statistics statistics, Breakdown breakdown, Attention attention, Organisation organisation, InHand inHand, LightPolicy lights,
			Clock clock) {
		this.statistics = statistics;
		this.breakdown = breakdown;
		this.attention = attention;
		this.organisation = organisation;
		this.inHand = inHand;
		this.lights = lights;
		this.clock = clock;
	}

	/**
	 * One case.
	 *
	 * @param day by which it was, or is, owed
	 * @param words how far that is; with the promise, where there is one
	 */
	record Case(String id, String outcomeId, String title, String unit, LocalDate day, String words) {

		/** Of the case's page, at this assignment. */
		public String address() {
			return "/outcomes/" + outcomeId + "#" + id;
		}
	}

	/** Who owes what is red; {@code more} is how many of the {@code count} are not shown. */
	record Holder(String name, List<Case> cases, int count) {

		public int more() {
			return count - cases.size();
		}
	}

	/**
	 * @param period of which outcomes the figures are, in Chinese
	 * @param reds most first
	 * @param promises those of today and later, the nearest first
	 */
	record View(String period, List<Card> figures, int red, String redAddress, List<Holder> reds, List<Case> promises, int promised) {
	}

	View of(Reader reader) {
		LocalDate today = LocalDate.now(clock);
		Map<What, List<Item>> all = attention.all(YearMonth.from(today), today);
		Names names = new Names(organisation);
		List<Item> red = Stream.of(What.REPLY_OWED, What.FOLLOW_UP_OWED).flatMap(what -> all.get(what).stream())
				.filter(one -> one.owedOn().isBefore(today)).sorted(Comparator.comparing(Item::owedOn).thenComparing(Item::id)).toList();
		List<Item> promised = all.get(What.REPLY_PROMISED);
		return new View(FiguresController.everyYear(breakdown.years()),
				FiguresController.published(Where.EVERYTHING, statistics.of(null, null)).subList(0, PUBLISHED),
				red.size(), "/ledger" + LedgerQuery.lit(Light.RED).address(), holders(reader, red, names, today),
				promised.stream().limit(MOST).map(one -> shown(one, one.promisedOn(), names, today)).toList(), promised.size());
	}

	private List<Holder> holders(Reader reader, List<Item> red, Names names, LocalDate today) {
		InHand.Held held = inHand.of(reader, red.stream().map(Item::outcomeId).toList());
		Map<String, List<Item>> byName = new TreeMap<>();
		red.forEach(one -> byName.computeIfAbsent(held.owes(one, names), none -> new ArrayList<>()).add(one));
		return byName.entrySet().stream()
				.map(one -> new Holder(one.getKey(),
						one.getValue().stream().limit(MOST).map(item -> shown(item, item.owedOn(), names, today)).toList(),
						one.getValue().size()))
				.sorted(Comparator.comparing(Holder::count).reversed()).toList();
	}

	private Case shown(Item item, LocalDate day, Names names, LocalDate today) {
		boolean broken = item.promisedOn() != null && item.openDueOn() != null && !day.equals(item.promisedOn());
		return new Case(item.id(), item.outcomeId(), item.title(), names.of(item.leadUnit()), day,
				lights.reason(today, day) + (broken ? "，承诺 " + item.promisedOn() + " 前答复" : ""));
	}
}
