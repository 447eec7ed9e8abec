package org.bihuan.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.bihuan.BihuanApplication;
import org.bihuan.calendar.ReplyDeadline;
import org.bihuan.calendar.Span;
import org.bihuan.calendar.Span.Unit;
import org.bihuan.document.DocumentFiles;
import org.bihuan.json.Json;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Documents;
import org.bihuan.web.Http;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The six changes of {@code /help/analyst}, each by its files alone: deployed while fifty cases wait at every kind of place, half of which go on by
 * it. All end, each as the help page promises it. A hundred cases are walked, not three hundred: four of the changes meet while people answer at
 * once, two while replies are left until they are overdue; no two change the same file.
 */
@Tag("wide")
@TestInstance(Lifecycle.PER_CLASS)
class WorkedChangesTest extends WorkedCases {

	private static final String LEGAL = "task_legalReview";
	private static final String OPINION = "依据充分，程序合法。";
	private static final String FUNDING = "所需资金 320 万元列入 2024 年区级财政预算。";
	private static final String COMMITTEE = "committee-huanzi";
	private static final OffsetDateTime DEPLOYED = NOW.atZone(BihuanApplication.ZONE).toOffsetDateTime();

	@Autowired
	private ReplyDeadline replyDeadline;
	@Autowired
	private Documents documents;
	@Autowired
	private DocumentFiles files;

	private List<Waiting> answered;
	private List<Waiting> overdue;

	@BeforeAll
	void allAreWalkedToTheirEnds() {
		whatIsInForce();
		theCommitteeHasPeople();
		answered = changed(List.of("legal-review", "six-weeks", "new-committee", "new-field"), "农村水环境整治");
		allEnd(answered, task -> false);
		theModelsAreAsTheyWere();
		whatIsInForce();
		overdue = changed(List.of("reminders", "overdue-told"), "基层派出所改造");
		allEnd(overdue, task -> OF_THE_REPLY.contains(elements.key(task)) && assignments.get(outcomeOf(task) + "-1").promisedOn() == null);
		theModelsAreAsTheyWere();
	}

	/** As the administrator makes them, in Admin. */
	private void theCommitteeHasPeople() {
		Http admin = Http.basic(port, "admin");
		admin.post("/engine-rest/group/create", Map.of("id", COMMITTEE, "name", "环境资源委", "type", "WORKFLOW"));
		Map.of("huanzi1", "江清源", "huanzi2", "林长青").forEach((id, name) -> {
			admin.post("/engine-rest/user/create",
					Map.of("profile", Map.of("id", id, "lastName", name.substring(0, 1), "firstName", name.substring(1),
							"email", ""), "credentials", Map.of("password", "huanzi-2023")));
			admin.put("/engine-rest/group/" + COMMITTEE + "/members/" + id, Map.of());
		});
	}

	@AfterAll
	void theHouseIsAsItWas() {
		identity.deleteUser("huanzi1");
		identity.deleteUser("huanzi2");
		identity.deleteGroup(COMMITTEE);
	}

	/** As people fill in what their form asks. */
	@Override
	protected Map<String, Object> plain(Task task) {
		String key = elements.key(task);
		if (LEGAL.equals(key)) {
			return Map.of("lawful", "yes", "opinion", OPINION);
		}
		Map<String, Object> answer = new LinkedHashMap<>(super.plain(task));
		if ("task_draftReply".equals(key) && formOf(task).toString().contains("\"funding\"")) {
			answer.put("funding", FUNDING);
		}
		if ("task_sortInstructions".equals(key)) {
			answer.put("sorting", sorted(task));
		}
		if ("task_confirmFollowUp".equals(key)) {
			answer.put("followUpCommittee", proposed(task, "followUpCommittee").asText());
		}
		return answer;
	}

	private JsonNode proposed(Task task, String variable) {
		return Json.read(String.valueOf(tasks.getVariableLocal(task.getId(), variable)));
	}

	/** As the table proposes it; of a category that the form does not offer the person says 其他. */
	private List<Map<String, String>> sorted(Task task) {
		String form = formOf(task).toString();
		JsonNode row = proposed(task, "sorting").path(0);
		String category = row.path("category").asText();
		return List.of(Map.of("instruction", row.path("instruction").asText(), "committee", row.path("committee").asText(), "category",
				form.contains("\"value\":\"" + category + "\"") ? category : "其他"));
	}

	private List<String> told(Waiting one, String kind) {
		return jdbc.sql("select recipient from notice where outcome_id = ? and kind = ? and created_at >= ? order by id")
				.params(one.outcome(), kind, DEPLOYED).query(String.class).list();
	}

	private String paper(Waiting one, String kind) {
		long id = documents.ofOutcome(one.outcome()).stream().filter(each -> each.kind().code().equals(kind)).findFirst().orElseThrow().id();
		try (XWPFWordExtractor words = new XWPFWordExtractor(
				new XWPFDocument(new ByteArrayInputStream(files.version(id, files.newest(id)).orElseThrow())))) {
			return words.getText();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private String page(Waiting one) {
		return Http.pages(port, "zhengxie1").get("/outcomes/" + one.outcome()).body();
	}

	@Test
	void aStepOfItsOwnBeforeTheInstruction() {
		assertThat(answered).allSatisfy(one -> assertThat(jdbc.sql("""
				select v.shown from answer a join answer_value v on v.answer_id = a.id
				where a.outcome_id = ? and a.step_name = '法制审核' and v.field = 'opinion'""").param(one.outcome()).query(String.class).list())
				.as(one.toString()).isEqualTo(opinions(one)));
		Waiting reviewed = answered.stream().filter(one -> one.moves() && one.place().equals("task_acceptSubmission")).findFirst().orElseThrow();
		assertThat(page(reviewed)).contains("法制审核", OPINION);
	}

	private static List<String> opinions(Waiting one) {
		return one.moves() && one.isBefore("task_enterInstruction") ? List.of(OPINION) : List.of();
	}

	@Test
	void remindersOnTheTwentiethTheTenthAndTheThirdDayBefore() {
		assertThat(overdue).allSatisfy(one -> assertThat(reminded(one)).as(one.toString()).isEqualTo(remindedAsPromised(one)));
	}

	/** How many days before its day the unit was reminded of the reply. */
	private Set<Long> reminded(Waiting one) {
		LocalDate due = assignments.get(one.assignment()).dueOn();
		Set<Long> days = new TreeSet<>();
		jdbc.sql("select created_at from notice where assignment_id = ? and kind = 'reminder' and recipient = 'unit-gongan' and created_at >= ?")
				.params(one.assignment(), DEPLOYED).query(OffsetDateTime.class).list()
				.forEach(at -> days.add(ChronoUnit.DAYS.between(at.atZoneSameInstant(BihuanApplication.ZONE).toLocalDate(), due)));
		return days;
	}

	/**
	 * Who stays on the former diagram with the reply in hand has his next look as it was told, on the fifteenth day before; from then on the table
	 * of now is asked, as it is of all who receive an assignment later. Who was overdue had been reminded that day, by the table of then.
	 */
	private static Set<Long> remindedAsPromised(Waiting one) {
		boolean inHand = OF_THE_REPLY.contains(one.place());
		Set<Long> before = one.place().equals("task_handleOverdue") ? Set.of(-1L) : Set.of();
		return inHand && !one.moves() ? Set.of(10L, 3L) : inHand || one.isBefore("task_draftReply") ? Set.of(20L, 10L, 3L) : before;
	}

	@Test
	void sixWeeksForOneKind() {
		assertThat(answered).allSatisfy(one -> {
			Span period = period(one);
			Assignment assignment = assignments.get(one.assignment());
			assertThat(assignment.replyPeriod()).as(one.toString()).isEqualTo(period);
			assertThat(assignment.dueOn()).as(one.toString()).isEqualTo(replyDeadline.after(assignment.receivedOn(), period).due());
		});
		assertThat(answered).filteredOn(one -> assignments.get(one.assignment()).dueOn().equals(LocalDate.of(2023, 12, 26)))
				.as("six weeks from the day").hasSizeGreaterThan(10);
		assertThat(answered).filteredOn(one -> isConsultation(one) && one.isBefore("task_makeAssignments")).hasSizeGreaterThan(10)
				.allSatisfy(one -> assertThat(page(one)).as(one.toString()).contains("六周"));
	}

	/** By the table of the day on which it was received. */
	private Span period(Waiting one) {
		return isConsultation(one) && one.isBefore("task_draftReply") ? new Span(6, Unit.WEEKS) : new Span(2, Unit.MONTHS);
	}

	private boolean isConsultation(Waiting one) {
		return outcomes.get(one.outcome()).kind().code().equals("consultation");
	}

	@Test
	void aCommitteeThatIsNewWithItsPeopleAndItsRouting() {
		assertThat(answered).allSatisfy(one -> assertThat(jdbc.sql("select category || ' ' || committee from instruction where outcome_id = ?")
				.param(one.outcome()).query(String.class).single()).as(one.toString()).isEqualTo(sortedTo(one)));
		assertThat(answered).filteredOn(one -> one.isBefore("task_confirmFollowUp")).hasSize(30).allSatisfy(one -> {
			assertThat(jdbc.sql("select signed_by from look_back where assignment_id = ? and party = 'committee'").param(one.assignment())
					.query(String.class).list()).as(one.toString()).containsExactly("huanzi1");
			assertThat(paper(one, "closing")).as(one.toString()).contains("江清源");
		});
	}

	/** What was sorted, or was proposed to who was about to sort it, stays; the category is the form's, which stays with its diagram. */
	private static String sortedTo(Waiting one) {
		return !one.isBefore("task_sortInstructions") ? "农业农村 committee-jingke" : (one.moves() ? "生态环境 " : "其他 ") + COMMITTEE;
	}

	@Test
	void aFieldThatIsNewOnThePageAndInTheLetter() {
		assertThat(answered).filteredOn(one -> !one.place().equals("task_draftReference")).allSatisfy(one -> {
			boolean asked = one.moves() && (one.isBefore("task_signReply") || one.place().equals("task_handleOverdue"));
			String letter = paper(one, "reply");
			assertThat(letter.contains(FUNDING)).as(one.toString()).isEqualTo(asked);
			assertThat(letter).doesNotContain("{{", "经费安排");
			assertThat(page(one).contains(FUNDING)).as(one.toString()).isEqualTo(asked);
		});
	}

	@Test
	void oneMorePartyIsToldOfAnOverdueReply() {
		assertThat(overdue).allSatisfy(one -> assertThat(told(one, "overdue")).as(one.toString()).isEqualTo(toldAsPromised(one)));
	}

	/** Those that were overdue as it came into force had been told of by the former table. */
	private static List<String> toldAsPromised(Waiting one) {
		return one.isBefore("task_draftReference") ? List.of("party-office", "gov-office", "cppcc-office", "supervision-office", "unit-gongan")
				: one.place().equals("task_handleOverdue") ? List.of("party-office", "gov-office", "cppcc-office", "unit-gongan") : List.of();
	}
}
