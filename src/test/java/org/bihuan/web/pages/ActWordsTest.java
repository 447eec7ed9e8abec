package org.bihuan.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.bihuan.SampleTest;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Trail;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The trail on the page: every act and every chosen word has the words of its vocabulary. */
class ActWordsTest extends SampleTest {

	private static final Pattern RECORDED = Pattern.compile("\\b(?:record|trail\\.add|ACTS = Map\\.of)\\(([^;]*);", Pattern.DOTALL);
	private static final Pattern ACT = Pattern.compile("\\bAct\\.([A-Z_]+)");

	@Autowired
	private Organisation organisation;

	/** The acts that the steps record, by the source. */
	private static Set<String> recorded() throws IOException {
		Set<String> acts = new TreeSet<>();
		try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
			for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
				RECORDED.matcher(Files.readString(source)).results()
						.forEach(call -> ACT.matcher(call.group(1)).results().forEach(act -> acts.add(act.group(1))));
			}
		}
		return acts;
	}

	private List<ActWords.Detail> details(Act act, String json) {
		Trail.Event event = new Trail.Event(1, OffsetDateTime.parse("2023-09-11T09:00+08:00"), "zhengfu1", act, null, null, null, null, json);
		return ActWords.details(event, Set.of(), Set.of(), new Names(organisation));
	}

	@Test
	void noActExistsInWordsAlone() throws IOException {
		assertThat(Stream.of(Act.values()).map(Act::name)).containsExactlyInAnyOrderElementsOf(recorded());
	}

	@Test
	void everyActOfTheSampleYearIsKnown() {
		assertThat(Stream.of(Act.values()).map(Act::code)).containsAll(jdbc.sql("select distinct act from event").query(String.class).list());
	}

	@Test
	void whatWasChosenIsCalledAsInTheFormOfTheAct() {
		assertThat(details(Act.EXTENSION_DECIDED, "{\"verdict\":\"agree\",\"until\":\"2023-12-01\",\"decision\":\"同意延期，抓紧\"}"))
				.extracting(ActWords.Detail::words).containsExactly("同意延期", "同意延期，抓紧", "2023-12-01");
		assertThat(details(Act.CHAIR_MEETING_HELD, "{\"verdict\":\"pass\"}")).containsExactly(new ActWords.Detail("意见", "通过"));
		assertThat(details(Act.REPLY_SIGNED, "{\"verdict\":\"pass\",\"reason\":\"null\"}")).containsExactly(new ActWords.Detail("意见", "同意"));
		assertThat(details(Act.DISSATISFACTION_DECIDED, "{\"decision\":\"close\"}")).containsExactly(new ActWords.Detail("决定", "予以核查销号"));
		assertThat(details(Act.CONSULTATION_HELD, "{\"meeting\":\"委员表示理解\"}")).containsExactly(new ActWords.Detail("面商结果", "委员表示理解"));
		assertThat(details(Act.SUPERVISION_STRENGTHENED, "{\"inspect\":true}")).containsExactly(new ActWords.Detail("专项督查", "是"));
		assertThat(details(Act.DEADLINE_MOVED, "{\"what\":\"答复期限\",\"before\":\"2027-02-10\",\"after\":\"2027-02-13\"}"))
				.extracting(ActWords.Detail::label)
				.containsExactly("哪一项期限", "原为", "改为");
	}

	@Test
	void anUnknownCodeIsNotShownAsItIs() {
		assertThatThrownBy(() -> details(Act.LOOKED_BACK, "{\"party\":\"nobody\"}")).isInstanceOf(IllegalStateException.class)
				.hasMessage("“nobody”不在 Party 之中，只有 committee、supervision。");
	}

	@Test
	void thePageTellsTheTrailInChineseAlone() {
		String page = Http.pages(port, "zhengxie1").get("/outcomes/CG2023-3").body();
		String timeline = page.substring(page.indexOf("<h2 id=\"timeline\""));
		assertThat(timeline.replaceAll("<[^>]*>|CG2023-3[-J0-9]*|\\.pdf", "")).contains("登记选题", "加强督办", "不到位").doesNotContainPattern("[a-z]{3,}");
	}
}
