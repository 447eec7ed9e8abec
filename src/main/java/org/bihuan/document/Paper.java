package org.bihuan.document;

import java.io.IOException;

import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlCursor;

/** What is done to a document beyond its template. */
final class Paper {

	private Paper() {
	}

	/** All that it says. The document stays open. */
	static String words(XWPFDocument document) throws IOException {
		XWPFWordExtractor words = new XWPFWordExtractor(document);
		words.setCloseFilesystem(false);
		return words.getText();
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
