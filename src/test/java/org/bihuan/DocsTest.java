package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the written pages name is there: files behind links, classes, methods, tables, elements of models. */
class DocsTest {

	private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)(#[^)]*)?\\)");
	private static final Pattern METHOD = Pattern.compile("`([A-Z][a-z]\\w*)\\.([a-z]\\w*)`");
	private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]\\w+)(?:\\.java)?`");
	private static final Pattern ELEMENT = Pattern.compile("`((?:task|serviceTask|gateway|subProcess|boundary|flow|endEvent|callActivity)_\\w+)`");
	private static final Pattern TABLE = Pattern.compile("create table (\\w+)");

	/** In the recipes these stand for the reader's own: what is told there is not there yet. */
	private static final Set<String> OF_THE_EXAMPLE = Set.of("PlanRectification", "task_planRectification");

	/** Java's own, which a recipe names. */
	private static final Set<String> OF_JAVA = Set.of("Map");

	/** The sources of the house and of its tests, by the simple names of their classes. */
	private static final Map<String, Path> SOURCES = found(Path.of("src"), ".java").stream()
			.collect(Collectors.toMap(file -> file.getFileName().toString().replace(".java", ""), file -> file, (one, other) -> one));

	/** What stands in the models. */
	private static final String MODELS = found(Path.of("processes"), ".bpmn").stream().map(DocsTest::read).collect(Collectors.joining());

	/** Some are called like an element, {@code task_telling}. */
	private static final Set<String> TABLES = found(Path.of("src/main/resources/db/migration"), ".sql").stream()
			.flatMap(file -> TABLE.matcher(read(file)).results()).map(one -> one.group(1)).collect(Collectors.toSet());

	private static List<Path> found(Path folder, String ending) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static String read(Path file) {
		return new Page(file).text();
	}

	static List<Path> pages() {
		List<Path> pages = new ArrayList<>(found(Path.of("src", "docs"), ".md"));
		pages.addAll(Stream.of("CONTRIBUTING.md", "CONTRIBUTING.en.md", "CHANGELOG.md", "SECURITY.md", "THIRD-PARTY.md").map(Path::of).toList());
		return pages;
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyLinkLeadsToAFile(Path page) {
		Path folder = page.toAbsolutePath().getParent();
		assertThat(LINK.matcher(read(page)).results().map(link -> folder.resolve(link.group(1)).normalize()))
				.allSatisfy(target -> assertThat(target).exists());
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyMethodThatIsNamedIsInItsClass(Path page) {
		METHOD.matcher(read(page)).results().filter(one -> !OF_THE_EXAMPLE.contains(one.group(1)) && !OF_JAVA.contains(one.group(1)))
				.forEach(one -> {
					assertThat(SOURCES.containsKey(one.group(1))).as("the class of %s in %s is there", one.group(), page).isTrue();
					assertThat(read(SOURCES.get(one.group(1)))).as("%s in %s", one.group(), page).containsPattern("\\b" + one.group(2) + "\\(");
				});
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyElementThatIsNamedIsInAModel(Path page) {
		assertThat(ELEMENT.matcher(read(page)).results().map(one -> one.group(1))
				.filter(one -> !OF_THE_EXAMPLE.contains(one) && !TABLES.contains(one)))
				.allSatisfy(element -> assertThat(MODELS).contains("id=\"" + element + "\""));
	}

	@Test
	void theWayOfAnAnswerNamesClassesThatAreThere() {
		Page page = Page.of("src", "docs", "a-case.md");
		assertThat(CLASS.matcher(page.text()).results().map(one -> one.group(1))).isSubsetOf(SOURCES.keySet()).hasSizeGreaterThan(5);
		assertThat(METHOD.matcher(page.text()).results()).hasSizeGreaterThan(20);
		assertThat(ELEMENT.matcher(page.text()).results()).hasSizeGreaterThan(3);
	}

	@Test
	void theTablesOfTheWordsAreThere() {
		Set<String> tables = TABLE.matcher(found(Path.of("src", "main", "resources", "db", "migration"), ".sql").stream().map(DocsTest::read)
				.collect(Collectors.joining())).results().map(one -> one.group(1)).collect(Collectors.toCollection(TreeSet::new));
		for (String page : List.of("CONTRIBUTING.md", "CONTRIBUTING.en.md")) {
			List<String[]> rows = words(page);
			assertThat(rows).as("the words of %s", page).hasSizeGreaterThan(20);
			assertThat(rows.stream().flatMap(row -> names(row[3]).stream())).as("tables of %s", page).isSubsetOf(tables).hasSizeGreaterThan(15);
			assertThat(rows.stream().flatMap(row -> names(row[4]).stream())).as("classes of %s", page).isSubsetOf(SOURCES.keySet());
		}
	}

	@Test
	void bothLanguagesHaveTheSameWordsAndTheSameRecipes() {
		assertThat(parts("CONTRIBUTING.en.md")).hasSizeGreaterThan(7).containsExactlyElementsOf(parts("CONTRIBUTING.md"));
	}

	/** The table of words and what stands between fences. */
	private static List<String> parts(String page) {
		return Pattern.compile("<!-- words -->.*?<!-- /words -->|^```.*?^```$", Pattern.DOTALL | Pattern.MULTILINE).matcher(Page.of(page).text())
				.results()
				.map(MatchResult::group).toList();
	}

	/** The rows of the table of words: nothing, Chinese, English, tables, classes. */
	private static List<String[]> words(String page) {
		String text = Page.of(page).text();
		String table = text.substring(text.indexOf("<!-- words -->"), text.indexOf("<!-- /words -->"));
		return table.lines().filter(line -> line.startsWith("| ")).skip(1).map(line -> Arrays.stream(line.split("\\|")).map(String::strip)
				.toArray(String[]::new)).toList();
	}

	private static List<String> names(String cell) {
		return Pattern.compile("`(\\w+)`").matcher(cell).results().map(one -> one.group(1)).toList();
	}
}
