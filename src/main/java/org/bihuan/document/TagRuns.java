package org.bihuan.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Gives every tag of a template a run of its own. Word scatters a tag over several runs, or keeps it in one with the words around
 * it; the library would then cut the runs itself and lose the Chinese font of what it cut.
 */
final class TagRuns {

	private static final Pattern TAG = Pattern.compile("\\{\\{[^{}]*\\}\\}");

	private TagRuns() {
	}

	/** @throws IOException if this is no DOCX */
	static byte[] apart(byte[] template) throws IOException {
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(template));
				ByteArrayOutputStream result = new ByteArrayOutputStream()) {
			Stream.of(Stream.of(document), document.getHeaderList().stream(), document.getFooterList().stream()).flatMap(bodies -> bodies)
					.forEach(body -> apart((IBody) body));
			document.write(result);
			return result.toByteArray();
		}
	}

	private static void apart(IBody body) {
		body.getParagraphs().forEach(TagRuns::apart);
		for (XWPFTable table : body.getTables()) {
			for (XWPFTableRow row : table.getRows()) {
				for (XWPFTableCell cell : row.getTableCells()) {
					apart((IBody) cell);
				}
			}
		}
	}

	private static void apart(XWPFParagraph paragraph) {
		List<XWPFRun> runs = paragraph.getRuns();
		boolean plain = runs.stream().allMatch(run -> run.getClass() == XWPFRun.class) && runs.size() == paragraph.getCTP().sizeOfRArray();
		if (!plain || !TAG.matcher(paragraph.getText()).find()) {
			return;
		}
		List<CTR> parts = new ArrayList<>();
		List<CTR> words = new ArrayList<>();
		for (XWPFRun run : runs) {
			if (isText(run.getCTR())) {
				words.add((CTR) run.getCTR().copy());
			}
			else {
				parts.addAll(cut(words));
				words.clear();
				parts.add((CTR) run.getCTR().copy());
			}
		}
		parts.addAll(cut(words));
		while (!paragraph.getRuns().isEmpty()) {
			paragraph.removeRun(0);
		}
		parts.forEach(part -> paragraph.createRun().getCTR().set(part));
	}

	/** Nothing but words and how they look: no tab, break, field or picture. */
	private static boolean isText(CTR run) {
		NodeList children = run.getDomNode().getChildNodes();
		long elements = IntStream.range(0, children.getLength()).filter(at -> children.item(at).getNodeType() == Node.ELEMENT_NODE).count();
		return run.sizeOfTArray() > 0 && elements == run.sizeOfTArray() + (run.isSetRPr() ? 1 : 0);
	}

	/** The same words and looks as these runs, cut around every tag; a tag looks as its first character does. */
	private static List<CTR> cut(List<CTR> runs) {
		StringBuilder text = new StringBuilder();
		List<CTRPr> looks = new ArrayList<>();
		for (CTR run : runs) {
			StringBuilder own = new StringBuilder();
			run.getTList().forEach(one -> own.append(one.getStringValue()));
			text.append(own);
			looks.addAll(Collections.nCopies(own.length(), run.getRPr()));
		}
		List<CTR> parts = new ArrayList<>();
		int from = 0;
		for (Matcher tag = TAG.matcher(text); tag.find(); from = tag.end()) {
			words(text, looks, from, tag.start(), parts);
			parts.add(run(tag.group(), looks.get(tag.start())));
		}
		words(text, looks, from, text.length(), parts);
		return parts;
	}

	private static void words(CharSequence text, List<CTRPr> looks, int from, int to, List<CTR> parts) {
		for (int start = from; start < to;) {
			int end = start + 1;
			while (end < to && looks.get(end) == looks.get(start)) {
				end++;
			}
			parts.add(run(text.subSequence(start, end).toString(), looks.get(start)));
			start = end;
		}
	}

	private static CTR run(String text, CTRPr looks) {
		CTR run = CTR.Factory.newInstance();
		if (looks != null) {
			run.setRPr((CTRPr) looks.copy());
		}
		var words = run.addNewT();
		words.setStringValue(text);
		words.setSpace(org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute.Space.PRESERVE);
		return run;
	}
}
