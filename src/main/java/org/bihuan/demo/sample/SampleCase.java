package org.bihuan.demo.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.demo.sample.SampleOutcome.Instruction;
import org.bihuan.demo.sample.SampleOutcome.Suggestion;
import org.bihuan.terms.ProcessKeys;
import org.bihuan.terms.TaskKeys;

/** The acts of one outcome in their order, each on a working day. */
final class SampleCase {

	private static final LocalTime MORNING = LocalTime.of(9, 0);
	private static final int MONTHS_PLANNED = 6;

	/**
	 * What goes on for years: no day of its falls between the end of the sample and the day on which somebody tries it, so that everybody finds
	 * the same open work.
	 */
	private static final LocalDate YEARS_AHEAD = LocalDate.of(2028, 6, 30);

	/** Over before the sample's last month is. */
	private static final int DAYS_TO_MEND = 45;

	private final SampleOutcome outcome;
	private final WorkingDays workingDays;
	private final int place;
	private final String committee;
	private final String unit;
	private final Deque<Act> acts = new ArrayDeque<>();
	private LocalDate day;
	private int minute;

	/** Known once its topic is registered. */
	private String outcomeId;

	/** @param place of this outcome among all, which sets the minute of its acts, so that no two cases act at the same moment */
	SampleCase(SampleOutcome outcome, int place, WorkingDays workingDays) {
		this.outcome = outcome;
		this.place = place;
		this.workingDays = workingDays;
		this.committee = outcome.committee().replace("committee-", "");
		this.unit = outcome.unit().replace("unit-", "");
		this.day = outcome.start();
		formation();
		submission();
		handling();
		followUp();
	}

	/**
	 * Nobody does this task, and nothing that would come after it.
	 *
	 * @param task as an act names it
	 * @return the day of the last act that is left
	 * @throws IllegalArgumentException if no act is of this task, or none is left
	 */
	LocalDate standAt(String task) {
		List<Act> done = acts.stream().takeWhile(act -> !task.equals(act.task())).toList();
		if (done.isEmpty() || done.size() == acts.size()) {
			throw new IllegalArgumentException("no such task in the case: " + task);
		}
		acts.clear();
		acts.addAll(done);
		return ShanghaiTime.dateAt(acts.getLast().at());
	}

	String outcomeId() {
		return outcomeId;
	}

	void registered(String id) {
		outcomeId = id;
	}

	/** When its next act is; null when it has no more. */
	Instant next() {
		return acts.isEmpty() ? null : acts.peek().at();
	}

	Act take() {
		return acts.poll();
	}

	private void after(int days) {
		day = workingDays.after(day, days).due();
		minute = 0;
	}

	/** Each act a few minutes after the one before, so that a day has an order. */
	private Instant moment() {
		minute += 5;
		return day.atTime(MORNING).plusMinutes(minute).plusSeconds(place).atZone(ShanghaiTime.ZONE).toInstant();
	}

	private void act(String account, String task, Map<String, Object> answer) {
		act(account, task, view -> answer);
	}

	private void act(String account, String task, Function<View, Map<String, Object>> answer) {
		acts.add(Act.of(moment(), account, task, answer));
	}

	/** The paper of this title is scanned and attached to the task of the act before. */
	private void scan(String title) {
		acts.addLast(acts.removeLast().with(title));
	}

	private void pass(String account, String task) {
		after(1);
		act(account, task, Map.of("verdict", "pass"));
	}

	private List<String> members() {
		return outcome.members().isEmpty() ? List.of("weiyuan" + (1 + place % 8), "weiyuan" + (1 + (place + 3) % 8)) : outcome.members();
	}

	private void formation() {
		String head = committee + "2";
		String officer = committee + "1";
		acts.add(Act.start(moment(), officer, ProcessKeys.CONSULTATION_OUTCOME,
				view -> Map.of("secret", "no", "title", outcome.title(), "kind", outcome.kind(), "background",
						outcome.background())));
		after(1);
		act(officer, TaskKeys.PLAN_RESEARCH,
				Map.of("members", members(), "plan", "围绕“" + outcome.title() + "”，由委员和专委会组成调研组，先集中走访、再个别访谈，最后召开座谈会，十个工作日内形成初步成果。"));
		after(5);
		act(officer, TaskKeys.RECORD_RESEARCH, Map.of("records", research()));
		if (!outcome.research().isEmpty()) {
			scan("座谈会记录（有签到）");
			scan("走访现场照片说明");
		}
		after(3);
		act(officer, TaskKeys.DRAFT_REPORT,
				Map.of("report", report("初稿"), "suggestions", suggestions(), "askedUnits", List.of(outcome.unit()), "askedMembers",
						List.of(members().get(0))));
		opinions();
		after(3);
		if (outcome.goes("second-round")) {
			revise("yes", "经征求意见作了修改，现再征求一轮。");
			opinions();
			after(2);
		}
		revise("no", "已按征求到的意见修改完善。");
		review(head);
		after(2);
		if (outcome.goes("returned-by-meeting")) {
			act("mishu1", TaskKeys.DELIBERATE, Map.of("verdict", "return", "heldOn", day.toString(), "reason", "管理机制部分还不够具体，请补充可操作的办法后再审。"));
			after(3);
			revise("no", "已按主席会议意见补充具体办法。");
			review(head);
			after(2);
		}
		act("mishu1", TaskKeys.DELIBERATE, Map.of("verdict", "pass", "heldOn", day.toString()));
	}

	private void opinions() {
		after(2);
		act(unit + "1", TaskKeys.GIVE_OPINION, Map.of("opinion", "情况属实，建议可行。请在措施上进一步明确责任和时限。"));
		after(1);
		act(members().get(0), TaskKeys.GIVE_OPINION, Map.of("opinion", "赞成。建议补充群众的直接感受，数据再核对一遍。"));
	}

	private void revise(String again, String note) {
		act(committee + "1", TaskKeys.REVISE_REPORT, view -> {
			Map<String, Object> answer = new HashMap<>(Map.of("report", report(note), "suggestions", suggestions(), "again", again));
			List<String> opinions = view.offered("opinions");
			if (!opinions.isEmpty()) {
				answer.put("disposals", opinions.stream().map(id -> Map.of("opinion", id, "disposal", "adopted", "reason", "已吸收到成果中")).toList());
			}
			if ("yes".equals(again)) {
				answer.put("askedUnits", List.of(outcome.unit()));
				answer.put("askedMembers", List.of(members().get(0)));
			}
			return answer;
		});
	}

	private void review(String head) {
		pass(head, TaskKeys.REVIEW_BY_HEAD);
		pass("zhengxie1", TaskKeys.REVIEW_BY_OFFICE);
		pass("fuzhuxi1", TaskKeys.REVIEW_BY_DEPUTY_CHAIR);
	}

	private List<Map<String, Object>> research() {
		if (outcome.research().isEmpty()) {
			return List.of(record("group-visit", "有关镇街和单位", outcome.findings()));
		}
		return outcome.research().stream().map(one -> record(one.kind(), one.place(), one.findings())).toList();
	}

	private Map<String, Object> record(String kind, String where, String findings) {
		return Map.of("kind", kind, "heldOn", day.minusDays(1).toString(), "place", where, "findings", findings);
	}

	private String report(String note) {
		String text = outcome.report().isEmpty() ? outcome.background() + "\n\n" + outcome.findings() + "\n\n为此建议：" + String.join("；",
				outcome.suggestions().stream().map(Suggestion::text).toList()) + "。" : outcome.report();
		return text + "\n\n（" + note + "）";
	}

	private List<Map<String, String>> suggestions() {
		return outcome.suggestions().stream().map(one -> Map.of("text", one.text())).toList();
	}

	private void submission() {
		pass("zhuxi1", TaskKeys.READ_BY_CHAIR);
		after(1);
		List<String> leaders = outcome.instructions().stream().map(Instruction::leader).toList();
		act("zhengxie1", TaskKeys.SUBMIT_OUTCOME, leaders.isEmpty() ? Map.of("noLeader", true) : Map.of("leaders", leaders));
		pass("quwei1", TaskKeys.ACCEPT_SUBMISSION);
		boolean words = false;
		for (Instruction instruction : outcome.instructions()) {
			after(1);
			// 区委主要领导 writes himself, for the others the office enters what they wrote on paper
			String account = "shuji1".equals(instruction.leader()) ? "shuji1" : "zhengfu1";
			LocalDate writtenOn = day;
			acts.add(Act.of(moment(), account, "task_enterInstruction@" + instruction.leader(), view -> instruction.words() == null
					? Map.of("form", "seen", "writtenOn", writtenOn.toString())
					: Map.of("form", "words", "writtenOn", writtenOn.toString(), "words", instruction.words())));
			if (instruction.words() != null && !account.equals(instruction.leader())) {
				scan("批示原件扫描");
			}
			words |= instruction.words() != null;
		}
		if (words) {
			after(1);
			act("zhengxie2", TaskKeys.SORT_INSTRUCTIONS, this::sorting);
		}
	}

	private Map<String, Object> sorting(View view) {
		return Map.of("sorting", view.offered("unsorted").stream()
				.map(id -> Map.of("instruction", id, "category", category(), "committee", outcome.committee())).toList());
	}

	private String category() {
		return Map.of("jingke", "经济发展", "chengxiang", "城乡建设", "jiaowei", "民生事业", "shefa", "社会治理", "wenshi", "文化文史")
				.getOrDefault(committee, "其他");
	}

	private void handling() {
		after(2);
		act("zhengfu1", TaskKeys.MAKE_ASSIGNMENTS, view -> Map.of("assign", "yes", "assignments",
				List.of(Map.of("suggestions", view.offered("suggestionOptions"), "leadUnit",
						outcome.goes("sent-back") ? "unit-shangwu" : outcome.unit(),
						"coUnits",
						outcome.coUnits(), "requirement", requirement(), "leader", outcome.responsible()))));
		act("zhengxie1", TaskKeys.CONFIRM_FOLLOW_UP, Map.of("followUpCommittee", outcome.committee()));
		after(1);
		if (outcome.goes("sent-back")) {
			act("shangwu1", TaskKeys.SIGN_RECEIPT, Map.of("receipt", "back", "proposedUnit", outcome.unit(), "reason", "该事项的主管部门不是本单位，建议改派。"));
			after(1);
			act("quwei1", TaskKeys.DECIDE_REASSIGNMENT, Map.of("toUnit", outcome.unit(), "decision", "情况属实，同意改派。"));
			after(1);
		}
		if (outcome.goes("deemed")) {
			after(3);
		}
		else {
			act(unit + "1", TaskKeys.SIGN_RECEIPT, Map.of("receipt", "sign"));
		}
		for (String co : outcome.coUnits()) {
			after(3);
			act(co.replace("unit-", "") + "1", TaskKeys.GIVE_CO_OPINION, Map.of("opinion", "我单位已研究，将按职责分工配合主办单位办理，涉及本单位的事项同步推进。"));
		}
		for (Instruction late : outcome.late()) {
			after(2);
			LocalDate writtenOn = day;
			acts.add(Act.start(moment(), "quwei1", ProcessKeys.LATE_INSTRUCTION,
					view -> Map.of("outcomeNo", view.outcomeId(), "leader", late.leader(), "writtenOn",
							writtenOn.toString(), "words", late.words())));
			after(1);
			act("zhengxie2", TaskKeys.SORT_LATE_INSTRUCTION, this::sorting);
		}
		after(16);
		LocalDate plannedOn = "in-progress".equals(outcome.end()) ? YEARS_AHEAD : day.plusMonths(MONTHS_PLANNED);
		act(unit + "1", TaskKeys.DRAFT_REPLY, view -> {
			Map<String, Object> answer = new HashMap<>(Map.of("talk", "答复前与参与委员当面沟通，逐条说明办理情况，委员表示理解和认可。", "decision", "adopted", "replies",
					each(view, "reply", Suggestion::reply), "replyClass", outcome.replyClass(), "contact", "办公室", "phone", phone()));
			if ("B".equals(outcome.replyClass())) {
				answer.put("plannedOn", plannedOn.toString());
			}
			return answer;
		});
		pass(unit + "2", TaskKeys.SIGN_REPLY);
		act(unit + "1", TaskKeys.SEAL_REPLY, Map.of("sealing", "sealed"));
		scan("答复函签章件");
	}

	private String phone() {
		return "0523-8800" + (1000 + place);
	}

	private String requirement() {
		return outcome.requirement().isEmpty() ? "请逐条研究办理，按期书面答复；能立即办的立即办，需要分步实施的列出计划。" : outcome.requirement();
	}

	/** A row for each suggestion that the form offers. */
	private List<Map<String, String>> each(View view, String field, Function<Suggestion, String> text) {
		List<String> ids = view.offered("suggestionOptions");
		return IntStream.range(0, ids.size()).mapToObj(at -> Map.of("suggestion", ids.get(at), field, text.apply(outcome.suggestions().get(at))))
				.toList();
	}

	private void followUp() {
		after(25);
		switch (outcome.end()) {
			case "in-progress" -> tell("in-progress");
			case "looking-back" -> {
				tell("completed");
				acknowledge("quwei1", "zhengxie1");
			}
			case "supervised" -> {
				completed();
				failed();
			}
			case "verified" -> {
				completed();
				int failures = outcome.goes("failed-twice") ? 2 : outcome.goes("failed-once") || outcome.goes("inspection") ? 1 : 0;
				for (int failure = 0; failure < failures; failure++) {
					failed();
					after(15);
					completed();
				}
				lookBack("yes", "yes");
				satisfaction();
			}
			default -> throw new IllegalStateException("no such end: " + outcome.end());
		}
	}

	private void tell(String progress) {
		LocalDate completedOn = day;
		act(unit + "1", TaskKeys.REPORT_IMPLEMENTATION, view -> {
			Map<String, Object> answer = new HashMap<>(Map.of("progress", progress, "measures", each(view, "measure", Suggestion::measure)));
			if ("completed".equals(progress)) {
				answer.put("completedOn", completedOn.toString());
			}
			return answer;
		});
	}

	private void acknowledge(String... accounts) {
		for (String account : accounts) {
			after(1);
			act(account, TaskKeys.ACKNOWLEDGE_REPORT, Map.of("remark", "已阅。"));
		}
	}

	/** Reported complete, known to the three offices, and the day of the look-back has come. */
	private void completed() {
		tell("completed");
		LocalDate claimed = day;
		acknowledge("quwei1", "zhengfu2", "zhengxie1");
		day = claimed.plusDays(30);
	}

	private void failed() {
		lookBack("no", "no");
		after(2);
		LocalDate limit = day.plusDays(DAYS_TO_MEND);
		act("dukao1", TaskKeys.STRENGTHEN_SUPERVISION, Map.of("limit", limit.toString(), "demands", "进度滞后于承诺，请明确责任人，倒排工期，逐项整改到位。", "inspect",
				outcome.goes("inspection") ? "yes" : "no"));
	}

	private void lookBack(String byCommittee, String bySupervision) {
		after(1);
		act(committee + "1", TaskKeys.LOOK_BACK_BY_COMMITTEE, view -> look(view, byCommittee));
		scan("专委会回头看记录");
		act("dukao2", TaskKeys.LOOK_BACK_BY_SUPERVISION, view -> look(view, bySupervision));
		scan("督考办核查记录");
	}

	private Map<String, Object> look(View view, String inPlace) {
		boolean yes = "yes".equals(inPlace);
		return Map.of("evidences", each(view, "evidence", one -> yes ? "现场核实：" + one.measure() : "现场核实，与报告有出入，尚未全部到位。"), "siteCheck",
				yes ? "随机抽查三处现场，走访群众和委员，与报告相符。" : "随机抽查三处现场，一处未完工，群众反映效果不明显。", "inPlace", inPlace);
	}

	/** 专委会 and members say whether they are satisfied; in one case a member is not, and the unit does it again. */
	private void satisfaction() {
		if (outcome.goes("dissatisfied")) {
			rate("unsatisfied");
			after(8);
			String completedOn = day.toString();
			act(unit + "1", TaskKeys.REDO,
					view -> Map.of("talk", "上门听取不满意的委员意见，逐条说明整改情况。", "completedOn", completedOn, "replies",
							each(view, "reply", one -> "针对委员意见重新办理：" + one.measure()), "replyClass", "A", "contact", "办公室", "phone", phone()));
			pass(unit + "2", TaskKeys.SIGN_REDO);
			act(unit + "1", TaskKeys.SEAL_REDO, Map.of("sealing", "sealed"));
			scan("再次答复函签章件");
			LocalDate claimed = day;
			acknowledge("quwei1", "zhengfu2", "zhengxie1");
			day = claimed.plusDays(30);
			lookBack("yes", "yes");
		}
		rate("satisfied");
	}

	/** @param last what the last of the members says of the result; where a case goes {@code silent} he says nothing, and the limit passes */
	private void rate(String last) {
		after(2);
		act(committee + "1", TaskKeys.RATE_SATISFACTION, Map.of("process", "satisfied", "result", "satisfied"));
		for (int at = 0; at < members().size(); at++) {
			boolean isLast = at == members().size() - 1;
			if (isLast && outcome.goes("silent")) {
				return;
			}
			after(1);
			act(members().get(at), TaskKeys.RATE_SATISFACTION, isLast && !"satisfied".equals(last)
					? Map.of("process", "fair", "result", last, "remark", "走访中仍有群众反映问题没有解决，请再办一次。")
					: Map.of("process", (place + at) % 5 == 0 ? "fair" : "satisfied", "result", "satisfied"));
		}
	}

}
