package org.bihuan.web.pages;

import org.bihuan.identity.Reader;
import org.bihuan.reconciliation.Reconciliation;
import org.bihuan.web.security.Scopes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 对账: where ledger and engine say two things, and what to do about each, for the administrator alone. */
@Controller
class ReconciliationController implements AdministratorPage {

	private final Reconciliation reconciliation;

	ReconciliationController(Reconciliation reconciliation) {
		this.reconciliation = reconciliation;
	}

	@Override
	public String path() {
		return "/reconciliation";
	}

	@Override
	public String title() {
		return "对账";
	}

	@GetMapping("/reconciliation")
	String page(Reader reader, Model model) {
		Scopes.requireAdministrator(reader);
		model.addAttribute("differences", reconciliation.differences());
		return "reconciliation";
	}
}
