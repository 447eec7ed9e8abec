package org.bihuan.web.pages;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.engine.acting.Actors;
import org.bihuan.identity.Organisation;
import org.bihuan.terms.Option;

/** The Chinese names of people and groups on one page, each asked for once. */
final class Names {

	private final Organisation organisation;
	private final Map<String, String> known = new HashMap<>(Map.of(Actors.SYSTEM, "系统"));

	Names(Organisation organisation) {
		this.organisation = organisation;
		for (List<Option> options : List.of(organisation.committees(), organisation.units())) {
			options.forEach(option -> known.put(option.value(), option.label()));
		}
	}

	/** Empty for null. */
	public String of(String id) {
		return id == null ? "" : known.computeIfAbsent(id, organisation::name);
	}

	/** As it was at that moment; empty for null. */
	public String of(String id, OffsetDateTime at) {
		return Actors.SYSTEM.equals(id) ? of(id) : organisation.name(id, at);
	}

	/** As it was on that day; as now where no day is known. */
	public String of(String id, LocalDate day) {
		return day == null ? of(id) : of(id, ShanghaiTime.endOf(day).atZone(ShanghaiTime.ZONE).toOffsetDateTime());
	}

	/** The same with the groups that he was in: who signs does so for them. */
	public String signed(String id, OffsetDateTime at) {
		return Actors.SYSTEM.equals(id) ? of(id) : organisation.signed(id, at);
	}

	public String of(Collection<String> ids) {
		return ids.stream().map(this::of).collect(Collectors.joining("、"));
	}
}
