package org.bihuan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The README's process map is drawn from the models: {@code mvn test -Dtest=ProcessMapTest -Dbihuan.draw=true} draws it anew,
 * and without that the test fails when a model has changed and its picture has not. What is drawn at all, PicturesTest sees without a browser.
 */
@NeedsChromium
@Tag("browser")
@Tag("long")
class ProcessMapTest {

	private static final Path MAP = Path.of("src", "docs", "process-map");
	private static final String VIEWER = "META-INF/resources/webjars/bpmn-js/8.0.0/dist/bpmn-viewer.production.min.js";

	private static Chromium chromium;

	@BeforeAll
	static void launch() {
		chromium = Chromium.launch();
	}

	@AfterAll
	static void close() {
		if (chromium != null) {
			chromium.close();
		}
	}

	@Test
	void thePicturesShowTheModels() throws IOException {
		try (Stream<Path> models = Files.list(Path.of("processes"))) {
			for (Path model : models.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList()) {
				Path picture = MAP.resolve(model.getFileName().toString().replace(".bpmn", ".svg"));
				String drawn = draw(model);
				keep(picture, drawn);
				assertThat(picture).exists();
				String kept = Files.readString(picture);
				assertThat(places(kept)).as("%s is drawn as the model is now; draw it anew with -Dbihuan.draw=true", picture)
						.isEqualTo(places(drawn));
			}
		}
	}

	/** Only when it is to be drawn anew. */
	private static void keep(Path picture, String drawn) throws IOException {
		if (Boolean.getBoolean("bihuan.draw")) {
			Files.createDirectories(MAP);
			Files.writeString(picture, drawn);
		}
	}

	private static String draw(Path model) throws IOException {
		try (Page page = chromium.browser().newPage(); InputStream viewer = ProcessMapTest.class.getClassLoader().getResourceAsStream(VIEWER)) {
			page.setContent("<!doctype html><div id='canvas' style='width:1280px;height:800px'></div>");
			page.evaluate(new String(viewer.readAllBytes(), StandardCharsets.UTF_8));
			return (String) page.evaluate("""
					async xml => {
						const viewer = new BpmnJS({ container: '#canvas' });
						const { warnings } = await viewer.importXML(xml);
						if (warnings.length) {
							throw new Error(warnings.map(one => one.message).join());
						}
						const { svg } = await viewer.saveSVG();
						return svg.replace('<svg ', '<svg style="background:#fff" ');
					}""", Files.readString(model));
		}
	}

	/** Where everything stands; how wide letters are differs between machines and does not matter. */
	private static List<String> places(String svg) {
		return java.util.regex.Pattern.compile("data-element-id=\"[^\"]+\"[^>]*transform=\"[^\"]+\"|<polyline points=\"[^\"]+\"|d=\"m[^\"]+\"")
				.matcher(svg).results()
				.map(java.util.regex.MatchResult::group).filter(place -> !place.contains("_label")).toList();
	}
}
