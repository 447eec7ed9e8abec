package org.bihuan.demo.organisation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.core.type.TypeReference;
import org.bihuan.json.Json;

/** One group of the sample organisation with its people, as {@code sample/organisation.json} tells it. A person may be in several. */
record SampleGroup(String id, String name, List<Person> people) {

	/** @param account also the password */
	record Person(String account, String name) {
	}

	static List<SampleGroup> all() {
		try (InputStream source = SampleGroup.class.getResourceAsStream("/sample/organisation.json")) {
			return Json.read(source, new TypeReference<>() {
			});
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}
}
