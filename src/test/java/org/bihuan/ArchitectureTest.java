package org.bihuan;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** How the house hangs together: the steps meet only in the models, what is below knows nothing of them. Each rule is also shown to fail. */
class ArchitectureTest {

	private static final String[] STEPS = { "org.bihuan.formation..", "org.bihuan.submission..", "org.bihuan.assignment..", "org.bihuan.handling..",
			"org.bihuan.conversion..", "org.bihuan.followup..", "org.bihuan.cycle..", "org.bihuan.amendment.." };

	static final JavaClasses OURS = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("org.bihuan");

	private static final DescribedPredicate<JavaClass> A_STEP = resideInAnyPackage(STEPS).as("a step of the cycle");

	private static final ArchRule STEPS_MEET_IN_THE_MODELS = slices()
			.matching("org.bihuan.(formation|submission|assignment|handling|conversion|followup|cycle|amendment)..")
			.should().notDependOnEachOther();

	private static final ArchRule NOTHING_BELOW_KNOWS_A_STEP = noClasses()
			.that(resideInAnyPackage("org.bihuan.ledger..", "org.bihuan.calendar..", "org.bihuan.numbering..", "org.bihuan.identity..",
					"org.bihuan.engine..",
					"org.bihuan.document..", "org.bihuan.notification.."))
			.should().dependOnClassesThat(A_STEP);

	private static final ArchRule THE_CALENDAR_STANDS_ALONE = classes().that(resideInAPackage("org.bihuan.calendar.."))
			.should().onlyDependOnClassesThat(resideInAnyPackage("org.bihuan.calendar..", "java..", "com.fasterxml.jackson.."));

	private static final ArchRule THE_LEDGER_KNOWS_NO_ENGINE = noClasses().that(resideInAnyPackage("org.bihuan.ledger..", "org.bihuan.numbering.."))
			.should().dependOnClassesThat(resideInAnyPackage("org.camunda..", "org.bihuan.engine..", "org.bihuan.identity.."));

	private static final ArchRule ONE_CLOCK = noClasses().should().callMethod(java.time.LocalDate.class, "now").orShould()
			.callMethod(java.time.LocalDateTime.class, "now")
			.orShould().callMethod(java.time.Instant.class, "now").orShould().callMethod(java.time.OffsetDateTime.class, "now").orShould()
			.callMethod(System.class, "currentTimeMillis").orShould().callConstructor(java.util.Date.class);

	/**
	 * What the platform does not promise to keep (its {@code impl} packages) and what another engine would have under other names first
	 * (its REST module): adr/0020 tells what each of these does with it.
	 */
	private static final Set<String> CLOSE_TO_THE_PLATFORM = Set.of("org.bihuan.engine.Actors", "org.bihuan.engine.AnnouncingIdentityService",
			"org.bihuan.engine.EngineClock", "org.bihuan.engine.EngineConfiguration", "org.bihuan.engine.GuardedFormService",
			"org.bihuan.engine.GuardedTaskService", "org.bihuan.engine.JobExecution", "org.bihuan.engine.Models", "org.bihuan.engine.OpenTasks",
			"org.bihuan.engine.RefusalFeature", "org.bihuan.engine.StartGuard", "org.bihuan.web.Doors", "org.bihuan.web.TasklistSession");

	private static final DescribedPredicate<JavaClass> THE_INSIDE_OF_THE_PLATFORM = resideInAnyPackage("org.camunda..impl..",
			"org.camunda.bpm.engine.rest..").as("the inside of the platform");

	private static final ArchRule FEW_ARE_CLOSE_TO_THE_PLATFORM = noClasses()
			.that(DescribedPredicate.describe("are not close to the platform", one -> !CLOSE_TO_THE_PLATFORM.contains(outermost(one))))
			.should().dependOnClassesThat(THE_INSIDE_OF_THE_PLATFORM);

	@Test
	void theStepsMeetOnlyInTheModels() {
		STEPS_MEET_IN_THE_MODELS.check(OURS);
		NOTHING_BELOW_KNOWS_A_STEP.check(OURS);
	}

	@Test
	void theCalendarAndTheLedgerStandAlone() {
		THE_CALENDAR_STANDS_ALONE.check(OURS);
		THE_LEDGER_KNOWS_NO_ENGINE.check(OURS);
	}

	@Test
	void everyTimeComesFromTheOneClock() {
		ONE_CLOCK.check(OURS);
	}

	@Test
	void fewKnowTheInsideOfThePlatform() {
		FEW_ARE_CLOSE_TO_THE_PLATFORM.check(OURS);
		assertThat(OURS.stream().filter(one -> one.getDirectDependenciesFromSelf().stream()
				.anyMatch(dependency -> THE_INSIDE_OF_THE_PLATFORM.test(dependency.getTargetClass()))).map(ArchitectureTest::outermost)
				.collect(Collectors.toSet())).as("each that may also has to").isEqualTo(CLOSE_TO_THE_PLATFORM);
	}

	private static String outermost(JavaClass one) {
		return one.getEnclosingClass().map(ArchitectureTest::outermost).orElse(one.getName());
	}

	@Test
	void thereAreNoCyclesBetweenPackages() {
		slices().matching("org.bihuan.(*)..").should().beFreeOfCycles().check(OURS);
	}

	@Test
	void eachRuleFailsWhereItIsBroken() {
		JavaClasses trespassers = new ClassFileImporter().importPackages("org.bihuan.formation", "org.bihuan.handling", "org.bihuan.ledger",
				"org.bihuan.calendar");
		for (ArchRule rule : new ArchRule[] { STEPS_MEET_IN_THE_MODELS, NOTHING_BELOW_KNOWS_A_STEP, THE_CALENDAR_STANDS_ALONE,
				THE_LEDGER_KNOWS_NO_ENGINE, ONE_CLOCK, FEW_ARE_CLOSE_TO_THE_PLATFORM }) {
			assertThat(rule.evaluate(trespassers).getFailureReport().getDetails()).as(rule.getDescription())
					.anyMatch(detail -> detail.contains("Trespasser"));
		}
	}
}
