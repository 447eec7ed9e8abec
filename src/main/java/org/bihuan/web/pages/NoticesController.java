package org.bihuan.web.pages;

import java.util.List;
import java.util.stream.Stream;

import org.bihuan.identity.Organisation;
import org.bihuan.identity.Reader;
import org.bihuan.ledger.Notices;
import org.bihuan.ledger.Notices.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 通知: what the reader and the reader's groups were told, newest first. */
@Controller
class NoticesController {

	private static final int A_PAGE = 50;

	private final Notices notices;
	private final Organisation organisation;

	NoticesController(Notices notices, Organisation organisation) {
		this.notices = notices;
		this.organisation = organisation;
	}

	record Line(long id, String at, String to, String outcomeId, String text) {
	}

	@GetMapping("/notices")
	String notices(Reader reader, @RequestParam(name = "before", required = false) Long before, Model model) {
		List<Notice> page = notices.page(Stream.concat(Stream.of(reader.id()), reader.groups().stream()).toList(), before, A_PAGE);
		model.addAttribute("lines", page.stream().map(this::line).toList());
		model.addAttribute("next", page.size() < A_PAGE ? null : page.get(page.size() - 1).id());
		return "notices";
	}

	private Line line(Notice notice) {
		return new Line(notice.id(), Words.minute(notice.createdAt()), organisation.name(notice.recipient(), notice.createdAt()), notice.outcomeId(),
				notice.text());
	}
}
