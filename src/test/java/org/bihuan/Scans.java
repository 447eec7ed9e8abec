package org.bihuan;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

/** Small real files, as a scanner or an office makes them. */
public final class Scans {

	private Scans() {
	}

	public static byte[] png() {
		return image("png");
	}

	public static byte[] jpg() {
		return image("jpg");
	}

	private static byte[] image(String format) {
		try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, bytes);
			return bytes.toByteArray();
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
	}

	public static byte[] pdf() {
		return "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
	}

	public static byte[] docx() {
		return zip(Map.of("[Content_Types].xml", types("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
				"word/document.xml", "<w/>"));
	}

	public static byte[] docxWithMacros() {
		return zip(Map.of("[Content_Types].xml", types("application/vnd.ms-word.document.macroEnabled.main+xml"), "word/vbaProject.bin", "macro"));
	}

	public static byte[] xlsx() {
		return zip(Map.of("[Content_Types].xml", types("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
				"xl/workbook.xml", "<x/>"));
	}

	public static byte[] ofd() {
		return zip(Map.of("OFD.xml", "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"/>"));
	}

	public static byte[] zip(Map<String, String> entries) {
		try (ByteArrayOutputStream bytes = new ByteArrayOutputStream(); ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, String> entry : entries.entrySet()) {
				zip.putNextEntry(new ZipEntry(entry.getKey()));
				zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
			}
			zip.finish();
			return bytes.toByteArray();
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
	}

	private static String types(String main) {
		return "<Types><Override PartName=\"/main.xml\" ContentType=\"" + main + "\"/></Types>";
	}
}
