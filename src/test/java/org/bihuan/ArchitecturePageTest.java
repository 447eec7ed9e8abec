package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;

/** The map of {@code src/docs/architecture.md} is that of the compiled code: who knows whom, and who knows the engine. */
class ArchitecturePageTest {

	private static final String ROOT = "org.bihuan";
	private static final Set<String> STEPS = new TreeSet<>(
			Set.of("formation", "submission", "assignment", "handling", "conversion", "followup", "cycle", "amendment"));
	private static final Pattern SENTENCE = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

	/** Each package with those of ours that it uses. */
	private static final Map<String, Set<String>> USES = uses();

	private static Map<String, Set<String>> uses() {
		Map<String, Set<String>> uses = new TreeMap<>();
		for (JavaClass one : ArchitectureTest.OURS) {
			Set<String> used = uses.computeIfAbsent(packageOf(one), name -> new TreeSet<>());
			one.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass).filter(target -> target.getPackageName().startsWith(ROOT))
					.map(ArchitecturePageTest::packageOf).filter(target -> !target.equals(packageOf(one))).forEach(used::add);
		}
		return uses;
	}

	/** Below ours, for example {@code web.pages}; empty for the application itself. */
	private static String packageOf(JavaClass one) {
		return one.getPackageName().substring(ROOT.length()).replaceFirst("^\\.", "");
	}

	private static List<String> packages() {
		return USES.keySet().stream().filter(name -> !name.isEmpty()).toList();
	}

	private static String words(Set<String> names) {
		String words = names.stream().filter(name -> !name.isEmpty()).map(name -> "`" + name + "`").collect(Collectors.joining(" "));
		return words.isEmpty() ? "—" : words;
	}

	private static String said(String name) throws IOException {
		Matcher comment = SENTENCE
				.matcher(Files.readString(Path.of("src", "main", "java", "org", "bihuan", name.replace('.', '/'), "package-info.java")));
		assertThat(comment.find()).as("what package-info says of %s", name).isTrue();
		return comment.group(1).replaceAll("\\s*\\*\\s*", " ").strip();
	}

	private static String engine(String name) {
		Set<String> inside = new TreeSet<>();
		boolean api = false;
		for (JavaClass one : ArchitectureTest.OURS) {
			if (packageOf(one).equals(name)) {
				for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
					String target = dependency.getTargetClass().getPackageName();
					api |= target.startsWith("org.camunda.");
					if (target.matches("org\\.camunda\\..*\\.impl(\\..*)?")) {
						inside.add(one.getName().replaceFirst(".*\\.", "").replaceFirst("\\$.*", ""));
					}
				}
			}
		}
		return inside.isEmpty() ? api ? "API" : "—" : "内部：" + words(inside);
	}

	@Test
	void theTableOfPackagesIsThatOfTheCode() throws IOException {
		StringBuilder table = new StringBuilder("| 包 | 是什么 | 用到 | 被谁用 | 引擎 |\n|---|---|---|---|---|\n");
		for (String name : packages()) {
			Set<String> by = packages().stream().filter(other -> USES.get(other).contains(name)).collect(Collectors.toCollection(TreeSet::new));
			table.append("| `%s` | %s | %s | %s | %s |\n".formatted(name, said(name), words(USES.get(name)), words(by), engine(name)));
		}
		Page.of("src", "docs", "architecture.md").says("packages", table.toString());
	}

	@Test
	void theComponentViewIsThatOfTheCode() {
		Map<String, Set<String>> nodes = new TreeMap<>();
		USES.forEach((from, used) -> used.stream().filter(to -> !from.isEmpty() && !to.isEmpty() && !node(to).equals(node(from)))
				.forEach(to -> nodes.computeIfAbsent(node(from), name -> new TreeSet<>()).add(node(to))));
		String arrows = nodes.entrySet().stream().flatMap(node -> node.getValue().stream().filter(to -> !isImplied(nodes, node.getKey(), to))
				.map(to -> "  " + node.getKey() + " --> " + to)).collect(Collectors.joining("\n"));
		Page.of("src", "docs", "architecture.md").says("components", """
				```mermaid
				flowchart TD
				  steps["八个步骤，彼此不认识，只在流程图里相遇：<br>%s"]
				%s
				```
				""".formatted(String.join("、", STEPS), arrows));
	}

	/** The steps are one: what one of them may know, each may. */
	private static String node(String name) {
		return STEPS.contains(name) ? "steps" : name;
	}

	/** Another way leads there as well, so that the arrow tells nothing new. */
	private static boolean isImplied(Map<String, Set<String>> nodes, String from, String to) {
		return nodes.get(from).stream().filter(other -> !other.equals(to)).anyMatch(other -> leads(nodes, other, to));
	}

	/** There are no cycles, see {@link ArchitectureTest}. */
	private static boolean leads(Map<String, Set<String>> nodes, String from, String to) {
		Set<String> next = nodes.getOrDefault(from, Set.of());
		return next.contains(to) || next.stream().anyMatch(other -> leads(nodes, other, to));
	}

	@Test
	void theContainerViewNamesWhatIsThere() throws IOException {
		String page = Page.of("src", "docs", "architecture.md").text();
		for (String folder : List.of("processes", "forms", "documents")) {
			assertThat(page).contains(folder + "/");
			assertThat(Path.of(folder)).isDirectory();
		}
		assertThat(page).contains("jdbc:h2", "bihuan.attachments.folder", "spring.mail.host");
		assertThat(Files.readString(Path.of("src", "main", "resources", "application.yaml"))).contains("jdbc:h2");
		assertThat(Files.readString(Path.of("src", "main", "java", "org", "bihuan", "document", "AttachmentRules.java")))
				.contains("\"bihuan.attachments\"", "String folder");
	}
}
