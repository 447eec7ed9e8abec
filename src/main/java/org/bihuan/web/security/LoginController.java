package org.bihuan.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.AuthenticationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The way to our pages for who is not logged in: the accounts and the session of Tasklist, so that one login serves both. The
 * engine itself checks the password and slows down who tries many.
 */
@Controller
class LoginController {

	private static final String HOME = "/ledger";

	private final ProcessEngine engine;

	LoginController(ProcessEngine engine) {
		this.engine = engine;
	}

	@GetMapping("/login")
	ModelAndView login(@RequestParam(name = "to", defaultValue = HOME) String to, HttpServletResponse response) {
		return form(to, null, response);
	}

	private static ModelAndView form(String to, String refusal, HttpServletResponse response) {
		response.setHeader("Cache-Control", "no-store");
		response.setHeader("X-Frame-Options", "DENY");
		ModelAndView form = new ModelAndView("login");
		form.addObject("to", ours(to));
		form.addObject("refusal", refusal);
		return form;
	}

	@PostMapping("/login")
	ModelAndView login(@RequestParam("username") String username, @RequestParam("password") String password,
			@RequestParam(name = "to", defaultValue = HOME) String to,
			HttpServletRequest request, HttpServletResponse response) {
		if (!PageLogin.fromOurPages(request) || !isCorrect(username, password)) {
			response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
			return form(to, "账号或口令不对，请重新输入。连续输错会被暂时锁定。", response);
		}
		TasklistSession.begin(request, engine, username);
		// as it is: a brace in an address is no variable
		RedirectView page = new RedirectView(ours(to));
		page.setExpandUriTemplateVariables(false);
		return new ModelAndView(page);
	}

	/** Ends the session, here and in Tasklist. */
	@PostMapping("/logout")
	String logout(HttpServletRequest request) {
		if (PageLogin.fromOurPages(request) && request.getSession(false) != null) {
			request.getSession(false).invalidate();
		}
		return "redirect:/login";
	}

	private boolean isCorrect(String username, String password) {
		try {
			return engine.getIdentityService().checkPassword(username, password);
		}
		catch (AuthenticationException locked) {
			return false;
		}
	}

	/** Only a path of our own, never a way to another site. */
	private static String ours(String to) {
		return to.matches("/[^/\\\\\\s]*(/[^\\\\\\s]*)?") && !to.startsWith("//") ? to : HOME;
	}
}
