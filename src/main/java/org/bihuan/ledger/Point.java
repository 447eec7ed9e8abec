package org.bihuan.ledger;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What was said about one suggestion: in a reply, a report of implementation, as evidence of a look-back.
 *
 * @param seq the suggestion's number within its outcome
 * @param text as it was written
 */
public record Point(String suggestionId, int seq, String text) {

	/** All of them to be read by people, each under its suggestion's number. */
	public static String inWords(List<Point> points) {
		return points.stream().map(one -> "建议 " + one.seq() + "：" + one.text()).collect(Collectors.joining("\n\n"));
	}
}
