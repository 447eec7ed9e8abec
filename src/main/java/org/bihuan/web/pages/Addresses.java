package org.bihuan.web.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How a page writes into its address what is asked of it. */
final class Addresses {

	private Addresses() {
	}

	static boolean blank(String value) {
		return value == null || value.isBlank();
	}

	/**
	 * From the question mark on; empty for nothing.
	 *
	 * @param parts names and values in turn; what is null or blank is left out
	 */
	static String query(Object... parts) {
		List<String> written = new ArrayList<>();
		for (int part = 0; part < parts.length; part += 2) {
			if (parts[part + 1] != null && !blank(parts[part + 1].toString())) {
				written.add(parts[part] + "=" + URLEncoder.encode(parts[part + 1].toString(), StandardCharsets.UTF_8));
			}
		}
		return written.isEmpty() ? "" : "?" + String.join("&", written);
	}
}
