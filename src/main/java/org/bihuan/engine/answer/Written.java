package org.bihuan.engine.answer;

import java.text.Normalizer;

/** What characters a text may consist of: what nobody sees is no answer, and what is seen is what is kept. */
public final class Written {

	/** Letters by their class, which have no picture: the fillers of Hangul, the empty pattern of Braille, joiners of other scripts. */
	private static final String EMPTY_LETTERS = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

	private Written() {
	}

	/** Whether a reader would see nothing: blanks of all kinds, and characters without a picture. */
	static boolean nothing(String text) {
		return text.codePoints().allMatch(Written::unseen);
	}

	/** What two texts have in common that look the same: without blanks and what has no picture, wide letters as narrow ones. */
	public static String seen(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().filter(one -> !unseen(one))
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
	}

	/**
	 * Whether there is something in it that cannot be kept, or that makes a text look other than it is: control characters, halves of characters,
	 * marks that turn round what follows them. Line breaks and tabs are none.
	 */
	public static boolean unfit(String text) {
		return text.codePoints().anyMatch(one -> {
			int kind = Character.getType(one);
			return (kind == Character.CONTROL && "\t\n\r".indexOf(one) < 0) || kind == Character.SURROGATE || (one & 0xFFFE) == 0xFFFE || turns(one);
		});
	}

	/** Whether there is something in it that ends a line or jumps in it: what is asked for in one line stands in one on paper too. */
	static boolean leavesTheLine(String text) {
		return text.codePoints().map(Character::getType)
				.anyMatch(kind -> kind == Character.CONTROL || kind == Character.LINE_SEPARATOR || kind == Character.PARAGRAPH_SEPARATOR);
	}

	/** Whether there is something in it that nobody sees, so that two names look like one: blanks between words are seen, line breaks are none. */
	public static boolean hides(String text) {
		return unfit(text) || text.codePoints().anyMatch(one -> unseen(one) && Character.getType(one) != Character.SPACE_SEPARATOR);
	}

	private static boolean unseen(int one) {
		int kind = Character.getType(one);
		return Character.isWhitespace(one) || Character.isSpaceChar(one) || kind == Character.CONTROL || kind == Character.FORMAT
				|| EMPTY_LETTERS.indexOf(one) >= 0 || (one >= 0xFE00 && one <= 0xFE0F) || (one >= 0xE0100 && one <= 0xE01EF);
	}

	private static boolean turns(int one) {
		return (one >= 0x202A && one <= 0x202E) || (one >= 0x2066 && one <= 0x2069);
	}
}
