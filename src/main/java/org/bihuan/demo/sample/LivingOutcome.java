package org.bihuan.demo.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.core.type.TypeReference;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.json.Json;

/**
 * A case that waits today, as {@code sample/living.json} tells it.
 *
 * @param standsAt the task, as an act names it, that nobody has done yet
 * @param since days since the act before that task, at least 1
 * @param outcome without a day of its start, which follows from the two
 */
record LivingOutcome(String standsAt, int since, SampleOutcome outcome) {

	static List<LivingOutcome> all() {
		try (InputStream source = SampleOutcome.class.getResourceAsStream("/sample/living.json")) {
			return Json.read(source, new TypeReference<>() {
			});
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** The case that began as late as it can have begun to stand there since so many days; acts are on working days: it may be more. */
	SampleCase onThe(LocalDate today, int place, WorkingDays workingDays) {
		LocalDate last = today.minusDays(since);
		LocalDate start = last;
		SampleCase tried;
		do {
			start = start.minusDays(1);
			tried = new SampleCase(outcome.from(workingDays.endOf(start)), place, workingDays);
		}
		while (tried.standAt(standsAt).isAfter(last));
		return tried;
	}
}
