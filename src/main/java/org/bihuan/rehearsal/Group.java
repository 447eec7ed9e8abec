package org.bihuan.rehearsal;

import java.util.List;

/** A group of the place in which a set is to be in force, with its people; written as the sample organisation is. */
record Group(String id, String name, List<Person> people) {

	record Person(String account, String name) {
	}
}
