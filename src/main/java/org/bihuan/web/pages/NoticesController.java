package org.bihuan.web.pages;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.identity.Organisation;
import org.bihuan.identity.Reader;
import org.bihuan.ledger.Notices;
import org.bihuan.ledger.Notices.Notice;
import org.springframework.format.annotation.DateTimeFormat;
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
	String notices(Reader reader, @RequestParam(name = "before", required = false) Long before,
			@RequestParam(name = "since", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate since, Model model) {
		List<Notice> page = notices.page(recipients(reader), before, since == null ? null : from(since), A_PAGE);
		model.addAttribute("since", since);
		model.addAttribute("lines", page.stream().map(this::line).toList());
		model.addAttribute("next", page.size() < A_PAGE ? null : page.get(page.size() - 1).id());
		return "notices";
	}

	/** As whom a reader is told something: himself, and his groups. */
	static List<String> recipients(Reader reader) {
		return Stream.concat(Stream.of(reader.id()), reader.groups().stream()).toList();
	}

	/** The moment in which a day begins in Shanghai. */
	static OffsetDateTime from(LocalDate day) {
		return ShanghaiTime.startOf(day).atZone(ShanghaiTime.ZONE).toOffsetDateTime();
	}

	private Line line(Notice notice) {
		return new Line(notice.id(), Words.minute(notice.createdAt()), organisation.name(notice.recipient(), notice.createdAt()), notice.outcomeId(),
				notice.text());
	}
}
