package org.bihuan.database;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of H2's file, with what makes it keep what it took: H2 by itself writes half a second after it said so. Whoever says himself when it
 * is to write ({@code WRITE_DELAY}), or takes another of H2's ways to a file ({@code split:}, {@code nioMapped:}, …), has his address as he wrote
 * it.
 */
final class H2File {

	/** A letter before a colon is a drive, more are one of H2's ways. */
	private static final Pattern PLAIN = Pattern.compile("jdbc:h2:(?:file:)?(?!\\w{2,}:)([^;]+)(.*)");
	private static final Pattern DURABLE = Pattern.compile("jdbc:h2:" + DurableFile.SCHEME + ":([^;]+).*");

	/**
	 * Each transaction that changed something is written before its end is told; meanwhile the next ones wait and are written together. What is
	 * outdated is written over after a second: H2's own 45 let a file grow by 150 MB in a minute of a thousand acts. A stop may take two seconds for
	 * what {@link Tidying} has not come to.
	 */
	private static final String SETTINGS = ";WRITE_DELAY=0;RETENTION_TIME=1000;MAX_COMPACT_TIME=2000";

	private H2File() {
	}

	/** @param address of JDBC, whatever database it names */
	static String durable(String address) {
		Matcher plain = PLAIN.matcher(address);
		if (!plain.matches() || plain.group(2).toUpperCase(Locale.ROOT).contains(";WRITE_DELAY=")) {
			return address;
		}
		return "jdbc:h2:" + DurableFile.SCHEME + ":" + plain.group(1) + plain.group(2) + SETTINGS;
	}

	/** @return without its ending, as H2 knows it; null where it is no durable file */
	static String path(String address) {
		Matcher durable = DURABLE.matcher(address);
		return durable.matches() ? durable.group(1) : null;
	}
}
