package org.bihuan.demo.sample;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.calendar.WorkingDays;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The cases of this month: they stand at every part of the cycle, in time and late as seen from today, and are put into a database once. */
@Component
@Profile("!production")
class Living {

	/** The engine's property that says of a database on which day they were put into it. */
	private static final String MARK = "bihuan.sample.living";

	private final Stage stage;
	private final WorkingDays workingDays;
	private final ManagementService management;
	private final Clock clock;

	Living(Stage stage, WorkingDays workingDays, @Lazy ManagementService management, Clock clock) {
		this.stage = stage;
		this.workingDays = workingDays;
		this.management = management;
		this.clock = clock;
	}

	boolean isIn() {
		return management.getProperties().containsKey(MARK);
	}

	/**
	 * Puts them in, in the caller's transaction; the clock stands at another moment afterwards.
	 *
	 * @return how many
	 */
	int add() {
		Instant now = clock.instant();
		LocalDate today = ShanghaiTime.dateAt(now);
		List<LivingOutcome> outcomes = LivingOutcome.all();
		int others = SampleOutcome.all().size();
		stage.replay("本月的样例",
				IntStream.range(0, outcomes.size()).mapToObj(place -> outcomes.get(place).onThe(today, others + place, workingDays)).toList());
		stage.until(now);
		management.setProperty(MARK, today.toString());
		return outcomes.size();
	}
}
