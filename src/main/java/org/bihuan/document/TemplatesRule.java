package org.bihuan.document;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.bihuan.ledger.Hash;
import org.bihuan.model.Findings;
import org.bihuan.model.Form;
import org.bihuan.model.Models;
import org.bihuan.model.Rule;

/** The templates of documents say what the system knows, and all that a document must say: checked as at start ({@link Templates}). */
public final class TemplatesRule implements Rule {

	private static final int KEPT = 200;
	private static final Map<String, List<String>> READ = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
			return size() > KEPT;
		}
	});

	@Override
	public void check(Models models, Findings findings) {
		Set<String> labels = new TreeSet<>();
		for (Form form : models.forms()) {
			form.fields().stream().filter(field -> field.list() == null && field.node().has("key")).map(Form.Field::label).forEach(labels::add);
		}
		Map<String, DocumentKind> kinds = Arrays.stream(DocumentKind.values()).collect(Collectors.toMap(DocumentKind::file, kind -> kind));
		models.templates().forEach((name, bytes) -> {
			DocumentKind kind = kinds.get(name);
			if (kind == null) {
				findings.of(name, name.startsWith("~$") ? "这是 Word 正在编辑时留下的文件。请关闭 Word 以后再来。"
						: "没有这种文书，系统不会用它。模板的文件名只能是 " + String.join("、", new TreeSet<>(kinds.keySet())) + "。请改名或者移走。");
			}
			else {
				wrong(kind, bytes, labels).forEach(what -> findings.of(name, kind.label(), "", what));
			}
		});
	}

	/** What a template says is the same as long as it and the forms' fields are. */
	private static List<String> wrong(DocumentKind kind, byte[] template, Set<String> labels) {
		String key = kind + Hash.of(template) + labels.hashCode();
		List<String> wrong = READ.get(key);
		if (wrong == null) {
			wrong = Templates.wrong(kind, template, labels::contains).stream().map(one -> "模板" + one + "。请用 Word 或 WPS 打开改正。").toList();
			READ.put(key, wrong);
		}
		return wrong;
	}
}
