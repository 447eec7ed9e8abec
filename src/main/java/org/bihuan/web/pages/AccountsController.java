package org.bihuan.web.pages;

import java.util.List;
import java.util.Set;

import org.bihuan.identity.Organisation;
import org.bihuan.identity.Reader;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Trail;
import org.bihuan.web.security.Scopes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 账号变动: what administrators changed of accounts, groups and who is in which, newest first. It is changed in Camunda Admin. */
@Controller
class AccountsController implements AdministratorPage {

	private static final int MOST = 500;

	private static final List<Act> ACTS = List.of(Act.ACCOUNT_ADDED, Act.ACCOUNT_CHANGED, Act.PASSWORD_SET, Act.ACCOUNT_REMOVED, Act.GROUP_ADDED,
			Act.GROUP_CHANGED, Act.GROUP_REMOVED, Act.GROUP_JOINED, Act.GROUP_LEFT, Act.TASK_RELEASED);

	private final Trail trail;
	private final Organisation organisation;

	AccountsController(Trail trail, Organisation organisation) {
		this.trail = trail;
		this.organisation = organisation;
	}

	/**
	 * @param at in Shanghai, to the minute
	 * @param number of the assignment or the outcome; null when it is about none
	 */
	record Line(String at, String actor, String act, String outcomeId, String number, List<ActWords.Detail> details) {
	}

	@Override
	public String path() {
		return "/accounts";
	}

	@Override
	public String title() {
		return "账号变动";
	}

	@GetMapping("/accounts")
	String page(Reader reader, Model model) {
		Scopes.requireAdministrator(reader);
		Names names = new Names(organisation);
		model.addAttribute("lines", trail.latest(ACTS, MOST).stream().map(event -> new Line(Words.minute(event.at()),
				names.of(event.actor(), event.at()), event.act().label(), event.outcomeId(),
				event.assignmentId() == null ? event.outcomeId() : event.assignmentId(), ActWords.details(event, Set.of(), Set.of(), names)))
				.toList());
		model.addAttribute("most", MOST);
		return "accounts";
	}
}
