package org.bihuan.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.json.Json;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * One file as it is read, and what is wrong with it as such: its characters, its form as XML or JSON, its schema. The same bytes are read once.
 *
 * @param diagram null where the file is none, or cannot be read; so the other parts
 * @param tables of a table file
 * @param form of a form
 * @param problems that belong to the file alone
 */
record FileRead(Diagram diagram, List<Table> tables, Form form, List<Problem> problems) {

	private static final Kept<FileRead> READ = new Kept<>(400);

	private static final Pattern ENCODING = Pattern.compile("^<\\?xml[^>]*encoding=[\"']([^\"']+)[\"']");
	private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");
	private static final Pattern QUOTED = Pattern.compile("'(?:\\{[^}]*})?\"?([\\w:.-]+)\"?'");
	private static final int MOST_SCHEMA_ERRORS = 5;

	static FileRead of(String name, byte[] bytes, String hash) {
		return READ.of(name + "/" + hash, key -> read(name, bytes));
	}

	/** A diagram, whatever its file is called; null where it cannot be read. */
	static Diagram diagram(String name, byte[] bytes) {
		String file = name.endsWith(".bpmn") ? name : name + ".bpmn";
		return of(file, bytes, new ModelSet(new TreeMap<>(Map.of(file, bytes))).hash(file)).diagram();
	}

	private static FileRead read(String name, byte[] bytes) {
		String wrong = encoding(bytes);
		if (wrong != null) {
			return wrong(name, wrong);
		}
		return name.endsWith(".form") ? form(name, bytes) : xml(name, bytes);
	}

	private static FileRead wrong(String file, String what) {
		return new FileRead(null, List.of(), null, List.of(new Problem(file, "", "", what)));
	}

	/** What is wrong with the characters; null for nothing. */
	private static String encoding(byte[] bytes) {
		if (bytes.length == 0) {
			return "文件是空的。请换成完整的文件。";
		}
		if (bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
			return "文件开头有 BOM 标记，多半是用记事本保存的。请用 Camunda Modeler 打开后重新保存。";
		}
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			Matcher declared = ENCODING.matcher(text);
			return declared.find() && !declared.group(1).equalsIgnoreCase("UTF-8")
					? "文件写明的编码是 " + declared.group(1) + "，应为 UTF-8。请用 Camunda Modeler 打开后重新保存。"
					: null;
		}
		catch (CharacterCodingException notUtf8) {
			return "文件不是 UTF-8 编码（可能是 GBK），中文会变成乱码。请用 Camunda Modeler 打开后重新保存。";
		}
	}

	private static FileRead form(String name, byte[] bytes) {
		try {
			JsonNode schema = Json.read(new ByteArrayInputStream(bytes));
			if (!schema.isObject() || !schema.path("components").isArray()) {
				return wrong(name, "这不是表单（没有 components）。请用 Camunda Modeler 新建表单后保存。");
			}
			return new FileRead(null, List.of(), new Form(name, schema), List.of());
		}
		catch (JsonProcessingException malformed) {
			return wrong(name, "第 " + (malformed.getLocation() == null ? 1 : malformed.getLocation().getLineNr())
					+ " 行附近不是完整的 JSON，表单无法读取。请用 Camunda Modeler 打开检查后重新保存。");
		}
		catch (IOException unreadable) {
			return wrong(name, "文件无法读取。请换成完整的文件。");
		}
	}

	private static FileRead xml(String name, byte[] bytes) {
		boolean diagram = name.endsWith(".bpmn");
		String kind = diagram ? "BPMN" : "DMN";
		Document document;
		try {
			document = Xml.parse(bytes);
		}
		catch (Xml.TooDeep unreadable) {
			return wrong(name, "里面一层套一层太深，没有人画得出这样的 " + kind + " 文件。请用 Camunda Modeler 重新画。");
		}
		catch (SAXException malformed) {
			if (new String(bytes, StandardCharsets.UTF_8).contains("<!DOCTYPE")) {
				return wrong(name, "文件不能带 DOCTYPE。请用 Camunda Modeler 打开后重新保存。");
			}
			return wrong(name, (malformed instanceof SAXParseException at ? "第 " + at.getLineNumber() + " 行附近" : "") + "不是完整的 " + kind
					+ " 文件（XML 不完整或写错）。请用 Camunda Modeler 打开检查后重新保存。");
		}
		Element root = document.getDocumentElement();
		String namespace = String.valueOf(root.getNamespaceURI());
		if (!"definitions".equals(root.getLocalName()) || (diagram ? !namespace.equals(Xml.BPMN) : !namespace.contains("/DMN/"))) {
			return wrong(name, "这不是 " + kind + " 文件。请用 Camunda Modeler 新建后保存。");
		}
		// to hold a file against its schema costs a cold program seconds; one of the jar's is as the build has checked it
		List<Problem> problems = ModelSet.isPackaged(name, bytes) ? List.of() : schema(name, kind, namespace, bytes);
		if (diagram) {
			return new FileRead(new Diagram(name, document), List.of(), null, problems);
		}
		List<Table> tables = Xml.children(root).stream().filter(one -> one.getLocalName().equals("decision"))
				.map(one -> new Table(name, one, Xml.child(one, "decisionTable"))).toList();
		return new FileRead(null, tables, null, problems);
	}

	/** Where a file does not keep to its schema; nothing for a form or a template, which have none. */
	static List<Problem> schema(String name, byte[] bytes) throws SAXException {
		return name.endsWith(".bpmn") || name.endsWith(".dmn")
				? schema(name, name, String.valueOf(Xml.parse(bytes).getDocumentElement().getNamespaceURI()), bytes)
				: List.of();
	}

	private static List<Problem> schema(String name, String kind, String namespace, byte[] bytes) {
		String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
		return Xml.invalid(namespace, bytes).stream().limit(MOST_SCHEMA_ERRORS).map(error -> {
			Matcher what = QUOTED.matcher(String.valueOf(error.getMessage()));
			String named = what.find() ? what.group(1) : "";
			return new Problem(name, "", idBefore(lines, error.getLineNumber()), "第 " + error.getLineNumber() + " 行不合 " + kind + " 的格式"
					+ (named.isEmpty() ? "" : "：“" + named + "”写错了、位置不对或者缺少内容") + "。请用 Camunda Modeler 打开检查后重新保存。");
		}).distinct().toList();
	}

	private static String idBefore(String[] lines, int line) {
		for (int at = Math.min(line, lines.length) - 1; at >= 0; at--) {
			Matcher id = ID.matcher(lines[at]);
			if (id.find()) {
				return id.group(1);
			}
		}
		return "";
	}
}
