package org.bihuan.model.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.model.Feel;
import org.bihuan.model.Findings;
import org.bihuan.model.Form;
import org.bihuan.model.Models;
import org.bihuan.model.Rule;
import org.bihuan.terms.Variables;

/** Every field of a form has a key, a label and a rule that can be kept, and its conditions can be read. */
public final class FormsRule implements Rule {

	private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^}]*?)\\s*}}");
	private static final Set<String> CHOICES = Set.of("select", "radio", "taglist", "checklist");
	private static final Set<String> TEXTS = Set.of("textfield", "textarea");
	private static final int LONGEST = 20_000;

	@Override
	public void check(Models models, Findings findings) {
		models.forms().forEach(form -> form(form, findings));
	}

	private static void form(Form form, Findings findings) {
		Set<String> keys = new HashSet<>();
		Set<String> names = new TreeSet<>(Set.of(Variables.VIEW, "this", "parent", "i"));
		form.fields().forEach(field -> names.add(field.key()));
		for (Form.Field field : form.fields()) {
			if (!field.key().isEmpty() && !keys.add(field.id())) {
				tell(form, field, "栏目的 key " + field.key() + " 用了两次，填的内容会互相覆盖。请给其中一个改用别的 key。", findings);
			}
			if (field.hide().isEmpty()) {
				if (field.node().path("conditional").has("hide") && !field.node().path("conditional").path("hide").asText("").isBlank()) {
					tell(form, field, "隐藏条件是空的。请写上条件，或者删去。", findings);
				}
			}
			else {
				feel(form, field, "隐藏条件", field.hide(), names, findings);
			}
			texts(form, field, names, findings);
			if (!field.key().isEmpty()) {
				input(form, field, names, findings);
			}
		}
	}

	private static void tell(Form form, Form.Field field, String what, Findings findings) {
		String label = field.label().isBlank() ? field.node().path("text").asText("").replaceAll("\\s+", " ") : field.label();
		findings.of(form.file(), label.length() > 20 ? label.substring(0, 20) + "…" : label, field.id(), what);
	}

	private static void feel(Form form, Form.Field field, String what, String text, Set<String> names, Findings findings) {
		if (!Feel.isExpression(text)) {
			tell(form, field, what + "“" + text + "”" + Feel.wrong(text) + "。文字要加引号，相等写一个等号，例如 =decision = \"adopted\"。", findings);
			return;
		}
		for (String name : Feel.names(text)) {
			if (!names.contains(name)) {
				tell(form, field, what + "“" + text + "”用到 " + name + "，表单里没有这一栏。请改为有的栏目的 key，文字要加引号。", findings);
			}
		}
		for (String function : Feel.unknownFunctions(text)) {
			tell(form, field, what + "“" + text + "”用到函数 " + function + "，没有这个函数。请检查拼写。", findings);
		}
		compared(form, field, what, text, findings);
	}

	/** A condition compares with a choice that the form has. */
	private static void compared(Form form, Form.Field field, String what, String text, Findings findings) {
		Matcher equality = Pattern.compile("\\b(?:this\\.)?(\\w+)\\s*!?=\\s*\"([^\"]*)\"").matcher(text);
		while (equality.find()) {
			Form.Field asked = form.field(equality.group(1));
			if (asked != null && !asked.values().isEmpty() && asked.choices().isEmpty() && !asked.values().contains(equality.group(2))
					&& !equality.group(2).isEmpty()) {
				tell(form, field, what + "“" + text + "”里，“" + asked.label() + "”没有选项 " + equality.group(2) + "，只有 "
						+ String.join("、", asked.values()) + "。请改正。", findings);
			}
		}
	}

	private static void texts(Form form, Form.Field field, Set<String> names, Findings findings) {
		String text = field.node().path("text").asText("");
		if (!"text".equals(field.type())) {
			return;
		}
		if (text.isBlank()) {
			tell(form, field, "这段文字是空的。请写上，或者删去。", findings);
		}
		if (text.startsWith("=")) {
			feel(form, field, "文字的表达式", text.substring(1).strip(), names, findings);
			return;
		}
		if (text.split("\\{\\{", -1).length != text.split("}}", -1).length) {
			tell(form, field, "文字里的 {{ 和 }} 不成对，内容显示不出来。请改正。", findings);
		}
		PLACE.matcher(text).results().map(one -> one.group(1)).filter(one -> one.startsWith("#"))
				.forEach(one -> Feel.endless(one).ifPresent(why -> tell(form, field, "文字里的 {{" + one + "}} 不能这样写：" + why + "。", findings)));
		PLACE.matcher(text).results().map(one -> one.group(1)).filter(one -> !one.startsWith("#") && !one.startsWith("/")).forEach(one -> {
			if (one.isEmpty() || !Feel.isExpression(one)) {
				tell(form, field, "文字里的 {{" + one + "}} " + Feel.wrong(one) + "。请写成 {{view.名称}} 这样。", findings);
			}
		});
	}

	private static void input(Form form, Form.Field field, Set<String> names, Findings findings) {
		JsonNode node = field.node();
		JsonNode rule = node.path("validate");
		if (!field.key().matches("[A-Za-z_]\\w*")) {
			tell(form, field, "栏目的 key“" + field.key() + "”只能用英文字母、数字和下划线，以字母开头。请改正。", findings);
		}
		if (!field.label().matches("(?s).*[\\u4e00-\\u9fff].*")) {
			tell(form, field, "栏目没有中文名称（Label），填的人不知道填什么。请写上。", findings);
		}
		if (TEXTS.contains(field.type())) {
			lengths(form, field, rule, findings);
		}
		if (CHOICES.contains(field.type())) {
			choices(form, field, names, findings);
		}
		if ("number".equals(field.type()) && rule.path("min").isNumber() && rule.path("max").isNumber()
				&& rule.path("min").decimalValue().compareTo(rule.path("max").decimalValue()) > 0) {
			tell(form, field, "最小值 " + rule.path("min").asText() + " 比最大值 " + rule.path("max").asText() + " 还大，怎么填都不对。请改正。", findings);
		}
		if ("datetime".equals(field.type()) && !"date".equals(node.path("subtype").asText("date"))) {
			tell(form, field, "日期栏只能选日期（Subtype = Date），现在是 " + node.path("subtype").asText() + "。请改正。", findings);
		}
	}

	private static void lengths(Form form, Form.Field field, JsonNode rule, Findings findings) {
		int most = rule.path("maxLength").asInt(0);
		if (!rule.has("maxLength")) {
			tell(form, field, "没有写最多字数（Maximum length），写多少都收，台账可能装不下。请写上，1 至 " + LONGEST + "。", findings);
		}
		if (rule.has("maxLength") && (most < 1 || most > LONGEST)) {
			tell(form, field, "最多字数 " + rule.path("maxLength").asText() + " 不对，应为 1 至 " + LONGEST + "。请改正。", findings);
		}
		if (rule.has("maxLength") && rule.path("minLength").asInt(0) > most) {
			tell(form, field, "最少字数比最多字数还多，怎么填都不对。请改正。", findings);
		}
		try {
			Pattern.compile(rule.path("pattern").asText(""));
		}
		catch (PatternSyntaxException wrong) {
			tell(form, field, "写法的规则（Pattern）“" + rule.path("pattern").asText() + "”本身写错了，无法读取。请改正或者删去。", findings);
		}
	}

	private static void choices(Form form, Form.Field field, Set<String> names, Findings findings) {
		List<String> values = field.values();
		if (values.isEmpty() && field.choices().isEmpty()) {
			tell(form, field, "没有选项可选。请写上选项，或者写给出选项的表达式（例如 =view.units）。", findings);
		}
		if (new HashSet<>(values).size() != values.size()) {
			tell(form, field, "选项里有重复的值。请给每个选项不同的值。", findings);
		}
		for (JsonNode one : field.node().path("values")) {
			if (one.path("value").asText("").isBlank() || one.path("label").asText("").isBlank()) {
				tell(form, field, "有一个选项没有写名称或值。请写全，或者删去。", findings);
			}
		}
		if (!field.choices().isEmpty()) {
			feel(form, field, "选项的表达式", field.choices().replaceFirst("^=", "").strip(), names, findings);
		}
	}
}
