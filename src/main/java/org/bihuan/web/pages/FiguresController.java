package org.bihuan.web.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.bihuan.identity.Organisation;
import org.bihuan.identity.Reader;
import org.bihuan.ledger.Breakdown;
import org.bihuan.ledger.Breakdown.By;
import org.bihuan.ledger.Breakdown.Group;
import org.bihuan.ledger.Breakdown.Selection;
import org.bihuan.ledger.Figure;
import org.bihuan.ledger.Statistics;
import org.bihuan.numbering.Numbers;
import org.bihuan.terms.ConversionKind;
import org.bihuan.terms.ReplyClass;
import org.bihuan.web.security.PageRefusal;
import org.bihuan.web.security.Scopes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 统计: the published figures first, then how replies and, apart from them, implementation stand; each with its rows and its rule of counting. */
@Controller
class FiguresController {

	private final Statistics statistics;
	private final Breakdown breakdown;
	private final Organisation organisation;
	private final Numbers numbers;
	private final Clock clock;

	FiguresController(Statistics statistics, Breakdown breakdown, Organisation organisation, Numbers numbers, Clock clock) {
		this.numbers = numbers;
		this.clock = clock;
		this.statistics = statistics;
		this.breakdown = breakdown;
		this.organisation = organisation;
	}

	/** A figure with its unit, how it is counted, and where its rows are. */
	record Card(String label, String value, String unit, String sentence, String address) {
	}

	/** @param address null where there are no rows to show */
	record Cell(String value, String address) {
	}

	/** What is counted to somebody else. */
	private static final Cell NOT_THEIRS = new Cell("—", null);

	record TableRow(String name, List<Cell> cells) {
	}

	record Table(String title, String first, List<TableRow> rows) {
	}

	@GetMapping("/statistics")
	String statistics(Reader reader, @RequestParam(name = "year", required = false) String year,
			@RequestParam(name = "committee", required = false) String committee,
			@RequestParam(name = "unit", required = false) String unit, Model model) {
		Scopes.requireEverything(reader);
		Where where = new Where(blankToNull(year), blankToNull(committee), blankToNull(unit));
		Selection selection = selection(where);
		Map<By, List<Group>> groups = breakdown.by(List.of(By.values()), selection);
		Group all = groups.get(By.ALL).get(0);
		Names names = new Names(organisation);
		List<Group> years = groups.get(By.YEAR);
		List<Group> committees = groups.get(By.COMMITTEE);
		List<Group> units = groups.get(By.UNIT);
		model.addAttribute("published", published(where, figures(where, all)));
		model.addAttribute("replies", replies(where, all));
		model.addAttribute("implementation", implementation(where, all));
		model.addAttribute("conversions", conversions(where, all));
		model.addAttribute("charts", List.of(
				Chart.of("各专委会：报送的成果落实到哪一步", "件", committees, group -> names.of(group.key()),
						List.of(Figure.IMPLEMENTED, Figure.ALL_CONVERTED, Figure.IN_PROGRESS, Figure.WITHDRAWN)),
				Chart.of("各承办单位：答复是否按期", "件", units, group -> names.of(group.key()), List.of(Figure.ON_TIME, Figure.LATE, Figure.UNANSWERED)),
				Chart.of("各年度：答复分类", "件", years, group -> group.key() + " 年", List.of(Figure.CLASS_A, Figure.CLASS_B, Figure.CLASS_C)),
				Chart.satisfaction("满意度：过程与结果分开问", all)));
		model.addAttribute("tables", List.of(
				table("分年度", "年度", years, group -> group.key() + " 年", group -> new Where(group.key(), where.committee(), where.unit())),
				table("分专委会", "牵头专委会", committees, group -> names.of(group.key()), group -> new Where(where.year(), group.key(), where.unit())),
				table("分承办单位", "主办单位", units, group -> names.of(group.key()), group -> new Where(where.year(), where.committee(), group.key()))));
		model.addAttribute("free", free(names));
		model.addAttribute("where", where);
		List<Integer> submittedIn = breakdown.years();
		model.addAttribute("period", period(where.year(), submittedIn));
		model.addAttribute("years", submittedIn);
		model.addAttribute("committees", organisation.committees());
		model.addAttribute("units", organisation.units());
		return "statistics";
	}

	/** @param submittedIn the years of 报送 there are, newest first */
	private static String period(String year, List<Integer> submittedIn) {
		return "统计期间：" + (year == null ? "全部年度，" + everyYear(submittedIn) : year + " 年 1 月 1 日至 12 月 31 日报送的成果") + "。";
	}

	/** Of which outcomes the figures are where no year is chosen. */
	static String everyYear(List<Integer> submittedIn) {
		if (submittedIn.isEmpty()) {
			return "还没有报送的成果";
		}
		int last = submittedIn.get(0);
		int first = submittedIn.get(submittedIn.size() - 1);
		return (first == last ? "" : first + " 年至 ") + last + " 年报送的全部成果";
	}

	/** What is filtered, as the address has it. */
	record Where(String year, String committee, String unit) {

		/** Nothing: all that was ever submitted. */
		static final Where EVERYTHING = new Where(null, null, null);

		String rows(Figure figure) {
			return "/ledger" + LedgerQuery.behind(figure, year, committee, unit).address();
		}
	}

	private static Selection selection(Where where) {
		if (where.year() != null && !where.year().matches("[0-9]{4}")) {
			throw PageRefusal.bad("年度应是四位数字，请重新选择。");
		}
		return new Selection(where.year() == null ? null : Integer.valueOf(where.year()), where.committee(), where.unit());
	}

	/** The article's six, in its order, and what was withdrawn; without a committee or unit they are the published figures themselves. */
	static List<Card> published(Where where, Statistics.Figures figures) {
		return List.of(
				new Card("报送", figures.submitted() + "", "件", "已送交区党政领导的成果，不论后来如何。", where.rows(Figure.SUBMITTED)),
				new Card("批示", figures.instructions() + "", "次", "一位领导一次批示算一次；只圈阅、没有批语的不算。一件成果可以没有批示，也可以有几次。", where.rows(Figure.INSTRUCTED)),
				new Card("督查", figures.supervisions() + "", "次", "督考办开具的专项督查；提醒和督办单另计。", where.rows(Figure.SUPERVISED)),
				new Card("部门办理反馈", Words.percent(figures.replyRate()), "", "已答复或已转化的交办件 ÷（已答复或已转化的 + 超过原到期日未答复的）；未到期的和转化办理中的不计。",
						where.rows(Figure.ANSWER_DUE)),
				new Card("转化落实", figures.implemented() + "", "件", "已办结、至少有一件交办件经回头看核查销号的成果。", where.rows(Figure.IMPLEMENTED)),
				new Card("协调推进中", figures.inProgress() + "", "件", "已报送、尚未落实办结、未全部转化、也未撤回的成果。", where.rows(Figure.IN_PROGRESS)),
				new Card(Figure.WITHDRAWN.label(), figures.withdrawn() + "", "件", "报送以后整件撤回的成果：仍计入报送件数，其他各项（协调推进中、批示、督查、反馈等）都不再计入。",
						where.rows(Figure.WITHDRAWN)));
	}

	private Statistics.Figures figures(Where where, Group all) {
		return where.committee() == null && where.unit() == null ? figures(where)
				: new Statistics.Figures(all.count(Figure.SUBMITTED), all.instructions(), all.supervisions(),
						all.rate(Figure.ANSWERED, Figure.ANSWER_DUE), all.count(Figure.IMPLEMENTED), all.count(Figure.IN_PROGRESS),
						all.count(Figure.ALL_CONVERTED), all.count(Figure.WITHDRAWN));
	}

	private Statistics.Figures figures(Where where) {
		Selection selection = selection(where);
		return selection.year() == null ? statistics.of(null, null)
				: statistics.of(LocalDate.of(selection.year(), 1, 1), LocalDate.of(selection.year(), 12, 31));
	}

	private static List<Card> replies(Where where, Group all) {
		return List.of(
				new Card("按期答复率", Words.percent(all.rate(Figure.ON_TIME, Figure.REPLY_DUE)), "",
						"在原到期日（含当日）以前发出书面答复的 ÷（已答复的 + 超过原到期日未答复的）；推迟后的期限不算按期。批准延期的按现到期日计为 "
								+ Words.percent(all.rate(Figure.ON_TIME_AS_EXTENDED, Figure.REPLY_DUE)) + "。",
						where.rows(Figure.ON_TIME)),
				new Card("平均答复天数", all.meanDays() == null ? "—" : String.valueOf(Math.round(all.meanDays() * 10) / 10.0), "天",
						"从收到之日到发出书面答复之日的日历天数，已答复的平均。", where.rows(Figure.REPLIED)),
				new Card("A 类", all.count(Figure.CLASS_A) + "", "件", answeredAs(ReplyClass.A), where.rows(Figure.CLASS_A)),
				new Card("B 类", all.count(Figure.CLASS_B) + "", "件", answeredAs(ReplyClass.B), where.rows(Figure.CLASS_B)),
				new Card("C 类", all.count(Figure.CLASS_C) + "", "件", answeredAs(ReplyClass.C), where.rows(Figure.CLASS_C)),
				new Card(Figure.OVERDUE.label(), all.count(Figure.OVERDUE) + "", "件",
						"现到期日（批准延期的按延期）已过、还没有书面答复，也没有在转化的交办件：都亮红灯，逾期清单也列出。承诺推迟答复的仍然在内。", where.rows(Figure.OVERDUE)),
				new Card(Figure.UNANSWERED.label(), all.count(Figure.UNANSWERED) + "", "件", "规则推算的原到期日已过、还没有书面答复，也没有在转化的交办件，不论是否延期：反馈率和按期答复率用它。",
						where.rows(Figure.UNANSWERED)),
				new Card(Figure.LATE.label(), all.count(Figure.LATE) + "", "件", "已经答复，但晚于原到期日的交办件。", where.rows(Figure.LATE)),
				new Card("退办", all.sentBack() + "", "次", "承办单位认为不属本单位、退回改派的次数；一件可以有几次。三办自行改派的不算。", where.rows(Figure.SENT_BACK)));
	}

	private static String answeredAs(ReplyClass replyClass) {
		return "答复时归为“" + replyClass.meaning() + "”的交办件。";
	}

	private static List<Card> implementation(Where where, Group all) {
		return List.of(
				new Card(Figure.FOLLOW_UP_LATE.label(), all.count(Figure.FOLLOW_UP_LATE) + "", "件",
						"已经答复，但约定的落实、整改或重新办理日期已过、承办单位还没有报告完成的交办件：都亮红灯，逾期清单也列出。", where.rows(Figure.FOLLOW_UP_LATE)),
				new Card(Figure.LOOK_BACK_LATE.label(), all.count(Figure.LOOK_BACK_LATE) + "", "件",
						"承办单位已报告完成，但专委会和督考办回头看、评价、处置的期限已过的交办件：都亮红灯，逾期清单也列出；不算在承办单位名下。", where.rows(Figure.LOOK_BACK_LATE)),
				new Card("核查销号", all.count(Figure.VERIFIED) + "", "件", "专委会和督考办两方签字到位的交办件。答复不算落实。", where.rows(Figure.VERIFIED)),
				new Card("回头看一次通过率", Words.percent(all.rate(Figure.FIRST_PASS, Figure.LOOKED_BACK)), "", "第一次回头看两方都签“到位”的 ÷ 第一次回头看两方都已签字的。",
						where.rows(Figure.FIRST_PASS)),
				new Card("办理过程满意率", Words.percent(all.rate(Figure.PROCESS_SATISFIED, Figure.PROCESS_ASKED)), "",
						"专委会和参与委员最近一次评价，对办理过程都表示满意的 ÷ 问过的；有一方基本满意或不满意的、无人表态的，都不算满意。", where.rows(Figure.PROCESS_SATISFIED)),
				new Card("办理结果满意率", Words.percent(all.rate(Figure.RESULT_SATISFIED, Figure.RESULT_ASKED)), "",
						"专委会和参与委员最近一次评价，对办理结果都表示满意的 ÷ 问过的；有一方基本满意或不满意的、无人表态的，都不算满意。", where.rows(Figure.RESULT_SATISFIED)));
	}

	private static List<Card> conversions(Where where, Group all) {
		return List.of(
				new Card(ConversionKind.OPINION_REPORT.label(), all.count(Figure.TO_OPINION_REPORT) + "", "件", "经批准转为社情民意信息并编发的交办件。",
						where.rows(Figure.TO_OPINION_REPORT)),
				new Card(ConversionKind.PROPOSAL.label(), all.count(Figure.TO_PROPOSAL) + "", "件", "经批准转为提案并立案的交办件。",
						where.rows(Figure.TO_PROPOSAL)),
				new Card(ConversionKind.REFERENCE.label(), all.count(Figure.TO_REFERENCE) + "", "件", "无法或不宜采纳、写明理由转为参阅件的交办件。",
						where.rows(Figure.TO_REFERENCE)),
				new Card("转办结成果", all.count(Figure.ALL_CONVERTED) + "", "件", "全部交办件都已转化而办结的成果；不计入转化落实。", where.rows(Figure.ALL_CONVERTED)));
	}

	private static Table table(String title, String first, List<Group> groups, Function<Group, String> name, Function<Group, Where> where) {
		boolean ofUnits = groups.stream().map(Group::key).anyMatch(Organisation::isUnit);
		List<TableRow> rows = new ArrayList<>();
		for (Group group : groups) {
			Where here = where.apply(group);
			rows.add(new TableRow(name.apply(group), Stream.of(
					Stream.of(cell(group, Figure.SUBMITTED, here), times(group.instructions(), Figure.INSTRUCTED, here),
							times(group.supervisions(), Figure.SUPERVISED, here),
							cell(group, Figure.IMPLEMENTED, here), cell(group, Figure.ALL_CONVERTED, here), cell(group, Figure.IN_PROGRESS, here),
							cell(group, Figure.WITHDRAWN, here)),
					Stream.of(cell(group, Figure.ASSIGNED, here), rate(group, Figure.ANSWERED, Figure.ANSWER_DUE, here),
							rate(group, Figure.ON_TIME, Figure.REPLY_DUE, here),
							new Cell(group.meanDays() == null ? "—" : String.valueOf(Math.round(group.meanDays() * 10) / 10.0),
									here.rows(Figure.REPLIED)),
							cell(group, Figure.CLASS_A, here), cell(group, Figure.CLASS_B, here), cell(group, Figure.CLASS_C, here),
							cell(group, Figure.OVERDUE, here), cell(group, Figure.UNANSWERED, here),
							cell(group, Figure.LATE, here), times(group.sentBack(), Figure.SENT_BACK, here)),
					Stream.of(cell(group, Figure.TO_OPINION_REPORT, here), cell(group, Figure.TO_PROPOSAL, here),
							cell(group, Figure.TO_REFERENCE, here)),
					Stream.of(cell(group, Figure.FOLLOW_UP_LATE, here), ofUnits ? NOT_THEIRS : cell(group, Figure.LOOK_BACK_LATE, here),
							cell(group, Figure.VERIFIED, here),
							rate(group, Figure.FIRST_PASS, Figure.LOOKED_BACK, here),
							rate(group, Figure.PROCESS_SATISFIED, Figure.PROCESS_ASKED, here),
							rate(group, Figure.RESULT_SATISFIED, Figure.RESULT_ASKED, here)))
					.flatMap(part -> part).toList()));
		}
		return new Table(title, first, rows);
	}

	private static Cell cell(Group group, Figure figure, Where where) {
		return times(group.count(figure), figure, where);
	}

	private static Cell times(int count, Figure figure, Where where) {
		return new Cell(String.valueOf(count), count == 0 ? null : where.rows(figure));
	}

	private static Cell rate(Group group, Figure part, Figure whole, Where where) {
		return new Cell(Words.percent(group.rate(part, whole)), group.count(whole) == 0 ? null : where.rows(whole));
	}

	/**
	 * A number that no letter has.
	 *
	 * @param address of the assignment whose it was last; null where there is none any more
	 * @param next what becomes of it
	 */
	record FreeNumber(String number, String address, String assignmentId, String unit, String since, String next) {
	}

	/** The register of numbers is one: whatever else is filtered, it is shown whole. */
	private List<FreeNumber> free(Names names) {
		int year = LocalDate.now(clock).getYear();
		return numbers.free().stream()
				.map(one -> new FreeNumber(one.number(), one.outcomeId() == null ? null : "/outcomes/" + one.outcomeId() + "#" + one.heldFor(),
						one.heldFor(), one.unit() == null ? "" : names.of(one.unit()), Words.minute(one.since()),
						one.numberYear() == year ? "留给下一份" : "该年度已过，不再使用"))
				.toList();
	}

	private static String blankToNull(String value) {
		return value == null || value.isBlank() ? null : value;
	}
}
