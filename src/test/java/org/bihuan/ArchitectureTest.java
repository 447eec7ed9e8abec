package org.bihuan;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.bihuan.calendar.HolidayFiles;
import org.bihuan.json.Json;
import org.bihuan.ledger.Notices;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

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
			.that(resideInAnyPackage("org.bihuan.terms..", "org.bihuan.ledger..", "org.bihuan.calendar..", "org.bihuan.numbering..",
					"org.bihuan.identity..",
					"org.bihuan.engine..",
					"org.bihuan.decision..", "org.bihuan.document..", "org.bihuan.dossier..", "org.bihuan.notification..", "org.bihuan.waiting..",
					"org.bihuan.telling..",
					"org.bihuan.reconciliation..", "org.bihuan.deployment..", "org.bihuan.moving..", "org.bihuan.rehearsal..",
					"org.bihuan.search..", "org.bihuan.operation.."))
			.should().dependOnClassesThat(A_STEP);

	private static final ArchRule JSON_AND_SETTINGS_KNOW_NOBODY = noClasses().that(resideInAnyPackage("org.bihuan.json..", "org.bihuan.settings.."))
			.should().dependOnClassesThat(
					resideInAPackage("org.bihuan..").and(not(resideInAnyPackage("org.bihuan.json..", "org.bihuan.settings.."))));

	private static final ArchRule THE_DATABASE_KNOWS_NOBODY = noClasses().that(resideInAPackage("org.bihuan.database.."))
			.should().dependOnClassesThat(resideInAPackage("org.bihuan..").and(not(resideInAPackage("org.bihuan.database.."))));

	/** The calendar stands alone, and its files are read more strictly than anything else. */
	private static final ArchRule ONE_MAPPER = noClasses().that().doNotBelongToAnyOf(Json.class, HolidayFiles.class)
			.should().dependOnClassesThat().areAssignableTo(ObjectMapper.class);

	private static final ArchRule SETTINGS_ARE_TYPED = noClasses().should().dependOnClassesThat().areAssignableTo(Value.class);

	private static final ArchRule PRODUCTION_KNOWS_NO_DEMONSTRATION = noClasses().that().resideOutsideOfPackage("org.bihuan.demo..")
			.should().dependOnClassesThat().resideInAPackage("org.bihuan.demo..");

	private static final ArchRule ONLY_THE_SAMPLE_KNOWS_THE_REHEARSAL = noClasses()
			.that().resideOutsideOfPackages("org.bihuan.demo.rehearsal..", "org.bihuan.demo.sample..")
			.should().dependOnClassesThat().resideInAPackage("org.bihuan.demo.rehearsal..");

	private static final ArchRule THE_DEMONSTRATION_IS_NOT_IN_PRODUCTION = classes()
			.that(resideInAPackage("org.bihuan.demo..")).and(are(metaAnnotatedWith(Component.class)))
			.should(new ArchCondition<>("be left out of production") {

				@Override
				public void check(JavaClass bean, ConditionEvents events) {
					boolean leftOut = bean.isAnnotatedWith(Profile.class)
							&& List.of(bean.getAnnotationOfType(Profile.class).value()).equals(List.of("!production"));
					events.add(new SimpleConditionEvent(bean, leftOut, bean.getDescription() + " is a bean of production"));
				}
			});

	/** Both serve under what the security decides; the pages may use what the API answers with, never the other way. */
	private static final ArchRule THE_SECURITY_KNOWS_NEITHER_PAGES_NOR_API = noClasses().that(resideInAPackage("org.bihuan.web.security.."))
			.should().dependOnClassesThat(resideInAnyPackage("org.bihuan.web.pages..", "org.bihuan.web.api.."));

	private static final ArchRule THE_API_KNOWS_NO_PAGE = noClasses().that(resideInAPackage("org.bihuan.web.api.."))
			.should().dependOnClassesThat(resideInAPackage("org.bihuan.web.pages.."));

	/** From the top: what configures the engine, its guards, the answers, the time, the roles, who acts. Each knows those below it alone. */
	private static final ArchRule THE_ENGINE_IS_LAYERED = layeredArchitecture().consideringOnlyDependenciesInLayers()
			.layer("configuration").definedBy("org.bihuan.engine").layer("guard").definedBy("org.bihuan.engine.guard..")
			.layer("answer").definedBy("org.bihuan.engine.answer..").layer("time").definedBy("org.bihuan.engine.time..")
			.layer("role").definedBy("org.bihuan.engine.role..").layer("acting").definedBy("org.bihuan.engine.acting..")
			.whereLayer("configuration").mayNotBeAccessedByAnyLayer()
			.whereLayer("guard").mayOnlyBeAccessedByLayers("configuration")
			.whereLayer("answer").mayOnlyBeAccessedByLayers("configuration", "guard")
			.whereLayer("time").mayOnlyBeAccessedByLayers("configuration", "guard", "answer")
			.whereLayer("role").mayOnlyBeAccessedByLayers("configuration", "guard", "answer", "time");

	/** What a set of models says can be asked where no engine runs; by which interfaces an engine would call a bean may be known there. */
	private static final ArchRule THE_SET_KNOWS_NO_ENGINE = noClasses().that(resideInAPackage("org.bihuan.model.."))
			.should().dependOnClassesThat(resideInAnyPackage("org.camunda.bpm.engine..", "org.bihuan.engine..", "org.bihuan.ledger..")
					.and(not(resideInAPackage("org.camunda.bpm.engine.delegate.."))));

	private static final ArchRule THE_CALENDAR_STANDS_ALONE = classes().that(resideInAPackage("org.bihuan.calendar.."))
			.should().onlyDependOnClassesThat(resideInAnyPackage("org.bihuan.calendar..", "java..", "com.fasterxml.jackson.."));

	private static final ArchRule THE_WORDS_KNOW_NOBODY = noClasses().that(resideInAPackage("org.bihuan.terms.."))
			.should().dependOnClassesThat(resideInAPackage("org.bihuan..").and(not(resideInAPackage("org.bihuan.terms.."))));

	private static final ArchRule THE_LEDGER_KNOWS_NO_ENGINE = noClasses().that(resideInAnyPackage("org.bihuan.ledger..", "org.bihuan.numbering.."))
			.should().dependOnClassesThat(resideInAnyPackage("org.camunda..", "org.bihuan.engine..", "org.bihuan.identity.."));

	/** Who is told of what, the decision tables say; whoever told somebody past them would decide it in Java again. */
	private static final ArchRule ONE_TELLS = noClasses().that().resideOutsideOfPackage("org.bihuan.telling..")
			.should().callMethodWhere(target(owner(type(Notices.class))).and(target(name("tell"))));

	private static final ArchRule ONE_CLOCK = noClasses().should().callMethod(java.time.LocalDate.class, "now").orShould()
			.callMethod(java.time.LocalDateTime.class, "now")
			.orShould().callMethod(java.time.Instant.class, "now").orShould().callMethod(java.time.OffsetDateTime.class, "now").orShould()
			.callMethod(System.class, "currentTimeMillis").orShould().callConstructor(java.util.Date.class);

	/**
	 * What the platform does not promise to keep (its {@code impl} packages) and what another engine would have under other names first
	 * (its REST module): adr/0020 tells what each of these does with it. That table has {@code OwnNonce} and {@code SessionToken} besides, which
	 * know constants alone: the compiler copies them, so that nothing of it is seen here.
	 */
	private static final Set<String> CLOSE_TO_THE_PLATFORM = Set.of("org.bihuan.engine.acting.Actors", "org.bihuan.engine.time.EngineClock",
			"org.bihuan.engine.time.JobExecution", "org.bihuan.engine.answer.OpenTasks", "org.bihuan.engine.guard.AnnouncingIdentityService",
			"org.bihuan.engine.guard.Directory", "org.bihuan.engine.guard.DirectorySession", "org.bihuan.engine.guard.GuardedFormService",
			"org.bihuan.engine.guard.GuardedTaskService", "org.bihuan.engine.guard.GuardedFilterService", "org.bihuan.engine.guard.LimitGuard",
			"org.bihuan.engine.guard.RefusalFeature", "org.bihuan.engine.guard.RestWords", "org.bihuan.engine.guard.HolderGuard",
			"org.bihuan.engine.guard.StartGuard", "org.bihuan.engine.guard.StepGuard", "org.bihuan.engine.EngineConfiguration",
			"org.bihuan.engine.guard.Granted", "org.bihuan.engine.QueryProperties", "org.bihuan.engine.StatementTexts",
			"org.bihuan.engine.guard.GuardedRepositoryService", "org.bihuan.deployment.ModelsAtStart", "org.bihuan.deployment.SetNumber",
			"org.bihuan.engine.guard.ModelRules", "org.bihuan.engine.guard.OwnBeans", "org.bihuan.engine.guard.AskedTables",
			"org.bihuan.rehearsal.FlowsTaken", "org.bihuan.engine.AnnouncedIncidents",
			"org.bihuan.engine.guard.ByHand", "org.bihuan.engine.guard.GuardedManagementService", "org.bihuan.engine.guard.GuardedRuntimeService",
			"org.bihuan.web.security.TasklistSession");

	private static final DescribedPredicate<JavaClass> THE_INSIDE_OF_THE_PLATFORM = resideInAnyPackage("org.camunda..impl..",
			"org.camunda.bpm.engine.rest..", "org.apache.ibatis..").as("the inside of the platform");

	private static final ArchRule FEW_ARE_CLOSE_TO_THE_PLATFORM = noClasses()
			.that(DescribedPredicate.describe("are not close to the platform", one -> !CLOSE_TO_THE_PLATFORM.contains(outermost(one))))
			.should().dependOnClassesThat(THE_INSIDE_OF_THE_PLATFORM);

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
		THE_SET_KNOWS_NO_ENGINE.check(OURS);
	}

	@Test
	void jsonAndSettingsAreAtTheBottom() {
		JSON_AND_SETTINGS_KNOW_NOBODY.check(OURS);
		THE_DATABASE_KNOWS_NOBODY.check(OURS);
		ONE_MAPPER.check(OURS);
		SETTINGS_ARE_TYPED.check(OURS);
	}

	@Test
	void whatOnlyAnEvaluationHasStandsApart() {
		PRODUCTION_KNOWS_NO_DEMONSTRATION.check(OURS);
		ONLY_THE_SAMPLE_KNOWS_THE_REHEARSAL.check(OURS);
		THE_DEMONSTRATION_IS_NOT_IN_PRODUCTION.check(OURS);
	}

	@Test
	void thePartsOfTheWebAndOfTheEngineAreKnownFromAboveAlone() {
		THE_SECURITY_KNOWS_NEITHER_PAGES_NOR_API.check(OURS);
		THE_API_KNOWS_NO_PAGE.check(OURS);
		THE_ENGINE_IS_LAYERED.check(OURS);
	}

	@Test
	void everyTimeComesFromTheOneClock() {
		ONE_CLOCK.check(OURS);
	}

	@Test
	void whoIsToldTheTablesSayAlone() {
		ONE_TELLS.check(OURS);
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
		slices().matching("org.bihuan.(**)").should().beFreeOfCycles().check(OURS);
	}

	@Test
	void eachRuleFailsWhereItIsBroken() {
		JavaClasses trespassers = new ClassFileImporter().importPackages("org.bihuan.formation", "org.bihuan.handling", "org.bihuan.ledger",
				"org.bihuan.calendar", "org.bihuan.settings", "org.bihuan.demo", "org.bihuan.terms", "org.bihuan.web", "org.bihuan.engine",
				"org.bihuan.database");
		for (ArchRule rule : new ArchRule[] { STEPS_MEET_IN_THE_MODELS, NOTHING_BELOW_KNOWS_A_STEP, THE_CALENDAR_STANDS_ALONE,
				THE_LEDGER_KNOWS_NO_ENGINE, THE_WORDS_KNOW_NOBODY, ONE_CLOCK, FEW_ARE_CLOSE_TO_THE_PLATFORM,
				JSON_AND_SETTINGS_KNOW_NOBODY, THE_DATABASE_KNOWS_NOBODY, ONE_MAPPER, SETTINGS_ARE_TYPED, PRODUCTION_KNOWS_NO_DEMONSTRATION,
				ONLY_THE_SAMPLE_KNOWS_THE_REHEARSAL,
				ONE_TELLS, THE_DEMONSTRATION_IS_NOT_IN_PRODUCTION, THE_SECURITY_KNOWS_NEITHER_PAGES_NOR_API, THE_API_KNOWS_NO_PAGE,
				THE_ENGINE_IS_LAYERED }) {
			assertThat(rule.evaluate(trespassers).getFailureReport().getDetails()).as(rule.getDescription())
					.anyMatch(detail -> detail.contains("Trespasser"));
		}
	}
}
