package org.bihuan.model;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.terms.Addressee;
import org.bihuan.terms.Channel;
import org.bihuan.terms.Decisions;
import org.bihuan.terms.Occasion;
import org.bihuan.terms.Recipient;
import org.bihuan.terms.Supervision;
import org.bihuan.terms.Term;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelException;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.ModelParseException;
import org.camunda.bpm.model.xml.instance.DomElement;

/**
 * The check of 告知安排: each row says what can happen and somebody who can hear of it, nothing that happens is told to nobody, and whoever the rule
 * names stays told. It asks the table of everything that can happen, at every level, as the program will, and looks at the answers: by itself where
 * a cell holds plain words, and by the engine's own evaluation where it holds more, so that what an expression says is what counts.
 */
public final class NoticeTable {

	/** The file in which it is. */
	public static final String FILE = Decisions.Notices.KEY + ".dmn";

	private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

	/** Cells that mean what they are. */
	private static final Pattern WORDS = Pattern.compile("\"[^\"\\\\]*\"(\\s*,\\s*\"[^\"\\\\]*\")*");
	private static final Pattern NUMBERS = Pattern.compile("\\d+(\\s*,\\s*\\d+)*");
	private static final Pattern ONE_WORD = Pattern.compile("\"[^\"\\\\]*\"");

	private static final Set<String> TEXTS = Set.of("", "string");
	private static final Set<String> WHOLE_NUMBERS = Set.of("", "integer", "long", "number");

	private static final List<Occasion> OCCASIONS = Stream.of(Occasion.values()).filter(Occasion::isOfTheTable).toList();

	/**
	 * Who has to be told whatever an analyst edits.
	 *
	 * @param all each of them, or one that stands for all
	 * @param rule in Chinese
	 */
	private record Law(Occasion occasion, Addressee one, List<Addressee> all, String rule) {

		private boolean isKept(Collection<String> told) {
			return told.contains(one.code()) || (!all.isEmpty() && told.containsAll(all.stream().map(Addressee::code).toList()));
		}
	}

	private static final List<Law> LAWS = List.of(
			new Law(Occasion.IMPLEMENTED, Addressee.THREE_OFFICES, List.of(Addressee.PARTY_OFFICE, Addressee.GOV_OFFICE, Addressee.CPPCC_OFFICE),
					"办法规定，承办单位落实完成要报告区委办、区政府办和区政协办"),
			new Law(Occasion.TASK_OVERDUE, Addressee.SUPERIOR, List.of(), "任务超期要有上级知道，流程图里每个任务的 superior 靠这一行才有用"));

	private final String file;
	private final byte[] xml;
	private final Decision decision;
	private final DecisionTable table;
	private final List<Rule> rules;
	private final Set<Problem> problems = new LinkedHashSet<>();

	/** What was said of a file: a set is looked at again and again while somebody edits another of its files. */
	private static final Kept<List<Problem>> SAID = new Kept<>(32);

	private NoticeTable(String file, byte[] xml, Decision decision, DecisionTable table) {
		this.file = file;
		this.xml = xml;
		this.decision = decision;
		this.table = table;
		this.rules = List.copyOf(table.getRules());
	}

	/**
	 * What is wrong with the table, all of it; empty when nothing is, and for a file that neither has its name nor the table in it.
	 *
	 * @param file its name without folders
	 * @param xml the file as it is
	 */
	public static List<Problem> wrong(String file, byte[] xml) {
		// the build has looked at the one of the jar; to ask it costs a cold program seconds
		return ModelSet.isPackaged(file, xml) ? List.of()
				: SAID.of(file + new ModelSet(new TreeMap<>(Map.of(file, xml))).hash(file), key -> read(file, xml));
	}

	static List<Problem> read(String file, byte[] xml) {
		if (!FILE.equals(file) && !new String(xml, StandardCharsets.UTF_8).contains('"' + Decisions.Notices.KEY + '"')) {
			return List.of();
		}
		DmnModelInstance model;
		try {
			model = Dmn.readModelFromStream(new ByteArrayInputStream(xml));
		}
		catch (ModelParseException | DmnModelException malformed) {
			return FILE.equals(file) ? List.of(new Problem(file, "", "", "不是完整的 DMN 文件，请用 Camunda Modeler 打开检查后重新保存。")) : List.of();
		}
		if (!(model.getModelElementById(Decisions.Notices.KEY) instanceof Decision decision)) {
			return FILE.equals(file)
					? List.of(new Problem(file, "", "",
							"里面没有 id 为 " + Decisions.Notices.KEY + " 的决策表“告知安排”。请把决策的 id 改回 " + Decisions.Notices.KEY + "。"))
					: List.of();
		}
		if (!(decision.getExpression() instanceof DecisionTable table)) {
			return List.of(new Problem(file, name(decision), decision.getId(), "不是决策表。请改回决策表（Decision table）。"));
		}
		NoticeTable check = new NoticeTable(file, xml, decision, table);
		if (runsPrograms(model.getDefinitions().getDomElement())) {
			check.ofTable("用了 FEEL 以外的表达式语言，这张表不用。请把它改回 FEEL。");
		}
		else {
			check.look();
		}
		return List.copyOf(check.problems);
	}

	/** Nothing is asked of a table that could run a program. */
	private static boolean runsPrograms(DomElement element) {
		String language = element.getAttribute("expressionLanguage");
		return (language != null && !language.isBlank() && !language.toLowerCase(Locale.ROOT).contains("feel"))
				|| element.getChildElements().stream().anyMatch(NoticeTable::runsPrograms);
	}

	private void look() {
		columns();
		words();
		if (!problems.isEmpty()) {
			return;
		}
		Map<Asked, List<Answer>> answers = ask();
		if (problems.isEmpty()) {
			rows(answers);
			everythingIsTold(answers);
			laws(answers);
		}
	}

	private static String name(Decision decision) {
		return decision.getName() == null ? "" : decision.getName();
	}

	private void ofTable(String what) {
		problems.add(new Problem(file, name(decision), decision.getId(), what));
	}

	private void ofRow(Rule rule, String what) {
		String annotation = rule.getDescription() == null ? "" : rule.getDescription().getTextContent().strip();
		problems.add(new Problem(file, annotation, rule.getId(), "第 " + number(rule) + " 行" + what));
	}

	/** As the Modeler counts the rows. */
	private int number(Rule rule) {
		return 1 + rules.indexOf(rule);
	}

	private void columns() {
		if (table.getHitPolicy() != HitPolicy.COLLECT || table.getAggregation() != null) {
			ofTable("合乎的各行要都算数。请把左上角的命中策略（Hit policy）改回 COLLECT，不要汇总（Aggregation）。");
		}
		List<String> asked = table.getInputs().stream().map(NoticeTable::expression).toList();
		if (!asked.contains(Decisions.Notices.OCCASION)) {
			ofTable("没有“事由”一栏。请加一个表达式为 " + Decisions.Notices.OCCASION + " 的输入。");
		}
		asked.stream().filter(one -> !one.equals(Decisions.Notices.OCCASION) && !one.equals(Decisions.Notices.LEVEL))
				.forEach(one -> ofTable("有一个输入问的是“" + one + "”，本系统不提供。能问的只有 " + Decisions.Notices.OCCASION + "（事由）和 "
						+ Decisions.Notices.LEVEL + "（督办级别，0 至 3）。"));
		List<String> answered = table.getOutputs().stream().map(one -> String.valueOf(one.getName())).toList();
		Stream.of(Decisions.Notices.TO, Decisions.Notices.CHANNEL).filter(one -> !answered.contains(one))
				.forEach(one -> ofTable("缺少名为 " + one + " 的输出（" + (one.equals(Decisions.Notices.TO) ? "告知谁" : "方式") + "）。请把它加回来。"));
		answered.stream().filter(one -> !one.equals(Decisions.Notices.TO) && !one.equals(Decisions.Notices.CHANNEL))
				.forEach(one -> ofTable("多了名为“" + one + "”的输出，没有程序会读它。输出只有 " + Decisions.Notices.TO + "（告知谁）和 " + Decisions.Notices.CHANNEL
						+ "（方式）；说明请写在最后的批注（Annotations）里。"));
		types();
	}

	private void types() {
		for (Input input : table.getInputs()) {
			String asked = expression(input);
			Set<String> fit = asked.equals(Decisions.Notices.LEVEL) ? WHOLE_NUMBERS : TEXTS;
			if (input.getInputExpression() != null && !fit.contains(type(input.getInputExpression().getTypeRef()))) {
				ofTable("输入 " + asked + " 的类型不对。请选 " + (asked.equals(Decisions.Notices.LEVEL) ? "integer" : "string") + "。");
			}
		}
		table.getOutputs().stream().filter(one -> !TEXTS.contains(type(one.getTypeRef())))
				.forEach(one -> ofTable("输出 " + one.getName() + " 的类型不对。请选 string。"));
	}

	private static String type(String typeRef) {
		return typeRef == null ? "" : typeRef.strip().toLowerCase(Locale.ROOT);
	}

	/** Which column asks this or is called so; -1 for none. */
	private int input(String asked) {
		return table.getInputs().stream().map(NoticeTable::expression).toList().indexOf(asked);
	}

	private int output(String name) {
		return table.getOutputs().stream().map(Output::getName).toList().indexOf(name);
	}

	/** What stands in the cell of a row; empty where there is none. */
	private static String inputCell(Rule rule, int column) {
		List<InputEntry> cells = List.copyOf(rule.getInputEntries());
		String cell = column >= 0 && column < cells.size() ? text(cells.get(column).getText()) : "";
		return cell.equals("-") ? "" : cell;
	}

	private static String outputCell(Rule rule, int column) {
		List<OutputEntry> cells = List.copyOf(rule.getOutputEntries());
		return column >= 0 && column < cells.size() ? text(cells.get(column).getText()) : "";
	}

	private static String expression(Input input) {
		return input.getInputExpression() == null || input.getInputExpression().getText() == null ? ""
				: input.getInputExpression().getText().getTextContent().strip();
	}

	/** What happens is named by the words of the house: a word that nothing understands would never be asked for. */
	private void words() {
		for (Rule rule : rules) {
			String cell = inputCell(rule, input(Decisions.Notices.OCCASION));
			List<String> words = words(cell);
			if (words.isEmpty() && !cell.isEmpty()) {
				ofRow(rule, "的事由 " + cell + " 看不懂。请写成加英文引号的一个词，如 \"" + Occasion.OVERDUE.code() + "\"，几个词以逗号分隔；空着是不论什么事由。");
			}
			words.stream().filter(word -> !isOccasion(word)).forEach(word -> ofRow(rule, "的事由“" + word + "”"
					+ (Term.find(Occasion.class, word).isPresent() ? "不归这张表：期限前后催办谁，在“催办安排”（reminder-schedule.dmn）里写。"
							: "不存在。可以写：" + occasions() + "。")));
		}
	}

	private static boolean isOccasion(String word) {
		return Term.find(Occasion.class, word).filter(Occasion::isOfTheTable).isPresent();
	}

	private static String occasions() {
		return OCCASIONS.stream().map(NoticeTable::named).collect(Collectors.joining("、"));
	}

	private static String named(Term term) {
		return term.code() + "（" + term.label() + "）";
	}

	private static String text(Text text) {
		return text == null ? "" : text.getTextContent().strip();
	}

	private record Asked(Occasion occasion, Supervision level) {

		private String inWords() {
			return "“" + occasion.label() + "”（" + occasion.code() + "）";
		}
	}

	/** What one row answers: null where the cell is empty or gives nothing. */
	private record Answer(Rule rule, Object to, Object channel) {
	}

	/** Everything that can happen, in its order, each with the answers of the rows in theirs. */
	private Map<Asked, List<Answer>> ask() {
		Map<Asked, List<Answer>> answers = new LinkedHashMap<>();
		OCCASIONS.forEach(occasion -> Stream.of(Supervision.values()).forEach(level -> answers.put(new Asked(occasion, level), new ArrayList<>())));
		for (Rule rule : rules) {
			if (isPlain(rule)) {
				answers.forEach((asked, rows) -> plainly(rule, asked).ifPresent(rows::add));
			}
			else {
				Evaluation evaluation = new Evaluation(rule);
				answers.forEach((asked, rows) -> evaluation.of(asked).ifPresent(rows::add));
			}
		}
		return answers;
	}

	private boolean isPlain(Rule rule) {
		String occasion = inputCell(rule, input(Decisions.Notices.OCCASION));
		String level = inputCell(rule, input(Decisions.Notices.LEVEL));
		return (occasion.isEmpty() || WORDS.matcher(occasion).matches()) && (level.isEmpty() || NUMBERS.matcher(level).matches())
				&& Stream.of(Decisions.Notices.TO, Decisions.Notices.CHANNEL).map(one -> outputCell(rule, output(one)))
						.allMatch(cell -> cell.isEmpty() || ONE_WORD.matcher(cell).matches());
	}

	private Optional<Answer> plainly(Rule rule, Asked asked) {
		String occasion = inputCell(rule, input(Decisions.Notices.OCCASION));
		String level = inputCell(rule, input(Decisions.Notices.LEVEL));
		boolean speaks = (occasion.isEmpty() || words(occasion).contains(asked.occasion().code()))
				&& (level.isEmpty() || Stream.of(level.split(",")).anyMatch(one -> one.strip().equals(asked.level().code())));
		return speaks ? Optional.of(new Answer(rule, word(rule, Decisions.Notices.TO), word(rule, Decisions.Notices.CHANNEL))) : Optional.empty();
	}

	private String word(Rule rule, String output) {
		return words(outputCell(rule, output(output))).stream().findFirst().orElse(null);
	}

	private static List<String> words(String cell) {
		return WORD.matcher(cell).results().map((MatchResult one) -> one.group(1)).toList();
	}

	/** One row in a table of its own, asked as the program would; a row that cannot be asked is told of once. */
	private final class Evaluation {

		private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

		private final Rule rule;
		private final DmnDecision alone;
		private boolean fails;

		Evaluation(Rule rule) {
			this.rule = rule;
			DmnModelInstance copy = Dmn.readModelFromStream(new ByteArrayInputStream(xml));
			DecisionTable one = (DecisionTable) ((Decision) copy.getModelElementById(Decisions.Notices.KEY)).getExpression();
			List<Rule> others = new ArrayList<>(one.getRules());
			others.remove(number(rule) - 1);
			one.getRules().removeAll(others);
			alone = parsed(copy);
		}

		private DmnDecision parsed(DmnModelInstance copy) {
			try {
				return ENGINE.parseDecision(Decisions.Notices.KEY, copy);
			}
			catch (DmnEngineException unreadable) {
				failed();
				return null;
			}
		}

		private void failed() {
			fails = true;
			ofRow(rule, "有一格写得不对，不能计算。文字请加英文引号，数字可以写 1、>= 2、[1..2]，不限的空着。");
		}

		Optional<Answer> of(Asked asked) {
			if (fails) {
				return Optional.empty();
			}
			try {
				return ENGINE.evaluateDecision(alone, Map.of(Decisions.Notices.OCCASION, asked.occasion().code(), Decisions.Notices.LEVEL,
						asked.level().level())).getResultList().stream()
						.map(row -> new Answer(rule, row.get(Decisions.Notices.TO), row.get(Decisions.Notices.CHANNEL))).findFirst();
			}
			catch (RuntimeException unreadable) {
				// of several kinds, some of them the inside of the platform
				failed();
				return Optional.empty();
			}
		}
	}

	private void rows(Map<Asked, List<Answer>> answers) {
		Set<Rule> spoke = new HashSet<>();
		answers.forEach((asked, rows) -> {
			Map<Object, Rule> told = new HashMap<>();
			for (Answer row : rows) {
				spoke.add(row.rule());
				recipient(asked, row);
				channel(row);
				Rule before = row.to() == null ? null : told.putIfAbsent(row.to(), row.rule());
				if (before != null) {
					ofRow(row.rule(), "与第 " + number(before) + " 行重复：" + asked.inWords() + "已经告知“" + row.to()
							+ "”。请只留一行。");
				}
			}
		});
		rules.stream().filter(rule -> !spoke.contains(rule))
				.forEach(rule -> ofRow(rule, "永远用不上：没有哪个事由在哪个督办级别（0 无、1 提醒、2 督办单、3 专项督查）合乎它。请改正或删去这一行。"));
	}

	private void recipient(Asked asked, Answer row) {
		if (!(row.to() instanceof String to) || to.isBlank()) {
			ofRow(row.rule(), "没有写明告知谁。请写成加英文引号的一个词，如 \"" + Addressee.THREE_OFFICES.code() + "\"。");
			return;
		}
		Optional<Addressee> party = Recipient.party(to);
		if (party.isEmpty() && !Recipient.isOne(to)) {
			ofRow(row.rule(), "告知的“" + to + "”不认识。可以写：" + parties(asked.occasion()) + "；一个小组写它的编号（unit-… 或 committee-…），一个人写 "
					+ Recipient.ACCOUNT + "账号。");
		}
		if (party.isPresent() && !asked.occasion().has(party.get())) {
			ofRow(row.rule(), "：" + asked.inWords() + "没有“" + party.get().label() + "”（" + to + "），告知不到任何人。可以写：" + parties(asked.occasion()) + "。");
		}
	}

	private static String parties(Occasion occasion) {
		return Stream.of(Addressee.values()).filter(occasion::has).map(NoticeTable::named).collect(Collectors.joining("、"));
	}

	private void channel(Answer row) {
		if (Term.find(Channel.class, String.valueOf(row.channel())).isEmpty()) {
			ofRow(row.rule(), "的方式" + (row.channel() == null ? "空着" : "“" + row.channel() + "”不认识") + "。可以写："
					+ Arrays.stream(Channel.values()).map(NoticeTable::named).collect(Collectors.joining("、")) + "。");
		}
	}

	/** Nothing happens unheard. */
	private void everythingIsTold(Map<Asked, List<Answer>> answers) {
		for (Occasion occasion : OCCASIONS) {
			if (Stream.of(Supervision.values()).allMatch(level -> answers.get(new Asked(occasion, level)).isEmpty())) {
				ofTable("“" + occasion.label() + "”（" + occasion.code() + "）没有告知任何人。请加一行，写明告知谁。");
			}
		}
	}

	private void laws(Map<Asked, List<Answer>> answers) {
		for (Law law : LAWS) {
			Set<String> broken = new TreeSet<>();
			for (Supervision level : Supervision.values()) {
				Set<String> told = answers.get(new Asked(law.occasion(), level)).stream().map(one -> String.valueOf(one.to()))
						.collect(Collectors.toSet());
				if (!law.isKept(told)) {
					broken.add(level.code() + " " + level.label());
				}
			}
			if (!broken.isEmpty()) {
				String where = broken.size() == Supervision.values().length ? "" : "督办级别为 " + String.join("、", broken) + " 时";
				ofTable("“" + law.occasion().label() + "”（" + law.occasion().code() + "）" + where + "没有告知" + law.one().label() + "。" + law.rule()
						+ "，请加一行："
						+ law.occasion().code() + " 告知 " + law.one().code() + "。");
			}
		}
	}

	/**
	 * The groups and accounts that the table names by id, each with the rows that do, for whoever knows the organisation.
	 *
	 * @return ids by which to look, as {@code unit-caizheng} or an account; the ids of the rows
	 */
	public static Map<String, Set<String>> named(byte[] xml) {
		Map<String, Set<String>> named = new TreeMap<>();
		Dmn.readModelFromStream(new ByteArrayInputStream(xml)).getModelElementsByType(Rule.class)
				.forEach(rule -> rule.getOutputEntries().stream().flatMap(cell -> words(text(cell.getText())).stream()).filter(Recipient::isOne)
						.forEach(one -> named.computeIfAbsent(Recipient.id(one), id -> new TreeSet<>()).add(rule.getId())));
		return named;
	}
}
