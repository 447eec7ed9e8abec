package org.bihuan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the platform's webapps: ours say in Chinese all that the English ones of the packaged version say, and nothing else. */
class WebappWordsTest {

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	/** What stands for something else, what is marked up, and what is written with another character. */
	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*\\w+\\s*}}|\\{}|</?(?:a|br|strong)\\b[^>]*>|&[a-z]+;|\n");
	private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

	/** What is the same in every language: nothing, signs, a way to write a moment, kinds of files. */
	private static final List<String> SAME = List.of("", "<", "<=", ">", ">=", "YYYY-MM-DDTHH:mm:ss", "CSV", "JSON");
	/** The ending of a plural, which Chinese has none of. */
	private static final String PLURAL = "s";

	private static JsonNode locale(String app, String language) {
		String path = "META-INF/resources/webjars/camunda/app/" + app + "/locales/" + language + ".json";
		try (InputStream file = WebappWordsTest.class.getClassLoader().getResourceAsStream(path)) {
			String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
			return new ObjectMapper().readTree(text.replace(BYTE_ORDER_MARK, ""));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static Map<String, String> labels(String app, String language) {
		Map<String, String> labels = new LinkedHashMap<>();
		locale(app, language).path("labels").properties().forEach(one -> labels.put(one.getKey(), one.getValue().textValue()));
		return labels;
	}

	private static List<String> placeholders(String words) {
		return PLACEHOLDER.matcher(words).results().map(MatchResult::group).map(one -> one.replace(" ", "")).sorted().toList();
	}

	private static Map<String, String> shapes(JsonNode dates, String name) {
		Map<String, String> shapes = new TreeMap<>(Map.of(name, dates.getNodeType() + (dates.isArray() ? " of " + dates.size() : "")));
		dates.properties().forEach(one -> shapes.putAll(shapes(one.getValue(), name + "/" + one.getKey())));
		return shapes;
	}

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "cockpit", "admin", "welcome" })
	void everyWordOfThePackagedVersionIsThereAndNoOther(String app) {
		assertThat(labels(app, "zh-CN").keySet()).hasSizeGreaterThan(100).containsExactlyElementsOf(labels(app, "en").keySet());
	}

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "cockpit", "admin", "welcome" })
	void whatIsPutIntoASentenceIsPutIntoOursToo(String app) {
		Map<String, String> chinese = labels(app, "zh-CN");
		assertThat(labels(app, "en")).allSatisfy((key, words) -> assertThat(placeholders(chinese.get(key))).isEqualTo(placeholders(words)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "cockpit", "admin", "welcome" })
	void whatIsEnglishThereIsChineseHere(String app) {
		Map<String, String> chinese = labels(app, "zh-CN");
		assertThat(labels(app, "en").entrySet()).filteredOn(one -> !SAME.contains(one.getValue()) && !PLURAL.equals(one.getValue()))
				.allSatisfy(one -> assertThat(chinese.get(one.getKey())).as(one.getKey()).containsPattern(CHINESE));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "cockpit", "admin", "welcome" })
	void noWordTellsWhoseThePlatformIs(String app) {
		Map<String, String> chinese = labels(app, "zh-CN");
		// out of sight, whatever it says
		chinese.remove("BANNER_CE_EOL_TEXT");
		assertThat(chinese).allSatisfy((key, words) -> assertThat(words.replace("/camunda-welcome", "")).doesNotContainIgnoringCase("camunda"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "cockpit", "admin" })
	void daysAreWrittenAsAnOfficeWritesThem(String app) {
		JsonNode dates = locale(app, "zh-CN").path("dateLocales");
		assertThat(shapes(dates, "")).isEqualTo(shapes(locale(app, "en").path("dateLocales"), ""));
		assertThat(dates.path("longDateFormat").path("LL").textValue()).isEqualTo("YYYY年M月D日");
		assertThat(dates.path("relativeTime").path("dd").textValue()).isEqualTo("%d天");
		assertThat(dates.path("relativeTime").path("past").textValue()).isEqualTo("%s前");
	}
}
