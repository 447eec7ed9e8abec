package org.bihuan.document;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.bihuan.ledger.Hash;
import org.bihuan.model.Findings;
import org.bihuan.model.Form;
import org.bihuan.model.Kept;
import org.bihuan.model.ModelSet;
import org.bihuan.model.Models;
import org.bihuan.model.Rule;

/** The templates of documents say what the system knows, and all that a document must say: checked as at start ({@link Templates}). */
public final class TemplatesRule implements Rule {

	private static final Kept<List<String>> SAID = new Kept<>(200);
	private static final Kept<List<String>> ACTING = new Kept<>(200);

	@Override
	public void check(Models models, Findings findings) {
		Set<String> labels = labels(models);
		// to open them costs a cold program seconds: those of the jar, with all the fields that it has, are as the build has checked them
		boolean asBuilt = labels.containsAll(labels(models.packaged()));
		Map<String, DocumentKind> kinds = Arrays.stream(DocumentKind.values()).collect(Collectors.toMap(DocumentKind::file, kind -> kind));
		models.templates().forEach((name, bytes) -> {
			DocumentKind kind = kinds.get(name);
			if (!ModelSet.isPackaged(name, bytes)) {
				acts(bytes).forEach(what -> findings.of(name, kind == null ? "" : kind.label(), "", what));
			}
			if (kind == null) {
				findings.of(name, name.startsWith("~$") ? "这是 Word 正在编辑时留下的文件。请关闭 Word 以后再来。"
						: "没有这种文书，系统不会用它。模板的文件名只能是 " + String.join("、", new TreeSet<>(kinds.keySet())) + "。请改名或者移走。");
			}
			else if (!asBuilt || !ModelSet.isPackaged(name, bytes)) {
				wrong(kind, bytes, labels).forEach(what -> findings.of(name, kind.label(), "", what));
			}
		});
	}

	private static List<String> acts(byte[] template) {
		return ACTING.of(Hash.of(template), key -> OfficeFile.acting(template).stream()
				.map(one -> "模板" + one + "：打开文书的人的电脑会去运行或者连到别处。请用 Word 或 WPS 打开，去掉它。").toList());
	}

	private static Set<String> labels(Models models) {
		Set<String> labels = new TreeSet<>();
		for (Form form : models.forms()) {
			form.fields().stream().filter(field -> field.list() == null && field.node().has("key")).map(Form.Field::label).forEach(labels::add);
		}
		return labels;
	}

	/** What a template says is the same as long as it and the forms' fields are. */
	private static List<String> wrong(DocumentKind kind, byte[] template, Set<String> labels) {
		return SAID.of(kind + Hash.of(template) + String.join("\n", labels),
				key -> Templates.wrong(kind, template, labels::contains).stream().map(one -> "模板" + one + "。请用 Word 或 WPS 打开改正。").toList());
	}
}
