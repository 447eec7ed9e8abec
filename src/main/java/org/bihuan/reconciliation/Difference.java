package org.bihuan.reconciliation;

/**
 * Where ledger and engine say two things, or what runs stands still.
 *
 * @param number of the outcome or the assignment ({@code CG2023-5}, {@code CG2023-5-1}); of what is no case, its name in the engine
 * @param what differs, in Chinese
 * @param instead what to do about it, in Chinese
 */
public record Difference(String number, String what, String instead) {

	/** In one line, for the log. */
	@Override
	public String toString() {
		return number + "：" + what + instead;
	}
}
