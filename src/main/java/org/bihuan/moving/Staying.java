package org.bihuan.moving;

/** A case cannot go on by the other set: it stays as it was, and its message says why, in Chinese, for people. */
final class Staying extends RuntimeException {

	private static final long serialVersionUID = 1L;

	Staying(String why) {
		super(why);
	}

	Staying(String why, Throwable cause) {
		super(why, cause);
	}
}
