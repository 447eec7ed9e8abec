package org.bihuan.web.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.servlet.http.HttpServletResponse;
import org.bihuan.calendar.CalendarYear;
import org.bihuan.calendar.HolidayCalendar;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.handling.CalendarChange;
import org.bihuan.identity.Organisation;
import org.bihuan.identity.Reader;
import org.bihuan.ledger.AnnouncedCalendars;
import org.bihuan.web.security.Scopes;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 放假安排: which years are announced, and loading one: first what it would move, then all of it in one act. */
@Controller
class HolidaysController {

	private final AnnouncedCalendars calendars;
	private final CalendarChange change;
	private final Organisation organisation;

	HolidaysController(AnnouncedCalendars calendars, CalendarChange change, Organisation organisation) {
		this.calendars = calendars;
		this.change = change;
		this.organisation = organisation;
	}

	/** @param announced false: 暂定 */
	record Year(int year, boolean announced, String source, int off, int worked) {
	}

	record Loaded(int year, String by, String at) {
	}

	@GetMapping("/holidays")
	String page(Reader reader, Model model) {
		Scopes.requireAdministrator(reader);
		HolidayCalendar calendar = calendars.get();
		model.addAttribute("years",
				IntStream.rangeClosed(calendar.firstYear(), calendar.lastYear()).mapToObj(year -> year(year, calendar.year(year))).toList());
		model.addAttribute("loaded", calendars.notices().stream()
				.map(one -> new Loaded(one.noticeYear(), organisation.name(one.loadedBy(), one.loadedAt()), Words.minute(one.loadedAt()))).toList());
		return "holidays";
	}

	private static Year year(int number, CalendarYear year) {
		int off = year == null ? 0 : (int) year.days().stream().filter(day -> day.off()).count();
		return new Year(number, year != null && year.announced(), year == null ? "" : year.announcedBy(), off,
				year == null ? 0 : year.days().size() - off);
	}

	/** @param file takes the place of the text when one is chosen */
	@PostMapping("/holidays/preview")
	String preview(Reader reader, @RequestParam(name = "json", defaultValue = "") String json,
			@RequestParam(name = "file", required = false) MultipartFile file, Model model,
			HttpServletResponse response) throws IOException {
		Scopes.requireAdministrator(reader);
		String given = file == null || file.isEmpty() ? json : new String(file.getBytes(), StandardCharsets.UTF_8);
		try {
			CalendarChange.Preview preview = change.preview(given);
			model.addAttribute("preview", preview);
			model.addAttribute("moves", named(preview.moves()));
		}
		catch (Refusal refused) {
			response.setStatus(refused.kind().status());
			model.addAttribute("refusal", refused.getMessage());
		}
		model.addAttribute("json", given);
		return page(reader, model);
	}

	@PostMapping("/holidays/apply")
	String apply(Reader reader, @RequestParam("json") String json, @RequestParam("fingerprint") String fingerprint, Model model,
			HttpServletResponse response,
			RedirectAttributes after) {
		Scopes.requireAdministrator(reader);
		try {
			after.addFlashAttribute("applied", change.apply(json, fingerprint, reader.id()).size());
			return "redirect:/holidays";
		}
		catch (Refusal refused) {
			response.setStatus(refused.kind().status());
			model.addAttribute("refusal", refused.getMessage());
		}
		catch (OptimisticLockingException | ConcurrencyFailureException overtaken) {
			// somebody completed one of the tasks, or a reminder fired, at the same moment
			response.setStatus(HttpServletResponse.SC_CONFLICT);
			model.addAttribute("refusal", "确认时有交办件正在办理。什么也没有改动，请重新预览后再确认。");
		}
		model.addAttribute("json", json);
		return page(reader, model);
	}

	private List<CalendarChange.Move> named(List<CalendarChange.Move> moves) {
		return moves.stream()
				.map(move -> new CalendarChange.Move(move.assignmentId(), move.title(), organisation.name(move.unit()), move.what(), move.from(),
						move.to(),
						move.wasProvisional(), move.provisional(), move.taskId()))
				.toList();
	}
}
