package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.json.Json;
import org.camunda.bpm.engine.task.Task;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * People see what they decide on, on the form itself. Each user task of each model is a row of {@link #MUST_BE_SEEN}: what its form must show, with
 * words that were really written on the way there. On the former version no form had the way to the outcome's page, and 45 of the 48 rows lacked
 * something else as well: the report, a 批示, the reply, the opinions, what changed.
 */
@Tag("wide")
class FormsShowTest extends EveryTask {

	/** A step, and key=words that must be seen there; the keys are those of its view, the words are there without blanks. */
	private static final Map<String, String> MUST_BE_SEEN = rows("""
			task_planResearch          background=贴近基层治理 link=/outcomes/CG
			task_recordResearch        background=贴近基层治理 plan=走访各镇街 link=/outcomes/CG
			task_draftReport           background=贴近基层治理 plan=走访各镇街 research=集中调研 link=/outcomes/CG
			task_giveOpinion           report=派出所 suggestions=改造派出所 asked= limit=2023 link=/outcomes/CG
			task_reviseReport          opinions=：同意 heard=部分采纳 plan=走访各镇街 research=集中调研 verdicts=请补充经费数据 returned=请补充经费数据 link=/outcomes/CG
			task_reviewByHead          step=专委会主任把关 report=尽快改造 suggestions=三年内 heard=部分采纳 verdicts=请补充经费数据 changes=bihuan-added link=/outcomes/CG
			task_reviewByOffice        step=政协办把关 report=尽快改造 suggestions=三年内 heard=部分采纳 verdicts=请补充经费数据 changes=bihuan-added link=/outcomes/CG
			task_reviewByDeputyChair   step=分管副主席把关 report=尽快改造 suggestions=三年内 heard=部分采纳 verdicts=请补充经费数据 changes=bihuan-added link=/outcomes/CG
			task_deliberate            report=尽快改造 suggestions=三年内 heard=部分采纳 verdicts=请补充经费数据 changes=bihuan-added link=/outcomes/CG
			task_readByChair           step=主要领导审阅 report=派出所 suggestions=三年内 heard=部分采纳 verdicts=请补充经费数据 changes=bihuan-added link=/outcomes/CG
			task_mendForChair          step=修改成果 returned=请核实数据 suggestions=三年内 verdicts=请核实数据 link=/outcomes/CG
			task_submitOutcome         report=已补正 suggestions=三年内 verdicts=主要领导审阅 link=/outcomes/CG
			task_acceptSubmission      step=受理初审 number=协成 report=已补正 suggestions=三年内 verdicts=缺附件 changes= link=/outcomes/CG
			task_mendForAcceptance     step=补正成果 number=协成 returned=缺附件 suggestions=三年内 verdicts=缺附件 link=/outcomes/CG
			task_enterInstruction      number=协成 report=已补正 suggestions=三年内 leader= limit=2023 link=/outcomes/CG
			task_sortInstructions      number=协成 report=已补正 suggestions=三年内 unsorted=请区政府研究 committees=城乡委 link=/outcomes/CG
			task_sortLateInstruction   number=协成 report=派出所 suggestions=改造 unsorted=请抓紧办理 committees=城乡委 link=/outcomes/CG
			task_makeAssignments       number=协成 instructions=请区政府研究 report=已补正 suggestions=三年内 suggestionOptions=三年内 link=/outcomes/CG
			task_addAssignment         number=协成 instructions=请区政府研究 report=派出所 suggestions=改造 holders=公安局 reason=原来写错了 link=/outcomes/CG
			task_confirmFollowUp       number=协成 instructions=请区政府研究 report=已补正 suggestions=三年内 assigned=财政局 proposed=城乡委 link=/outcomes/CG
			task_signReceipt           number=协成 instructions=请区政府研究 report=已补正 suggestions=三年内 requirement=两个月内 coUnits=发展 \
			limit=2023 link=/outcomes/CG
			task_decideReassignment    number=协成 instructions=请区政府研究 report=已补正 suggestions=三年内 requirement=两个月内 reason=属公安职责 link=/outcomes/CG
			task_giveCoOpinion         number=协成 instructions=请区政府研究 report=已补正 suggestions=三年内 requirement=两个月内 clock=送达 due=2023 \
			link=/outcomes/CG
			task_draftReply            number=协成 instructions=请区政府研究 report=已补正 suggestions=三年内 suggestionOptions=三年内 requirement=两个月内 \
			coOpinions=支持 returned=请写明涉及哪些部门 draft=涉及多部门 clock=送达 link=/outcomes/CG
			task_signReply             number=协成 instructions=请区政府研究 report=已补正 suggestions=三年内 requirement=两个月内 coOpinions=支持 \
			draft=面商记录 draft=0523 draft=张三 link=/outcomes/CG
			task_sealReply             number=协成 instructions=请区政府研究 report=已补正 suggestions=三年内 requirement=两个月内 replyNumber=泰姜复 \
			paper=/papers/CG signer=公安局分管领导 link=/outcomes/CG
			task_decideExtension       number=协成 instructions=请区政府研究 report=已补正 suggestions=三年内 requirement=两个月内 reason=省级资金 \
			until=2023-12-01 link=/outcomes/CG
			task_decideConversion      number=协成 instructions=请区政府研究 report=已补正 suggestions=三年内 requirement=两个月内 draft=涉及多部门 \
			draft=提案 link=/outcomes/CG
			task_handleOverdue         number=协成 instructions=请区政府研究 report=派出所 suggestions=改造 requirement=两个月内 promises=第1次 \
			latest=20 link=/outcomes/CG
			task_draftOpinionReport    number=协成 instructions=请区政府研究 report=派出所 suggestions=改造 requirement=两个月内 link=/outcomes/CG
			task_judgeOpinionReport    number=协成 instructions=请区政府研究 report=派出所 suggestions=改造 draft=原因 draftTitle=关于改造派出所的建议 link=/outcomes/CG
			task_draftProposal         number=协成 instructions=请区政府研究 report=派出所 suggestions=改造 explanation=涉及多部门 proposer=城乡委 link=/outcomes/CG
			task_judgeProposal         number=协成 instructions=请区政府研究 report=派出所 suggestions=改造 explanation=涉及多部门 draft=条件简陋 link=/outcomes/CG
			task_draftReference        number=协成 instructions=请区政府研究 report=派出所 suggestions=改造 explanation=财力不足 link=/outcomes/CG
			task_judgeReference        number=协成 instructions=请区政府研究 report=派出所 suggestions=改造 explanation=财力不足 draft=预算法 link=/outcomes/CG
			task_reconsiderConversion  number=协成 instructions=请区政府研究 report=派出所 suggestions=改造 explanation=财力不足 refusal=应当采纳 \
			latest=20 link=/outcomes/CG
			task_reportImplementation  number=协成 instructions=请区政府研究 report=已补正 suggestionOptions=三年内 reply=已列入改造计划 \
			replyClass=A link=/outcomes/CG
			task_trackByCommittee      step=专委会跟踪 number=协成 instructions=请区政府研究 report=已补正 suggestionOptions=三年内 reply=已列入改造计划 \
			level=无 link=/outcomes/CG
			task_trackBySupervision    step=督考办跟踪 number=协成 instructions=请区政府研究 report=已补正 suggestionOptions=三年内 reply=已列入改造计划 \
			level=无 link=/outcomes/CG
			task_strengthenForDelay    number=协成 instructions=请区政府研究 report=已补正 suggestions=三年内 reply=已列入改造计划 level=提醒 \
			grounds=进展迟缓 link=/outcomes/CG
			task_acknowledgeReport     number=协成 instructions=请区政府研究 report=已补正 suggestions=三年内 reply=已列入改造计划 implementation=改造完工 link=/outcomes/CG
			task_lookBackByCommittee   step=专委会回头看 number=协成 instructions=请区政府研究 report=已补正 reply=已列入改造计划 implementation=改造完工 \
			suggestionOptions=三年内 link=/outcomes/CG
			task_lookBackBySupervision step=督考办回头看 number=协成 instructions=请区政府研究 report=已补正 reply=已列入改造计划 implementation=改造完工 \
			suggestionOptions=三年内 link=/outcomes/CG
			task_strengthenSupervision number=协成 instructions=请区政府研究 report=已补正 reply=已列入改造计划 implementation=改造完工 signatures=不到位 link=/outcomes/CG
			task_rateSatisfaction      number=协成 instructions=请区政府研究 report=已补正 reply=已列入改造计划 implementation=改造完工 signatures=查看 \
			ratingLimit=20 link=/outcomes/CG
			task_redo                  number=协成 instructions=请区政府研究 report=已补正 reply=已列入改造计划 implementation=改造完工 ratings=尚未完工 \
			returned=没有写明时间 suggestionOptions=三年内 link=/outcomes/CG
			task_signRedo              number=协成 instructions=请区政府研究 report=已补正 suggestions=三年内 ratings=尚未完工 draft=当面沟通 draft=0523 \
			link=/outcomes/CG
			task_sealRedo              number=协成 instructions=请区政府研究 report=已补正 suggestions=三年内 requirement=两个月内 replyNumber=泰姜复 \
			paper=/papers/CG signer=公安局分管领导 link=/outcomes/CG
			task_holdConsultation      number=协成 instructions=请区政府研究 report=已补正 reply=已重新改造 implementation=改造完工 ratings=尚未完工 \
			verdict=不满意 link=/outcomes/CG
			task_decideDissatisfaction number=协成 instructions=请区政府研究 report=已补正 reply=已重新改造 implementation=改造完工 ratings=尚未完工 \
			consultation=委员表示理解 link=/outcomes/CG
			""");

	private static final TypeReference<Map<String, Object>> VIEW = new TypeReference<>() {
	};
	private static final Pattern NAMED = Pattern.compile("\\{\\{view\\.(\\w+)}}|^=view\\.(\\w+)$");

	private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();
	private final Map<String, JsonNode> formOfTask = formsOfTasks();
	private final Map<String, Set<String>> missing = new TreeMap<>();
	private final Set<String> empty = new TreeSet<>();

	private static Map<String, String> rows(String table) {
		return table.lines().map(String::strip).collect(Collectors.toMap(row -> row.split(" ")[0], row -> row.substring(row.indexOf(' ')).strip(),
				(one, other) -> one + other, TreeMap::new));
	}

	@Override
	protected void complete(String user, Task task, Map<String, Object> answer) {
		look(task);
		super.complete(user, task, answer);
	}

	/** What of its row this form lacks now; over several visits what none of them had. */
	private void look(Task task) {
		JsonNode view = view(task);
		List<JsonNode> visible = visible(formOfTask.get(task.getTaskDefinitionKey()).path("components"), Json.convert(view, VIEW));
		Set<String> shown = visible.stream().flatMap(FormsShowTest::named).collect(Collectors.toSet());
		Set<String> lacks = Stream.of(MUST_BE_SEEN.getOrDefault(task.getTaskDefinitionKey(), "").split("\\s+"))
				.filter(must -> !shown.contains(must.split("=")[0]) || !says(view.path(must.split("=")[0]), must.substring(must.indexOf('=') + 1)))
				.collect(Collectors.toCollection(LinkedHashSet::new));
		missing.merge(task.getTaskDefinitionKey(), lacks, FormsShowTest::both);
		visible.stream().filter(one -> "text".equals(one.path("type").asText())).filter(one -> named(one).findAny().isPresent())
				.filter(one -> named(one).allMatch(name -> blank(view.path(name))))
				.forEach(one -> empty.add(task.getTaskDefinitionKey() + " " + one.path("text").asText()));
	}

	private static Set<String> both(Set<String> one, Set<String> other) {
		Set<String> both = new LinkedHashSet<>(one);
		both.retainAll(other);
		return both;
	}

	private static boolean says(JsonNode shown, String words) {
		return !blank(shown) && shown.toString().replaceAll("[\\s\\\\]", "").contains(words);
	}

	private static boolean blank(JsonNode shown) {
		return shown.isMissingNode() || (shown.isEmpty() && shown.asText().isBlank());
	}

	/** What a component shows: its text's places, or the list that it offers. */
	private static Stream<String> named(JsonNode component) {
		return Stream.of("text", "valuesExpression").map(part -> component.path(part).asText()).flatMap(text -> NAMED.matcher(text).results())
				.map(found -> found.group(1) == null ? found.group(2) : found.group(1));
	}

	/** The components that are not hidden by what is shown; what an answer will hide counts as shown. */
	private List<JsonNode> visible(JsonNode components, Map<String, Object> view) {
		return StreamSupport.stream(components.spliterator(), false).filter(one -> !hidden(one, view))
				.flatMap(one -> Stream.concat(Stream.of(one), visible(one.path("components"), view).stream())).toList();
	}

	private boolean hidden(JsonNode component, Map<String, Object> view) {
		String condition = component.path("conditional").path("hide").asText("").replaceFirst("^=", "");
		return condition.startsWith("view.") && Boolean.TRUE.equals(feel.evaluateExpression(condition, Map.of("view", view)).result());
	}

	@Test
	void everyStepShowsWhatIsDecidedOnThere() {
		assertThat(MUST_BE_SEEN.keySet()).as("each user task of each model says what must be seen").isEqualTo(formOfTask.keySet());
		everyTask();
		assertThat(missing.keySet()).as("reached").isEqualTo(formOfTask.keySet());
		assertThat(missing).allSatisfy((task, lacks) -> assertThat(lacks).as("what %s does not show", task).isEmpty());
		assertThat(empty).as("headings with nothing under them").isEmpty();
	}

	/** On the former version rows could be taken away and added, and said 建议 1 without its text. */
	@Test
	void whatIsAnsweredOneByOneStandsThereWithItsTextAndCannotBeTakenAway() {
		Map<String, String> offered = new HashMap<>();
		Collection<String> loose = new ArrayList<>();
		for (JsonNode form : Set.copyOf(formOfTask.values())) {
			for (JsonNode list : form.findParents("isRepeating")) {
				for (JsonNode field : list.path("components")) {
					Stream.of(field).filter(one -> Set.of("suggestion", "opinion", "instruction").contains(one.path("key").asText()))
							.forEach(one -> {
								offered.put(form.path("id").asText(), one.path("valuesExpression").asText());
								loose.addAll(
										Stream.of(list).filter(it -> it.path("allowAddRemove").asBoolean() || !it.path("disableCollapse").asBoolean()
												|| !one.path("readonly").asBoolean()).map(it -> form.path("id").asText()).toList());
							});
				}
			}
		}
		assertThat(loose).isEmpty();
		assertThat(offered).containsOnly(Map.entry("draft-reply", "=view.suggestionOptions"), Map.entry("redo-reply", "=view.suggestionOptions"),
				Map.entry("report-implementation", "=view.suggestionOptions"), Map.entry("look-back", "=view.suggestionOptions"),
				Map.entry("track-progress", "=view.suggestionOptions"), Map.entry("revise-report", "=view.opinions"),
				Map.entry("sort-instructions", "=view.unsorted"));
		startUpTo("task_draftReply");
		JsonNode view = view(task("task_draftReply"));
		assertThat(view.path("suggestions").asText()).isEqualTo("**建议 1**　改造派出所");
		assertThat(view.path("suggestionOptions").toString()).isEqualTo("[{\"label\":\"建议 1：改造派出所\",\"value\":\"" + outcomeId + "-J1\"}]");
		assertThat(local(task("task_draftReply"), "replies").toString()).isEqualTo("[{\"suggestion\":\"" + outcomeId + "-J1\"}]");
	}
}
