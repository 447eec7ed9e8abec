package org.bihuan.web.api;

import java.time.DateTimeException;
import java.time.LocalDate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.bihuan.identity.Reader;
import org.bihuan.ledger.Statistics;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The published figures [D], by day of submission. */
@RestController
@RequestMapping(path = "/api/statistics", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "统计", description = "报送、批示、督查、反馈、落实")
class StatisticsController {

	private final Statistics statistics;

	StatisticsController(Statistics statistics) {
		this.statistics = statistics;
	}

	/**
	 * @throws NotForThisReader (HTTP 403) for who does not see every outcome
	 * @throws BadPeriod (HTTP 400) for a malformed day or a period that
	 * ends before it starts
	 */
	@GetMapping
	@Operation(summary = "统计数字",
			description = "按报送日期统计：报送件数、批示次数、专项督查次数、部门办理反馈率、转化落实件数、协调推进件数、转办结件数、已撤回件数（报送后整件撤回的：仍计入报送，不计入其他各项）。反馈是答复，落实以核查销号为准，两者分开计算。")
	Statistics.Figures figures(@Parameter(hidden = true) Reader reader,
			@Parameter(description = "报送日期起，可不填", example = "2022-01-01") @RequestParam(name = "from", required = false) String from,
			@Parameter(description = "报送日期止，可不填", example = "2023-09-30") @RequestParam(name = "to", required = false) String to) {
		if (!reader.seesEverything()) {
			throw new NotForThisReader("统计只供区政协、党政办公室、督考办和区领导查看。");
		}
		LocalDate first = day(from);
		LocalDate last = day(to);
		if (first != null && last != null && last.isBefore(first)) {
			throw new BadPeriod("截止日期（to）不能早于起始日期（from）");
		}
		return statistics.of(first, last);
	}

	private static LocalDate day(String text) {
		try {
			return text == null || text.isBlank() ? null : LocalDate.parse(text);
		}
		catch (DateTimeException notADay) {
			throw new BadPeriod("日期应写成 YYYY-MM-DD，例如 2022-01-01，不能写成“" + text + "”");
		}
	}

	@ExceptionHandler(BadPeriod.class)
	@ResponseStatus(HttpStatus.BAD_REQUEST)
	DeadlinesController.Problem badPeriod(BadPeriod refused) {
		return new DeadlinesController.Problem(refused.getMessage());
	}

	@ExceptionHandler(NotForThisReader.class)
	@ResponseStatus(HttpStatus.FORBIDDEN)
	DeadlinesController.Problem notForThisReader(NotForThisReader refused) {
		return new DeadlinesController.Problem(refused.getMessage());
	}

	private static final class NotForThisReader extends RuntimeException {

		private static final long serialVersionUID = 1L;

		NotForThisReader(String message) {
			super(message);
		}
	}

	private static final class BadPeriod extends RuntimeException {

		private static final long serialVersionUID = 1L;

		BadPeriod(String message) {
			super(message);
		}
	}
}
