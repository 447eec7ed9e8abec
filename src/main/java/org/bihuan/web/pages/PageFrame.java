package org.bihuan.web.pages;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.bihuan.identity.Reader;
import org.bihuan.web.security.PageRefusal;
import org.bihuan.web.security.Pages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What the frame around every page shows: who is logged in, and which page is open; also around a refusal. */
@ControllerAdvice(annotations = Controller.class)
class PageFrame {

	private final ObjectProvider<AdministratorPage> pages;

	PageFrame(ObjectProvider<AdministratorPage> pages) {
		this.pages = pages;
	}

	/** Null on the login page. */
	@ModelAttribute("reader")
	Reader reader(HttpServletRequest request) {
		return (Reader) request.getAttribute(Pages.READER);
	}

	/** What there is for the administrator besides the holidays. */
	@ModelAttribute("administratorPages")
	List<AdministratorPage> administratorPages() {
		return pages.orderedStream().toList();
	}

	@ModelAttribute("path")
	String path(HttpServletRequest request) {
		return request.getRequestURI();
	}

	/** The way back; null on the first screen. */
	@ModelAttribute("wayBack")
	PreviousPage back(HttpServletRequest request) {
		return PreviousPage.of(request);
	}

	@ExceptionHandler(PageRefusal.class)
	ModelAndView refused(PageRefusal refusal, HttpServletRequest request) {
		return new ModelAndView("refused",
				Map.of("reader", reader(request), "path", path(request), "administratorPages", administratorPages(), "refusal",
						refusal.getMessage(), "title", refusal.status() == HttpStatus.BAD_REQUEST ? "地址不对" : "不能查看"),
				refusal.status());
	}
}
