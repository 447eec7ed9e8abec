package org.bihuan.model;

/**
 * What a number that stands in a table may be: a whole one within these bounds. Whoever reads the answer holds it against the same bound.
 *
 * @param least the smallest
 * @param most the greatest
 * @param why in Chinese, without the full stop; what goes wrong with another
 */
public record Bound(int least, int most, String why) {

	public boolean holds(Number number) {
		double value = number.doubleValue();
		return value == Math.rint(value) && value >= least && value <= most;
	}

	/** In words: {@code 1 至 24 的整数}. */
	public String words() {
		return least + " 至 " + most + " 的整数";
	}
}
