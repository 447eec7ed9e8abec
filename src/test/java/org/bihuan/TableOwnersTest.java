package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Each table is written by one class: what a row means is decided in one place. A migration, which runs once, writes what it must. */
class TableOwnersTest {

	/** As it begins a statement: in quotes, or on a line of a text block. */
	private static final Pattern WRITES = Pattern.compile("(?:\"|^\\s*)(?:insert into|update|delete from|merge into)\\s+([a-z_]+)",
			Pattern.MULTILINE);

	/** Whose statements are Spring Session's own. */
	private static final Set<String> OF_A_LIBRARY = Set.of("web_session", "web_session_attributes");

	private static Map<String, Set<String>> writers(Stream<Path> sources) {
		Map<String, Set<String>> writers = new TreeMap<>();
		sources.filter(file -> file.toString().endsWith(".java") && !file.getFileName().toString().matches("V\\d+__.*")).forEach(file -> {
			Matcher writes = WRITES.matcher(read(file));
			while (writes.find()) {
				writers.computeIfAbsent(writes.group(1), table -> new TreeSet<>()).add(file.getFileName().toString().replace(".java", ""));
			}
		});
		return writers;
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static Set<String> tables() throws IOException {
		try (Stream<Path> migrations = Files.walk(Path.of("src/main/resources/db/migration"))) {
			return migrations.filter(Files::isRegularFile).flatMap(file -> Pattern.compile("create table (\\w+)").matcher(read(file)).results())
					.map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
		}
	}

	@Test
	void eachTableIsWrittenByOneClass() throws IOException {
		try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
			Map<String, Set<String>> writers = writers(sources);
			Set<String> ours = tables();
			assertThat(ours.removeAll(OF_A_LIBRARY)).isTrue();
			assertThat(writers.keySet()).as("every table has a writer, and nothing else is written").isEqualTo(ours);
			assertThat(writers).allSatisfy((table, classes) -> assertThat(classes).as("writers of %s", table).hasSize(1));
		}
	}

	@Test
	void aSecondWriterIsFound() throws IOException {
		try (Stream<Path> sources = Files.walk(Path.of("src/test/java/org/bihuan/ledger"))) {
			assertThat(writers(sources)).as("tests write what they need, from several classes").isNotEmpty();
		}
	}
}
