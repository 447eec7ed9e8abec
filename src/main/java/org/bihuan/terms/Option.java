package org.bihuan.terms;

/**
 * One line of a list to choose from, as a form's {@code valuesExpression} reads it.
 *
 * @param label in Chinese, what people see
 * @param value what is kept
 */
public record Option(String label, String value) {

	/** Whether it is meant by what somebody wrote: its value, or its label to the letter. Null means none. */
	public boolean isMeantBy(String written) {
		return value.equals(written) || label.equals(written);
	}
}
