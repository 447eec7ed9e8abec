package org.bihuan.web.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bihuan.identity.Organisation;
import org.bihuan.identity.Reader;
import org.bihuan.operation.Trouble;
import org.bihuan.operation.Troubles;
import org.bihuan.web.pages.CycleStandings.Step;
import org.bihuan.web.security.PageRefusal;
import org.bihuan.web.security.Scopes;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 故障: what the engine could not do, whose case it is, what to do about it, and 重试; and where all cases stand. For the administrator alone. */
@Controller
class OperationsController implements AdministratorPage {

	private final Troubles troubles;
	private final CycleStandings standings;
	private final Organisation organisation;

	OperationsController(Troubles troubles, CycleStandings standings, Organisation organisation) {
		this.troubles = troubles;
		this.standings = standings;
		this.organisation = organisation;
	}

	@Override
	public String path() {
		return "/operations";
	}

	@Override
	public String title() {
		return "故障";
	}

	/** @param unit in Chinese; empty where it belongs to no case */
	record Line(Trouble it, String unit, String since) {
	}

	@GetMapping("/operations")
	String page(Reader reader, Model model) {
		Scopes.requireAdministrator(reader);
		Names names = new Names(organisation);
		List<Line> lines = troubles.open().stream().map(one -> new Line(one, names.of(one.unit()), Words.minute(one.since()))).toList();
		model.addAttribute("lines", lines);
		List<Step> steps = standings.steps();
		model.addAttribute("steps", steps);
		Map<String, String> diagrams = new LinkedHashMap<>();
		steps.forEach(one -> diagrams.put(one.process(), one.diagram()));
		model.addAttribute("diagrams", diagrams);
		return "operations";
	}

	/** @throws PageRefusal (HTTP 404) when there is no such diagram */
	@GetMapping("/operations/diagram")
	@ResponseBody
	CycleStandings.Drawn diagram(Reader reader, @RequestParam("process") String process) {
		Scopes.requireAdministrator(reader);
		return standings.drawn(process).orElseThrow(() -> PageRefusal.notFound("没有这张流程图，请刷新页面后再试。"));
	}

	/**
	 * From Cockpit to the case.
	 *
	 * @throws PageRefusal (HTTP 404) when it belongs to none
	 */
	@GetMapping("/operations/case")
	String ofInstance(Reader reader, @RequestParam("instance") String instance) {
		Scopes.requireAdministrator(reader);
		return "redirect:/outcomes/" + troubles.outcomeOf(instance)
				.orElseThrow(() -> PageRefusal.notFound("这个流程实例不属于哪一件成果（例如邮件送达、查看任务时限），或者已经结束。"));
	}

	@PostMapping("/operations/retry")
	String retry(Reader reader, @RequestParam("incident") String incident, RedirectAttributes after) {
		Scopes.requireAdministrator(reader);
		try {
			Optional<Trouble> retried = troubles.retry(incident, reader.id());
			after.addFlashAttribute(retried.isPresent() ? "done" : "refusal", retried
					.map(one -> (one.number().isEmpty() ? one.diagram() : one.number()) + " 已交给引擎重试，几秒后刷新本页：不再列出的就是办成了。")
					.orElse("这一处已经不在了，可能刚办成，或者别人已经重试。"));
		}
		catch (ConcurrencyFailureException meanwhile) {
			after.addFlashAttribute("refusal", "引擎正在办这一处，没有重试。请刷新本页再看。");
		}
		return "redirect:/operations";
	}
}
