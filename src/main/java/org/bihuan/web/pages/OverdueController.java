package org.bihuan.web.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.bihuan.handling.OverdueSheet;
import org.bihuan.identity.Reader;
import org.bihuan.web.security.Scopes;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 逾期清单: now, or as it stood on a Monday. */
@Controller
class OverdueController {

	private final OverdueSheet sheet;

	OverdueController(OverdueSheet sheet) {
		this.sheet = sheet;
	}

	@GetMapping("/overdue")
	String overdue(Reader reader, @RequestParam(name = "week", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate week,
			Model model) {
		Scopes.requireEverything(reader);
		Optional<OverdueSheet.Sheet> paper = week == null ? Optional.empty() : sheet.of(week);
		model.addAttribute("week", week);
		model.addAttribute("rows", week == null ? sheet.rows() : paper.map(OverdueSheet.Sheet::rows).orElse(List.of()));
		model.addAttribute("followUps", week == null ? sheet.followUps() : paper.map(OverdueSheet.Sheet::followUps).orElse(List.of()));
		model.addAttribute("tasks", week == null ? sheet.tasks() : paper.map(OverdueSheet.Sheet::tasks).orElse(List.of()));
		model.addAttribute("weeks", sheet.weeks());
		return "overdue";
	}
}
