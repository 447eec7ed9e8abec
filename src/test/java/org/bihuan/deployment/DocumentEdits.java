package org.bihuan.deployment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** What an analyst does in Word. */
public final class DocumentEdits {

	private DocumentEdits() {
	}

	/** The same with one more paragraph at its end. */
	public static byte[] withParagraph(byte[] template, String words) {
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(template)); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			document.createParagraph().createRun().setText(words);
			document.write(out);
			return out.toByteArray();
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}
}
