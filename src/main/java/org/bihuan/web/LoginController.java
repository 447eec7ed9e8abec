package org.bihuan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.AuthenticationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
	String login(@RequestParam(name = "to", defaultValue = HOME) String to, Model model) {
		model.addAttribute("to", ours(to));
		return "login";
	}

	@PostMapping("/login")
	String login(@RequestParam("username") String username, @RequestParam("password") String password, @RequestParam(name = "to", defaultValue = HOME) String to,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		if (!PageLogin.fromOurPages(request) || !isCorrect(username, password)) {
			response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
			model.addAttribute("refusal", "账号或口令不对，请重新输入。连续输错会被暂时锁定。");
			return login(to, model);
		}
		// a new session: nobody can have planted the one that is now trusted
		AuthenticationUtil.revalidateSession(request, AuthenticationUtil.createAuthentication(engine, username));
		return "redirect:" + ours(to);
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
