package org.bihuan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.bihuan.SampleTest;
import org.bihuan.identity.Organisation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every act that is written to the trail has words on the page. */
class ActWordsTest extends SampleTest {

	private static final Pattern RECORDED = Pattern.compile("\\b(?:record|trail\\.add)\\(([^;]*?)(?:Map\\.of|Subject\\.|new Subject|subject,)",
			Pattern.DOTALL);
	private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"");

	@Autowired
	private Organisation organisation;

	private static Set<String> acts() throws IOException {
		Set<String> acts = new TreeSet<>();
		try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
			for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
				for (Matcher call = RECORDED.matcher(Files.readString(source)); call.find();) {
					CODE.matcher(call.group(1)).results().forEach(code -> acts.add(code.group(1)));
				}
			}
		}
		return acts;
	}

	@Test
	void ofEveryActInTheSource() throws IOException {
		assertThat(acts()).contains("replied", "received", "progress-reported", "implementation-claimed", "assigned", "verified", "nothing-assigned")
				.hasSizeGreaterThan(40);
		assertThat(ActWords.ACTS.keySet()).containsAll(acts());
	}

	@Test
	void ofEveryActOfTheSampleYear() {
		assertThat(ActWords.ACTS.keySet()).containsAll(jdbc.sql("select distinct act from event").query(String.class).list());
	}

	@Test
	void theSameWordInTwoActsMeansWhatTheActMeans() {
		Names names = new Names(organisation);
		assertThat(ActWords.details("{\"verdict\":\"agree\",\"until\":\"2023-12-01\"}", names)).extracting(ActWords.Detail::words)
				.containsExactly("同意", "2023-12-01");
		assertThat(ActWords.details("{\"meeting\":\"委员表示理解\"}", names)).containsExactly(new ActWords.Detail("面商结果", "委员表示理解"));
		assertThat(ActWords.details("{\"what\":\"答复期限\",\"before\":\"2027-02-10\",\"after\":\"2027-02-13\"}", names))
				.extracting(ActWords.Detail::label)
				.containsExactly("哪一项期限", "原为", "改为");
	}

	@Test
	void thePageTellsTheTrailInChineseAlone() {
		String page = Http.pages(port, "zhengxie1").get("/outcomes/CG2023-3").body();
		String timeline = page.substring(page.indexOf("<h2 id=\"timeline\""));
		assertThat(timeline.replaceAll("<[^>]*>|CG2023-3[-J0-9]*|\\.pdf", "")).contains("登记选题", "加强督办", "不到位").doesNotContainPattern("[a-z]{3,}");
	}
}
