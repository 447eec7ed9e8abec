package org.bihuan.engine.answer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A form as it is handed to who fills it in: its texts show what people wrote character by character. */
public final class FormOut {

	private FormOut() {
	}

	/** @param drawn read to its end and closed; null where a task has no form */
	public static InputStream of(InputStream drawn) {
		if (drawn == null) {
			return null;
		}
		try (drawn) {
			return new ByteArrayInputStream(Shown.literal(drawn.readAllBytes()));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}
}
