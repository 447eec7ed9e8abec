package org.bihuan.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;

/** Answers of filters, in the shape of every other refusal. */
final class Json {

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private Json() {
	}

	/** The body of a refusal that a controller answers. */
	record Refused(String type, String message) {

		Refused(String message) {
			this("Refusal", message);
		}
	}

	static void refuse(HttpServletResponse response, int status, String message) throws IOException {
		response.setStatus(status);
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.getOutputStream().write(MAPPER.writeValueAsString(Map.of("type", "Refusal", "message", message)).getBytes(StandardCharsets.UTF_8));
	}
}
