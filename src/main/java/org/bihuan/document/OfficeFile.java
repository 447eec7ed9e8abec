package org.bihuan.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * A Word or Excel file that somebody uploaded: opened as a program opens it, and looked through for what acts by itself or reaches elsewhere when
 * it is opened: macros, controls, embedded objects, templates and parts of other places, fields that run programs.
 */
final class OfficeFile {

	private static final String KIND = " Office 文件";
	private static final Set<String> ALLOWED_LINKS = Set.of("http", "https", "mailto");

	/** The last word of a relationship's type, whichever edition of the format names it. */
	private static final Map<String, String> REFUSED = Map.of("attachedTemplate", "套用了别处的文档模板", "vbaProject", "含有宏", "wordVbaData", "含有宏",
			"oleObject", "嵌入了对象", "control", "含有控件", "activeXControlBinary", "含有控件", "aFChunk", "引入了别的文件", "externalLinkPath", "链接了别的文件",
			"subDocument", "链接了别的文件", "frame", "链接了别的文件");

	/** What a field of Word begins with that reads or runs something else when it is brought up to date. */
	private static final Pattern RUNS = Pattern
			.compile("(?is)[\\s\\p{Z}\"]*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|INCLUDE|LINK|EMBED|DATABASE|RD)\\b.*");

	/** A formula that starts a program or asks a server. */
	private static final Pattern CALLS = Pattern.compile("(?is).*(\\w\\s*\\|.*!|\\b(WEBSERVICE|DDE|CALL|REGISTER(\\.ID)?)\\s*\\().*");

	/** What a template has no need of besides: what asks, runs, or leads to elsewhere when somebody clicks on it. */
	private static final Pattern RUNS_IN_TEMPLATE = Pattern
			.compile(RUNS.pattern()
					+ "|(?is)[\\s\\p{Z}\"]*(HYPERLINK|MACROBUTTON|GOTOBUTTON|PRINT|ASK|FILLIN|AUTOTEXT\\w*|MERGEFIELD|DOCVARIABLE)\\b.*");

	private final Archive archive;

	/** Whether it is one of the house's own, which every document is made of: then nothing in it may reach elsewhere, not even by a click. */
	private final boolean template;

	private OfficeFile(Archive archive, boolean template) {
		this.archive = archive;
		this.template = template;
	}

	/**
	 * What acts by itself or reaches elsewhere in a template of documents, each with the part of the file where it stands, in Chinese without the
	 * full stop; empty for nothing. Of what is no such file others tell.
	 */
	static List<String> acting(byte[] bytes) {
		List<String> acting = new ArrayList<>();
		try (ReceivedFile file = ReceivedFile.of(bytes); Archive archive = new Archive(file.path(), KIND)) {
			OfficeFile office = new OfficeFile(archive, true);
			for (String part : archive.others()) {
				String wrong = part(part, false);
				if (wrong != null) {
					acting.add("（" + part + "）" + wrong);
				}
			}
			for (String part : archive.xml()) {
				String wrong = office.wrong(part);
				if (wrong != null) {
					acting.add("（" + part + "）" + wrong);
				}
			}
		}
		catch (Unfit broken) {
			// of what is no Word document others tell
			return acting;
		}
		return acting;
	}

	static void check(FileType type, Path file) throws Unfit {
		check(type, file, true);
	}

	private static void check(FileType type, Path path, boolean mayEmbed) throws Unfit {
		try (Archive archive = new Archive(path, KIND)) {
			OfficeFile file = new OfficeFile(archive, false);
			file.parts(mayEmbed);
			for (String part : archive.xml()) {
				file.look(part);
			}
		}
		open(type, path);
	}

	private void parts(boolean mayEmbed) throws Unfit {
		for (String part : archive.others()) {
			String wrong = part(part, mayEmbed);
			if (wrong != null) {
				throw acts(wrong);
			}
			if (part.toLowerCase(Locale.ROOT).contains("/embeddings/")) {
				embedded(part);
			}
		}
	}

	/** What is wrong with there being this part; null for nothing. */
	private static String part(String part, boolean mayEmbed) {
		String name = part.toLowerCase(Locale.ROOT);
		if (name.contains("vbaproject") || name.endsWith(".xlsm") || name.endsWith(".docm") || name.endsWith(".dotm")) {
			return "含有宏";
		}
		if (name.contains("/activex/")) {
			return "含有控件";
		}
		// the figures behind a chart are a workbook of its own; whatever else is embedded is an object
		return name.contains("/embeddings/") && !(mayEmbed && name.endsWith(".xlsx")) ? "嵌入了对象" : null;
	}

	private void embedded(String part) throws Unfit {
		try (InputStream content = archive.content(part); ReceivedFile workbook = ReceivedFile.of(content)) {
			check(FileType.XLSX, workbook.path(), false);
		}
		catch (IOException | UncheckedIOException broken) {
			throw Unfit.broken(KIND);
		}
	}

	private static Unfit acts(String what) {
		return new Unfit(what + "，打开时可能运行程序或连到别处，没有保存。请去掉后重新上传，或者另存为 PDF 再上传。");
	}

	private void look(String name) throws Unfit {
		String wrong = wrong(name);
		if (wrong != null) {
			throw acts(wrong);
		}
	}

	/** What acts in a part; null for nothing. */
	private String wrong(String name) throws Unfit {
		String[] wrong = new String[1];
		Fields fields = new Fields(template ? RUNS_IN_TEMPLATE : RUNS);
		StringBuilder formula = new StringBuilder();
		archive.read(name, reader -> {
			if (reader.getEventType() == XMLStreamConstants.START_ELEMENT && wrong[0] == null) {
				wrong[0] = name.endsWith(".rels") ? relationship(reader) : element(reader);
			}
			String field = fields.read(reader);
			if (wrong[0] == null) {
				wrong[0] = field != null ? field : formula(reader, formula);
			}
		});
		return wrong[0];
	}

	private String relationship(XMLStreamReader reader) {
		String type = String.valueOf(reader.getAttributeValue(null, "Type"));
		type = type.substring(type.lastIndexOf('/') + 1);
		if (REFUSED.containsKey(type)) {
			return REFUSED.get(type);
		}
		String target = String.valueOf(reader.getAttributeValue(null, "Target")).strip();
		if (!"External".equalsIgnoreCase(reader.getAttributeValue(null, "TargetMode"))) {
			return null;
		}
		String scheme = target.contains(":") ? target.substring(0, target.indexOf(':')).toLowerCase(Locale.ROOT) : "";
		return !template && "hyperlink".equals(type) && ALLOWED_LINKS.contains(scheme) ? null : "链接了别的文件";
	}

	private static String element(XMLStreamReader reader) {
		return switch (reader.getLocalName()) {
			case "altChunk" -> "引入了别的文件";
			case "ddeLink", "oleLink", "OLEObject" -> "嵌入了对象";
			case "Override", "Default" -> {
				String type = String.valueOf(reader.getAttributeValue(null, "ContentType")).toLowerCase(Locale.ROOT);
				yield type.contains("macroenabled") || type.contains("vbaproject") ? "含有宏" : null;
			}
			default -> null;
		};
	}

	private static String formula(XMLStreamReader reader, StringBuilder formula) {
		int event = reader.getEventType();
		if (event == XMLStreamConstants.START_ELEMENT) {
			formula.setLength(0);
			return null;
		}
		if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
			formula.append(reader.getText());
			return null;
		}
		boolean ended = event == XMLStreamConstants.END_ELEMENT && Set.of("f", "definedName").contains(reader.getLocalName());
		return ended && CALLS.matcher(formula).matches() ? "公式会运行程序或连到别处" : null;
	}

	/**
	 * The fields of one part of a document of Word: their instructions stand in pieces, one field may stand in another, and programs also read one
	 * whose marks are missing.
	 */
	private static final class Fields {

		private static final String ACTS = "含有会运行程序或连到别处的域";

		private final Deque<StringBuilder> open = new ArrayDeque<>();
		private final StringBuilder unmarked = new StringBuilder();
		private final Pattern runs;
		private boolean instruction;

		Fields(Pattern runs) {
			this.runs = runs;
		}

		/** What is wrong with a field that ends here; null for nothing. */
		String read(XMLStreamReader reader) {
			int event = reader.getEventType();
			if (event == XMLStreamConstants.START_ELEMENT) {
				return begin(reader);
			}
			if (event == XMLStreamConstants.END_ELEMENT) {
				instruction = false;
			}
			else if ((event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) && instruction) {
				(open.isEmpty() ? unmarked : open.peek()).append(reader.getText());
			}
			return event == XMLStreamConstants.END_DOCUMENT ? leftOpen() : null;
		}

		private String leftOpen() {
			open.add(unmarked);
			return open.stream().anyMatch(one -> runs(one.toString()) != null) ? ACTS : null;
		}

		private String begin(XMLStreamReader reader) {
			if ("p".equals(reader.getLocalName()) && !unmarked.isEmpty()) {
				String before = runs(unmarked.toString());
				unmarked.setLength(0);
				if (before != null) {
					return before;
				}
			}
			instruction = Set.of("instrText", "delInstrText").contains(reader.getLocalName());
			if ("fldSimple".equals(reader.getLocalName())) {
				return runs(String.valueOf(attribute(reader, "instr")));
			}
			if (!"fldChar".equals(reader.getLocalName())) {
				return null;
			}
			return switch (String.valueOf(attribute(reader, "fldCharType"))) {
				case "begin" -> {
					// what a field does is put together by another field only to be hidden
					boolean hides = !open.isEmpty() && open.peek().toString().isBlank();
					open.push(new StringBuilder());
					yield hides ? ACTS : null;
				}
				case "separate" -> open.isEmpty() ? null : runs(open.peek().toString());
				case "end" -> open.isEmpty() ? null : runs(open.pop().toString());
				default -> null;
			};
		}

		private String runs(String instruction) {
			return runs.matcher(instruction).matches() ? ACTS : null;
		}

		private static String attribute(XMLStreamReader reader, String name) {
			for (int at = 0; at < reader.getAttributeCount(); at++) {
				if (reader.getAttributeLocalName(at).equals(name)) {
					return reader.getAttributeValue(at);
				}
			}
			return null;
		}
	}

	private static void open(FileType type, Path path) throws Unfit {
		try (OPCPackage opened = OPCPackage.open(path.toFile(), PackageAccess.READ)) {
			if (type == FileType.DOCX) {
				try (XWPFDocument document = new XWPFDocument(opened)) {
					document.getBodyElements();
				}
			}
			else {
				XSSFReader book = new XSSFReader(opened);
				Iterator<java.io.InputStream> sheets = book.getSheetsData();
				if (!sheets.hasNext()) {
					throw Unfit.broken(KIND);
				}
				while (sheets.hasNext()) {
					sheets.next().close();
				}
			}
		}
		catch (IOException | OpenXML4JException | RuntimeException broken) {
			throw Unfit.broken(KIND);
		}
	}
}
