package org.bihuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;

/**
 * Fills in whatever form is on the screen: chooses as it is told, and writes into every text that is shown, asked for or not, something long of its
 * own. What the form has, its own file says, so that a new field is filled in without a new test.
 */
final class FormByHand {

	/** Long enough for a report of 2,290 characters and more, short enough for three that have one limit together. */
	private static final double SHARE = 0.3;
	private static final int MOST = 2_400;

	private static final Set<String> TEXTS = Set.of("textarea", "textfield");
	private static int written;

	private final TasklistPage page;
	private final String name;
	private final JsonNode view;
	private final List<String> texts = new ArrayList<>();

	/**
	 * @param name of the step, as it stands in what is written
	 * @param view what the form reads its options from
	 */
	FormByHand(TasklistPage page, String name, JsonNode view) {
		this.page = page;
		this.name = name;
		this.view = view;
	}

	/**
	 * First all choices, since they decide what else is asked, then what is written.
	 *
	 * @param answer what to choose, by the keys of the form; of its texts only those that are not free
	 * @return what was written
	 */
	List<String> fill(JsonNode form, Map<String, ?> answer) {
		JsonNode fields = form.path("components");
		each(fields, answer, false);
		page.settled();
		each(fields, answer, true);
		return texts;
	}

	private void each(JsonNode fields, Map<String, ?> answer, boolean words) {
		for (JsonNode field : fields) {
			if ("dynamiclist".equals(field.path("type").asText())) {
				eachRow(field, (List<?>) answer.get(field.path("path").asText()), words);
			}
			else if (page.count(label(field)) > 0) {
				one(field, 0, answer, words);
			}
		}
	}

	@SuppressWarnings("unchecked")
	private void eachRow(JsonNode list, List<?> rows, boolean words) {
		// what only says which row it is has no key
		List<JsonNode> fields = StreamSupport.stream(list.path("components").spliterator(), false).filter(field -> field.has("key")).toList();
		// the server's rows are there already
		if (list.path("allowAddRemove").asBoolean(true) && page.count(label(fields.get(0))) > 0) {
			page.rows(label(fields.get(0)), rows.size());
		}
		for (JsonNode field : fields) {
			for (int row = 0; row < page.count(label(field)); row++) {
				one(field, row, (Map<String, ?>) rows.get(Math.min(row, rows.size() - 1)), words);
			}
		}
	}

	private void one(JsonNode field, int row, Map<String, ?> answer, boolean words) {
		Object value = answer.get(field.path("key").asText());
		String type = field.path("type").asText();
		if (field.path("readonly").asBoolean()) {
			return;
		}
		if (words && TEXTS.contains(type)) {
			write(field, row, "textfield".equals(type) && value != null ? value.toString() : longWords(field));
		}
		else if (words && "datetime".equals(type) && value != null) {
			date(page.field(label(field), row), value.toString());
		}
		else if (!words && value != null) {
			choose(field, page.field(label(field), row), value);
			page.settled();
		}
	}

	private void write(JsonNode field, int row, String text) {
		page.field(label(field), row).locator("input, textarea").first().fill(text);
		texts.add(text);
	}

	private static void date(Locator field, String day) {
		Locator input = field.locator("input").first();
		input.click();
		input.fill(day);
		input.press("Enter");
		input.press("Tab");
	}

	private void choose(JsonNode field, Locator own, Object value) {
		switch (field.path("type").asText()) {
			case "radio" -> tick(own, place(field, value));
			case "checklist" -> ((List<?>) value).forEach(one -> tick(own, place(field, one)));
			case "select" -> {
				own.locator(".fjs-select-display").click();
				own.locator(".fjs-dropdownlist-item").nth(place(field, value)).click();
				leave(own);
			}
			case "taglist" -> {
				((List<?>) value).forEach(one -> tag(own, words(field, one)));
				leave(own);
			}
			default -> {
				// written, not chosen
			}
		}
	}

	private static void tick(Locator field, int place) {
		Locator own = field.locator("label:has(input)").nth(place);
		for (int attempt = 0; attempt < 5 && !own.locator("input").isChecked(); attempt++) {
			own.click();
		}
		assertThat(own.locator("input")).isChecked();
	}

	private static void tag(Locator field, String words) {
		if (field.locator(".fjs-taglist-tag", new Locator.LocatorOptions().setHasText(words)).count() == 0) {
			field.locator(".fjs-taglist-input").click();
			field.locator(".fjs-dropdownlist-item", new Locator.LocatorOptions().setHasText(words)).first().click();
		}
	}

	private static void leave(Locator field) {
		field.locator("input").first().evaluate("input => input.blur()");
		assertThat(field.locator(".fjs-dropdownlist")).isHidden();
	}

	private int place(JsonNode field, Object value) {
		List<String> values = StreamSupport.stream(options(field).spliterator(), false).map(one -> one.path("value").asText()).toList();
		return values.indexOf(String.valueOf(value));
	}

	private String words(JsonNode field, Object value) {
		return options(field).get(place(field, value)).path("label").asText();
	}

	private JsonNode options(JsonNode field) {
		return field.has("values") ? field.path("values") : view.path(field.path("valuesExpression").asText().replace("=view.", ""));
	}

	private static String label(JsonNode field) {
		return field.path("label").asText(field.path("dateLabel").asText());
	}

	/** Lines, quotation marks, and whatever means something to somebody on the way; nothing like it is written a second time. */
	private String longWords(JsonNode field) {
		written++;
		int length = Math.min((int) (field.path("validate").path("maxLength").asInt() * SHARE), MOST);
		StringBuilder words = new StringBuilder("〔" + written + "〕" + name + "的" + label(field) + "：");
		String end = "textarea".equals(field.path("type").asText()) ? "\n" : "";
		for (int sentence = 1; words.length() < length; sentence++) {
			words.append(sentence).append("、经费“不足”5%，A&B两处<旧房>*待修*，1_2_3号须于年内改造；").append(end);
		}
		return words.substring(0, length - 1) + "完";
	}
}
