package org.bihuan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an analyst must not do is refused in words that say where and what to do; what he may do is not ({@link Edit}). */
@Tag("wide")
class EditCatalogueTest {

	private static final ModelSet PACKAGED = ModelSet.packaged();

	private record Checked(List<Problem> problems, Set<Class<?>> rules) {
	}

	private static final Map<String, Checked> CHECKED = new HashMap<>();

	private static Checked checked(Edit edit) {
		return CHECKED.computeIfAbsent(edit.name(), name -> {
			Findings findings = new Findings();
			Set<Class<?>> rules = ModelCheck.byRule(edit.applied(PACKAGED), findings);
			return new Checked(findings.sorted(), rules);
		});
	}

	static List<Edit> broken() {
		return Edit.all("broken");
	}

	static List<Edit> sound() {
		return Edit.all("sound");
	}

	@ParameterizedTest
	@MethodSource("broken")
	void aBrokenEditIsRefusedWithItsPlace(Edit edit) {
		List<Problem> problems = checked(edit).problems();
		assertThat(edit.expected()).as("what is expected").isNotEmpty().allSatisfy(parts -> assertThat(problems).as(parts.toString())
				.anySatisfy(problem -> assertThat(problem.sentence()).contains(parts.toArray(String[]::new))));
		assertThat(problems).allSatisfy(problem -> {
			assertThat(problem.file()).matches("[^/\\\\]+\\.(bpmn|dmn|form|docx)");
			assertThat(problem.what()).matches("(?s).*[\\u4e00-\\u9fff]{2}.*").endsWith("。").doesNotContain("Exception", "java.", "null")
					.doesNotContainPattern("([A-Za-z]+ ){5}");
		});
	}

	@ParameterizedTest
	@MethodSource("sound")
	void aSoundEditIsNotRefused(Edit edit) {
		ModelSet edited = edit.applied(PACKAGED);
		assertThat(edited).isNotEqualTo(PACKAGED);
		assertThat(ModelCheck.problems(edited)).extracting(Problem::sentence).isEmpty();
	}

	@Test
	void thereAreManyOfEach() {
		assertThat(broken()).hasSizeGreaterThanOrEqualTo(80);
		assertThat(sound()).hasSizeGreaterThanOrEqualTo(25);
	}

	/** All at once, of every file, not the first one alone. */
	@Test
	void theProblemsOfAllFilesAreToldTogether() {
		ModelSet edited = PACKAGED;
		for (Edit edit : broken().stream()
				.filter(one -> Set.of("bean-misspelt", "option-unknown", "table-gap", "template-tag-unknown", "law-clock-removed")
						.contains(one.name()))
				.toList()) {
			edited = edit.applied(edited);
		}
		assertThat(ModelCheck.problems(edited)).extracting(Problem::file).contains("handling.bpmn", "decide-dissatisfaction.form",
				"supervision-level.dmn", "reply.docx");
	}

	/** What no edit breaks, no test holds. */
	@Test
	void everyRuleIsBrokenByAnEdit() {
		Set<Class<?>> breaking = new HashSet<>();
		broken().forEach(edit -> breaking.addAll(checked(edit).rules()));
		assertThat(breaking).isEqualTo(ModelCheck.rules().stream().map(Rule::getClass).collect(Collectors.toSet()));
	}
}
