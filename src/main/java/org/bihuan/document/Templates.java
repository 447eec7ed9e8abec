package org.bihuan.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.ledger.Hash;
import org.bihuan.ledger.ModelSets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The DOCX templates of the set of models that is in force, one a kind: a document that is made after another set has come into force is made of
 * its templates, on every node, without a new start. A set is looked at before it comes into force, so that no document of a case fails on what an
 * analyst wrote.
 */
@Component
public class Templates {

	private static final Pattern TAG = Pattern.compile("\\{\\{([^{}]*)\\}\\}");
	private static final Pattern NAME = Pattern.compile("[?/]?[\\w\\u4e00-\\u9fa5]+");
	private static final Configure CONFIGURE = Configure.createDefault();

	private final ModelSets sets;
	private volatile Known known;

	@Autowired
	Templates(ModelSets sets) {
		this.sets = sets;
	}

	/** Those of these files for good; for who has no database. */
	Templates(SortedMap<String, byte[]> files) {
		this.sets = null;
		this.known = new Known(0, files, new FormLabels(files), new ConcurrentHashMap<>());
	}

	/** @param set that was in force when this was read */
	private record Known(long set, SortedMap<String, byte[]> files, FormLabels labels, Map<DocumentKind, Template> templates) {
	}

	/** Why a template is not one, in Chinese. */
	private static final class Wrong extends IllegalStateException {

		private static final long serialVersionUID = 1L;

		Wrong(String sentence, Throwable cause) {
			super(sentence, cause);
		}
	}

	/**
	 * What keeps the templates of a set from being used: one is missing, or says what the system does not know, or lacks what it must say.
	 *
	 * @param files of the set by name, its forms among them
	 * @return by the name of each file that is wrong, a sentence in Chinese; empty when all are right
	 */
	public static SortedMap<String, String> wrong(SortedMap<String, byte[]> files) {
		SortedMap<String, String> wrong = new TreeMap<>();
		FormLabels labels = new FormLabels(files);
		for (DocumentKind kind : DocumentKind.values()) {
			try {
				read(kind, files, labels);
			}
			catch (Wrong template) {
				wrong.put(kind.file(), template.getMessage());
			}
		}
		return wrong;
	}

	/**
	 * The template of a kind that is in force now.
	 *
	 * @throws Refusal when the set in force has none that can be used, as one of a former version of the program may
	 */
	Template of(DocumentKind kind) {
		try {
			Known now = now();
			Template template = now.templates().get(kind);
			if (template == null) {
				template = read(kind, now.files(), now.labels());
				now.templates().put(kind, template);
			}
			return template;
		}
		catch (Wrong template) {
			throw Refusal.invalid(template.getMessage() + "请流程分析员在“流程图和表单”（/models）里换上改好的模板，再重新提交。", template);
		}
	}

	private Known now() {
		Known now = known;
		long set = sets == null ? 0 : sets.setInForce();
		if (now == null || now.set() != set) {
			SortedMap<String, byte[]> files = sets.files(set);
			now = new Known(set, files, new FormLabels(files), new ConcurrentHashMap<>());
			known = now;
		}
		return now;
	}

	private static Template read(DocumentKind kind, SortedMap<String, byte[]> files, FormLabels labels) {
		byte[] template = files.get(kind.file());
		if (template == null) {
			throw new Wrong("缺少“" + kind.label() + "”的模板 " + kind.file() + "。请把 documents 文件夹完整复制后再修改。", null);
		}
		byte[] prepared = prepare(kind, template);
		return new Template(Hash.of(template), check(kind, prepared, labels), prepared);
	}

	/** One template. */
	static final class Template {

		private final String hash;
		private final Set<String> fromForms;
		private final byte[] prepared;

		private Template(String hash, Set<String> fromForms, byte[] prepared) {
			this.hash = hash;
			this.fromForms = fromForms;
			this.prepared = prepared;
		}

		/** Of the file as the analyst wrote it. */
		String hash() {
			return hash;
		}

		/** Its tags that are fields of forms, by their labels. */
		Set<String> fromForms() {
			return fromForms;
		}

		/**
		 * The document: the template with its tags replaced.
		 *
		 * @param facts text by tag, and for each block a list of such
		 */
		byte[] render(Map<String, Object> facts) {
			return render(facts, null);
		}

		/** @param head a line above everything else, whatever the template looks like; null for none */
		byte[] render(Map<String, Object> facts, String head) {
			return rendered(facts, document -> {
				if (head != null) {
					Paper.head(document, head);
				}
				return Paper.bytes(document);
			});
		}

		/** All that the document says. */
		String words(Map<String, Object> facts) {
			return rendered(facts, Paper::words);
		}

		private <T> T rendered(Map<String, Object> facts, Use<T> use) {
			try (XWPFTemplate template = XWPFTemplate.compile(new ByteArrayInputStream(prepared), CONFIGURE)) {
				try (XWPFDocument paper = Paper.lay(template.render(Composition.of(facts)).getXWPFDocument())) {
					return use.of(paper);
				}
			}
			catch (IOException impossible) {
				throw new IllegalStateException("a document is made in memory", impossible);
			}
		}
	}

	private interface Use<T> {

		T of(XWPFDocument document) throws IOException;
	}

	/** @return the tags that are no facts of the ledger but fields of forms */
	private static Set<String> check(DocumentKind kind, byte[] template, FormLabels labels) {
		Set<String> ofForms = new TreeSet<>();
		look(kind, template, labels::has, ofForms).stream().findFirst().ifPresent(what -> {
			throw new Wrong(named(kind) + what + "。", null);
		});
		return ofForms;
	}

	/**
	 * All that is wrong with a template, without the full stop; empty when nothing is. For who checks a template before it is one of ours.
	 *
	 * @param isOfForms whether a form has a field of this label
	 */
	static List<String> wrong(DocumentKind kind, byte[] template, Predicate<String> isOfForms) {
		try {
			return look(kind, TagRuns.apart(template), isOfForms, new TreeSet<>());
		}
		catch (IOException | RuntimeException notWord) {
			return List.of("不是 Word 文档（docx），无法打开");
		}
	}

	private static List<String> look(DocumentKind kind, byte[] template, Predicate<String> isOfForms, Set<String> ofForms) {
		String text = text(kind, template);
		List<String> halves = halves(text);
		if (!halves.isEmpty()) {
			// whatever else there is to say is of the half that is missing
			return halves;
		}
		Map<String, Set<String>> known = kind.known();
		Set<String> used = new HashSet<>();
		List<String> wrong = new ArrayList<>();
		Deque<String> open = new ArrayDeque<>();
		Matcher tags = TAG.matcher(text);
		while (tags.find()) {
			String tag = tags.group(1);
			if (!NAME.matcher(tag).matches()) {
				wrong.add("中的标记 {{" + tag + "}} 写法不对，应写成 {{名称}}，成段重复的写成 {{?名称}}…{{/名称}}，中间没有空格");
			}
			else if (tag.startsWith("/")) {
				if (open.isEmpty() || !open.pop().equals(tag.substring(1))) {
					wrong.add("中的 {{" + tag + "}} 没有对应的 {{?" + tag.substring(1) + "}}");
				}
			}
			else if (tag.startsWith("?")) {
				if (!open.isEmpty() || !known.containsKey(tag.substring(1))) {
					wrong.add("中有系统没有的标记 {{" + tag + "}}，可用的标记：" + words(known));
				}
				open.push(tag.substring(1));
				used.add(tag);
			}
			else if (open.isEmpty() && !known.get("").contains(tag) && isOfForms.test(tag)) {
				ofForms.add(tag);
			}
			else {
				if (!known.getOrDefault(open.isEmpty() ? "" : open.peek(), Set.of()).contains(tag)) {
					wrong.add("中有系统没有的标记 {{" + tag + "}}" + (open.isEmpty() ? "" : "（在 {{?" + open.peek() + "}} 之内）") + "，可用的标记：" + words(known)
							+ "；也可以用表单栏目的名称（列表里的栏目除外）");
				}
				used.add(open.isEmpty() ? tag : "?" + open.peek() + "." + tag);
			}
		}
		if (!open.isEmpty()) {
			wrong.add("中的 {{?" + open.peek() + "}} 没有以 {{/" + open.peek() + "}} 结束");
		}
		Set<String> missing = new TreeSet<>(kind.required());
		missing.removeAll(used);
		if (!missing.isEmpty()) {
			wrong.add("缺少标记 " + missing.stream().map(tag -> "{{" + tag + "}}").collect(Collectors.joining("、")));
		}
		if (wrong.isEmpty()) {
			compile(template).ifPresent(wrong::add);
		}
		return wrong;
	}

	/** Markers of which one side is missing, each with the words of its paragraph. */
	private static List<String> halves(String text) {
		return text.lines().filter(line -> {
			String rest = TAG.matcher(line).replaceAll("");
			return rest.contains("{{") || rest.contains("}}");
		}).map(String::strip).distinct().map(line -> "中有一个标记不完整（没有写完），在这一段里：“" + (line.length() > 60 ? line.substring(0, 60) + "…" : line)
				+ "”。标记的 {{ 和 }} 要成对，写在同一段").toList();
	}

	private static byte[] prepare(DocumentKind kind, byte[] template) {
		try {
			return TagRuns.apart(template);
		}
		catch (IOException | RuntimeException notWord) {
			throw new Wrong(named(kind) + "不是 Word 文档（docx），无法打开。", notWord);
		}
	}

	private static String text(DocumentKind kind, byte[] template) {
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(template));
				XWPFWordExtractor words = new XWPFWordExtractor(document)) {
			return words.getText();
		}
		catch (IOException impossible) {
			throw new Wrong(named(kind) + "无法读取。", impossible);
		}
	}

	/** What the library that fills them in says of its tags; empty for nothing. */
	private static Optional<String> compile(byte[] template) {
		try (XWPFTemplate compiled = XWPFTemplate.compile(new ByteArrayInputStream(template), CONFIGURE)) {
			return compiled.getElementTemplates().isEmpty() ? Optional.of("中没有标记") : Optional.empty();
		}
		catch (IOException | RuntimeException broken) {
			return Optional.of("无法使用：文书程序读不懂其中的标记");
		}
	}

	private static String words(Map<String, Set<String>> known) {
		return known.entrySet().stream().sorted(Map.Entry.comparingByKey())
				.map(block -> block.getKey().isEmpty() ? String.join(" ", new TreeSet<>(block.getValue()))
						: "{{?" + block.getKey() + "}} 之内 "
								+ (block.getValue().equals(known.get("")) ? "同上" : String.join(" ", new TreeSet<>(block.getValue()))))
				.collect(Collectors.joining("；"));
	}

	private static String named(DocumentKind kind) {
		return "“" + kind.label() + "”的模板 " + kind.file() + " ";
	}
}
