package org.bihuan.web;

import jakarta.servlet.http.HttpServletRequest;
import org.bihuan.engine.RehearsalClock;
import org.bihuan.identity.Reader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page shows: who is logged in, and which page is open. */
@ControllerAdvice(annotations = Controller.class)
class PageFrame {

	private final ObjectProvider<RehearsalClock> clock;

	PageFrame(ObjectProvider<RehearsalClock> clock) {
		this.clock = clock;
	}

	/** Null on the login page. */
	@ModelAttribute("reader")
	Reader reader(HttpServletRequest request) {
		return (Reader) request.getAttribute(PageLogin.READER);
	}

	/** Whether the clock may be put forward here. */
	@ModelAttribute("rehearsal")
	boolean rehearsal() {
		return clock.getIfAvailable() != null;
	}

	@ModelAttribute("path")
	String path(HttpServletRequest request) {
		return request.getRequestURI();
	}
}
