package org.bihuan.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.document.Attachments.Attachment;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.ledger.Documents.Document;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.springframework.stereotype.Component;

/**
 * All papers of a case for the printer: what the system made as one DOCX behind a list of contents, what people scanned or photographed as one PDF.
 * The two are apart since a scan stays what was uploaded: it is no picture of ours within a file that can be written in.
 */
@Component
public class CasePapers {

	/** What one PDF may hold, in bytes: more than a printer is given at once. */
	private static final long MOST = 200L << 20;
	private static final long MEGABYTE = 1L << 20;
	private static final int IN_MEMORY = 64 << 20;
	private static final Set<FileType> SCANS = Set.of(FileType.PDF, FileType.JPG, FileType.PNG);
	/** The long side of A4 at 300 dots an inch. */
	private static final int MOST_DOTS = 3508;
	private static final float MARGIN = 36;
	private static final float LONG_SIDE = PDRectangle.A4.getHeight();
	private static final float SHORT_SIDE = PDRectangle.A4.getWidth();
	private static final PDRectangle LYING = new PDRectangle(LONG_SIDE, SHORT_SIDE);
	private static final String SONG = "宋体";
	private static final int TITLE = 18;
	private static final int TEXT = 11;
	/** Of the lists, in twentieths of a point. */
	private static final List<String> COLUMNS = List.of("600", "2420", "1600", "2750", "1700");
	private static final BigInteger WIDTH = BigInteger.valueOf(11_906);
	private static final BigInteger HEIGHT = BigInteger.valueOf(16_838);
	private static final BigInteger SIDE = BigInteger.valueOf(1_418);

	private final DocumentFiles files;
	private final Attachments attachments;

	CasePapers(DocumentFiles files, Attachments attachments) {
		this.files = files;
		this.attachments = attachments;
	}

	/**
	 * One file of all these papers, each as it was made last and beginning on a new page.
	 *
	 * @param title of the outcome
	 * @param papers in the order in which they are printed, with a file each
	 * @param attached what the list names besides
	 */
	public byte[] papers(String title, List<Document> papers, List<Attachment> attached) {
		List<byte[]> made = papers.stream().map(one -> files.version(one.id(), files.newest(one.id())).orElseThrow()).toList();
		List<Boolean> fits = made.stream().map(PaperBatch::fits).toList();
		PaperBatch batch = new PaperBatch();
		batch.add(contents(title, papers, fits, attached));
		for (int i = 0; i < made.size(); i++) {
			if (fits.get(i)) {
				batch.add(made.get(i));
			}
		}
		return batch.toBytes();
	}

	private static byte[] contents(String title, List<Document> papers, List<Boolean> fits, List<Attachment> attached) {
		try (XWPFDocument document = new XWPFDocument()) {
			page(document);
			line(document, "《" + title + "》文书目录", TITLE, ParagraphAlignment.CENTER);
			XWPFTable made = table(document, "序号", "文号", "种类", "标题", "印发日期");
			for (Document one : papers) {
				int place = papers.indexOf(one);
				row(made, String.valueOf(place + 1), one.number(), one.kind().label(), one.title() + (fits.get(place) ? "" : "（含脚注，请单独打印）"),
						ShanghaiTime.dateAt(one.issuedAt().toInstant()).toString());
			}
			List<Attachment> standing = attached.stream().filter(one -> !one.withdrawn()).toList();
			if (!standing.isEmpty()) {
				line(document, "附件", TEXT, ParagraphAlignment.LEFT);
				XWPFTable scanned = table(document, "序号", "名称", "交办件", "提交日期", "在哪里");
				standing.forEach(one -> row(scanned, String.valueOf(standing.indexOf(one) + 1), one.name(), Objects.toString(one.assignmentId(), ""),
						ShanghaiTime.dateAt(one.uploadedAt().toInstant()).toString(), one.notIssued() ? "作废，未印发" : isScan(one) ? "扫描件合订本" : "单独下载"));
			}
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			document.write(bytes);
			return bytes.toByteArray();
		}
		catch (IOException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private static void page(XWPFDocument document) {
		CTSectPr section = document.getDocument().getBody().addNewSectPr();
		CTPageSz size = section.addNewPgSz();
		size.setW(WIDTH);
		size.setH(HEIGHT);
		CTPageMar margins = section.addNewPgMar();
		margins.setLeft(SIDE);
		margins.setRight(SIDE);
		margins.setTop(SIDE);
		margins.setBottom(SIDE);
	}

	private static void line(XWPFDocument document, String words, int size, ParagraphAlignment alignment) {
		var paragraph = document.createParagraph();
		paragraph.setAlignment(alignment);
		paragraph.setSpacingBefore(TEXT * TITLE);
		paragraph.setSpacingAfter(TEXT * TITLE);
		words(paragraph.createRun(), words, size).setBold(true);
	}

	private static XWPFRun words(XWPFRun run, String words, int size) {
		run.setText(words);
		run.setFontSize(size);
		run.setFontFamily(SONG, XWPFRun.FontCharRange.eastAsia);
		return run;
	}

	private static XWPFTable table(XWPFDocument document, String... headings) {
		XWPFTable table = document.createTable(1, headings.length);
		table.setWidth("100%");
		table.getRow(0).setRepeatHeader(true);
		fill(table.getRow(0), true, headings);
		return table;
	}

	private static void row(XWPFTable table, String... values) {
		fill(table.createRow(), false, values);
	}

	private static void fill(XWPFTableRow row, boolean bold, String... values) {
		row.setCantSplitRow(true);
		for (int place = 0; place < values.length; place++) {
			XWPFTableCell cell = row.getCell(place);
			cell.setWidth(COLUMNS.get(place));
			words(cell.getParagraphs().get(0).createRun(), values[place], TEXT).setBold(bold);
		}
	}

	/** What can be printed as a page, as it lies there; not the scan of a letter that was never issued, which nobody should take for one. */
	public static boolean isScan(Attachment attachment) {
		return !attachment.withdrawn() && !attachment.notIssued() && SCANS.contains(attachment.type());
	}

	/**
	 * Joins the scans and photographs among these in their order; a photograph has a page of A4.
	 *
	 * One at a time: what is open of them is in memory.
	 *
	 * @return the file; its caller closes it
	 * @throws Refusal when they are too much for one file, or one of them cannot be joined
	 */
	public synchronized ReceivedFile scans(List<Attachment> attached) throws IOException {
		List<Attachment> scans = attached.stream().filter(CasePapers::isScan).toList();
		long size = scans.stream().mapToLong(Attachment::sizeBytes).sum();
		Refusal.unless(size <= MOST, () -> "扫描件合计 " + size / MEGABYTE + " MB，超过 " + MOST / MEGABYTE + " MB，不能合订为一个文件，请逐份下载打印。");
		try (PDDocument all = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
			PDFMergerUtility joiner = new PDFMergerUtility();
			for (Attachment one : scans) {
				try (ReceivedFile file = attachments.open(one)) {
					if (one.type() == FileType.PDF) {
						join(joiner, all, one, file);
					}
					else {
						photograph(all, file.bytes());
					}
				}
			}
			return ReceivedFile.of(to -> all.save(to));
		}
	}

	private static void join(PDFMergerUtility joiner, PDDocument all, Attachment one, ReceivedFile file) {
		try (PDDocument scan = Loader.loadPDF(file.path().toFile(), "", null, null, MemoryUsageSetting.setupMixed(IN_MEMORY).streamCache)) {
			scan.setAllSecurityToBeRemoved(true);
			joiner.appendDocument(all, scan);
		}
		catch (IOException broken) {
			throw Refusal.invalid("附件“" + one.name() + "”不能合订，请逐份下载打印。", broken);
		}
	}

	/** As it is; one that has more dots than a page of A4 can show is read with as few of them as do, for it may be far larger than its file. */
	private static PDImageXObject picture(PDDocument all, byte[] bytes) throws IOException {
		try (ImageInputStream source = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
			ImageReader reader = ImageIO.getImageReaders(source).next();
			try {
				reader.setInput(source, true, true);
				int every = (Math.max(reader.getWidth(0), reader.getHeight(0)) + MOST_DOTS - 1) / MOST_DOTS;
				if (every == 1) {
					return PDImageXObject.createFromByteArray(all, bytes, "");
				}
				ImageReadParam fewer = reader.getDefaultReadParam();
				fewer.setSourceSubsampling(every, every, 0, 0);
				return LosslessFactory.createFromImage(all, reader.read(0, fewer));
			}
			finally {
				reader.dispose();
			}
		}
	}

	/** On A4, upright or lying as it is wide, as large as fits, and no larger than it is. */
	private static void photograph(PDDocument all, byte[] bytes) throws IOException {
		PDImageXObject picture = picture(all, bytes);
		boolean lying = picture.getWidth() > picture.getHeight();
		PDRectangle a4 = lying ? LYING : PDRectangle.A4;
		PDPage page = new PDPage(a4);
		all.addPage(page);
		float scale = Math.min(1,
				Math.min((a4.getWidth() - 2 * MARGIN) / picture.getWidth(), (a4.getHeight() - 2 * MARGIN) / picture.getHeight()));
		float width = picture.getWidth() * scale;
		float height = picture.getHeight() * scale;
		PDResources resources = new PDResources();
		String name = resources.add(picture).getName();
		page.setResources(resources);
		String drawn = String.format(Locale.ROOT, "q %.2f 0 0 %.2f %.2f %.2f cm /%s Do Q", width, height, (a4.getWidth() - width) / 2,
				(a4.getHeight() - height) / 2, name);
		page.setContents(new PDStream(all, new ByteArrayInputStream(drawn.getBytes(StandardCharsets.US_ASCII)), COSName.FLATE_DECODE));
	}
}
