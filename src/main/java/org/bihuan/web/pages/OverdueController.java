package org.bihuan.web.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.handling.OverdueSheet;
import org.bihuan.identity.Reader;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.waiting.LateTasks.Late;
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
	private final Assignments assignments;
	private final InHand inHand;

	OverdueController(OverdueSheet sheet, Assignments assignments, InHand inHand) {
		this.sheet = sheet;
		this.assignments = assignments;
		this.inHand = inHand;
	}

	@GetMapping("/overdue")
	String overdue(Reader reader, @RequestParam(name = "week", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate week,
			Model model) {
		Scopes.requireEverything(reader);
		Optional<OverdueSheet.Sheet> paper = week == null ? Optional.empty() : sheet.of(week);
		List<OverdueSheet.Row> rows = week == null ? sheet.rows() : paper.map(OverdueSheet.Sheet::rows).orElse(List.of());
		List<OverdueSheet.FollowUp> followUps = week == null ? sheet.followUps()
				: paper.map(OverdueSheet.Sheet::followUps).orElse(List.of());
		List<Late> tasks = week == null ? sheet.tasks() : paper.map(OverdueSheet.Sheet::tasks).orElse(List.of());
		model.addAttribute("week", week);
		model.addAttribute("rows", rows);
		// on a sheet from before the two were told apart, all of it stands with the units
		model.addAttribute("followUps", followUps.stream().filter(one -> !one.lookedAt()).toList());
		model.addAttribute("lookBacks", followUps.stream().filter(OverdueSheet.FollowUp::lookedAt).toList());
		model.addAttribute("tasks", tasks);
		inHand(reader, rows, followUps, tasks, model);
		model.addAttribute("weeks", sheet.weeks());
		return "overdue";
	}

	/** Who has it now, also beside a paper of the past: it says who had it then, and one looks there to do something about it. */
	private void inHand(Reader reader, List<OverdueSheet.Row> rows, List<OverdueSheet.FollowUp> followUps, List<Late> tasks, Model model) {
		Stream<String> ofTasks = tasks.stream().map(Late::number);
		List<Assignment> all = assignments.all(Stream.of(rows.stream().map(OverdueSheet.Row::assignmentId),
				followUps.stream().map(OverdueSheet.FollowUp::assignmentId), ofTasks).flatMap(ids -> ids).collect(Collectors.toSet()));
		InHand.Held held = inHand.of(reader,
				Stream.concat(all.stream().map(Assignment::outcomeId), tasks.stream().map(Late::outcomeId).filter(Objects::nonNull)).toList());
		Mending offers = new Mending(reader);
		model.addAttribute("hands", all.stream().collect(Collectors.toMap(Assignment::id,
				one -> held.ofAssignment(one.outcomeId(), one.id(), one.state(), one.nextLookBackOn(), true))));
		model.addAttribute("offers", all.stream().collect(Collectors.toMap(Assignment::id, one -> offers.ofAssignment(one.id(), one.state()))));
		model.addAttribute("open", tasks.stream().map(Late::taskId).filter(Objects::nonNull).collect(Collectors.toMap(id -> id, held::ofTask)));
		model.addAttribute("none", List.of());
	}
}
