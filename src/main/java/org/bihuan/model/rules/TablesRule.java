package org.bihuan.model.rules;

import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.bihuan.model.Bound;
import org.bihuan.model.Feel;
import org.bihuan.model.Findings;
import org.bihuan.model.Models;
import org.bihuan.model.Node;
import org.bihuan.model.Rule;
import org.bihuan.model.Table;
import org.bihuan.model.TableUse;
import org.bihuan.terms.Decisions;
import org.springframework.util.ReflectionUtils;
import org.w3c.dom.Element;

/** Every table has an answer, and one, wherever it must, in words that are understood. */
public final class TablesRule implements Rule {

	static final Set<String> ONE_ANSWER = Set.of("UNIQUE", "FIRST", "ANY", "PRIORITY");
	private static final Set<String> POLICIES = Set.of("UNIQUE", "FIRST", "ANY", "PRIORITY", "COLLECT", "RULE ORDER", "OUTPUT ORDER");
	private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
	private static final int MOST_CASES = 5000;

	/** The cases without a row, and those with two. */
	private record Cover(Set<String> gaps, Set<String> overlaps) {
	}

	/** Of each table as it was read: the same file is read once. */
	private static final Map<Element, Cover> COVERED = new WeakHashMap<>();

	@Override
	public void check(Models models, Findings findings) {
		for (Table table : models.tables()) {
			if (table.table() == null) {
				findings.of(table.file(), table.name(), table.key(), "这个决策不是表格。请在 Modeler 里改成决策表（Decision table）。");
			}
			else {
				table(models, table, findings);
			}
		}
	}

	private static void table(Models models, Table table, Findings findings) {
		if (!POLICIES.contains(table.hitPolicy())) {
			tell(table, "", "命中规则 " + table.hitPolicy() + " 不认识。请选 UNIQUE、FIRST 或 COLLECT。", findings);
		}
		if (table.rows().isEmpty()) {
			tell(table, "", "表里没有一行。请至少写一行。", findings);
			return;
		}
		Table packaged = models.packaged().table(table.key());
		if (packaged != null) {
			answers(table, packaged, findings);
		}
		Set<String> told = told(models, table, packaged);
		boolean readable = true;
		for (Table.Input input : table.inputs()) {
			readable &= input(table, input, told, findings);
		}
		TableUse use = TableUse.of(table.key()).orElse(null);
		for (Table.Row row : table.rows()) {
			readable &= row(table, row, told, use, findings);
		}
		neverReached(table, findings);
		if (readable) {
			cover(table, packaged, use, findings);
		}
	}

	private static void tell(Table table, String id, String what, Findings findings) {
		findings.of(table.file(), table.name(), id.isEmpty() ? table.key() : id, what);
	}

	/** What the program reads of the answer is there, and of the same type. */
	private static void answers(Table table, Table packaged, Findings findings) {
		for (Table.Output needed : packaged.outputs()) {
			Optional<Table.Output> output = table.outputs().stream().filter(one -> one.name().equals(needed.name())).findFirst();
			if (output.isEmpty()) {
				tell(table, "", "缺少输出列“" + needed.label() + "”（" + needed.name() + "），程序要读它。请把这一列加回来，列名写 " + needed.name() + "。", findings);
			}
			else if (!output.get().type().equals(needed.type())) {
				tell(table, output.get().id(), "输出列“" + output.get().label() + "”的类型应为 " + needed.type() + "，现在是 " + output.get().type() + "。请改回来。",
						findings);
			}
		}
		if (ONE_ANSWER.contains(packaged.hitPolicy()) != ONE_ANSWER.contains(table.hitPolicy())) {
			tell(table, "", "命中规则应为 " + packaged.hitPolicy() + "，现在是 " + table.hitPolicy() + "：程序"
					+ (ONE_ANSWER.contains(packaged.hitPolicy()) ? "只要一个回答" : "要所有对上的行") + "。请改回来。", findings);
		}
	}

	/** The names that whoever asks the table gives it; empty where that is not known. */
	private static Set<String> told(Models models, Table table, Table packaged) {
		Set<String> told = new TreeSet<>();
		for (Class<?> asked : Decisions.class.getDeclaredClasses()) {
			Set<String> names = new TreeSet<>();
			for (Field one : asked.getDeclaredFields()) {
				if (one.getType() == String.class) {
					names.add(String.valueOf(ReflectionUtils.getField(one, null)));
				}
			}
			if (names.contains(table.key())) {
				told.addAll(names);
			}
		}
		if (packaged != null) {
			packaged.inputs().forEach(one -> told.addAll(Feel.names(one.expression())));
		}
		boolean byTask = models.nodes().stream().anyMatch(node -> node.is("businessRuleTask") && node.camunda("decisionRef").equals(table.key()));
		if (byTask) {
			Known known = Known.of(models);
			told.addAll(known.everywhere());
			models.nodes().stream().filter(Node::isPart).forEach(one -> told.add(one.id()));
		}
		return packaged == null && !byTask ? Set.of() : told;
	}

	private static boolean input(Table table, Table.Input input, Set<String> told, Findings findings) {
		if (input.expression().isEmpty() || !Feel.isExpression(input.expression())) {
			tell(table, input.id(), "输入列“" + input.label() + "”的表达式“" + input.expression() + "”" + Feel.wrong(input.expression()) + "。请写变量名。",
					findings);
			return false;
		}
		boolean known = true;
		for (String name : Feel.names(input.expression())) {
			if (!told.isEmpty() && !told.contains(name)) {
				tell(table, input.id(), "输入列“" + input.label() + "”用到 " + name + "，查表时没有人给它。可用的有：" + String.join("、", told) + "。", findings);
				known = false;
			}
		}
		for (String text : input.values().isEmpty() ? List.<String>of() : List.of(input.values())) {
			if (!Feel.isTest(text)) {
				tell(table, input.id(), "输入列“" + input.label() + "”的可选值“" + text + "”" + Feel.wrong(text) + "。文字要加引号，以逗号分隔。", findings);
				known = false;
			}
		}
		return known;
	}

	private static boolean row(Table table, Table.Row row, Set<String> told, TableUse use, Findings findings) {
		boolean readable = true;
		String which = "第 " + (table.rows().indexOf(row) + 1) + " 行";
		List<Table.Input> inputs = table.inputs();
		List<Table.Output> outputs = table.outputs();
		if (row.inputs().size() != inputs.size() || row.outputs().size() != outputs.size()) {
			tell(table, row.id(), which + "的格数与列数不一样。请用 Modeler 打开，补齐这一行。", findings);
			return false;
		}
		for (int at = 0; at < inputs.size(); at++) {
			String cell = row.inputs().get(at);
			String label = inputs.get(at).label();
			if (!cell.isEmpty() && !cell.equals("-")) {
				if (!Feel.isTest(cell)) {
					tell(table, row.id(), which + "“" + label + "”的“" + cell + "”" + Feel.wrong(cell) + "。文字要加引号，例如 \"reply\"；数可写 >= 0、[0..5]。",
							findings);
					readable = false;
				}
				else {
					readable &= functions(table, row, which + "“" + label + "”", cell, findings);
					readable &= asked(table, row, which, inputs.get(at), cell, use, told, findings);
				}
			}
		}
		Map<String, Object> answers = new LinkedHashMap<>();
		for (int at = 0; at < outputs.size(); at++) {
			answers.put(outputs.get(at).name(), literal(row.outputs().get(at)));
		}
		for (int at = 0; at < outputs.size(); at++) {
			if (output(table, row, which, outputs.get(at), row.outputs().get(at), told, use, findings)) {
				bound(table, row, which, outputs.get(at), row.outputs().get(at), answers, use, findings);
			}
		}
		if (use != null && use.wrong(answers) != null) {
			tell(table, row.id(), which + use.wrong(answers), findings);
		}
		return readable;
	}

	/** What a cell answers whatever is asked; null where that hangs on what is asked, or cannot be read. */
	private static Object literal(String cell) {
		return !cell.isEmpty() && Feel.isExpression(cell) && Feel.names(cell).isEmpty() ? Feel.value(cell) : null;
	}

	/** What is understood only within bounds, or as one of so many words, is written there: what is reckoned is known when it is too late. */
	private static void bound(Table table, Table.Row row, String which, Table.Output output, String cell, Map<String, Object> answers, TableUse use,
			Findings findings) {
		if (use == null) {
			return;
		}
		Bound bound = use.bound(output.name(), answers);
		Object value = answers.get(output.name());
		String where = which + "“" + output.label() + "”（" + output.name() + "）";
		if ((bound != null || use.understood().containsKey(output.name())) && !Feel.names(cell).isEmpty()) {
			tell(table, row.id(), where + "的“" + cell + "”是算出来的，查表时才知道对不对。请直接写"
					+ (bound != null ? "数：" + bound.words() : "加引号的词：" + words(
							use.understood().get(output.name())))
					+ "；不同的情形各写一行。", findings);
		}
		else if (bound != null && value instanceof Number number && !bound.holds(number)) {
			tell(table, row.id(), where + "的 " + cell + " 不对，应为 " + bound.words() + "：" + bound.why() + "。请改正。", findings);
		}
	}

	private static boolean functions(Table table, Table.Row row, String where, String cell, Findings findings) {
		Set<String> unknown = Feel.unknownFunctions(cell);
		unknown.forEach(one -> tell(table, row.id(), where + "用到函数 " + one + "，没有这个函数。请检查拼写，例如 contains(?, \"农\")。", findings));
		return unknown.isEmpty();
	}

	/** A cell asks for values that may come. */
	private static boolean asked(Table table, Table.Row row, String which, Table.Input input, String cell, TableUse use, Set<String> told,
			Findings findings) {
		List<Object> domain = domain(input, use);
		for (String name : Feel.names(cell)) {
			if (!told.isEmpty() && !told.contains(name)) {
				tell(table, row.id(), which + "“" + input.label() + "”的“" + cell + "”里，" + name + " 不是值也不是变量。文字要加引号，写成 \"" + name + "\"。", findings);
				return false;
			}
		}
		if (cell.contains("(")) {
			return true;
		}
		for (String text : Feel.texts(cell)) {
			if (!domain.isEmpty() && !domain.contains(text)) {
				tell(table, row.id(), which + "“" + input.label() + "”的“" + text + "”不会出现，这一行永远对不上。可以是：" + words(domain) + "。", findings);
				return false;
			}
		}
		return true;
	}

	private static String words(List<?> domain) {
		return String.join("、", domain.stream().map(String::valueOf).toList());
	}

	/** All values that may come into a column; empty where that is not known. */
	private static List<Object> domain(Table.Input input, TableUse use) {
		if (use != null && use.asked().containsKey(input.expression())) {
			return use.asked().get(input.expression());
		}
		if ("boolean".equals(input.type())) {
			return List.of(true, false);
		}
		return List.copyOf(Feel.texts(input.values()));
	}

	/** @return whether the cell can be read, as a value or as what is reckoned */
	private static boolean output(Table table, Table.Row row, String which, Table.Output output, String cell, Set<String> told, TableUse use,
			Findings findings) {
		if (cell.isEmpty()) {
			tell(table, row.id(), which + "没有写“" + output.label() + "”（" + output.name() + "）。请填上。", findings);
			return false;
		}
		if (!Feel.isExpression(cell)) {
			tell(table, row.id(), which + "“" + output.label() + "”的“" + cell + "”" + Feel.wrong(cell) + "。文字要加引号，例如 \"unit\"。", findings);
			return false;
		}
		Set<String> names = Feel.names(cell);
		names.removeAll(told);
		if (!names.isEmpty()) {
			String name = names.iterator().next();
			tell(table, row.id(), which + "“" + output.label() + "”的“" + cell + "”里，" + name + " 不是值也不是变量。" + quoted(table, output, cell, name, use),
					findings);
			return false;
		}
		if (!functions(table, row, which + "“" + output.label() + "”", cell, findings)) {
			return false;
		}
		if (!Feel.names(cell).isEmpty()) {
			return true;
		}
		Object value = Feel.value(cell);
		boolean number = Set.of("integer", "long", "double", "number").contains(output.type());
		if (number != value instanceof Number || (output.type().equals("integer") && value instanceof Number && !cell.matches("-?\\d+"))) {
			tell(table, row.id(), which + "“" + output.label() + "”的“" + cell + "”应为" + (number ? "整数" : "加引号的文字") + "。请改正。", findings);
			return false;
		}
		List<String> understood = understood(output, use);
		if (value instanceof String word && !understood.isEmpty()
				&& !(understood.contains(word) || (use != null && use.understood().containsKey(output.name())
						&& use.understands(output.name(), word)))) {
			tell(table, row.id(), which + "“" + output.label() + "”的“" + word + "”本系统不认识。可以是：" + words(understood) + "。", findings);
		}
		if (value instanceof Number && !understood.isEmpty() && !understood.contains(cell)) {
			tell(table, row.id(), which + "“" + output.label() + "”的 " + cell + " 本系统不认识。可以是：" + words(understood) + "。", findings);
		}
		return true;
	}

	/** How a word without its quotation marks is to be written: all of it, and as the other rows or the program write one that is like it. */
	private static String quoted(Table table, Table.Output output, String cell, String name, TableUse use) {
		if (!cell.matches("[\\w.-]+")) {
			return "文字要加引号，写成 \"" + name + "\"。";
		}
		Set<String> known = new TreeSet<>(understood(output, use));
		int column = table.outputs().indexOf(output);
		table.rows().stream().filter(row -> column < row.outputs().size()).forEach(row -> known.addAll(Feel.texts(row.outputs().get(column))));
		String near = ExpressionsRule.nearest(cell, known);
		return "文字要加引号，写成 \"" + (near == null ? cell : near) + "\"。";
	}

	private static List<String> understood(Table.Output output, TableUse use) {
		return use != null && use.understood().containsKey(output.name()) ? use.understood().get(output.name())
				: List.copyOf(Feel.texts(output.values()));
	}

	/** Under FIRST a row below one that fits whatever it fits is never asked, and who wrote it would not notice. */
	private static void neverReached(Table table, Findings findings) {
		if (!table.hitPolicy().equals("FIRST")) {
			return;
		}
		List<Table.Row> rows = table.rows();
		for (int at = 1; at < rows.size(); at++) {
			Table.Row row = rows.get(at);
			for (int above = 0; above < at; above++) {
				if (fitsAll(rows.get(above), row)) {
					tell(table, row.id(), "第 " + (at + 1) + " 行永远轮不到：从上往下第一条对得上的算，上面第 " + (above + 1) + " 行对得上它的全部情形。请把它移到那一行之上，或者删去。",
							findings);
					break;
				}
			}
		}
	}

	private static boolean fitsAll(Table.Row above, Table.Row row) {
		return IntStream.range(0, Math.min(above.inputs().size(), row.inputs().size())).allMatch(column -> {
			String asked = above.inputs().get(column).strip();
			return asked.isEmpty() || asked.equals("-") || asked.equals(row.inputs().get(column).strip());
		});
	}

	/** Where one answer is needed: no case without a row, and under UNIQUE none with two. */
	private static void cover(Table table, Table packaged, TableUse use, Findings findings) {
		// a policy that is wrong is told of by itself, and hides no gap
		boolean needed = ONE_ANSWER.contains(packaged == null || packaged.table() == null ? table.hitPolicy() : packaged.hitPolicy());
		if (!needed) {
			return;
		}
		List<Table.Input> inputs = table.inputs();
		List<List<Object>> values = new ArrayList<>();
		boolean closed = true;
		for (int at = 0; at < inputs.size(); at++) {
			List<Object> column = new ArrayList<>(domain(inputs.get(at), use));
			closed &= !column.isEmpty() || open(table, at);
			if (column.isEmpty()) {
				column.addAll(mentioned(table, at));
			}
			values.add(column);
		}
		if (values.stream().mapToLong(List::size).reduce(1, (a, b) -> a * b) > MOST_CASES) {
			return;
		}
		Cover covered;
		synchronized (COVERED) {
			covered = COVERED.computeIfAbsent(table.decision(), key -> {
				Cover cover = new Cover(new LinkedHashSet<>(), new LinkedHashSet<>());
				combine(values, 0, new ArrayList<>(), one -> meet(table, inputs, one, cover.gaps(), cover.overlaps()));
				return cover;
			});
		}
		Set<String> overlaps = covered.overlaps();
		Set<String> gaps = covered.gaps();
		boolean unique = table.hitPolicy().equals("UNIQUE");
		if (unique && !overlaps.isEmpty()) {
			tell(table, "", "有的情形两行都对得上（" + overlaps.iterator().next() + "），引擎会出错。请把条件写得不重叠。", findings);
		}
		if (closed && !gaps.isEmpty()) {
			tell(table, "", "有的情形没有一行对得上（" + gaps.iterator().next() + "），办到那里就停了。请补上这一行，或者加一行什么都对得上的。", findings);
		}
	}

	/**
	 * Whether it is no matter what comes into a column: every row leaves it open, or some row leaves all columns open. Of another one whose values
	 * nobody tells, it is not known whether what no row meets may come.
	 */
	private static boolean open(Table table, int column) {
		return table.rows().stream().allMatch(row -> isOpen(row.inputs().get(column)))
				|| table.rows().stream().anyMatch(row -> row.inputs().stream().allMatch(TablesRule::isOpen));
	}

	private static boolean isOpen(String cell) {
		return cell.isEmpty() || cell.equals("-");
	}

	/** The values that a column speaks of, and one beside each: what else there may be meets the same rows. */
	private static List<Object> mentioned(Table table, int column) {
		Set<Object> values = new LinkedHashSet<>();
		boolean number = Set.of("integer", "long", "double", "number").contains(table.inputs().get(column).type());
		for (Table.Row row : table.rows()) {
			String cell = row.inputs().get(column);
			if (number) {
				NUMBER.matcher(cell.replace("..", " ")).results().map(one -> new BigDecimal(one.group()))
						.forEach(one -> Arrays.asList(one.subtract(BigDecimal.ONE), one, one.add(BigDecimal.ONE)).forEach(values::add));
			}
			else {
				values.addAll(Feel.texts(cell));
			}
		}
		if (number) {
			values.add(BigDecimal.ZERO);
		}
		else {
			values.add("其他");
		}
		return new ArrayList<>(values);
	}

	private interface Each {

		void of(List<Object> one);
	}

	private static void combine(List<List<Object>> values, int at, List<Object> chosen, Each each) {
		if (at == values.size()) {
			each.of(chosen);
			return;
		}
		for (Object one : values.get(at)) {
			chosen.add(one);
			combine(values, at + 1, chosen, each);
			chosen.remove(chosen.size() - 1);
		}
	}

	private static void meet(Table table, List<Table.Input> inputs, List<Object> values, Set<String> gaps, Set<String> overlaps) {
		Map<String, Object> all = new LinkedHashMap<>();
		for (int at = 0; at < inputs.size(); at++) {
			all.put(inputs.get(at).expression(), values.get(at));
		}
		List<Integer> met = new ArrayList<>();
		List<Table.Row> rows = table.rows();
		for (int number = 0; number < rows.size(); number++) {
			boolean meets = true;
			for (int at = 0; at < inputs.size() && meets; at++) {
				meets = Feel.meets(rows.get(number).inputs().get(at), values.get(at), all);
			}
			if (meets) {
				met.add(number + 1);
			}
		}
		StringBuilder words = new StringBuilder();
		for (int at = 0; at < inputs.size(); at++) {
			words.append(at == 0 ? "" : "，").append(inputs.get(at).label()).append(" = ").append(values.get(at));
		}
		if (met.isEmpty()) {
			gaps.add(words.toString());
		}
		if (met.size() > 1) {
			overlaps.add("第 " + met.get(0) + " 行和第 " + met.get(1) + " 行：" + words);
		}
	}
}
