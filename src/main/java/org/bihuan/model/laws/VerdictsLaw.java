package org.bihuan.model.laws;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.model.Findings;
import org.bihuan.model.Form;
import org.bihuan.model.Models;
import org.bihuan.model.Rule;
import org.bihuan.model.Table;

/**
 * What somebody chose is what is kept [domain.md: 结论由办的人作出]: a question whose answer decides offers each answer that the house offers, by a
 * word that means no other, and answers nothing in somebody's place. And nobody's silence and no dissatisfaction closes a case.
 */
public final class VerdictsLaw implements Rule {

	/** What lets a case go on. */
	private static final Set<String> PASSING = Set.of("pass", "accepted", "adopted", "sealed", "yes", "sign", "satisfied");
	private static final String LAW = "规则：结论由办的人在自己的那一步作出，选的是什么，记下的就是什么。";
	private static final String CLOSING = "\"close\"";

	@Override
	public void check(Models models, Findings findings) {
		for (Form house : models.packaged().forms()) {
			Form form = models.form(house.id());
			if (form != null) {
				house.fields().stream().filter(field -> words(field).keySet().stream().anyMatch(PASSING::contains)).forEach(asked -> form.fields()
						.stream().filter(one -> one.key().equals(asked.key())).forEach(field -> answers(form, asked, field, findings)));
			}
		}
		models.packaged().tables().stream().filter(table -> outputs(table).contains(CLOSING)).forEach(house -> {
			Table table = models.table(house.key());
			if (table != null) {
				closing(house, table, findings);
			}
		});
	}

	private static void answers(Form form, Form.Field asked, Form.Field field, Findings findings) {
		Map<String, String> ours = words(asked);
		Map<String, String> theirs = words(field);
		if (!theirs.isEmpty()) {
			ours.keySet().stream().filter(value -> !theirs.containsKey(value)).forEach(value -> tell(form, field,
					"没有了选项“" + ours.get(value) + "”（" + value + "），这个结论就没有人作得出来。" + LAW + "请放回来，名称可以改。", findings));
			theirs.forEach((value, label) -> ours.forEach((other, word) -> {
				if (!other.equals(value) && word.equals(label) && ours.containsKey(value)) {
					tell(form, field, "选“" + label + "”记下的是“" + ours.get(value) + "”（" + value + "）。" + LAW + "请把两个选项的值换回来。", findings);
				}
			}));
		}
		if (field.node().path("readonly").asBoolean() && !asked.node().path("readonly").asBoolean()) {
			tell(form, field, "标成了只读，办的人改不了。" + LAW + "请去掉“Read only”。", findings);
		}
		if (field.node().has("defaultValue") && !asked.node().has("defaultValue")) {
			tell(form, field, "预先选好了“" + field.node().path("defaultValue").asText() + "”，没有看也会交上来。" + LAW + "请去掉“Default value”。", findings);
		}
	}

	/** By its value; of a field whose answers are written down in the form. */
	private static Map<String, String> words(Form.Field field) {
		Map<String, String> words = new LinkedHashMap<>();
		for (JsonNode option : field.node().path("values")) {
			words.put(option.path("value").asText(), option.path("label").asText());
		}
		return words;
	}

	private static void tell(Form form, Form.Field field, String what, Findings findings) {
		findings.of(form.file(), field.label(), field.id(), what);
	}

	private static String outputs(Table table) {
		return table.rows().stream().map(row -> String.join(" ", row.outputs())).reduce("", (one, other) -> one + " " + other);
	}

	/** A row that closes asks what the house's asks; it may ask for more. */
	private static void closing(Table house, Table table, Findings findings) {
		if (table.inputs().size() != house.inputs().size()) {
			return;
		}
		table.rows().stream().filter(row -> row.outputs().contains(CLOSING)).filter(row -> house.rows().stream()
				.filter(one -> one.outputs().contains(CLOSING)).noneMatch(one -> asksAll(one, row)))
				.forEach(row -> findings.of(table.file(), table.name(), row.id(),
						"这一行不满意的、没有表态的也办结了。" + Seal.ASKED.law() + "请只在没有不满意的、并且有人表态时写 close，其余写 redo 或 consult。"));
	}

	private static boolean asksAll(Table.Row house, Table.Row row) {
		for (int at = 0; at < house.inputs().size(); at++) {
			String asked = house.inputs().get(at).replaceAll("\\s", "");
			if (!asked.isEmpty() && !asked.equals("-") && !asked.equals(row.inputs().get(at).replaceAll("\\s", ""))) {
				return false;
			}
		}
		return true;
	}
}
