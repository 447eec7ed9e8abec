package org.bihuan.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.bihuan.model.SetDifference.Kind;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A file that is no diagram as its editor shows it, as rows: those of a table, the fields of a form, the paragraphs of a template of documents. With
 * what differs from another version of it, and a row around that; the rest is left out.
 *
 * @param columns what stands above
 */
public record FileSheet(List<String> columns, List<Line> lines) {

	private static final Map<String, String> KINDS = Map.ofEntries(Map.entry("text", "文字"), Map.entry("textfield", "单行文字"),
			Map.entry("textarea", "多行文字"), Map.entry("number", "数字"), Map.entry("datetime", "日期"), Map.entry("select", "下拉选择"),
			Map.entry("radio", "单选"), Map.entry("checkbox", "勾选"), Map.entry("checklist", "多选"), Map.entry("taglist", "多选"),
			Map.entry("dynamiclist", "列表"), Map.entry("group", "分组"), Map.entry("table", "表格"), Map.entry("html", "文字"));
	private static final int LONGEST = 120;

	/**
	 * A row.
	 *
	 * @param kind what became of it; null where it is as it was
	 * @param omitted whether rows that nothing happened to are left out here; such a one has no cells
	 */
	public record Line(List<String> cells, Kind kind, boolean omitted) {
	}

	/** The two versions. */
	public record Both(FileSheet before, FileSheet after) {
	}

	private record Read(List<String> columns, Map<String, List<String>> rows) {
	}

	/**
	 * The two versions of a file, which both sets need not have.
	 *
	 * @throws IllegalArgumentException for a diagram, and for a file that cannot be read
	 */
	public static Both of(String name, ModelSet before, ModelSet after) {
		Read was = read(name, before);
		Read is = read(name, after);
		Set<String> touched = new HashSet<>();
		Stream.of(was, is).flatMap(one -> one.rows().keySet().stream()).filter(id -> !Objects.equals(was.rows().get(id), is.rows().get(id)))
				.forEach(touched::add);
		Set<String> near = new HashSet<>(touched);
		Stream.of(was, is).forEach(one -> near.addAll(around(touched, List.copyOf(one.rows().keySet()))));
		return new Both(sheet(was, is, Kind.REMOVED, near), sheet(is, was, Kind.ADDED, near));
	}

	/** The neighbours of these, in whichever version they stand: so it is seen where a row came to. */
	private static Set<String> around(Set<String> touched, List<String> ids) {
		Set<String> around = new HashSet<>();
		for (int at = 0; at < ids.size(); at++) {
			if (touched.contains(ids.get(at))) {
				around.addAll(ids.subList(Math.max(0, at - 1), Math.min(ids.size(), at + 2)));
			}
		}
		return around;
	}

	private static FileSheet sheet(Read shown, Read other, Kind alone, Set<String> near) {
		List<Line> lines = new ArrayList<>();
		shown.rows().forEach((id, cells) -> {
			if (near.contains(id)) {
				List<String> others = other.rows().get(id);
				lines.add(new Line(cells, others == null ? alone : others.equals(cells) ? null : Kind.CHANGED, false));
			}
			else if (lines.isEmpty() || !lines.get(lines.size() - 1).omitted()) {
				lines.add(new Line(List.of(), null, true));
			}
		});
		return new FileSheet(shown.columns(), lines);
	}

	private static Read read(String name, ModelSet set) {
		byte[] bytes = set.files().get(name);
		if (bytes == null) {
			return new Read(List.of(), Map.of());
		}
		try {
			if (name.endsWith(".docx")) {
				return document(bytes);
			}
			FileRead read = FileRead.of(name, bytes, set.hash(name));
			if (!read.tables().isEmpty()) {
				return table(read.tables().get(0));
			}
			if (read.form() != null) {
				return form(read.form());
			}
		}
		catch (SAXException | IOException unreadable) {
			throw new IllegalArgumentException(name + " cannot be read", unreadable);
		}
		throw new IllegalArgumentException(name + " is shown otherwise");
	}

	private static Read table(Table table) {
		List<String> columns = new ArrayList<>();
		table.inputs().forEach(one -> columns.add(one.label()));
		table.outputs().forEach(one -> columns.add(one.label() + "（输出）"));
		columns.add("说明（Annotation）");
		Map<String, List<String>> rows = new LinkedHashMap<>();
		for (Table.Row row : table.rows()) {
			List<String> cells = new ArrayList<>();
			row.inputs().forEach(one -> cells.add(one.isEmpty() ? "-" : one));
			cells.addAll(row.outputs());
			cells.add(row.description());
			rows.put(row.id(), cells);
		}
		return new Read(columns, rows);
	}

	private static Read form(Form form) {
		Map<String, List<String>> rows = new LinkedHashMap<>();
		for (Form.Field field : form.fields()) {
			List<String> choices = new ArrayList<>();
			field.node().path("values").forEach(one -> choices.add(one.path("label").asText() + "（" + one.path("value").asText() + "）"));
			String label = field.label().isEmpty() ? field.node().path("text").asText() : field.label();
			rows.put(field.id(),
					List.of(label.length() > LONGEST ? label.substring(0, LONGEST) + "…" : label, field.key().isEmpty() ? "" : field.id(),
							KINDS.getOrDefault(field.type(), field.type()), String.join("、", choices), field.required() ? "必填" : "", field.hide()));
		}
		return new Read(List.of("栏目（Label）", "编号（Key）", "种类", "选项", "必填（Required）", "何时隐藏（Hide if）"), rows);
	}

	/** Paragraphs are known by what they say, and by which time they say it. */
	private static Read document(byte[] docx) throws IOException, SAXException {
		Map<String, List<String>> rows = new LinkedHashMap<>();
		Map<String, Integer> times = new LinkedHashMap<>();
		for (Element one : Xml.all(Xml.parse(part(docx)).getDocumentElement())) {
			String text = one.getLocalName().equals("p") ? Xml.text(one) : "";
			if (!text.isEmpty()) {
				rows.put(text + "#" + times.merge(text, 1, Integer::sum), List.of(text));
			}
		}
		return new Read(List.of("段落"), rows);
	}

	private static byte[] part(byte[] docx) throws IOException {
		try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(docx))) {
			for (ZipEntry entry = parts.getNextEntry(); entry != null; entry = parts.getNextEntry()) {
				if (entry.getName().equals("word/document.xml")) {
					return parts.readAllBytes();
				}
			}
		}
		throw new UncheckedIOException(new IOException("no document in it"));
	}
}
