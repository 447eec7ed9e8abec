package org.bihuan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.bihuan.Scans;
import org.bihuan.engine.acting.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/**
 * An upload is opened, not only looked at from outside. The former version took every one of these: it read the first letters of a PDF or a picture
 * and one entry of a zip.
 */
class UploadContentsTest {

	private static final AttachmentRules RULES = new AttachmentRules(List.of(FileType.values()), DataSize.ofMegabytes(20), "", Set.of(),
			DataSize.ofGigabytes(1), DataSize.ofGigabytes(1), DataSize.ofGigabytes(1));
	private static final String WORD_RELS = "word/_rels/document.xml.rels";
	private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

	private static FileType check(String name, byte[] bytes) {
		try (ReceivedFile file = ReceivedFile.of(bytes)) {
			return RULES.check(name, file);
		}
	}

	private static String refused(String name, byte[] bytes) {
		Refusal refusal = Refusal.in(catchThrowable(() -> check(name, bytes)));
		assertThat(refusal).as(name).isNotNull();
		assertThat(refusal.getMessage()).startsWith("文件“" + name + "”").contains("没有保存。请").endsWith("。");
		return refusal.getMessage();
	}

	@Test
	void whatOfficesMakeIsTaken() throws IOException {
		Map<String, byte[]> good = Map.of("a.pdf", Scans.pdf(), "a.docx", Scans.docx(), "a.xlsx", Scans.xlsx(), "a.jpg", Scans.jpg(), "a.png",
				Scans.png(), "a.ofd", Scans.ofd(), "grey.png", picture(3000, 2000, BufferedImage.TYPE_BYTE_GRAY), "link.docx",
				related("hyperlink", "https://www.example.gov.cn/"), "page.docx", field(" PAGE "), "blank.pdf", pdf(new COSDictionary()));
		good.forEach((name, bytes) -> assertThat(check(name, bytes)).as(name).isNotNull());
	}

	@Test
	void aPdfIsReadObjectByObject() throws IOException {
		assertThat(refused("短.pdf", "%PDF-1.4\n\n".getBytes(StandardCharsets.US_ASCII))).contains("打不开");
		assertThat(
				refused("无页.pdf", "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)))
				.contains("打不开");
		assertThat(refused("截断.pdf", Arrays.copyOf(Scans.pdf(), 60))).contains("打不开");
		assertThat(refused("口令.pdf", locked("user"))).endsWith("加了密，没有保存。请去掉密码后再上传。");
	}

	/** Everybody opens it, but it says that it may not be printed or copied: on the former version it was taken. */
	@Test
	void aPdfThatIsEncryptedIsRefused() throws IOException {
		assertThat(refused("限制.pdf", locked(""))).endsWith("加了密，没有保存。请去掉密码后再上传。");
	}

	/** What comes behind it another program may take for its own: on the former version each of these was taken. */
	@Test
	void aPdfEndsWhereItEnds() throws IOException {
		byte[] zip = Scans.zip(Map.of("x.exe", "x"));
		byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);
		byte[] end = "\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
		byte[] whole = Scans.pdf();
		String foreign = "后面还有别的内容";
		assertThat(refused("压缩.pdf", joined(whole, zip))).contains(foreign);
		assertThat(refused("网页.pdf", joined(whole, page))).contains(foreign);
		assertThat(refused("藏尾.pdf", joined(whole, page, end))).contains(foreign);
		assertThat(refused("注尾.pdf", joined(whole, zip, "\nstartxref\n9\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)))).contains(foreign);
	}

	/** Nobody scans such a page, and no printer prints it; on the former version each of these was taken. */
	@Test
	void aPageOfNoPaperIsRefused() throws IOException {
		String size = "1 至 200 英寸";
		for (String box : List.of("0 0 0 0", "0 0 1000000000 1000000000", "0 0 595 14401", "0 0 71 842", "0 0 1e39 842",
				"842 595", "0 0 (a) 842")) {
			assertThat(refused("幅面.pdf", boxed("/MediaBox[" + box + "]"))).as(box).contains("第 1 页", size);
		}
		assertThat(refused("不是数.pdf", boxed("/MediaBox[0 0 nan 842]"))).contains("打不开");
		assertThat(refused("缺数.pdf", boxed("/MediaBox[null null 595 842]"))).contains("第 1 页", size);
		assertThat(refused("名字.pdf", boxed("/MediaBox[/NaN /NaN 595 842]"))).contains("第 1 页", size);
		assertThat(refused("裁切不是数.pdf", boxed("/MediaBox[0 0 595 842]/CropBox[/NaN 0 595 842]"))).contains("第 1 页", size);
		assertThat(refused("单位.pdf", boxed("/MediaBox[0 0 595 842]/UserUnit 100"))).contains("第 1 页", size);
		assertThat(refused("裁切.pdf", boxed("/MediaBox[0 0 595 842]/CropBox[10 10 11 11]"))).contains("第 1 页", size);
		assertThat(check("倒置.pdf", boxed("/MediaBox[595 842 0 0]"))).isEqualTo(FileType.PDF);
		assertThat(check("零号.pdf", boxed("/MediaBox[0 0 2384 3370]/Rotate 90"))).isEqualTo(FileType.PDF);
	}

	/** On the former version 5,000 were taken. */
	@Test
	void moreThanFiveHundredPagesAreRefused() throws IOException {
		assertThat(check("五百页.pdf", pages(500))).isEqualTo(FileType.PDF);
		assertThat(refused("五百零一页.pdf", pages(501))).contains("超过 500 页", "拆分");
		assertThat(refused("五千页.pdf", pages(5_000))).contains("超过 500 页");
		String liar = new String(pages(501), StandardCharsets.ISO_8859_1).replace("/Count 501", "/Count 1  ");
		assertThat(refused("少报.pdf", liar.getBytes(StandardCharsets.ISO_8859_1))).contains("超过 500 页");
	}

	private static byte[] boxed(String page) {
		String body = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
				+ "3 0 obj<</Type/Page/Parent 2 0 R" + page + ">>endobj\n";
		return (body + "trailer<</Root 1 0 R/Size 4>>\nstartxref\n0\n%%EOF\n").getBytes(StandardCharsets.US_ASCII);
	}

	private static byte[] pages(int count) throws IOException {
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			IntStream.range(0, count).forEach(one -> document.addPage(new PDPage()));
			document.save(bytes, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
			return bytes.toByteArray();
		}
	}

	/** The former version refused these as well. */
	@Test
	void aPdfBeginsWhereItBegins() {
		for (String before : List.of("\n", "<html>", "PK\003\004")) {
			byte[] late = joined(before.getBytes(StandardCharsets.US_ASCII), Scans.pdf());
			assertThat(Refusal.in(catchThrowable(() -> check("后移.pdf", late)))).as(before).hasMessageContaining("不是可以上传的类型，没有保存");
		}
	}

	/** Scanners fill up with nothing, programs append what was changed, or put the first page first. */
	@Test
	void aPdfThatWasSavedAgainIsTaken() throws IOException {
		byte[] once = incremental(Scans.pdf());
		Map<String, byte[]> good = Map.of("增量.pdf", once, "再增量.pdf", incremental(once), "补零.pdf", joined(Scans.pdf(), new byte[512]), "空行.pdf",
				joined(Scans.pdf(), "\r\n\f\t ".getBytes(StandardCharsets.US_ASCII)), "无换行.pdf", trimmed(Scans.pdf()));
		good.forEach((name, bytes) -> assertThat(check(name, bytes)).as(name).isNotNull());
	}

	/** As a program that signs or annotates does: the old file, and what was changed behind it. */
	private static byte[] incremental(byte[] before) throws IOException {
		try (PDDocument document = org.apache.pdfbox.Loader.loadPDF(before); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			COSDictionary page = document.getPage(0).getCOSObject();
			page.setItem(COSName.getPDFName("Note" + before.length), new COSString("x"));
			page.setNeedToBeUpdated(true);
			document.saveIncremental(bytes);
			assertThat(bytes.toByteArray()).startsWith(before).hasSizeGreaterThan(before.length);
			return bytes.toByteArray();
		}
	}

	private static byte[] joined(byte[]... parts) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		Arrays.stream(parts).forEach(bytes::writeBytes);
		return bytes.toByteArray();
	}

	private static byte[] trimmed(byte[] bytes) {
		return new String(bytes, StandardCharsets.ISO_8859_1).stripTrailing().getBytes(StandardCharsets.ISO_8859_1);
	}

	@Test
	void aPdfThatActsByItselfIsRefused() throws IOException {
		COSDictionary script = new COSDictionary();
		script.setItem(COSName.S, COSName.getPDFName("JavaScript"));
		script.setItem("JS", new COSString("app.alert(1)"));
		assertThat(refused("脚本.pdf", pdf(script))).contains("含有脚本");
		assertThat(refused("启动.pdf", pdf(action("Launch")))).contains("会启动别的程序");
		assertThat(refused("内嵌.pdf", pdf(action("GoToE")))).contains("内嵌了别的文件");
		COSDictionary embedded = new COSDictionary();
		embedded.setItem("EF", new COSDictionary());
		assertThat(refused("附件.pdf", pdf(embedded))).contains("内嵌了别的文件");
		COSDictionary form = new COSDictionary();
		form.setItem("XFA", new COSString("x"));
		assertThat(refused("动态.pdf", pdf(form))).contains("动态表单");
	}

	private static COSDictionary action(String kind) {
		COSDictionary action = new COSDictionary();
		action.setItem(COSName.S, COSName.getPDFName(kind));
		return action;
	}

	/** With one page, and this behind the page. */
	private static byte[] pdf(COSDictionary behind) throws IOException {
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			PDPage page = new PDPage();
			page.getCOSObject().setItem(COSName.getPDFName("Behind"), behind);
			document.addPage(page);
			document.save(bytes);
			return bytes.toByteArray();
		}
	}

	/** @param user to be typed by who opens it; empty: opened by everybody */
	private static byte[] locked(String user) throws IOException {
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			document.addPage(new PDPage());
			document.protect(new StandardProtectionPolicy("owner", user, new AccessPermission()));
			document.save(bytes);
			return bytes.toByteArray();
		}
	}

	@Test
	void aPdfThatUnfoldsToMuchIsRefused() throws IOException {
		byte[] zeros = deflated(200 << 20);
		ByteArrayOutputStream bomb = new ByteArrayOutputStream();
		bomb.write(Arrays.copyOf(Scans.pdf(), Scans.pdf().length));
		bomb.write("9 0 obj<</Type/Obj#53tm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n".formatted(zeros.length)
				.getBytes(StandardCharsets.US_ASCII));
		bomb.write(zeros);
		bomb.write("\nendstream endobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
		assertThat(refused("炸弹.pdf", bomb.toByteArray())).contains("解压后太大");
	}

	private static byte[] deflated(int zeros) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (java.util.zip.DeflaterOutputStream out = new java.util.zip.DeflaterOutputStream(bytes)) {
			byte[] part = new byte[1 << 20];
			for (int written = 0; written < zeros; written += part.length) {
				out.write(part);
			}
		}
		return bytes.toByteArray();
	}

	@Test
	void aPictureIsDecodedToItsLastLine() throws IOException {
		byte[] whole = picture(600, 600, BufferedImage.TYPE_INT_RGB);
		assertThat(refused("半张.png", Arrays.copyOf(whole, whole.length / 2))).contains("打不开");
		byte[] photo = photo();
		assertThat(refused("半张.jpg", Arrays.copyOf(photo, photo.length / 2))).contains("打不开");
		byte[] header = Arrays.copyOf(Scans.png(), 20);
		assertThat(refused("头.png", header)).contains("打不开");
		assertThat(refused("头.jpg", new byte[] { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16 })).contains("打不开");
	}

	/** It says 50,000 by 50,000 points, in a few bytes. */
	@Test
	void aPictureThatUnfoldsToMuchIsRefused() {
		byte[] bomb = Scans.png();
		byte[] size = { 0, 0, (byte) 0xC3, 0x50, 0, 0, (byte) 0xC3, 0x50 };
		System.arraycopy(size, 0, bomb, 16, size.length);
		assertThat(refused("炸弹.png", bomb)).contains("图片太大（50000×50000 点）");
	}

	private static byte[] picture(int width, int height, int type) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(width, height, type), "png", bytes);
		return bytes.toByteArray();
	}

	private static byte[] photo() throws IOException {
		BufferedImage noise = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
		IntStream.range(0, 200 * 200).forEach(at -> noise.setRGB(at % 200, at / 200, at * 7919));
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(noise, "jpg", bytes);
		return bytes.toByteArray();
	}

	@Test
	void anOfficeFileIsOpened() {
		assertThat(refused("空.docx", Scans.with(Scans.docx(), "word/document.xml", "<w/>"))).contains("打不开");
		assertThat(refused("坏.docx", Scans.with(Scans.docx(), "word/document.xml", "<w:document"))).contains("打不开");
		assertThat(refused("坏.xlsx", Scans.with(Scans.xlsx(), "xl/workbook.xml", "<workbook"))).contains("打不开");
		assertThat(refused("实体.docx", Scans.with(Scans.docx(), "word/styles.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>"))).contains("打不开");
	}

	@Test
	void anOfficeFileThatReachesElsewhereIsRefused() {
		assertThat(refused("模板.docx", related("attachedTemplate", "http://elsewhere.example/x.dotm"))).contains("套用了别处的文档模板");
		assertThat(refused("图片.docx", related("image", "http://elsewhere.example/x.png"))).contains("链接了别的文件");
		assertThat(refused("共享.docx", related("hyperlink", "file://elsewhere.example/x"))).contains("链接了别的文件");
		assertThat(refused("对象.docx", related("oleObject", "embeddings/x.bin"))).contains("嵌入了对象");
		assertThat(refused("引入.docx", related("aFChunk", "x.html"))).contains("引入了别的文件");
		assertThat(refused("外链.xlsx", related(Scans.xlsx(), "xl/_rels/workbook.xml.rels", "externalLinkPath", "http://elsewhere.example/x.xlsx")))
				.contains("链接了别的文件");
		assertThat(refused("嵌入.docx", Scans.with(Scans.docx(), "word/embeddings/object.bin", "x"))).contains("嵌入了对象");
	}

	@Test
	void whatRunsProgramsIsRefused() {
		assertThat(refused("宏.docx", Scans.with(Scans.docx(), "word/VBAProject.bin", "x"))).contains("没有保存");
		assertThat(refused("宏.xlsx", Scans.with(Scans.xlsx(), "xl/macros/vbaproject.bin", "x"))).contains("含有宏");
		assertThat(refused("控件.docx", Scans.with(Scans.docx(), "word/activeX/activeX1.bin", "x"))).contains("含有控件");
		for (String instruction : List.of(" DDEAUTO c:\\\\windows\\\\cmd.exe ", "dde excel x", " INCLUDETEXT \"http://elsewhere.example/x\"",
				" INCLUDEPICTURE \"http://elsewhere.example/x\"", "LINK Word.Document x")) {
			assertThat(refused("域.docx", field(instruction))).as(instruction).contains("域");
		}
		assertThat(refused("藏.docx", inDocument(start() + start() + text(" QUOTE 68 68 69 ") + end() + text(" cmd ") + end()))).contains("域");
		assertThat(refused("公式.xlsx", Scans.with(Scans.xlsx(), "xl/worksheets/sheet1.xml", Scans.part(Scans.xlsx(), "xl/worksheets/sheet1.xml")
				.replace("<sheetData>", "<sheetData><row r=\"9\"><c r=\"A9\"><f>cmd|'/c calc'!A0</f></c></row>")))).contains("公式");
	}

	/** Fields without the marks around them, left open, in other letters or in other parts; the former version took eight of these ten. */
	@Test
	void aFieldOfDdeIsFoundHoweverItIsWritten() {
		String dde = " DDEAUTO c:\\\\Windows\\\\System32\\\\cmd.exe \"/k calc.exe\" ";
		String simple = "<w:fldSimple w:instr=\"" + dde.replace("\"", "&quot;") + "\"><w:r><w:t>x</w:t></w:r></w:fldSimple>";
		Map<String, byte[]> hostile = new LinkedHashMap<>();
		hostile.put("简.docx", inDocument(simple));
		hostile.put("无头.docx", inDocument(text(dde)));
		hostile.put("分段.docx", inDocument(text(" DDE") + text("AUTO cmd ")));
		hostile.put("不闭.docx", inDocument(start() + text(dde)));
		hostile.put("引号.docx", inDocument(start() + text(" \"DDEAUTO\" cmd ") + end()));
		hostile.put("空格.docx", inDocument(start() + text("\u00a0DDE excel ") + end()));
		hostile.put("反斜.docx", inDocument(start() + text("DDE\\* x") + end()));
		hostile.put("删除.docx", inDocument(start() + text(dde).replace("instrText", "delInstrText") + end()));
		hostile.put("页眉.docx", Scans.with(Scans.docx(), "word/header9.xml", "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/"
				+ "2006/main\"><w:p>" + text(dde) + "</w:p></w:hdr>"));
		hostile.put("表.xlsx", Scans.with(Scans.xlsx(), "xl/worksheets/sheet1.xml", Scans.part(Scans.xlsx(), "xl/worksheets/sheet1.xml")
				.replace("<sheetData>", "<sheetData><row r=\"9\"><c r=\"A9\"><f>DDE(\"cmd\",\"/c calc\",\"x\")</f></c></row>")));
		Map<String, String> taken = new LinkedHashMap<>();
		hostile.forEach((name, bytes) -> taken.put(name, String.valueOf(catchThrowable(() -> check(name, bytes)))));
		assertThat(taken).allSatisfy((name, refusal) -> assertThat(refusal).as(name).contains("会运行程序或连到别处"));
	}

	/** In pieces, as Word itself writes it when somebody wants to hide it. */
	private static byte[] field(String instruction) {
		int half = instruction.length() / 2;
		return inDocument(start() + text(instruction.substring(0, half)) + text(instruction.substring(half)) + end());
	}

	private static String start() {
		return "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
	}

	private static String text(String words) {
		return "<w:r><w:instrText xml:space=\"preserve\">" + words.replace("\"", "&quot;") + "</w:instrText></w:r>";
	}

	private static String end() {
		return "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
	}

	private static byte[] inDocument(String runs) {
		return Scans.with(Scans.docx(), "word/document.xml",
				Scans.part(Scans.docx(), "word/document.xml").replaceFirst("<w:p>", "<w:p>" + java.util.regex.Matcher.quoteReplacement(runs)));
	}

	private static byte[] related(String type, String target) {
		return related(Scans.docx(), WORD_RELS, type, target);
	}

	private static byte[] related(byte[] file, String part, String type, String target) {
		return Scans.with(file, part,
				"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId99\" Type=\"" + RELATION
						+ type + "\" Target=\"" + target + "\" TargetMode=\"External\"/></Relationships>");
	}

	@Test
	void aZipThatUnfoldsToMuchIsRefused() {
		String sheet = "<x>" + " ".repeat(51 << 20) + "</x>";
		assertThat(refused("炸弹.docx", Scans.with(Scans.docx(), "word/large.xml", sheet))).contains("解压后太大");
		Map<String, String> many = new LinkedHashMap<>(IntStream.range(0, 5_001).boxed()
				.collect(Collectors.toMap(number -> "word/" + number + ".txt", number -> "x")));
		many.put("[Content_Types].xml", Scans.part(Scans.docx(), "[Content_Types].xml"));
		assertThat(refused("很多.docx", Scans.zip(many))).contains("太多");
	}

	@Test
	void anOfdHasTheDocumentsThatItLists() {
		assertThat(refused("空.ofd", Scans.zip(Map.of("OFD.xml", "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"/>")))).contains("打不开");
		assertThat(refused("缺.ofd", Scans.zip(Map.of("OFD.xml", "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:DocBody>"
				+ "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>")))).contains("打不开");
		assertThat(refused("坏.ofd", Scans.with(Scans.ofd(), "Doc_0/Document.xml", "<ofd:Document"))).contains("打不开");
	}
}
