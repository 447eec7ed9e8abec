package org.bihuan.waiting;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;

import org.bihuan.identity.Organisation;
import org.bihuan.terms.TaskKeys;
import org.springframework.stereotype.Component;

/** Who has an open task, in Chinese: its unit and its person, as they are called now. */
@Component
public class Holders {

	private final Organisation organisation;
	private final Clock clock;

	Holders(Organisation organisation, Clock clock) {
		this.organisation = organisation;
		this.clock = clock;
	}

	/**
	 * Who has the step that an assignment has reached after the unit said that it is done: the 专委会 and 督考办 that look at it, whoever is asked or
	 * decides after them. The offices that are only told of the report have nothing to do with its day.
	 *
	 * @param open what waits on it
	 * @param committee that follows up: with 督考办 it has the look-back before that opens
	 * @return ids of groups or people; never empty
	 */
	public static List<String> ofStep(List<OpenTask> open, String committee) {
		List<String> now = open.stream().filter(task -> !TaskKeys.ACKNOWLEDGE_REPORT.equals(task.key()))
				.flatMap(task -> (task.groups().isEmpty() ? task.people() : task.groups()).stream()).distinct().toList();
		return now.isEmpty() ? List.of(committee, Organisation.SUPERVISION_OFFICE) : now;
	}

	/**
	 * {@code 公安局 张三} once somebody claimed what is one group's, {@code 张三（区委办）} where several groups could, {@code 公安局（未认领）} before; who is
	 * asked by name stands alone.
	 */
	public String words(OpenTask task) {
		List<String> groups = task.groups();
		if (task.claimedBy() == null) {
			return task.holders().stream().map(organisation::name).collect(Collectors.joining("、")) + (groups.isEmpty() ? "" : "（未认领）");
		}
		return switch (groups.size()) {
			case 0 -> organisation.name(task.claimedBy());
			case 1 -> organisation.name(groups.get(0)) + " " + organisation.name(task.claimedBy());
			default -> organisation.signed(task.claimedBy(), OffsetDateTime.now(clock));
		};
	}
}
