package org.bihuan.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs and figures of a Chinese keyboard where the English ones are meant: nothing reads them, and on a screen they look alike. */
public final class FullWidth {

	private static final String SIGNS = "，。：；“”‘’（）＝［］｛｝＜＞！＋－＊／＆｜、";
	private static final String MEANT = ",.:;\"\"''()=[]{}<>!+-*/&|,";
	private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+'");
	private static final Pattern SIGN = Pattern.compile("[" + Pattern.quote(SIGNS) + "\\uFF01-\\uFF5E\\u3000]");

	private FullWidth() {
	}

	/**
	 * The first one outside of the texts in quotation marks, as a sentence to add to what is wrong.
	 *
	 * @return without the full stop; empty for none
	 */
	public static Optional<String> hint(String written) {
		Matcher sign = SIGN.matcher(TEXT.matcher(written).replaceAll(""));
		return sign.find() ? Optional.of("其中的“" + sign.group() + "”是全角的，请换成英文输入法的 " + meant(sign.group().charAt(0))) : Optional.empty();
	}

	/** The same as a whole sentence; empty for none. */
	public static String sentence(String written) {
		return hint(written).map(one -> one + "。").orElse("");
	}

	private static String meant(char sign) {
		int at = SIGNS.indexOf(sign);
		return sign == '\u3000' ? "空格" : String.valueOf(at >= 0 ? MEANT.charAt(at) : (char) (sign - 0xFEE0));
	}
}
