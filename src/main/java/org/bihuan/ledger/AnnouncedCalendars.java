package org.bihuan.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;

import org.bihuan.calendar.HolidayCalendar;
import org.bihuan.calendar.HolidayFiles;
import org.bihuan.terms.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The calendar that applies now: the years that the application ships, and above them those that an administrator loaded. The
 * ledger is asked each time whether there is a newer notice, so that every node follows at once and a transaction that is rolled
 * back leaves nothing behind.
 */
@Repository
public class AnnouncedCalendars implements Supplier<HolidayCalendar> {

	private final JdbcClient jdbc;
	private final Clock clock;
	private final HolidayCalendar shipped = HolidayFiles.fromClasspath();
	private volatile Known known;

	AnnouncedCalendars(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.known = new Known(0, shipped);
	}

	private record Known(long latest, HolidayCalendar calendar) {
	}

	/**
	 * @param content the JSON as given
	 * @param moved what it moved, as JSON
	 */
	public record Notice(long id, int noticeYear, String content, String loadedBy, OffsetDateTime loadedAt, String moved) {
	}

	@Override
	public HolidayCalendar get() {
		long latest = latest();
		Known now = known;
		if (now.latest() != latest) {
			HolidayCalendar calendar = shipped;
			for (Notice notice : notices()) {
				calendar = calendar.with(HolidayFiles.readAnnounced(notice.content(), String.valueOf(notice.noticeYear())));
			}
			now = new Known(latest, calendar);
			known = now;
		}
		return now.calendar();
	}

	/** The number of the notice loaded last; 0 when none was. */
	public long latest() {
		return jdbc.sql("select coalesce(max(id), 0) from holiday_notice").query(Long.class).single();
	}

	/** All that were loaded, oldest first. */
	public List<Notice> notices() {
		return jdbc.sql("select id, notice_year, content, loaded_by, loaded_at, moved from holiday_notice order by id").query(Rows.of(Notice.class))
				.list();
	}

	/**
	 * Adds a notice, from this transaction on.
	 *
	 * @param supersedes the notice loaded last, as it was when this one was previewed
	 * @throws org.springframework.dao.DuplicateKeyException when another was loaded since
	 */
	public void load(long supersedes, int year, String content, String moved, String actor) {
		jdbc.sql("insert into holiday_notice (supersedes, notice_year, content, loaded_by, loaded_at, moved) values (?, ?, ?, ?, ?, ?)")
				.params(supersedes, year, content, actor, OffsetDateTime.now(clock), moved).update();
	}
}
