package org.bihuan.web.security;

import java.io.IOException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.MediaType;

/** What the server itself refuses, before the application hears of it, is told in our one sentence too. Made by the server, by its name. */
public class PlainErrorValve extends ErrorReportValve {

	private static final int FIRST = 400;

	@Override
	protected void report(Request request, Response response, Throwable failure) {
		if (response.getStatus() < FIRST || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		try {
			response.setContentType(MediaType.TEXT_PLAIN_VALUE);
			response.setCharacterEncoding("UTF-8");
			response.setHeader("X-Content-Type-Options", "nosniff");
			response.getReporter().write(ErrorWords.words(response.getStatus()));
			response.finishResponse();
		}
		catch (IOException gone) {
			// whoever asked does not listen any more
		}
	}
}
