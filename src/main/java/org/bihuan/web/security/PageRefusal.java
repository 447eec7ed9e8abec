package org.bihuan.web.security;

import org.springframework.http.HttpStatus;

/** Why a page is not shown; answered as a page in Chinese. */
public final class PageRefusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final HttpStatus status;

	private PageRefusal(HttpStatus status, String message) {
		super(message, null, false, false);
		this.status = status;
	}

	/** The page is not for this reader, and that it exists is no secret. */
	public static PageRefusal forbidden(String message) {
		return new PageRefusal(HttpStatus.FORBIDDEN, message);
	}

	/** There is none, or not for this reader: which of the two is not told. */
	public static PageRefusal notFound(String message) {
		return new PageRefusal(HttpStatus.NOT_FOUND, message);
	}

	/** The address asks for what cannot be. */
	public static PageRefusal bad(String message) {
		return new PageRefusal(HttpStatus.BAD_REQUEST, message);
	}

	/** With which the page that tells of it is answered. */
	public HttpStatus status() {
		return status;
	}
}
