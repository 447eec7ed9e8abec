package org.bihuan.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlCursor;

/** A document that was made from a template. */
final class Paper {

	private Paper() {
	}

	/** All that it says. */
	static String words(byte[] docx) {
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx)); XWPFWordExtractor words = new XWPFWordExtractor(document)) {
			return words.getText();
		}
		catch (IOException impossible) {
			throw new UncheckedIOException("it was made by us", impossible);
		}
	}

	/** The same with a line above everything else, whatever the template looks like. */
	static byte[] withHead(byte[] docx, String line) {
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
			var first = document.getBodyElements().get(0);
			XWPFParagraph head;
			try (XmlCursor above = first instanceof XWPFTable table ? table.getCTTbl().newCursor() : ((XWPFParagraph) first).getCTP().newCursor()) {
				head = document.insertNewParagraph(above);
			}
			head.setAlignment(ParagraphAlignment.RIGHT);
			XWPFRun run = head.createRun();
			run.setFontFamily("楷体");
			run.setFontSize(12);
			run.setText(line);
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			document.write(bytes);
			return bytes.toByteArray();
		}
		catch (IOException impossible) {
			throw new UncheckedIOException("it was made by us", impossible);
		}
	}
}
