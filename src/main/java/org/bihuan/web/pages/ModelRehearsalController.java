package org.bihuan.web.pages;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;

import jakarta.servlet.http.HttpServletResponse;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.identity.Organisation;
import org.bihuan.identity.Reader;
import org.bihuan.ledger.ModelSets;
import org.bihuan.rehearsal.Rehearsals;
import org.bihuan.rehearsal.Rehearsals.State;
import org.bihuan.rehearsal.Report;
import org.bihuan.web.security.PageRefusal;
import org.bihuan.web.security.Scopes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** 演练: a set that was proposed is tried before it counts, with progress in sight; what it said stays while the set waits. */
@Controller
class ModelRehearsalController {

	private static final String PATH = "/models/sets/{id}/rehearsal";
	/** A header that browsers follow without a script. */
	private static final String REFRESH = "Refresh";

	private final Rehearsals rehearsals;
	private final ModelSets sets;
	private final Organisation organisation;
	private final Clock clock;

	ModelRehearsalController(Rehearsals rehearsals, ModelSets sets, Organisation organisation, Clock clock) {
		this.clock = clock;
		this.rehearsals = rehearsals;
		this.sets = sets;
		this.organisation = organisation;
	}

	/**
	 * How a rehearsal is told of.
	 *
	 * @param minutes that have passed since it began
	 * @param outdated whether another set has come into force since
	 */
	record Told(State state, String by, String at, long minutes, boolean outdated) {

		public Report report() {
			return state.report();
		}

		public String compared() {
			return "与" + report().compared() + "不同的";
		}

		/** A few of the names. */
		public String named(java.util.List<String> names) {
			return Report.named(names);
		}
	}

	@GetMapping(PATH)
	String page(Reader reader, @PathVariable("id") long id, Model model, HttpServletResponse response) {
		Scopes.requireMaintainer(reader);
		if (!sets.has(id)) {
			throw PageRefusal.notFound("没有这一套，请检查地址。");
		}
		State state = rehearsals.of(id).orElse(null);
		model.addAttribute("candidate", id);
		model.addAttribute("inForce", sets.setInForce() == id);
		model.addAttribute("told", state == null ? null : new Told(state, organisation.name(state.by(), state.at()), Words.minute(state.at()),
				Duration.between(state.at(), OffsetDateTime.now(clock)).toMinutes(), state.against() != sets.latest()));
		model.addAttribute("other", rehearsals.underWay().filter(one -> one.setId() != id).orElse(null));
		if (state != null && state.isRunning()) {
			response.setHeader(REFRESH, "3; url=/models/sets/" + id + "/rehearsal");
		}
		return "model-rehearsal";
	}

	@PostMapping(PATH)
	String start(Reader reader, @PathVariable("id") long id, Model model, HttpServletResponse response) {
		Scopes.requireMaintainer(reader);
		try {
			if (sets.has(id)) {
				rehearsals.start(id, reader.id());
			}
			return "redirect:/models/sets/" + id + "/rehearsal";
		}
		catch (Refusal refused) {
			response.setStatus(refused.kind().status());
			model.addAttribute("refusal", refused.getMessage());
			return page(reader, id, model, response);
		}
	}

	@PostMapping(PATH + "/stop")
	String stop(Reader reader, @PathVariable("id") long id) {
		Scopes.requireMaintainer(reader);
		rehearsals.stop();
		return "redirect:/models/sets/" + id + "/rehearsal";
	}
}
