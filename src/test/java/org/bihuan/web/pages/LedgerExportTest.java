package org.bihuan.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.bihuan.CycleTest;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The exported ledger, read back as Excel reads it. */
@Tag("wide")
class LedgerExportTest extends CycleTest {

	private static final List<String> FORMULAS = List.of("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "=HYPERLINK(\"http://example.org\")");

	private XSSFWorkbook export(String reader, String query) throws IOException {
		return new XSSFWorkbook(new ByteArrayInputStream(Http.pages(port, reader).download("/ledger/export.xlsx" + query).body()));
	}

	private static Map<String, Integer> columns(XSSFSheet sheet) {
		Map<String, Integer> columns = new HashMap<>();
		sheet.getRow(0).forEach(cell -> columns.put(cell.getStringCellValue(), cell.getColumnIndex()));
		return columns;
	}

	private static Row row(XSSFSheet sheet, String outcomeId) {
		return IntStream.rangeClosed(1, sheet.getLastRowNum()).mapToObj(sheet::getRow)
				.filter(row -> row.getCell(1).getStringCellValue().equals(outcomeId)).findFirst()
				.orElseThrow(() -> new AssertionError("no row of " + outcomeId));
	}

	@Test
	void textThatLooksLikeAFormulaStaysText() throws IOException {
		for (String title : FORMULAS) {
			clockTo(MONDAY);
			Map<String, Object> topic = new HashMap<>(topic());
			topic.put("title", title);
			outcomeId = start("chengxiang1", "consultation-outcome", topic).getBusinessKey();
			try (XSSFWorkbook workbook = export("zhengxie1", "?text=" + outcomeId)) {
				XSSFSheet sheet = workbook.getSheetAt(0);
				Cell cell = row(sheet, outcomeId).getCell(columns(sheet).get("名称"));
				assertThat(cell.getCellType()).as(title).isEqualTo(CellType.STRING);
				assertThat(cell.getStringCellValue()).isEqualTo(title);
				assertThat(cell.getCellStyle().getQuotePrefixed()).as("kept as text when edited").isTrue();
				sheet.forEach(row -> row.forEach(one -> assertThat(one.getCellType()).isNotEqualTo(CellType.FORMULA)));
			}
		}
	}

	@Test
	void theHeaderStaysAndDaysAreDays() throws IOException {
		startUpTo("task_draftReply");
		answer("task_draftReply");
		answer("task_signReply");
		upTo("task_reportImplementation");
		try (XSSFWorkbook workbook = export("zhengxie1", "?text=" + outcomeId)) {
			XSSFSheet sheet = workbook.getSheetAt(0);
			Map<String, Integer> columns = columns(sheet);
			assertThat(columns.keySet()).contains("序号", "成果编号", "名称", "类型", "牵头专委会", "报送文号", "报送日期", "批示（领导、日期、内容）", "主办", "协办", "收到日期", "到期日",
					"答复日期", "结果分类",
					"对办理过程", "对办理结果", "落实状态", "转化去向", "回头看次数", "最近回头看日期", "亮灯", "销号日期", "签字人", "备注");
			assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
			assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
			assertThat(sheet.getCTWorksheet().getAutoFilter().getRef())
					.isEqualTo("A1:" + org.apache.poi.ss.util.CellReference.convertNumToColString(columns.size() - 1) + "2");
			Row row = row(sheet, outcomeId);
			for (Map.Entry<String, java.time.LocalDate> day : Map
					.of("收到日期", assignment().receivedOn(), "到期日", assignment().dueOn(), "答复日期", assignment().repliedOn(), "报送日期",
							outcomes.get(outcomeId).submittedOn())
					.entrySet()) {
				Cell cell = row.getCell(columns.get(day.getKey()));
				assertThat(cell.getCellType()).as(day.getKey()).isEqualTo(CellType.NUMERIC);
				assertThat(DateUtil.isCellDateFormatted(cell)).as(day.getKey()).isTrue();
				assertThat(cell.getLocalDateTimeCellValue().toLocalDate()).as(day.getKey()).isEqualTo(day.getValue());
			}
			assertThat(row.getCell(columns.get("主办")).getStringCellValue()).isEqualTo("公安局");
			assertThat(row.getCell(columns.get("结果分类")).getStringCellValue()).isEqualTo("A");
			assertThat(row.getCell(columns.get("销号日期"))).isNull();
		}
	}

	/** On the former version it came out on A4 upright, four sheets wide, with a head on the first. */
	@Test
	void onPaperItIsAPageWideAndEveryPageHasTheHead() throws IOException {
		startUpTo("task_draftReply");
		try (XSSFWorkbook workbook = export("zhengxie1", "?text=" + outcomeId)) {
			XSSFSheet sheet = workbook.getSheetAt(0);
			assertThat(sheet.getFitToPage()).isTrue();
			assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
			assertThat(sheet.getPrintSetup().getFitHeight()).as("as many pages long as it takes").isZero();
			assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
			assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
			assertThat(sheet.getFooter().getCenter()).contains("第 &P 页");
		}
	}

	@Test
	void whoHasItStandsInTheSheetToo() throws IOException {
		startUpTo("task_draftReply");
		try (XSSFWorkbook workbook = export("zhengxie1", "?text=" + outcomeId)) {
			XSSFSheet sheet = workbook.getSheetAt(0);
			Map<String, Integer> columns = columns(sheet);
			Row row = row(sheet, outcomeId);
			assertThat(Map.of("当前环节", "拟定答复", "在谁手里", "公安局（未认领）", "何时起", "2023-09-11", "何时止", assignment().dueOn().toString()))
					.allSatisfy((column, value) -> assertThat(row.getCell(columns.get(column)).getStringCellValue()).as(column).isEqualTo(value));
		}
	}

	@Test
	void itHasTheFilteredRowsOfItsReaderAlone() throws IOException {
		startUpTo("task_draftReply");
		try (XSSFWorkbook own = export("gongan1", "");
				XSSFWorkbook others = export("minzheng1", "");
				XSSFWorkbook filtered = export("gongan1", "?status=VERIFIED&text=" + outcomeId)) {
			assertThat(row(own.getSheetAt(0), outcomeId)).isNotNull();
			assertThat(others.getSheetAt(0)).as("民政局 has no assignment").hasSize(1);
			assertThat(filtered.getSheetAt(0)).hasSize(1);
		}
	}
}
