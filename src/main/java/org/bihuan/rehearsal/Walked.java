package org.bihuan.rehearsal;

import java.util.List;

/**
 * What became of the cases that were walked through one set, in an order that does not depend on the machine.
 *
 * @param cases at least the straight one
 * @param untaken the ways that none of them took
 */
record Walked(List<Case> cases, List<Untaken> untaken) {

	/**
	 * One case.
	 *
	 * @param key where it leaves the straight way, by ids; the same in every set that offers the same
	 * @param name the same in Chinese
	 * @param steps in the order in which they began
	 */
	record Case(String key, String name, List<Step> steps, List<Told> told, Ending ending) {
	}

	/**
	 * A task that was open, or a timer that fired.
	 *
	 * @param key of its role, else its id
	 * @param name as the diagram has it
	 * @param who the groups and people that it is offered to, by name; nobody for a timer
	 * @param on the day in Shanghai on which it began or fired, {@code yyyy-MM-dd}
	 * @param due the last day of a task; null where it has none
	 * @param after how many days after the last task before it had begun: what is as late as that in two sets is the same, on whatever day
	 */
	record Step(String key, String name, boolean timer, List<String> who, String on, String due, long after) {
	}

	/**
	 * Somebody was told.
	 *
	 * @param what the kind of the notice
	 * @param whom by name
	 * @param how by which channel
	 * @param on the day in Shanghai, {@code yyyy-MM-dd}
	 * @param after as of a {@link Step}
	 */
	record Told(String what, String whom, String how, String on, long after) {
	}

	/**
	 * How a case ended.
	 *
	 * @param how in Chinese
	 * @param stuck why it does not go on; null where it came to an end
	 * @param on the day in Shanghai, {@code yyyy-MM-dd}
	 */
	record Ending(String how, Stuck stuck, String on) {
	}

	/**
	 * Where and why a case does not go on.
	 *
	 * @param file the diagram; empty where there is no single place
	 * @param element its name in the Modeler; empty for none
	 * @param why in whole Chinese sentences
	 */
	record Stuck(String file, String element, String id, String why) {

		String sentence() {
			return file.isEmpty() ? why : file + " 的“" + element + "”（" + id + "）：" + why;
		}
	}

	/**
	 * A way that no case took.
	 *
	 * @param from the name of the gateway or of the timer before it
	 * @param way what stands on the flow; empty for none
	 * @param id of the flow
	 */
	record Untaken(String file, String from, String way, String id) {

		String sentence() {
			return file + " 的“" + from + "”" + (way.isEmpty() ? "" : "——“" + way + "”") + "（" + id + "）";
		}
	}
}
