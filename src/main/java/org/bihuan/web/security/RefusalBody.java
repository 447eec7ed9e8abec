package org.bihuan.web.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.bihuan.json.Json;
import org.springframework.http.MediaType;

/** The body of a refusal, in the same shape whether a filter or a controller answers it. */
public record RefusalBody(String type, String message) {

	/** Of the request: the sentence that {@link ErrorWords} puts on the page. */
	static final String SENTENCE = RefusalBody.class.getName();

	/** @param message in Chinese, what is wrong and what to do */
	public RefusalBody(String message) {
		this("Refusal", message);
	}

	/** Answers a request before any controller is chosen. */
	public static void send(HttpServletResponse response, int status, String message) throws IOException {
		response.setStatus(status);
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.getOutputStream().write(Json.write(new RefusalBody(message)).getBytes(StandardCharsets.UTF_8));
	}

	/** The same, as a page for who wants one. */
	static void send(HttpServletRequest request, HttpServletResponse response, int status, String message) throws IOException {
		if (Requests.wantsPage(request)) {
			request.setAttribute(SENTENCE, message);
			response.sendError(status);
			return;
		}
		send(response, status, message);
	}
}
