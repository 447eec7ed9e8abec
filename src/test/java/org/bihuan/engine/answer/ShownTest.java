package org.bihuan.engine.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.json.Json;
import org.bihuan.terms.Markdown;
import org.bihuan.terms.Option;
import org.junit.jupiter.api.Test;

/** Whoever draws a form, its texts show what people wrote; its choices and conditions read what was written. */
class ShownTest {

	private record Case(String title, int count, LocalDate day) {
	}

	private record View(@JsonUnwrapped Case about, Markdown list, List<Option> units, String absent) {
	}

	@Test
	void everyTextOfAViewIsThereAsItIsSeen() {
		View view = new View(new Case("改*造*", 3, LocalDate.of(2026, 11, 26)), Markdown.of("- **%s**", "<甲>"),
				List.of(new Option("公安_局_", "unit_gongan")), null);
		assertThat(Json.write(Shown.of(view))).isEqualTo("""
				{"title":"改\\\\*造\\\\*","count":3,"day":"2026-11-26","list":"- **&lt;甲&gt;**",\
				"units":[{"label":"公安\\\\_局\\\\_","value":"unit\\\\_gongan"}],"absent":null}""");
		assertThat(Forms.shown(view)).as("what choices and conditions read").containsEntry("title", "改*造*");
	}

	private static String handedOut(String component) {
		return new String(Shown.handedOut(("{\"components\":[" + component + "]}").getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 11, 26)),
				StandardCharsets.UTF_8);
	}

	@Test
	void theTextsOfAFormReadWhatIsSeen() {
		assertThat(handedOut("{\"type\":\"text\",\"text\":\"**{{view.title}}**，{{ string(view.count) }}，view.x\"}"))
				.contains("**{{view.shown.title}}**，{{ string(view.shown.count) }}，view.x");
		assertThat(handedOut("{\"type\":\"text\",\"text\":\"{{#loop view.units}}{{this.label}}{{/loop}}\"}"))
				.contains("{{#loop view.shown.units}}{{this.label}}{{/loop}}");
		assertThat(handedOut("{\"type\":\"text\",\"text\":\"=view.title\"}")).contains("=view.shown.title");
		assertThat(handedOut("{\"type\":\"group\",\"components\":[{\"type\":\"text\",\"text\":\"{{view.title}}\"}]}"))
				.contains("{{view.shown.title}}");
	}

	@Test
	void conditionsAndChoicesReadWhatWasWritten() {
		assertThat(handedOut("{\"type\":\"text\",\"text\":\"{{#if view.title = \\\"a-b\\\"}}一{{/if}}\"}")).contains("{{#if view.title =");
		assertThat(handedOut("{\"type\":\"select\",\"valuesExpression\":\"=view.units\",\"conditional\":{\"hide\":\"=view.count = 0\"}}"))
				.contains("\"=view.units\"", "\"=view.count = 0\"");
	}

	/** A task may have lain for days: the day is that on which its form is opened, not that on which it was made. */
	@Test
	void aDateOfAnActThatIsDoneTodayBeginsWithToday() {
		assertThat(handedOut("{\"type\":\"datetime\",\"key\":\"heldOn\",\"properties\":{\"default\":\"today\"}},"
				+ "{\"type\":\"dynamiclist\",\"components\":[{\"type\":\"datetime\",\"key\":\"metOn\",\"properties\":{\"default\":\"today\"}}]},"
				+ "{\"type\":\"datetime\",\"key\":\"limit\"}"))
				.containsSubsequence("heldOn", "\"defaultValue\":\"2026-11-26\"", "metOn", "\"defaultValue\":\"2026-11-26\"", "limit")
				.doesNotContain("\"limit\",\"defaultValue");
	}
}
