package org.bihuan.web.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The head of our pages alone, which the webapps show above themselves: one owner of what it leads to. */
@Controller
class HeaderController {

	@GetMapping("/header")
	String header() {
		return "header :: header";
	}
}
