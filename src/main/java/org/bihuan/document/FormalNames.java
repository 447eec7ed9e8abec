package org.bihuan.document;

import org.bihuan.identity.Organisation;
import org.springframework.stereotype.Component;

/** How an official document calls those who in the lists go by a short name. */
@Component
class FormalNames {

	private final Organisation organisation;
	private final String place;

	FormalNames(Organisation organisation, Place place) {
		this.organisation = organisation;
		this.place = place.place();
	}

	String place() {
		return place;
	}

	/** The organ behind a group. */
	String of(String group) {
		return switch (group) {
			case Organisation.PARTY_OFFICE -> "中共" + place + "委员会办公室";
			case Organisation.GOV_OFFICE -> place + "人民政府办公室";
			case Organisation.CPPCC_OFFICE -> "政协" + place + "委员会办公室";
			default -> {
				String name = organisation.name(group);
				String full = name.startsWith(place) ? name : place + name;
				yield Organisation.isCommittee(group) ? "政协" + place + "委员会" + name : full;
			}
		};
	}

	/** The office for which an account acted: 区委办 or 区政府办. */
	String officeOf(String account) {
		return of(organisation.isMember(account, Organisation.PARTY_OFFICE) ? Organisation.PARTY_OFFICE : Organisation.GOV_OFFICE);
	}
}
