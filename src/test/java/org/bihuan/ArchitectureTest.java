package org.bihuan;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

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

	private static final JavaClasses OURS = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("org.bihuan");

	private static final DescribedPredicate<JavaClass> A_STEP = resideInAnyPackage(STEPS).as("a step of the cycle");

	private static final ArchRule STEPS_MEET_IN_THE_MODELS = slices()
			.matching("org.bihuan.(formation|submission|assignment|handling|conversion|followup|cycle|amendment)..")
			.should().notDependOnEachOther();

	private static final ArchRule NOTHING_BELOW_KNOWS_A_STEP = noClasses()
			.that(resideInAnyPackage("org.bihuan.terms..", "org.bihuan.ledger..", "org.bihuan.calendar..", "org.bihuan.numbering..",
					"org.bihuan.identity..",
					"org.bihuan.engine..",
					"org.bihuan.document..", "org.bihuan.notification.."))
			.should().dependOnClassesThat(A_STEP);

	private static final ArchRule THE_CALENDAR_STANDS_ALONE = classes().that(resideInAPackage("org.bihuan.calendar.."))
			.should().onlyDependOnClassesThat(resideInAnyPackage("org.bihuan.calendar..", "java..", "com.fasterxml.jackson.."));

	private static final ArchRule THE_WORDS_KNOW_NOBODY = noClasses().that(resideInAPackage("org.bihuan.terms.."))
			.should().dependOnClassesThat(resideInAPackage("org.bihuan..").and(not(resideInAPackage("org.bihuan.terms.."))));

	private static final ArchRule THE_LEDGER_KNOWS_NO_ENGINE = noClasses().that(resideInAnyPackage("org.bihuan.ledger..", "org.bihuan.numbering.."))
			.should().dependOnClassesThat(resideInAnyPackage("org.camunda..", "org.bihuan.engine..", "org.bihuan.identity.."));

	private static final ArchRule ONE_CLOCK = noClasses().should().callMethod(java.time.LocalDate.class, "now").orShould()
			.callMethod(java.time.LocalDateTime.class, "now")
			.orShould().callMethod(java.time.Instant.class, "now").orShould().callMethod(java.time.OffsetDateTime.class, "now").orShould()
			.callMethod(System.class, "currentTimeMillis").orShould().callConstructor(java.util.Date.class);

	@Test
	void theStepsMeetOnlyInTheModels() {
		STEPS_MEET_IN_THE_MODELS.check(OURS);
		NOTHING_BELOW_KNOWS_A_STEP.check(OURS);
	}

	@Test
	void theCalendarTheLedgerAndTheWordsStandAlone() {
		THE_CALENDAR_STANDS_ALONE.check(OURS);
		THE_LEDGER_KNOWS_NO_ENGINE.check(OURS);
		THE_WORDS_KNOW_NOBODY.check(OURS);
	}

	@Test
	void everyTimeComesFromTheOneClock() {
		ONE_CLOCK.check(OURS);
	}

	@Test
	void thereAreNoCyclesBetweenPackages() {
		slices().matching("org.bihuan.(*)..").should().beFreeOfCycles().check(OURS);
	}

	@Test
	void eachRuleFailsWhereItIsBroken() {
		JavaClasses trespassers = new ClassFileImporter().importPackages("org.bihuan.formation", "org.bihuan.handling", "org.bihuan.ledger",
				"org.bihuan.calendar", "org.bihuan.terms");
		for (ArchRule rule : new ArchRule[] { STEPS_MEET_IN_THE_MODELS, NOTHING_BELOW_KNOWS_A_STEP, THE_CALENDAR_STANDS_ALONE,
				THE_LEDGER_KNOWS_NO_ENGINE, THE_WORDS_KNOW_NOBODY, ONE_CLOCK }) {
			assertThat(rule.evaluate(trespassers).getFailureReport().getDetails()).as(rule.getDescription())
					.anyMatch(detail -> detail.contains("Trespasser"));
		}
	}
}
