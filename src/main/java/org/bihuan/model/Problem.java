package org.bihuan.model;

/**
 * Something in a set of models that must be mended before it may run, in the words of an analyst.
 *
 * @param file its name without folders, {@code handling.bpmn}
 * @param element the name that the Modeler shows; empty where it has none or the whole file is meant
 * @param id of the element, or of the field of a form; empty where the whole file is meant
 * @param what is wrong, and what to do about it, in whole Chinese sentences
 */
public record Problem(String file, String element, String id, String what) {

	/** All of it in one line. */
	public String sentence() {
		String named = element.isEmpty() ? "" : "“" + element + "”";
		return file + (named.isEmpty() && id.isEmpty() ? "" : " 的" + named + (id.isEmpty() ? "" : "（" + id + "）")) + "：" + what;
	}
}
