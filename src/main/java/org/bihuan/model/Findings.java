package org.bihuan.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The problems of one check, each once, as they are found. */
public final class Findings {

	private final Set<Problem> found = new LinkedHashSet<>();

	/** @param what in whole Chinese sentences: what is wrong and what to do */
	public void of(String file, String element, String id, String what) {
		found.add(new Problem(file, element == null ? "" : element, id == null ? "" : id, what));
	}

	/** Of a node of a diagram. */
	public void of(Node node, String what) {
		of(node.file(), node.name(), node.id(), what);
	}

	/** Of a flow of a diagram. */
	public void of(Flow flow, String what) {
		of(flow.file(), flow.name(), flow.id(), what);
	}

	/** Of a whole file. */
	public void of(String file, String what) {
		of(file, "", "", what);
	}

	/** Told of elsewhere already. */
	public void add(Problem problem) {
		found.add(problem);
	}

	/** In the order of files, of one file as they were found. */
	List<Problem> sorted() {
		List<Problem> sorted = new ArrayList<>(found);
		sorted.sort(java.util.Comparator.comparing(Problem::file));
		return sorted;
	}
}
