package org.bihuan.rehearsal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.bihuan.engine.answer.FormFiller.Choice;
import org.bihuan.engine.answer.FormFiller.Filled;

/**
 * What else could be answered to a form: each other option of a choice, a box the other way, one of what may be left out, numbers on both sides of
 * what a gateway compares them with.
 */
final class Variations {

	/** On a choice among more a document depends, and not the way. */
	private static final int MOST_OPTIONS = 5;
	private static final String RADIO = "radio";

	private final Places places;
	private final Wishes wishes;

	Variations(Places places, Wishes wishes) {
		this.places = places;
		this.wishes = wishes;
	}

	/** One of them. */
	interface Variation {

		/**
		 * @param key the same in every set that offers it
		 * @param name in Chinese
		 * @param wishes by which the form is filled in so
		 */
		void with(String key, String name, Map<String, Object> wishes);
	}

	/** @param plainly the wishes of the plain answer */
	void each(Filled plain, Map<String, Object> plainly, Variation variation) {
		boolean several = plain.choices().stream().filter(one -> RADIO.equals(one.kind())).count() > 1;
		for (Choice choice : plain.choices()) {
			String label = "“" + choice.label() + "”";
			switch (choice.kind()) {
				case RADIO, "select" -> options(choice, plain, plainly, several ? label : "", variation);
				case "checkbox" -> {
					if (!choice.required()) {
						boolean tick = !Boolean.TRUE.equals(plain.answer().get(choice.key()));
						offer(choice, tick, (tick ? "勾选" : "不勾选") + label, plainly, variation);
					}
				}
				case "taglist" -> {
					if (!choice.required() && !plainly.containsKey(choice.key()) && !choice.offered().isEmpty()) {
						String one = wishes.another(choice.offered().keySet(), plainly.values());
						variation.with(choice.key() + "/some", label + "选一项", Wishes.with(plainly, choice.key(), List.of(one)));
					}
				}
				case "number" -> {
					if (choice.decisive()) {
						places.thresholds(choice.key()).stream().flatMap(one -> Stream.of(one - 1, one, one + 1)).distinct()
								.forEach(one -> offer(choice, one, label + "填 " + one, plainly, variation));
					}
				}
				default -> {
					// of the others each answer goes the same way
				}
			}
		}
	}

	/** Of a list of rows the first option of each is the plain one. */
	private static void options(Choice choice, Filled plain, Map<String, Object> plainly, String label, Variation variation) {
		boolean inList = choice.key().contains(".");
		boolean few = choice.offered().size() <= MOST_OPTIONS;
		boolean looked = RADIO.equals(choice.kind()) || (choice.written() && !inList);
		if (choice.decisive() || (few && looked)) {
			Object usual = inList ? choice.offered().keySet().stream().findFirst().orElse(null) : plain.answer().get(choice.key());
			choice.offered().forEach((code, word) -> {
				if (!code.equals(usual)) {
					offer(choice, code, label + "选“" + word + "”", plainly, variation);
				}
			});
		}
	}

	private static void offer(Choice choice, Object value, String name, Map<String, Object> plainly, Variation variation) {
		variation.with(choice.key() + "/" + value, name, Wishes.with(plainly, choice.key(), value));
	}
}
