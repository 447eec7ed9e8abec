package org.bihuan.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.bihuan.ledger.Hash;
import org.bihuan.settings.ModelsFolder;
import org.bihuan.settings.StartRefused;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The DOCX templates, one a kind: those of the folder that {@code bihuan.models} names if it has {@code documents} in it, else
 * the packaged ones. All are checked at start, so that no document of a case fails on what an analyst wrote.
 */
@Component
class Templates {

	private static final String FOLDER = "documents";
	private static final Pattern TAG = Pattern.compile("\\{\\{([^{}]*)\\}\\}");
	private static final Pattern NAME = Pattern.compile("[?/]?[\\w\\u4e00-\\u9fa5]+");
	private static final Configure CONFIGURE = Configure.createDefault();

	private final Map<DocumentKind, byte[]> templates = new EnumMap<>(DocumentKind.class);
	private final Map<DocumentKind, String> hashes = new EnumMap<>(DocumentKind.class);
	private final Map<DocumentKind, Set<String>> fromForms = new EnumMap<>(DocumentKind.class);

	/**
	 * @throws StartRefused which ends the start: a template is missing, or says what the system does not know, or lacks what it must say
	 */
	Templates(ModelsFolder edited, FormLabels labels) {
		String models = edited.models();
		Path folder = models.isBlank() || !Files.isDirectory(Path.of(models, FOLDER)) ? null : Path.of(models, FOLDER);
		for (DocumentKind kind : DocumentKind.values()) {
			byte[] template = read(folder, kind);
			byte[] prepared = prepare(kind, template);
			fromForms.put(kind, check(kind, prepared, labels));
			hashes.put(kind, Hash.of(template));
			templates.put(kind, prepared);
		}
	}

	/** Of the file as the analyst wrote it. */
	String hash(DocumentKind kind) {
		return hashes.get(kind);
	}

	/** The tags of the template that are fields of forms, by their labels. */
	Set<String> fromForms(DocumentKind kind) {
		return fromForms.get(kind);
	}

	/**
	 * The document: the template with its tags replaced.
	 *
	 * @param facts text by tag, and for each block a list of such
	 */
	byte[] render(DocumentKind kind, Map<String, Object> facts) {
		return render(kind, facts, null);
	}

	/** @param head a line above everything else, whatever the template looks like; null for none */
	byte[] render(DocumentKind kind, Map<String, Object> facts, String head) {
		return rendered(kind, facts, document -> {
			if (head != null) {
				Paper.head(document, head);
			}
			return Paper.bytes(document);
		});
	}

	/** All that the document says. */
	String words(DocumentKind kind, Map<String, Object> facts) {
		return rendered(kind, facts, Paper::words);
	}

	private interface Use<T> {

		T of(XWPFDocument document) throws IOException;
	}

	private <T> T rendered(DocumentKind kind, Map<String, Object> facts, Use<T> use) {
		try (XWPFTemplate template = XWPFTemplate.compile(new ByteArrayInputStream(templates.get(kind)), CONFIGURE)) {
			try (XWPFDocument paper = Paper.lay(template.render(Composition.of(facts)).getXWPFDocument())) {
				return use.of(paper);
			}
		}
		catch (IOException impossible) {
			throw new IllegalStateException("a document is made in memory", impossible);
		}
	}

	private static byte[] read(Path folder, DocumentKind kind) {
		try {
			if (folder != null) {
				if (!Files.isRegularFile(folder.resolve(kind.file()))) {
					throw new StartRefused(
							"文件夹 " + folder + " 中缺少“" + kind.label() + "”的模板 " + kind.file() + "。请把 documents 文件夹完整复制后再修改。");
				}
				return Files.readAllBytes(folder.resolve(kind.file()));
			}
			try (InputStream packaged = new ClassPathResource(FOLDER + "/" + kind.file()).getInputStream()) {
				return packaged.readAllBytes();
			}
		}
		catch (IOException unreadable) {
			throw new StartRefused("无法读取“" + kind.label() + "”的模板 " + kind.file() + "。", unreadable);
		}
	}

	/** @return the tags that are no facts of the ledger but fields of forms */
	private static Set<String> check(DocumentKind kind, byte[] template, FormLabels labels) {
		Set<String> ofForms = new TreeSet<>();
		look(kind, template, labels::has, ofForms).stream().findFirst().ifPresent(what -> {
			throw new StartRefused(named(kind) + what + "。");
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
				used.add(tag);
			}
		}
		if (!open.isEmpty()) {
			wrong.add("中的 {{?" + open.peek() + "}} 没有以 {{/" + open.peek() + "}} 结束");
		}
		String rest = TAG.matcher(text).replaceAll("");
		if (rest.contains("{{") || rest.contains("}}")) {
			wrong.add("中有不完整的标记，请检查成对的 {{ 和 }}");
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

	private static byte[] prepare(DocumentKind kind, byte[] template) {
		try {
			return TagRuns.apart(template);
		}
		catch (IOException | RuntimeException notWord) {
			throw new StartRefused(named(kind) + "不是 Word 文档（docx），无法打开。", notWord);
		}
	}

	private static String text(DocumentKind kind, byte[] template) {
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(template));
				XWPFWordExtractor words = new XWPFWordExtractor(document)) {
			return words.getText();
		}
		catch (IOException impossible) {
			throw new StartRefused(named(kind) + "无法读取。", impossible);
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
