package org.bihuan.document;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * A PDF that somebody uploaded: read object by object, with a page at least, and without what acts by itself when it is opened: scripts, programs to
 * be started, files inside, forms of XFA. It is not encrypted and begins and ends the file, so that no program finds another file in it.
 */
final class PdfFile {

	private static final String KIND = " PDF 文件";
	private static final int MOST_OBJECTS = 1_000_000;

	/** Of a paper that is read as one; what is longer is handed in as several. */
	private static final int MOST_PAGES = 500;

	/** Of a page in points, an inch and two hundred: what a page may measure at most, and what is too small to be one. */
	private static final int CORNERS = 4;
	private static final float LEAST_SIDE = 72;
	private static final float MOST_SIDE = 14_400;

	/** Of the streams that the structure itself is packed in; those of pages and pictures are never unpacked here. */
	private static final long MOST_OF_STRUCTURE = 64L << 20;
	private static final int AT_A_TIME = 1 << 16;

	private static final Pattern STREAM = Pattern.compile("stream\r?\n");
	private static final int LONGEST_HEAD = 4_096;
	private static final String START_OF_END = "startxref";
	/** With white space behind it, which scanners fill up with; zeros count as such. */
	private static final Pattern END = Pattern.compile(START_OF_END + "[\\s\\x00]+\\d+[\\s\\x00]+%%EOF[\\s\\x00]*");
	private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");

	private static final Map<String, String> ACTIONS = Map.of("JavaScript", "含有脚本", "Launch", "会启动别的程序", "ImportData", "会读取别的文件", "GoToE", "内嵌了别的文件",
			"RichMedia", "内嵌了多媒体程序", "Rendition", "内嵌了多媒体程序");
	private static final Map<String, String> KEYS = Map.of("JS", "含有脚本", "JavaScript", "含有脚本", "EF", "内嵌了别的文件", "EmbeddedFiles", "内嵌了别的文件", "XFA",
			"含有动态表单");

	private PdfFile() {
	}

	static void check(Path file) throws Unfit {
		try (FileText text = new FileText(file)) {
			structure(text);
			look(file, text);
		}
		catch (InvalidPasswordException locked) {
			throw encrypted();
		}
		catch (IOException | RuntimeException broken) {
			throw Unfit.broken(KIND);
		}
	}

	private static void look(Path file, FileText text) throws IOException, Unfit {
		try (PDDocument opened = Loader.loadPDF(file.toFile())) {
			if (opened.getNumberOfPages() == 0) {
				throw Unfit.broken(KIND);
			}
			if (opened.getPage(0).getCOSObject().getDictionaryObject(COSName.TYPE) == null) {
				throw Unfit.broken(KIND);
			}
			if (opened.isEncrypted()) {
				throw encrypted();
			}
			pages(opened);
			look(opened);
			refuse(endsWithItself(text, file) ? null : "后面还有别的内容");
		}
	}

	/** As a scanner makes them: as many as can be read, each of a size that can be printed. */
	private static void pages(PDDocument document) throws Unfit {
		int number = 0;
		for (PDPage page : document.getPages()) {
			number++;
			if (number > MOST_PAGES) {
				throw Unfit.tooMuch("超过 " + MOST_PAGES + " 页");
			}
			boolean whole = isWhole(page, COSName.MEDIA_BOX) && isWhole(page, COSName.CROP_BOX);
			for (PDRectangle box : List.of(page.getMediaBox(), page.getCropBox())) {
				if (!whole || !isPaper(box.getWidth() * page.getUserUnit()) || !isPaper(box.getHeight() * page.getUserUnit())) {
					throw new Unfit("第 " + number + " 页的幅面不对（每边应为 1 至 200 英寸），没有保存。请重新扫描，或者用“打印为 PDF”重新生成一份再上传。");
				}
			}
		}
	}

	/** Absent, or four numbers: the library takes for nought what is missing or no number, another program may not. */
	private static boolean isWhole(PDPage page, COSName name) {
		COSBase box = PDPageTree.getInheritableAttribute(page.getCOSObject(), name);
		return box == null || (box instanceof COSArray corners && corners.size() == CORNERS
				&& IntStream.range(0, CORNERS).allMatch(at -> corners.getObject(at) instanceof COSNumber));
	}

	private static boolean isPaper(float points) {
		return points >= LEAST_SIDE && points <= MOST_SIDE;
	}

	/** Whether it needs a password or only says what may not be done with it: neither can be filed for good. */
	private static Unfit encrypted() {
		return new Unfit("加了密，没有保存。请去掉密码后再上传。");
	}

	/** Whether nothing follows that another program would take for its own: a zip is read from its end, and that end may lie within. */
	private static boolean endsWithItself(FileText text, Path file) {
		if (!END.matcher(text.subSequence(Math.max(0, text.lastIndexOf(START_OF_END)), text.length())).matches()) {
			return false;
		}
		try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
			return !zip.getEntries().hasMoreElements();
		}
		catch (IOException | RuntimeException none) {
			return true;
		}
	}

	/** Before the library unpacks them: what they come to. */
	private static void structure(FileText text) throws IOException, Unfit {
		long left = MOST_OF_STRUCTURE;
		Matcher found = STREAM.matcher(text);
		while (found.find()) {
			String head = text.subSequence(Math.max(0, found.start() - LONGEST_HEAD), found.start()).toString();
			head = head.substring(Math.max(head.lastIndexOf("endobj"), 0));
			head = ESCAPED.matcher(head).replaceAll(one -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(one.group(1), 16))));
			if (head.contains("ObjStm") || head.contains("XRef")) {
				left -= unpacked(text.from(found.end()), left);
			}
			if (left < 0) {
				throw Unfit.tooMuch("解压后太大");
			}
		}
	}

	private static long unpacked(InputStream packed, long most) throws IOException {
		long size = 0;
		try (InflaterInputStream content = new InflaterInputStream(packed)) {
			byte[] part = new byte[AT_A_TIME];
			for (int read = content.read(part); read > 0 && size <= most; read = content.read(part)) {
				size += read;
			}
			return size;
		}
		catch (EOFException cutOff) {
			return size;
		}
		catch (ZipException packedOtherwise) {
			return 0;
		}
	}

	private static void look(PDDocument document) throws Unfit {
		Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		Deque<COSBase> waiting = new ArrayDeque<>();
		waiting.push(document.getDocument().getTrailer());
		for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
			waiting.push(document.getDocument().getObjectFromPool(key));
		}
		while (!waiting.isEmpty()) {
			COSBase one = waiting.pop();
			COSBase object = one instanceof COSObject reference ? reference.getObject() : one;
			if (object == null || !seen.add(object)) {
				continue;
			}
			if (seen.size() > MOST_OBJECTS) {
				throw Unfit.tooMuch("里面的部分太多");
			}
			if (object instanceof COSDictionary dictionary) {
				look(dictionary);
				dictionary.getValues().forEach(waiting::push);
			}
			else if (object instanceof COSArray array) {
				array.forEach(value -> {
					if (value != null) {
						waiting.push(value);
					}
				});
			}
		}
	}

	private static void look(COSDictionary dictionary) throws Unfit {
		for (COSName key : dictionary.keySet()) {
			refuse(KEYS.get(key.getName()));
		}
		refuse(ACTIONS.get(String.valueOf(dictionary.getNameAsString(COSName.S))));
		refuse(ACTIONS.get(String.valueOf(dictionary.getNameAsString(COSName.SUBTYPE))));
		refuse("EmbeddedFile".equals(dictionary.getNameAsString(COSName.TYPE)) ? "内嵌了别的文件" : null);
	}

	private static void refuse(String why) throws Unfit {
		if (why != null) {
			throw new Unfit(why + "，没有保存。请用“打印为 PDF”重新生成一份再上传。");
		}
	}
}
