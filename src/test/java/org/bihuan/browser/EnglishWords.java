package org.bihuan.browser;

import java.util.List;

import com.microsoft.playwright.Page;

/** The English that stands on a page, outside names: read as people see it, with what a pointer or a reader of the screen is told. */
final class EnglishWords {

	/** Numbers of cases, files and the kinds of them, hours to come; a single letter is a class or the name of a key. */
	private static final String NAMES = "CG\\\\d{4}-[\\\\w-]+|\\\\S+\\\\.(pdf|png|docx|xlsx)"
			+ "|\\\\b(PDF|OFD|PNG|JPG|DOCX|XLSX|ZIP|Word|Excel|WPS|MB|KB|GB)\\\\b";

	private static final String READING = """
			() => {
				const names = new RegExp('%s', 'gi');
				const told = ['title', 'placeholder', 'aria-label', 'alt'];
				const seen = [];
				for (const one of document.querySelectorAll('body *')) {
					if (one.closest('script, style, svg') || !one.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
						continue;
					}
					seen.push(...[...one.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data));
					seen.push(...told.map(name => one.getAttribute(name) || ''));
				}
				seen.push(document.title);
				return [...new Set(seen.filter(words => /[A-Za-z]{2,}/.test(words.replace(names, ''))).map(words => words.trim()))];
			}""".formatted(NAMES);

	private EnglishWords() {
	}

	/** Each text of the page in which there is a word, as it stands. */
	@SuppressWarnings("unchecked")
	static List<String> on(Page page) {
		return (List<String>) page.evaluate(READING);
	}
}
