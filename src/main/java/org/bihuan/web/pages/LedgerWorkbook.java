package org.bihuan.web.pages;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.bihuan.web.pages.InHand.Now;

/** The 台账 as XLSX, written row by row: the header stays in sight, days are days, and text is text even where it looks like a formula. */
final class LedgerWorkbook implements AutoCloseable {

	private static final int IN_MEMORY = 100;
	private static final int A_CHARACTER = 256;
	/** In inches. */
	private static final double MARGIN = 0.4;
	/** The same, of a line of the head or the foot. */
	private static final double LINE = 0.3;
	private static final int MOST_CHARACTERS = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
	/** How a cell begins that a spreadsheet would take for a formula if it were typed in. */
	private static final String FORMULA_STARTS = "=+-@\t\r\n";

	private static final List<Column> COLUMNS = List.of(new Column("序号", 6, LedgerLine::number),
			new Column("成果编号", 13, line -> line.row().outcomeId()),
			new Column("交办件编号", 15, line -> line.row().assignmentId()), new Column("名称", 26, line -> line.row().title()),
			new Column("类型", 10, LedgerLine::kind),
			new Column("牵头专委会", 11, LedgerLine::committee), new Column("报送文号", 15, line -> line.row().submissionNo()),
			new Column("报送日期", 12, line -> line.row().submittedOn()), new Column("批示（领导、日期、内容）", 30, line -> String.join("\n", line.instructions())),
			new Column("主办", 12, LedgerLine::unit), new Column("协办", 12, LedgerLine::coUnits),
			new Column("收到日期", 12, line -> line.row().receivedOn()),
			new Column("到期日", 12, line -> line.row().dueOn()), new Column("答复日期", 12, line -> line.row().repliedOn()),
			new Column("结果分类", 9, LedgerLine::replyClass),
			new Column("对办理过程", 11, LedgerLine::process), new Column("对办理结果", 11, LedgerLine::result), new Column("落实状态", 13, LedgerLine::status),
			new Column("转化去向", 16, LedgerLine::conversion),
			new Column("当前环节", 12, line -> eachOf(line, Now::step)), new Column("在谁手里", 16, line -> eachOf(line, Now::who)),
			new Column("何时起", 11, line -> eachOf(line, now -> Words.day(now.since()))),
			new Column("何时止", 11, line -> eachOf(line, now -> Words.day(now.until()))),
			new Column("回头看次数", 8, line -> line.row().assignmentId() == null ? null : line.lookBacks()),
			new Column("最近回头看日期", 12, LedgerLine::lastLookBack), new Column("亮灯", 6, line -> line.light() == null ? null : line.light().label()),
			new Column("销号日期", 12, line -> line.row().closedOn()), new Column("签字人", 12, LedgerLine::signers),
			new Column("备注", 22, LedgerLine::remark));

	private final SXSSFWorkbook workbook = new SXSSFWorkbook(IN_MEMORY);
	private final SXSSFSheet sheet = workbook.createSheet("台账");
	private final CellStyle text = style();
	private final CellStyle inert = style();
	private final CellStyle date = style();
	private int rows;

	/**
	 * One column.
	 *
	 * @param width in characters
	 * @param value a number, a day or a text; null leaves the cell empty
	 */
	private record Column(String label, int width, Function<LedgerLine, Object> value) {
	}

	/** @param today stands at the head of each printed page, since lights and hands are of a day */
	LedgerWorkbook(LocalDate today) {
		workbook.setCompressTempFiles(true);
		inert.setQuotePrefixed(true);
		date.setDataFormat(workbook.getCreationHelper().createDataFormat().getFormat("yyyy-mm-dd"));
		CellStyle heading = style();
		Font bold = workbook.createFont();
		bold.setBold(true);
		heading.setFont(bold);
		heading.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
		heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
		Row header = sheet.createRow(rows++);
		for (Column column : COLUMNS) {
			int place = COLUMNS.indexOf(column);
			sheet.setColumnWidth(place, column.width() * A_CHARACTER);
			Cell cell = header.createCell(place);
			cell.setCellValue(column.label());
			cell.setCellStyle(heading);
		}
		sheet.createFreezePane(0, 1);
		onPaper(today);
	}

	/** All columns on the width of one page, A3 since on A4 nobody could read them; the header on every page. */
	private void onPaper(LocalDate today) {
		PrintSetup paper = sheet.getPrintSetup();
		paper.setPaperSize(PrintSetup.A3_PAPERSIZE);
		paper.setLandscape(true);
		sheet.setFitToPage(true);
		paper.setFitWidth((short) 1);
		paper.setFitHeight((short) 0);
		sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
		sheet.setHorizontallyCenter(true);
		sheet.setMargin(PageMargin.LEFT, MARGIN);
		sheet.setMargin(PageMargin.RIGHT, MARGIN);
		sheet.setMargin(PageMargin.TOP, MARGIN + LINE);
		sheet.setMargin(PageMargin.BOTTOM, MARGIN + LINE);
		sheet.setMargin(PageMargin.HEADER, MARGIN);
		sheet.setMargin(PageMargin.FOOTER, MARGIN);
		sheet.getHeader().setCenter("协商成果办理台账（" + today + "）");
		sheet.getFooter().setCenter("第 &P 页，共 &N 页");
	}

	/** A line for each that waits; null where nothing does. */
	private static String eachOf(LedgerLine line, Function<Now, String> value) {
		return line.now().isEmpty() ? null : line.now().stream().map(value).collect(Collectors.joining("\n"));
	}

	void add(LedgerLine line) {
		Row row = sheet.createRow(rows++);
		for (int place = 0; place < COLUMNS.size(); place++) {
			Object value = COLUMNS.get(place).value().apply(line);
			if (value != null) {
				fill(row.createCell(place), value);
			}
		}
	}

	private void fill(Cell cell, Object value) {
		if (value instanceof LocalDate day) {
			cell.setCellValue(day);
			cell.setCellStyle(date);
		}
		else if (value instanceof Integer number) {
			cell.setCellValue(number);
			cell.setCellStyle(text);
		}
		else {
			String words = value.toString();
			// a string cell is never calculated; the prefix keeps it so when somebody edits it
			cell.setCellValue(words.length() <= MOST_CHARACTERS ? words : words.substring(0, MOST_CHARACTERS - 1) + "…");
			cell.setCellStyle(!words.isEmpty() && FORMULA_STARTS.indexOf(words.charAt(0)) >= 0 ? inert : text);
		}
	}

	void writeTo(OutputStream out) throws IOException {
		sheet.setAutoFilter(new CellRangeAddress(0, rows - 1, 0, COLUMNS.size() - 1));
		workbook.write(out);
	}

	private CellStyle style() {
		CellStyle style = workbook.createCellStyle();
		style.setVerticalAlignment(VerticalAlignment.TOP);
		style.setWrapText(true);
		style.setBorderBottom(BorderStyle.HAIR);
		style.setBorderRight(BorderStyle.HAIR);
		return style;
	}

	@Override
	public void close() throws IOException {
		workbook.close();
	}
}
