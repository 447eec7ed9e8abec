package org.bihuan.web;

import java.time.LocalDate;
import java.util.List;

import org.bihuan.handling.OverdueSheet;
import org.bihuan.identity.Reader;
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
		List<OverdueSheet.Row> rows = week == null ? sheet.rows() : sheet.of(week).map(OverdueSheet.Sheet::rows).orElse(List.of());
		model.addAttribute("week", week);
		model.addAttribute("rows", rows);
		model.addAttribute("weeks", sheet.weeks());
		return "overdue";
	}
}
