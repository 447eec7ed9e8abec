package org.bihuan.web.pages;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.bihuan.model.ModelSet;
import org.bihuan.model.SetDifference;
import org.bihuan.model.SetDifference.Kind;
import org.bihuan.model.SetDifference.Part;
import org.bihuan.web.security.PageRefusal;

/**
 * Two versions of a diagram side by side.
 *
 * @param before null where there was none; so is {@code after} where there is none any more
 * @param removed ids of what only the former has; {@code added} of what only the latter has; {@code changed} of what both have
 */
record ModelPicture(String before, String after, List<String> removed, List<String> added, List<String> changed) {

	/** @throws PageRefusal (HTTP 404) where neither has such a diagram */
	static ModelPicture of(String file, ModelSet was, ModelSet is) {
		if (!file.endsWith(".bpmn") || !(was.files().containsKey(file) || is.files().containsKey(file))) {
			throw PageRefusal.notFound("没有这个流程图。");
		}
		List<Part> parts = SetDifference.between(only(file, was), only(file, is)).stream().flatMap(one -> one.parts().stream()).toList();
		return new ModelPicture(text(was.files().get(file)), text(is.files().get(file)), ids(parts, Kind.REMOVED), ids(parts, Kind.ADDED),
				ids(parts, Kind.CHANGED));
	}

	private static ModelSet only(String file, ModelSet set) {
		SortedMap<String, byte[]> one = new TreeMap<>(set.files());
		one.keySet().retainAll(List.of(file));
		return new ModelSet(one);
	}

	private static String text(byte[] bytes) {
		return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
	}

	private static List<String> ids(List<Part> parts, Kind kind) {
		return parts.stream().filter(one -> one.kind() == kind).map(Part::id).toList();
	}
}
