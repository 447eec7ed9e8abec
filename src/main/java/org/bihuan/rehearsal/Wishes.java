package org.bihuan.rehearsal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.terms.Option;
import org.bihuan.terms.TaskKeys;

/**
 * What is answered in the steps of this house where the plainest answer to the form would not do: who is asked, and days that must be to come. What
 * it does not say, a form answers by itself; so does every step that an analyst has added.
 */
final class Wishes {

	/** Whose answer needs something uploaded before it. */
	static final Set<String> SCANNED = Set.of(TaskKeys.SEAL_REPLY, TaskKeys.SEAL_REDO, TaskKeys.ENTER_INSTRUCTION, TaskKeys.LOOK_BACK_BY_COMMITTEE,
			TaskKeys.LOOK_BACK_BY_SUPERVISION);

	static final String NUMBER = "number";
	static final String REASON = "reason";

	private static final int DAYS_PROMISED = 14;
	private static final int DAYS_TO_MEND = 30;
	private static final int DAYS_PLANNED = 60;
	private static final String PHONE = "0523-88000000";

	private final Organisation organisation;
	private final List<String> units;

	Wishes(Organisation organisation) {
		this.organisation = organisation;
		this.units = organisation.units().stream().map(Option::value).filter(one -> !organisation.accountsOf(one).isEmpty()).toList();
	}

	/** The unit that has the assignment first. */
	private String unit() {
		return units.isEmpty() ? "" : units.get(0);
	}

	/** Another one than the one that has the assignment; null for the one that has it first. */
	String otherThan(String lead) {
		String not = lead == null ? unit() : lead;
		return units.stream().filter(one -> !one.equals(not)).findFirst().orElse(not);
	}

	/** One of several that is not asked for already: of units one that has people. */
	String another(Set<String> offered, Collection<Object> taken) {
		List<String> free = offered.stream().filter(one -> !taken.contains(one)).toList();
		return free.stream().filter(units::contains).findFirst().orElse(free.isEmpty() ? offered.iterator().next() : free.get(free.size() - 1));
	}

	/**
	 * @param step the key of its role
	 * @param today in Shanghai
	 * @param assignment null while there is none
	 * @param committee that has registered the topic
	 */
	Map<String, Object> of(String step, LocalDate today, Assignment assignment, String committee) {
		LocalDate due = assignment == null ? null : assignment.dueOn();
		String otherUnit = otherThan(assignment == null ? null : assignment.leadUnit());
		String later = (due == null ? today : due).plusDays(DAYS_PROMISED).toString();
		List<String> leaders = organisation.leaders().stream().map(Option::value).toList();
		List<String> members = organisation.members().stream().map(Option::value).toList();
		return switch (step) {
			case TaskKeys.PLAN_RESEARCH -> Map.of("members", first(members, 2));
			case TaskKeys.DRAFT_REPORT -> Map.of("askedMembers", first(members, 1));
			case TaskKeys.REVISE_REPORT -> Map.of("askedUnits", first(units, 1));
			case TaskKeys.SUBMIT_OUTCOME -> Map.of("leaders", first(leaders, 1));
			case TaskKeys.SORT_INSTRUCTIONS, TaskKeys.SORT_LATE_INSTRUCTION -> Map.of("sorting.committee", committee);
			case TaskKeys.MAKE_ASSIGNMENTS -> Map.of("assignments.leadUnit", unit());
			case TaskKeys.ADD_ASSIGNMENT -> Map.of("leadUnit", otherUnit);
			case TaskKeys.CONFIRM_FOLLOW_UP -> Map.of("followUpCommittee", committee);
			case TaskKeys.SIGN_RECEIPT -> Map.of("proposedUnit", otherUnit);
			case TaskKeys.DECIDE_REASSIGNMENT -> Map.of("toUnit", otherUnit);
			case TaskKeys.DRAFT_REPLY -> Map.of("phone", PHONE, "plannedOn", today.plusDays(DAYS_PLANNED).toString(), "extendUntil", later);
			case TaskKeys.DECIDE_EXTENSION -> Map.of("until", later);
			case TaskKeys.HANDLE_OVERDUE, TaskKeys.RECONSIDER_CONVERSION -> Map.of("promisedOn", today.plusDays(DAYS_PROMISED).toString());
			case TaskKeys.DRAFT_OPINION_REPORT -> Map.of("title", "关于演练的建议");
			case TaskKeys.DRAFT_PROPOSAL -> Map.of("title", "关于演练的提案");
			case TaskKeys.JUDGE_REFERENCE -> Map.of("signer", "签发人");
			case TaskKeys.REDO -> Map.of("phone", PHONE, "plannedOn", today.plusDays(DAYS_PLANNED).toString());
			case TaskKeys.STRENGTHEN_SUPERVISION, TaskKeys.STRENGTHEN_FOR_DELAY -> Map.of("limit", today.plusDays(DAYS_TO_MEND).toString());
			default -> Map.of();
		};
	}

	/** The same with one field answered otherwise, and what that other answer rules out. */
	static Map<String, Object> with(Map<String, Object> wishes, String key, Object value) {
		Map<String, Object> changed = new HashMap<>(wishes);
		changed.put(key, value);
		if ("noLeader".equals(key)) {
			changed.put("leaders", List.of());
		}
		return changed;
	}

	private static List<String> first(List<String> all, int most) {
		return all.stream().limit(most).toList();
	}
}
