package org.bihuan;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Small real files, as a scanner or an office makes them. */
public final class Scans {

	private static final byte[] PDF = newPdf();
	private static final byte[] DOCX = newDocx();
	private static final byte[] XLSX = newXlsx();

	private Scans() {
	}

	public static byte[] png() {
		return image("png");
	}

	public static byte[] jpg() {
		return image("jpg");
	}

	/** Far more dots than bytes. */
	public static byte[] widePng(int width) {
		return image("png", new BufferedImage(width, 8, BufferedImage.TYPE_BYTE_BINARY));
	}

	private static byte[] image(String format) {
		return image(format, new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB));
	}

	private static byte[] image(String format, BufferedImage image) {
		try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			ImageIO.write(image, format, bytes);
			return bytes.toByteArray();
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
	}

	/** Always the same, as every one of these: each is made once. */
	public static byte[] pdf() {
		return PDF.clone();
	}

	private static byte[] newPdf() {
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			document.addPage(new PDPage());
			document.save(bytes);
			return bytes.toByteArray();
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
	}

	public static byte[] docx() {
		return DOCX.clone();
	}

	private static byte[] newDocx() {
		try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			document.createParagraph().createRun().setText("同意");
			document.write(bytes);
			return bytes.toByteArray();
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
	}

	public static byte[] docxWithMacros() {
		return zip(Map.of("[Content_Types].xml", types("application/vnd.ms-word.document.macroEnabled.main+xml"), "word/vbaProject.bin", "macro"));
	}

	public static byte[] xlsx() {
		return XLSX.clone();
	}

	private static byte[] newXlsx() {
		try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			book.createSheet("名单").createRow(0).createCell(0).setCellValue("李春生");
			book.write(bytes);
			return bytes.toByteArray();
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
	}

	public static byte[] ofd() {
		return zip(Map.of("OFD.xml", "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
				+ "</ofd:DocBody></ofd:OFD>", "Doc_0/Document.xml", "<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"/>"));
	}

	/** The same file with one of its parts put in, or in the place of what was there. */
	public static byte[] with(byte[] zip, String name, String content) {
		Map<String, String> entries = new LinkedHashMap<>();
		try (ZipInputStream old = new ZipInputStream(new ByteArrayInputStream(zip))) {
			for (ZipEntry entry = old.getNextEntry(); entry != null; entry = old.getNextEntry()) {
				entries.put(entry.getName(), new String(old.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		entries.put(name, content);
		return zip(entries);
	}

	/** What stands in one part of such a file. */
	public static String part(byte[] zip, String name) {
		try (ZipInputStream old = new ZipInputStream(new ByteArrayInputStream(zip))) {
			ZipEntry entry = old.getNextEntry();
			while (!entry.getName().equals(name)) {
				entry = old.getNextEntry();
			}
			return new String(old.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
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
