package org.bihuan.terms;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.bihuan.amendment.AmendmentKind;
import org.bihuan.calendar.Span;
import org.bihuan.conversion.Judgement;
import org.bihuan.decision.OtherLimit;
import org.bihuan.followup.LookBackFrom;
import org.bihuan.followup.OnTrack;
import org.bihuan.followup.Progress;
import org.bihuan.handling.ConversionRuling;
import org.bihuan.handling.ExtensionRuling;
import org.bihuan.handling.OverdueMeasure;
import org.bihuan.handling.ReceiptAnswer;
import org.bihuan.ledger.Corrections;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Withdrawals;
import org.bihuan.submission.InstructionForm;
import org.junit.jupiter.api.Test;

/** One meaning a word: what analysts write in forms, models and decision tables is what the vocabularies have. */
class VocabulariesTest {

	/** Questions of yes and no, whose answers no record keeps as words. */
	private static final Set<String> QUESTIONS = Set.of("start-consultation-outcome.secret", "revise-report.again", "make-assignments.assign",
			"add-assignment.assign",
			"strengthen-supervision.inspect");

	/** 常用语 and 类别: each is its own value, in the words of who draws the form. */
	private static final Set<String> PHRASES = Set.of("make-assignments.phrases", "add-assignment.phrases", "sort-instructions.category");

	private static final Map<String, Map<String, String>> OFFERED = Map.ofEntries(
			Map.entry("start-consultation-outcome.kind", words(Outcomes.Kind.values())),
			Map.entry("record-research.kind", words(ResearchKind.values())),
			Map.entry("revise-report.disposal", words(Disposal.values())),
			Map.entry("review-report.verdict", words(ReviewVerdict.values())),
			Map.entry("deliberate.verdict", words(Deliberation.values())),
			Map.entry("check-submission.verdict", words(Verdict.values())),
			Map.entry("enter-instruction.form", words(InstructionForm.values())),
			Map.entry("sign-receipt.receipt", words(ReceiptAnswer.values())),
			Map.entry("draft-reply.replyClass", words(ReplyClass.values())),
			Map.entry("draft-reply.proposedKind", words(ConversionKind.OPINION_REPORT, ConversionKind.PROPOSAL)),
			Map.entry("sign-reply.verdict", words(Verdict.values())), Map.entry("sign-redo.verdict", words(Verdict.values())),
			Map.entry("seal-reply.sealing", words(Sealing.values())),
			Map.entry("redo-reply.replyClass", words(ReplyClass.values())),
			Map.entry("decide-conversion.verdict", words(ConversionRuling.values())),
			// a 参阅件 is written where something is not adopted, and that the unit declares itself
			Map.entry("decide-conversion.kind", words(ConversionKind.OPINION_REPORT, ConversionKind.PROPOSAL)),
			Map.entry("decide-extension.verdict", words(ExtensionRuling.values())),
			Map.entry("handle-overdue.measure", words(OverdueMeasure.values())),
			Map.entry("handle-overdue.kind", words(ConversionKind.values())),
			Map.entry("judge-opinion-report.verdict", judged(ConversionKind.OPINION_REPORT)),
			Map.entry("judge-opinion-report.adoption", words(Adoption.values())),
			Map.entry("judge-proposal.verdict", judged(ConversionKind.PROPOSAL)),
			Map.entry("judge-reference.verdict", judged(ConversionKind.REFERENCE)),
			Map.entry("report-implementation.progress", words(Progress.values())),
			Map.entry("look-back.inPlace", words(InPlace.values())),
			Map.entry("track-progress.onTrack", words(OnTrack.values())),
			Map.entry("rate-satisfaction.process", words(Rating.values())),
			Map.entry("rate-satisfaction.result", words(Rating.values())),
			Map.entry("decide-dissatisfaction.decision", words(AfterMeeting.values())),
			Map.entry("start-amendment.kind", words(AmendmentKind.values())),
			Map.entry("start-amendment.field", words(Corrections.Field.values())),
			Map.entry("start-amendment.cause", words(Withdrawals.Cause.values())));

	/** What the gateways compare, by the variable. */
	private static final Map<String, Set<String>> DECIDED = Map.ofEntries(
			Map.entry("reviewVerdict", codes(ReviewVerdict.values())),
			Map.entry("chairMeetingVerdict", codes(Deliberation.values())),
			Map.entry("submissionVerdict", codes(Verdict.values())), Map.entry("sealVerdict", codes(Sealing.values())),
			Map.entry("replyVerdict",
					codes(ReplyDecision.ADOPTED, ReplyDecision.REFERENCE, ReplyDecision.COMPLEX, ReplyDecision.EXTENSION, Verdict.RETURN)),
			Map.entry("conversionKind", codes(ConversionKind.values())),
			Map.entry("overdueMeasure", codes(OverdueMeasure.values())),
			Map.entry("conversionResult", Set.of(Judgement.ACCEPT.result(), Judgement.RETURN.result(), Judgement.REFUSE.result())),
			Map.entry("amendmentKind", codes(AmendmentKind.values())),
			// these are no words of the house: which way a part of the case went
			Map.entry("handlingResult", Set.of("adopted", "convert")),
			Map.entry("assignmentsMade", Set.of("yes", "no")),
			Map.entry("assignmentAdded", Set.of("yes", "no")));

	private static final Pattern CONDITION = Pattern.compile("\\$\\{(\\w+) == '([\\w-]+)'}");

	private static Map<String, String> words(Term... terms) {
		return Arrays.stream(terms).collect(toMap(Term::code, Term::label));
	}

	private static Map<String, String> judged(ConversionKind kind) {
		return EnumSet.allOf(Judgement.class).stream().collect(toMap(Term::code, one -> one.label(kind)));
	}

	private static Set<String> codes(Term... terms) {
		return words(terms).keySet();
	}

	private static List<Path> files(String folder, String ending) throws IOException {
		try (Stream<Path> all = Files.list(Path.of(folder))) {
			return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
		}
	}

	/** The options that stand in the forms, by form and field. */
	private static Map<String, Map<String, String>> inForms() throws IOException {
		Map<String, Map<String, String>> options = new TreeMap<>();
		for (Path file : files("forms", ".form")) {
			JsonNode form = new ObjectMapper().readTree(file.toFile());
			form.findParents("values").forEach(field -> options.put(form.path("id").asText() + "." + field.path("key").asText(),
					field.path("values").findParents("value").stream()
							.collect(toMap(one -> one.path("value").asText(), one -> one.path("label").asText()))));
		}
		return options;
	}

	@Test
	void formsOfferTheWordsOfTheirVocabulary() throws IOException {
		Map<String, Map<String, String>> offered = inForms();
		offered.keySet().removeAll(QUESTIONS);
		offered.keySet().removeAll(PHRASES);
		assertThat(offered).as("options without a vocabulary are listed on purpose").containsOnlyKeys(OFFERED.keySet());
		offered.forEach((field, options) -> assertThat(options).as("options of " + field).isEqualTo(OFFERED.get(field)));
	}

	@Test
	void questionsAreAnsweredByYesAndNo() throws IOException {
		Map<String, Map<String, String>> questions = inForms();
		questions.keySet().retainAll(QUESTIONS);
		assertThat(questions).containsOnlyKeys(QUESTIONS)
				.allSatisfy((field, options) -> assertThat(options).as(field).containsOnlyKeys("yes", "no"));
	}

	@Test
	void gatewaysAskForWordsOfTheirVocabulary() throws IOException {
		Set<String> asked = new TreeSet<>();
		for (Path file : files("processes", ".bpmn")) {
			for (MatchResult one : CONDITION.matcher(Files.readString(file)).results().toList()) {
				asked.add(one.group(1));
				assertThat(DECIDED.get(one.group(1))).as(file.getFileName() + ": " + one.group(1)).contains(one.group(2));
			}
		}
		assertThat(asked).isEqualTo(DECIDED.keySet());
	}

	private static List<String> cells(String table, String cell) throws IOException {
		return Pattern.compile("id=\"" + cell + "\">\\s*<text>\"([A-Za-z-]+)\"").matcher(Files.readString(Path.of("processes", table + ".dmn")))
				.results().map(one -> one.group(1)).toList();
	}

	@Test
	void decisionTablesSayWordsOfTheirVocabulary() throws IOException {
		assertThat(cells("reply-limit", "unit_\\d")).isNotEmpty().isSubsetOf(units());
		assertThat(cells("other-limits", "unit_\\d")).isNotEmpty().isSubsetOf(units());
		assertThat(cells("other-limits", "limit_\\d")).containsExactlyInAnyOrderElementsOf(codes(OtherLimit.values()));
		assertThat(cells("look-back-schedule", "in_._0")).isNotEmpty().isSubsetOf(codes(Progress.values()));
		assertThat(cells("look-back-schedule", "in_._1")).isNotEmpty().isSubsetOf(codes(ReplyClass.values()));
		assertThat(cells("look-back-schedule", "out_._0")).isNotEmpty().isSubsetOf(codes(LookBackFrom.values()));
		assertThat(cells("reminder-schedule", "out_._0")).isNotEmpty().isSubsetOf(codes(Addressee.values()));
		assertThat(cells("reminder-schedule", "out_._1")).isNotEmpty().isSubsetOf(codes(Channel.values()));
	}

	private static List<String> units() {
		return Stream.of(Span.Unit.values()).map(Span.Unit::code).toList();
	}

	/** So that what the table proposes can be chosen; what the first categories were kept as is still understood. */
	@Test
	void theFormOffersEveryCategoryThatTheTableProposes() throws IOException {
		Set<String> offered = inForms().get("sort-instructions.category").keySet();
		assertThat(
				Pattern.compile("id=\"category_\\d+\"><text>\"([^\"]+)\"").matcher(Files.readString(Path.of("processes", "committee-routing.dmn")))
						.results().map(one -> one.group(1)))
				.isNotEmpty().isSubsetOf(offered);
		assertThat(Stream.of(Category.values()).map(Category::label)).isSubsetOf(offered);
		assertThat(inForms().get("sort-instructions.category")).allSatisfy((value, label) -> assertThat(value).isEqualTo(label));
	}

	/** Told somewhere in the source, each of them; where it is declared and where the table is checked nothing is told. */
	@Test
	void everyOccasionIsToldAndEveryKindOfNoticeHasOne() throws IOException {
		Set<String> told = new TreeSet<>();
		try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
			for (Path source : sources.filter(file -> file.toString().endsWith(".java") && !file.startsWith("src/main/java/org/bihuan/model"))
					.toList()) {
				Pattern.compile("\\bOccasion\\.([A-Z_]+)").matcher(Files.readString(source)).results()
						.forEach(occasion -> told.add(occasion.group(1)));
			}
		}
		assertThat(Stream.of(Occasion.values()).map(Occasion::name)).containsExactlyInAnyOrderElementsOf(told);
		assertThat(Stream.of(Occasion.values()).map(Occasion::kind)).contains(NoticeKind.values());
	}

	@Test
	void noVocabularyHasACodeOrALabelTwice() {
		List<Class<?>> vocabularies = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.bihuan")
				.stream().filter(one -> one.isEnum() && one.isAssignableTo(Term.class))
				.<Class<?>>map(JavaClass::reflect).toList();
		assertThat(vocabularies).hasSizeGreaterThan(40).allSatisfy(vocabulary -> {
			List<Term> terms = Arrays.stream(vocabulary.getEnumConstants()).map(Term.class::cast).toList();
			assertThat(terms).extracting(Term::code).doesNotHaveDuplicates().allMatch(code -> code.matches("[A-Za-z0-9_-]+"));
			assertThat(terms).extracting(Term::label).doesNotHaveDuplicates().noneMatch(String::isBlank);
		});
	}
}
