package org.bihuan.web.pages;

import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.terms.Supervision;

/** How pages write days, moments, shares and levels. */
final class Words {

	private static final long KILOBYTE = 1024;
	private static final long MEGABYTE = KILOBYTE * KILOBYTE;

	private Words() {
	}

	/** Empty for no supervision. */
	static String level(Supervision level) {
		return level == null || level == Supervision.NONE ? "" : level.label();
	}

	/** Empty for null. */
	static String day(LocalDate day) {
		return day == null ? "" : day.toString();
	}

	/** To the minute in Shanghai; empty for null. */
	static String minute(OffsetDateTime at) {
		return at == null ? "" : ShanghaiTime.minute(at);
	}

	/** A file's size, as {@code 1.2 MB}. */
	static String size(long bytes) {
		return bytes < KILOBYTE ? bytes + " B"
				: bytes < MEGABYTE ? Math.round((double) bytes / KILOBYTE) + " KB" : Math.round(bytes * 10.0 / MEGABYTE) / 10.0 + " MB";
	}

	/** A share of 1 as 96.7%, without a needless nought; a dash for null. */
	static String percent(Double share) {
		return share == null ? "—" : (Math.round(share * 1000) / 10.0 + "%").replace(".0%", "%");
	}
}
