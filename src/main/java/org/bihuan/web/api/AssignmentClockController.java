package org.bihuan.web.api;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.bihuan.handling.ClockSheet;
import org.bihuan.identity.Reader;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.LedgerRows;
import org.bihuan.web.security.Scopes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The proof sheet of an assignment: how each of its dates came about. */
@RestController
@RequestMapping(path = "/api/assignments", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "期限", description = "答复期限的推算")
class AssignmentClockController {

	private final ClockSheet clockSheet;
	private final Assignments assignments;
	private final LedgerRows rows;

	AssignmentClockController(ClockSheet clockSheet, Assignments assignments, LedgerRows rows) {
		this.clockSheet = clockSheet;
		this.assignments = assignments;
		this.rows = rows;
	}

	/** @throws NoSuchAssignment (HTTP 404) when there is none, or the reader may not read it: which of the two is not told */
	@GetMapping("/{id}/clock")
	@Operation(summary = "期限是怎么来的", description = "一件交办件的送达、签收或视为签收、对应日、逐日顺延的原因、延期、放假安排调整，以及按原到期日和现到期日分别判定是否逾期。")
	Answer clock(@Parameter(hidden = true) Reader reader, @Parameter(description = "交办件编号", example = "CG2023-5-1") @PathVariable("id") String id) {
		if (assignments.find(id).filter(one -> mayRead(reader, one)).isEmpty()) {
			throw new NoSuchAssignment("没有交办件“" + id + "”，或您无权查看。");
		}
		return Answer.of(clockSheet.of(id));
	}

	private boolean mayRead(Reader reader, Assignment assignment) {
		return rows.ofOutcome(Scopes.of(reader), assignment.outcomeId()).stream().anyMatch(row -> assignment.id().equals(row.assignmentId()));
	}

	@ExceptionHandler(NoSuchAssignment.class)
	@ResponseStatus(HttpStatus.NOT_FOUND)
	DeadlinesController.Problem noSuchAssignment(NoSuchAssignment refused) {
		return new DeadlinesController.Problem(refused.getMessage());
	}

	private static final class NoSuchAssignment extends RuntimeException {

		private static final long serialVersionUID = 1L;

		NoSuchAssignment(String message) {
			super(message);
		}
	}

	// the pattern is fixed here, so that no setting of the application's JSON turns a date into an array
	@Schema(name = "Clock", description = "一件交办件的期限")
	record Answer(String assignmentId, String unit, String deliveredAt, @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate receivedOn,
			String receipt, @Schema(description = "答复期限，签收时的决策表给出", example = "两个月") String period,
			@JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(description = "按规则推算的到期日") LocalDate due, boolean provisional,
			@JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(description = "现到期日：没有延期的与 due 相同") LocalDate currentDue,
			@JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(description = "逾期或转化未成后承诺的答复日期") LocalDate promised,
			@JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate repliedOn, @Schema(description = "亮灯：绿、黄、红；不欠答复的没有") String light,
			Boolean lateAgainstOriginal, Boolean lateAgainstCurrent, List<Line> lines) {

		static Answer of(ClockSheet.Sheet sheet) {
			return new Answer(sheet.assignmentId(), sheet.unit(), sheet.deliveredAt(), sheet.receivedOn(), sheet.receipt(), sheet.period(),
					sheet.due(),
					sheet.provisional(),
					sheet.currentDue(), sheet.promised(), sheet.repliedOn(), sheet.light() == null ? null : sheet.light().label(),
					sheet.lateAgainstOriginal(),
					sheet.lateAgainstCurrent(), sheet.lines().stream().map(Line::of).toList());
		}
	}

	@Schema(name = "ClockLine", description = "一次签收、推算、延期或调整")
	record Line(String at, String unit, String what, @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate from,
			@JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate due,
			boolean provisional, List<String> steps) {

		static Line of(ClockSheet.Line line) {
			return new Line(line.at(), line.unit(), line.what(), line.fromDay(), line.dueOn(), line.provisional(), line.steps());
		}
	}
}
