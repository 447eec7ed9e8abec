package org.bihuan.ledger;

import java.util.Optional;
import java.util.Set;

import org.bihuan.ledger.Corrections.Field;

/** Whoever owns a table whose fields may be corrected (更正): it alone writes them, also then. */
public interface Correctable {

	Set<Field> correctable();

	/** The row of an assignment that holds such a field; empty while there is none. */
	default Optional<String> rowOf(Field field, String assignmentId) {
		return Optional.of(assignmentId);
	}

	/** What stands in the field of this row now; null for nothing. Days as {@code 2023-09-11}, people as account ids. */
	String value(Field field, String row);

	/**
	 * Why the step that wrote this field first would not take this value, in Chinese with what to do; empty (the default) when it would. The step
	 * asks the same rule. What the form demands of the field, as its length, is the form's to say.
	 */
	default Optional<String> refusal(Field field, String row, String value) {
		return Optional.empty();
	}

	/** Puts a checked value, written in the same way, into its place. */
	void correct(Field field, String row, String value);
}
