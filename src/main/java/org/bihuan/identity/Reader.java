package org.bihuan.identity;

import java.util.List;
import java.util.Set;

/**
 * Who reads our pages, with the groups that decide what is shown: the offices, the leaders and the committees see every outcome;
 * a unit sees its own assignments only; a member sees the outcomes in which he took part; everybody else sees none.
 *
 * @param id the account
 * @param name in Chinese
 * @param groups ids of all groups the account is in
 */
public record Reader(String id, String name, List<String> groups) {

	private static final Set<String> EVERYTHING = Set.of(Organisation.ADMINS, Organisation.CPPCC_OFFICE, Organisation.CPPCC_CHAIR,
			Organisation.DEPUTY_CHAIR,
			Organisation.CHAIR_MEETING, Organisation.PARTY_OFFICE, Organisation.GOV_OFFICE, Organisation.SUPERVISION_OFFICE, Organisation.LEADERS);

	/** Whether every outcome and every assignment may be read. */
	public boolean seesEverything() {
		return groups.stream().anyMatch(group -> EVERYTHING.contains(group) || Organisation.isCommittee(group));
	}

	public boolean isAdministrator() {
		return groups.contains(Organisation.ADMINS);
	}

	/** Whether the account looks after the diagrams, tables, forms and templates. */
	public boolean maintainsModels() {
		return isAdministrator() || groups.contains(Organisation.ANALYSTS);
	}

	/** Whether the account is in one of the offices that decide: 区委办, 区政府办, 区政协办. */
	public boolean isOffice() {
		return groups.stream().anyMatch(Organisation.THREE_OFFICES::contains);
	}

	/** Whether the account is in 党政办公室 (区委办, 区政府办), which assigns, moves to another unit and enters what leaders wrote. */
	public boolean assigns() {
		return groups.stream().anyMatch(Organisation.PARTY_AND_GOV_OFFICES::contains);
	}

	/** The units (承办单位) the account belongs to; empty for everybody else. */
	public List<String> units() {
		return groups.stream().filter(Organisation::isUnit).toList();
	}
}
