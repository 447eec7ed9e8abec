package org.bihuan.web.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.bihuan.calendar.Deadline;
import org.bihuan.calendar.HolidayCalendar;
import org.bihuan.calendar.ReplyDeadline;
import org.bihuan.decision.ReplyLimits;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.ledger.Outcomes;
import org.bihuan.terms.Term;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Answers when a reply is due, and why, for anyone who wants to check the clock of an assignment. Stores nothing. */
@RestController
@RequestMapping(path = "/api/deadlines", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "期限", description = "答复期限的推算")
class DeadlinesController {

	static final String BAD_DATE = "收到日期应写成 YYYY-MM-DD，例如 2023-09-11";

	static final String BAD_KIND = "成果类型应为 " + Stream.of(Outcomes.Kind.values()).map(one -> one.code() + "（" + one.label() + "）")
			.collect(Collectors.joining("、"));

	/** How many years past the last file a question still makes sense; its answer is 暂定. */
	private static final int YEARS_AHEAD = 10;

	private final Supplier<HolidayCalendar> calendars;

	private final ReplyDeadline replyDeadline;

	private final ReplyLimits limits;

	DeadlinesController(Supplier<HolidayCalendar> calendars, ReplyDeadline replyDeadline, ReplyLimits limits) {
		this.limits = limits;
		this.calendars = calendars;
		this.replyDeadline = replyDeadline;
	}

	/**
	 * The deadline [S] of a receipt date, by the period that the decision table 答复期限 says now.
	 *
	 * @param received a day in Shanghai as YYYY-MM-DD; null when the parameter is missing
	 * @param kind a code of {@link Outcomes.Kind}, and the others as the table is told them; null for none in particular
	 * @throws BadRequest (HTTP 400) for a missing, malformed or impossible date, one before the first year whose
	 * holidays we hold, where a due date would silently ignore them, or one absurdly far ahead
	 */
	@GetMapping
	@Operation(summary = "推算答复到期日",
			description = "按收到日期推算书面答复的到期日：收到当日不计入，期限（由决策表“答复期限”给出）届满的对应日（没有对应日的取月末）到期，"
					+ "遇休息日顺延到其后第一个工作日，截止到当日 24:00。放假安排尚未公布的年份，结果为暂定。")
	@ApiResponse(responseCode = "200", description = "到期日和推算过程",
			content = @Content(schema = @Schema(implementation = Answer.class)))
	@ApiResponse(responseCode = "400", description = "收到日期缺少、写错或超出可推算的范围，或者没有这种成果类型",
			content = @Content(schema = @Schema(implementation = Problem.class)))
	Answer deadline(
			@Parameter(description = "收到日期（签收日期），北京时间，写成 YYYY-MM-DD", required = true, example = "2023-09-11",
					schema = @Schema(type = "string", format = "date")) @RequestParam(name = "received", required = false) String received,
			@Parameter(description = "成果类型：research、consultation、inspection；不给的按没有特别规定推算") @RequestParam(name = "kind",
					required = false) String kind,
			@Parameter(description = "批示类别", example = "农业农村") @RequestParam(name = "category", required = false) String category,
			@Parameter(description = "牵头专委会的编号", example = "committee-jingke") @RequestParam(name = "committee",
					required = false) String committee) {
		LocalDate on = parse(received);
		if (kind != null && Term.find(Outcomes.Kind.class, kind).isEmpty()) {
			throw new BadRequest(BAD_KIND, null);
		}
		Deadline deadline = replyDeadline.after(on, limits.now(kind, category, committee));
		return new Answer(deadline.received(), deadline.due(), deadline.provisional(), deadline.steps());
	}

	private LocalDate parse(String text) {
		LocalDate date;
		try {
			date = LocalDate.parse(text == null ? "" : text);
		}
		catch (DateTimeException e) {
			throw new BadRequest(BAD_DATE, e);
		}
		HolidayCalendar calendar = calendars.get();
		if (date.getYear() < calendar.firstYear() || date.getYear() > calendar.lastYear() + YEARS_AHEAD) {
			throw new BadRequest(BAD_DATE, null);
		}
		return date;
	}

	@ExceptionHandler(BadRequest.class)
	@ResponseStatus(HttpStatus.BAD_REQUEST)
	Problem badRequest(BadRequest e) {
		return new Problem(e.getMessage());
	}

	/** The table in force, one of a former version of the program, says what nobody can reckon with: who asks hears which. */
	@ExceptionHandler(Refusal.class)
	ResponseEntity<Problem> refused(Refusal e) {
		return ResponseEntity.status(e.kind().status()).body(new Problem(e.getMessage()));
	}

	private static final class BadRequest extends RuntimeException {

		private static final long serialVersionUID = 1L;

		BadRequest(String message, Throwable cause) {
			super(message, cause);
		}
	}

	// the pattern is fixed here, so that no setting of the application's JSON turns a date into an array
	@Schema(name = "Deadline", description = "到期日和推算过程")
	record Answer(
			@JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(description = "收到日期", example = "2023-09-11") LocalDate received,
			@JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(description = "到期日，截止到当日 24:00", example = "2023-11-13") LocalDate due,
			@Schema(description = "是否暂定：涉及的年份放假安排尚未公布，公布后重新计算", example = "false") boolean provisional,
			@ArraySchema(arraySchema = @Schema(description = "推算过程，每步一句话")) List<String> steps) {
	}

	@Schema(name = "Problem", description = "出错说明")
	record Problem(@Schema(description = "哪里不对、应怎样写", example = BAD_DATE) String message) {
	}
}
