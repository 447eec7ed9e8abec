package org.bihuan.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlCursor;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What is done to a document beyond its template. */
final class Paper {

	/** Headings as GB/T 9704 numbers and prints them: a line of their own, not a sentence. */
	private static final Pattern FIRST_HEADING = Pattern.compile("[一二三四五六七八九十]{1,3}、[^。；：]{1,38}");
	private static final Pattern SECOND_HEADING = Pattern.compile("（[一二三四五六七八九十]{1,3}）[^。；：]{1,38}");

	/** Packs letter by letter, at most eight times as tightly. */
	private static final class Modest extends ZipOutputStream {

		Modest(OutputStream out) {
			super(out);
			def.setStrategy(Deflater.HUFFMAN_ONLY);
		}
	}

	/** The first moment that a ZIP file knows. */
	private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

	private Paper() {
	}

	/** All that it says. The document stays open. */
	static String words(XWPFDocument document) throws IOException {
		XWPFWordExtractor words = new XWPFWordExtractor(document);
		words.setCloseFilesystem(false);
		return words.getText();
	}

	/**
	 * The file. The same words are the same bytes, whenever they are written: what is signed can be compared with what was seen. However often
	 * somebody repeats himself, it never looks like a bomb to who opens it.
	 */
	static byte[] bytes(XWPFDocument document) throws IOException {
		ByteArrayOutputStream written = new ByteArrayOutputStream();
		document.write(written);
		ByteArrayOutputStream timeless = new ByteArrayOutputStream();
		try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(written.toByteArray()));
				ZipOutputStream file = new Modest(timeless)) {
			for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
				ZipEntry same = new ZipEntry(part.getName());
				same.setTimeLocal(EARLIEST);
				file.putNextEntry(same);
				parts.transferTo(file);
				file.closeEntry();
			}
		}
		return timeless.toByteArray();
	}

	/**
	 * The document as its paper is laid out: what somebody wrote in several paragraphs stands in several, each with the indent of the first; and
	 * headings that he wrote look like headings and stay with what follows them.
	 */
	static XWPFDocument lay(XWPFDocument rendered) throws IOException {
		List<Node> several = paragraphs(rendered.getDocument().getBody().getDomNode()).filter(one -> words(one).indexOf(Composition.PARAGRAPH) >= 0)
				.toList();
		several.forEach(Paper::split);
		XWPFDocument laid = several.isEmpty() ? rendered : new XWPFDocument(new ByteArrayInputStream(bytes(rendered)));
		laid.getParagraphs().forEach(Paper::heading);
		return laid;
	}

	private static Stream<Node> paragraphs(Node node) {
		NodeList children = node.getChildNodes();
		return IntStream.range(0, children.getLength()).mapToObj(children::item)
				.flatMap(child -> "p".equals(child.getLocalName()) ? Stream.of(child) : paragraphs(child));
	}

	/** Cuts a paragraph where its words have a {@link Composition#PARAGRAPH}. */
	private static void split(Node paragraph) {
		Node run = paragraph.getFirstChild();
		while (run != null && words(run).indexOf(Composition.PARAGRAPH) < 0) {
			run = run.getNextSibling();
		}
		if (run == null) {
			return;
		}
		Node text = run.getFirstChild();
		while (words(text).indexOf(Composition.PARAGRAPH) < 0) {
			text = text.getNextSibling();
		}
		int runAt = position(run);
		int textAt = position(text);
		String words = words(text);
		int cut = words.indexOf(Composition.PARAGRAPH);
		Node rest = paragraph.cloneNode(true);
		text.getFirstChild().setNodeValue(words.substring(0, cut));
		removeAfter(text);
		removeAfter(run);
		Node restRun = rest.getChildNodes().item(runAt);
		Node restText = restRun.getChildNodes().item(textAt);
		restText.getFirstChild().setNodeValue(words.substring(cut + 1));
		removeBefore(restText);
		removeBefore(restRun);
		paragraph.getParentNode().insertBefore(rest, paragraph.getNextSibling());
		split(rest);
	}

	private static String words(Node node) {
		NodeList children = node.getChildNodes();
		return node.getNodeType() == Node.TEXT_NODE ? node.getNodeValue()
				: IntStream.range(0, children.getLength()).mapToObj(at -> words(children.item(at))).collect(Collectors.joining());
	}

	private static int position(Node node) {
		int at = 0;
		for (Node before = node.getPreviousSibling(); before != null; before = before.getPreviousSibling()) {
			at++;
		}
		return at;
	}

	private static void removeAfter(Node node) {
		while (node.getNextSibling() != null) {
			node.getParentNode().removeChild(node.getNextSibling());
		}
	}

	/** How it looks stays. */
	private static void removeBefore(Node node) {
		Node before = node.getPreviousSibling();
		while (before != null) {
			Node next = before.getPreviousSibling();
			if (!"pPr".equals(before.getLocalName()) && !"rPr".equals(before.getLocalName())) {
				node.getParentNode().removeChild(before);
			}
			before = next;
		}
	}

	private static void heading(XWPFParagraph paragraph) {
		boolean first = FIRST_HEADING.matcher(paragraph.getText()).matches();
		if (paragraph.getIndentationFirstLine() > 0 && (first || SECOND_HEADING.matcher(paragraph.getText()).matches())) {
			paragraph.setKeepNext(true);
			paragraph.getRuns().forEach(run -> run.setFontFamily(first ? "黑体" : "楷体_GB2312", XWPFRun.FontCharRange.eastAsia));
		}
	}

	/** Puts a line above everything else. */
	static void head(XWPFDocument document, String line) {
		IBodyElement first = document.getBodyElements().get(0);
		XWPFParagraph head;
		try (XmlCursor above = first instanceof XWPFTable table ? table.getCTTbl().newCursor() : ((XWPFParagraph) first).getCTP().newCursor()) {
			head = document.insertNewParagraph(above);
		}
		head.setAlignment(ParagraphAlignment.RIGHT);
		XWPFRun run = head.createRun();
		run.setFontFamily("楷体");
		run.setFontSize(12);
		run.setText(line);
	}
}
