package org.bihuan.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Each change of {@link Change#FOLDER} is made in a copy of the project, compiled, and its named tests run in a machine of their own: they must
 * fail there, by an assertion, and pass without the change. A start that fails, a test that is not run or a change that does not compile
 * catches nothing. {@code mvn -Pchanges verify}; {@code -Dbihuan.changes=clocks/} for some of them.
 */
class Changes {

	private static final Path PROJECT = Path.of("").toAbsolutePath();
	private static final Path COPIES = PROJECT.resolve("target").resolve("changes");
	private static final Set<String> NOT_COPIED = Set.of("target", "data", ".git");
	private static final int AT_ONCE = Integer.getInteger("bihuan.changes.at-once", Math.max(1, Runtime.getRuntime().availableProcessors()));
	private static final int MOST_MINUTES = 10;

	/** What became of one execution of a test. */
	private record Outcome(String test, String status, boolean byAssertion, String why) {

		boolean caught() {
			return "FAILED".equals(status) && byAssertion;
		}
	}

	@TestFactory
	Stream<DynamicTest> eachIsCaughtByItsTests() {
		String only = System.getProperty("bihuan.changes", "");
		List<Change> changes = Change.all().stream().filter(change -> Stream.of(only.split(",", -1)).anyMatch(change.name()::contains)).toList();
		assertThat(changes).as("changes named %s", only).isNotEmpty();
		ExecutorService forks = Executors.newFixedThreadPool(AT_ONCE);
		Map<String, Future<?>> running = new LinkedHashMap<>();
		List<String> tests = changes.stream().flatMap(change -> change.caughtBy().stream()).distinct().sorted().toList();
		running.put("unchanged, every named test passes", forks.submit(() -> passUnchanged(tests)));
		changes.forEach(change -> running.put(change.name() + ": " + change.sentence(), forks.submit(() -> isCaught(change))));
		forks.shutdown();
		return running.entrySet().stream().map(one -> DynamicTest.dynamicTest(one.getKey(), () -> ended(one.getValue())));
	}

	private static void ended(Future<?> run) throws Throwable {
		try {
			run.get();
		}
		catch (ExecutionException failed) {
			throw failed.getCause();
		}
	}

	private static void passUnchanged(List<String> tests) {
		Path copy = COPIES.resolve("unchanged");
		copy(copy);
		Map<String, List<Outcome>> outcomes = run(copy, tests);
		tests.forEach(test -> assertThat(outcomes.get(test)).as("%s, unchanged", test).isNotEmpty()
				.allSatisfy(outcome -> assertThat(outcome.status()).as("%s", outcome).isEqualTo("SUCCESSFUL")));
		delete(copy);
	}

	private static void isCaught(Change change) {
		Path copy = COPIES.resolve(change.name());
		copy(copy);
		change.applyIn(copy);
		compile(change, copy);
		Map<String, List<Outcome>> outcomes = run(copy, change.caughtBy());
		change.caughtBy().forEach(test -> assertThat(outcomes.get(test)).as("%s catches: %s (%s)", test, change.sentence(), copy.resolve("run.log"))
				.isNotEmpty().anyMatch(Outcome::caught));
		delete(copy);
	}

	/** The project without what a build made of it, and the classes beside it. */
	private static void copy(Path copy) {
		delete(copy);
		tree(PROJECT, copy, NOT_COPIED);
		tree(PROJECT.resolve("target").resolve("classes"), classes(copy), Set.of());
	}

	private static Path classes(Path copy) {
		return copy.resolve("target").resolve("classes");
	}

	/** Java as class files, the rest where the build puts it. */
	private static void compile(Change change, Path copy) {
		List<File> sources = new ArrayList<>();
		for (String file : change.files()) {
			if (file.startsWith("src/main/java/")) {
				sources.add(copy.resolve(file).toFile());
				sources.addAll(change.changesAConstantOf(file) ? mentioning(file, copy) : List.of());
			}
			else {
				Path resource = classes(copy).resolve(file.replaceFirst("^src/main/resources/", ""));
				assertThat(resource).as("what the build made of %s", file).isRegularFile();
				transfer(copy.resolve(file), resource);
			}
		}
		if (sources.isEmpty()) {
			return;
		}
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		java.io.StringWriter said = new java.io.StringWriter();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, java.nio.charset.StandardCharsets.UTF_8)) {
			List<String> options = List.of("-d", classes(copy).toString(), "-cp", classpath(copy), "-parameters", "-proc:none", "-nowarn", "-g",
					"--release",
					"17");
			boolean compiled = compiler
					.getTask(said, files, null, options, null, files.getJavaFileObjectsFromFiles(sources.stream().distinct().toList())).call();
			assertThat(compiled).as("%s compiles:\n%s", change.name(), said).isTrue();
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	/** The compiler writes a constant into every class that uses it: these are compiled, too. */
	private static List<File> mentioning(String file, Path copy) {
		String name = Path.of(file).getFileName().toString().replace(".java", ".");
		try (Stream<Path> files = Files.walk(copy.resolve("src/main/java"))) {
			List<File> found = new ArrayList<>();
			for (Path one : files.filter(path -> path.toString().endsWith(".java") && !path.equals(copy.resolve(file))).toList()) {
				if (Files.readString(one).contains(name)) {
					found.add(one.toFile());
				}
			}
			return found;
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** Of the tests' own class path, with the copy's classes in the place of ours. */
	private static String classpath(Path copy) {
		String ours = PROJECT.resolve("target").resolve("classes").toString();
		String tests = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		List<String> parts = Stream.of(tests.split(File.pathSeparator)).map(part -> part.equals(ours) ? classes(copy).toString() : part).toList();
		assertThat(parts).as("the class path %s", tests).contains(classes(copy).toString()).doesNotContain(ours);
		return String.join(File.pathSeparator, parts);
	}

	/** Runs these tests in a machine of their own, which works in the copy. */
	private static Map<String, List<Outcome>> run(Path copy, List<String> tests) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx900m", "-XX:+UseSerialGC",
						"-XX:TieredStopAtLevel=1",
						"-Djava.io.tmpdir=" + folder(copy.resolve("tmp")), "-cp",
						classpath(copy), "org.junit.platform.console.ConsoleLauncher", "execute", "--disable-banner", "--details=none",
						"--config=junit.platform.reporting.open.xml.enabled=true", "--reports-dir=" + copy.resolve("reports")));
		tests.forEach(test -> command.add("--select-method=" + Change.method(test)));
		try {
			Process process = new ProcessBuilder(command).directory(copy.toFile()).redirectErrorStream(true)
					.redirectOutput(copy.resolve("run.log").toFile())
					.start();
			boolean ended = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
			process.destroyForcibly();
			assertThat(ended).as("%s ends within %s minutes", tests, MOST_MINUTES).isTrue();
			return outcomes(copy, tests);
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	/** By test, each execution of it that the report tells of; of a parameterized test its invocations, not the whole. */
	private static Map<String, List<Outcome>> outcomes(Path copy, List<String> tests) {
		Map<String, List<Outcome>> outcomes = tests.stream().collect(Collectors.toMap(test -> test, test -> new ArrayList<>()));
		Path report = copy.resolve("reports").resolve("open-test-report.xml");
		assertThat(report).as("the report of %s, see %s", tests, copy.resolve("run.log")).isRegularFile();
		Document document = parsed(report);
		Map<String, Element> started = new LinkedHashMap<>();
		elements(document, "started").forEach(one -> started.put(one.getAttribute("id"), one));
		Set<String> parents = started.values().stream().map(one -> one.getAttribute("parentId")).collect(Collectors.toSet());
		for (Element finished : elements(document, "finished")) {
			String id = finished.getAttribute("id");
			NodeList sources = started.get(id).getElementsByTagNameNS("*", "methodSource");
			if (sources.getLength() > 0 && !parents.contains(id)) {
				Element source = (Element) sources.item(0);
				Element result = (Element) finished.getElementsByTagNameNS("*", "result").item(0);
				NodeList thrown = result.getElementsByTagNameNS("*", "throwable");
				Element why = thrown.getLength() == 0 ? null : (Element) thrown.item(0);
				outcomes.getOrDefault(source.getAttribute("className") + "#" + source.getAttribute("methodName"), new ArrayList<>())
						.add(new Outcome(id, result.getAttribute("status"), why != null && "true".equals(why.getAttribute("assertionError")),
								why == null ? "" : why.getTextContent().lines().limit(3).collect(Collectors.joining(" "))));
			}
		}
		return outcomes;
	}

	private static List<Element> elements(Document document, String name) {
		NodeList found = document.getElementsByTagNameNS("*", name);
		List<Element> elements = new ArrayList<>();
		for (int at = 0; at < found.getLength(); at++) {
			elements.add((Element) found.item(at));
		}
		return elements;
	}

	private static Document parsed(Path report) {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setNamespaceAware(true);
			return factory.newDocumentBuilder().parse(report.toFile());
		}
		catch (ParserConfigurationException | SAXException | IOException unreadable) {
			throw new IllegalStateException("the report cannot be read: " + report, unreadable);
		}
	}

	private static void tree(Path from, Path to, Set<String> without) {
		try {
			Files.walkFileTree(from, new SimpleFileVisitor<>() {

				@Override
				public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
					if (folder.getParent().equals(from) && without.contains(folder.getFileName().toString())) {
						return FileVisitResult.SKIP_SUBTREE;
					}
					Files.createDirectories(to.resolve(from.relativize(folder)));
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
					// .git is a file in a second work tree
					if (!file.getParent().equals(from) || !without.contains(file.getFileName().toString())) {
						Files.copy(file, to.resolve(from.relativize(file)));
					}
					return FileVisitResult.CONTINUE;
				}
			});
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	/** Made, for a machine of its own: a test that looks at what is left there must not see another's. */
	private static Path folder(Path folder) {
		try {
			return Files.createDirectories(folder);
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	private static void transfer(Path from, Path to) {
		try {
			Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	private static void delete(Path folder) {
		if (!Files.exists(folder)) {
			return;
		}
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}
}
