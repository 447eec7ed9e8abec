package org.bihuan.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What two sets differ in, as an analyst sees it: files, and in them the elements of a diagram, the rows of a table, the fields of a form. */
public final class SetDifference {

	private SetDifference() {
	}

	/** What became of a file or of a part of it. */
	public enum Kind {
		ADDED("新增"), REMOVED("去掉"), CHANGED("改动");

		private final String label;

		Kind(String label) {
			this.label = label;
		}

		/** In Chinese. */
		public String label() {
			return label;
		}
	}

	/**
	 * One thing that is said of a part.
	 *
	 * @param what in Chinese, for example 名称
	 * @param before empty where nothing was said of it
	 * @param after empty where nothing is said of it any more
	 */
	public record Detail(String what, String before, String after) {
	}

	/**
	 * An element, a row or a field.
	 *
	 * @param name as the Modeler shows it; empty where it has none
	 * @param details in which a changed one differs; what an added one says, and a removed one said
	 */
	public record Part(Kind kind, String name, String id, List<Detail> details) {
	}

	/**
	 * A file.
	 *
	 * @param parts empty where nothing differs that decides how a case runs: shapes were moved, or only the file is written otherwise. Also for a
	 *            template of documents, and for a file that cannot be read
	 * @param readable false for a file of which only that it differs can be said
	 */
	public record FileChange(String name, Kind kind, List<Part> parts, boolean readable) {
	}

	/** @return the files that differ, by name; empty for the same set */
	public static List<FileChange> between(ModelSet before, ModelSet after) {
		TreeSet<String> names = new TreeSet<>(before.files().keySet());
		names.addAll(after.files().keySet());
		List<FileChange> changes = new ArrayList<>();
		for (String name : names) {
			byte[] was = before.files().get(name);
			byte[] is = after.files().get(name);
			if (was == null || is == null || !before.hash(name).equals(after.hash(name))) {
				Optional<List<Part>> parts = parts(name, was, is);
				changes.add(new FileChange(name, was == null ? Kind.ADDED : is == null ? Kind.REMOVED : Kind.CHANGED, parts.orElse(List.of()),
						parts.isPresent()));
			}
		}
		return changes;
	}

	private static Optional<List<Part>> parts(String name, byte[] before, byte[] after) {
		Optional<FileParts> was = before == null ? Optional.of(FileParts.NONE) : FileParts.of(name, before);
		Optional<FileParts> is = after == null ? Optional.of(FileParts.NONE) : FileParts.of(name, after);
		return was.isEmpty() || is.isEmpty() ? Optional.empty() : Optional.of(compare(was.get(), is.get()));
	}

	private static List<Part> compare(FileParts before, FileParts after) {
		List<Part> parts = new ArrayList<>();
		after.byId().forEach((id, is) -> {
			FileParts.One was = before.byId().get(id);
			if (was == null) {
				parts.add(new Part(Kind.ADDED, is.name(), id, details(Map.of(), is.says())));
			}
			else if (!was.says().equals(is.says())) {
				parts.add(new Part(Kind.CHANGED, is.name(), id, details(was.says(), is.says())));
			}
		});
		before.byId().forEach((id, was) -> {
			if (!after.byId().containsKey(id)) {
				parts.add(new Part(Kind.REMOVED, was.name(), id, details(was.says(), Map.of())));
			}
		});
		List<String> orderBefore = before.byId().keySet().stream().filter(after.byId()::containsKey).toList();
		List<String> orderAfter = after.byId().keySet().stream().filter(before.byId()::containsKey).toList();
		if (before.isOrdered() && after.isOrdered() && !orderBefore.equals(orderAfter)) {
			parts.add(
					new Part(Kind.CHANGED, after.ordered(), "", List.of(new Detail("先后次序", names(before, orderBefore), names(after, orderAfter)))));
		}
		return parts;
	}

	private static String names(FileParts file, List<String> ids) {
		return String.join("、", ids.stream().map(id -> file.byId().get(id).name()).filter(name -> !name.isEmpty()).toList());
	}

	private static List<Detail> details(Map<String, String> before, Map<String, String> after) {
		Map<String, Detail> details = new LinkedHashMap<>();
		after.forEach((what, is) -> {
			String was = before.getOrDefault(what, "");
			if (!was.equals(is)) {
				details.put(what, new Detail(ModelWords.of(what), ModelWords.of(what, was), ModelWords.of(what, is)));
			}
		});
		before.forEach((what, was) -> {
			if (!after.containsKey(what)) {
				details.put(what, new Detail(ModelWords.of(what), ModelWords.of(what, was), ""));
			}
		});
		return List.copyOf(details.values());
	}
}
