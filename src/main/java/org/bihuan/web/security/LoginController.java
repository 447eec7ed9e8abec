package org.bihuan.web.security;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which people log in. What is sent from it the front door takes; here it comes back only when it was refused. */
@Controller
class LoginController {

	static final String PATH = "/login";
	static final String TARGET = "to";

	private static final String HOME = "/";
	private static final String REFUSAL = "refusal";

	private final SingleSignOn singleSignOn;

	LoginController(SingleSignOn singleSignOn) {
		this.singleSignOn = singleSignOn;
	}

	/** With a refusal when {@link #again} leads here from the way back from a provider. */
	@GetMapping(PATH)
	String login(@RequestParam(name = TARGET, defaultValue = HOME) String to,
			@RequestAttribute(name = REFUSAL, required = false) String refusal, Model model) {
		return form(to, refusal, model);
	}

	/** Reached by {@link #again} alone. */
	@PostMapping(PATH)
	String refused(@RequestParam(name = TARGET, defaultValue = HOME) String to, @RequestAttribute(REFUSAL) String refusal, Model model) {
		return form(to, refusal, model);
	}

	private String form(String to, String refusal, Model model) {
		model.addAttribute(TARGET, ours(to));
		model.addAttribute(REFUSAL, refusal);
		model.addAttribute("ways", singleSignOn.ways(ours(to)));
		return "login";
	}

	/** Shows the page once more, with what was wrong. */
	static void again(HttpServletRequest request, HttpServletResponse response, int status, String refusal) throws IOException, ServletException {
		response.setStatus(status);
		request.setAttribute(REFUSAL, refusal);
		request.getRequestDispatcher(PATH).forward(request, response);
	}

	/** Where a login leads that was not asked for anything else, or for what is not ours. */
	static String target(HttpServletRequest request) {
		// from the form, or from the way back from a provider
		String to = request.getAttribute(TARGET) instanceof String wanted ? wanted : request.getParameter(TARGET);
		return to == null ? HOME : ours(to);
	}

	/** Only a path of our own as a browser writes it, never a way to another site, nor back to the door. */
	private static String ours(String to) {
		return to.matches("/[!-~&&[^/\\\\]]*(/[!-~&&[^\\\\]]*)?") && !to.startsWith("//") && !to.matches("/log(in|out)\\b.*") ? to : HOME;
	}
}
