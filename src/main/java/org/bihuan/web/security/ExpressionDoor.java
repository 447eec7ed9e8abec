package org.bihuan.web.security;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Refuses any request with a key or parameter that ends in {@code Expression}, at whatever depth: nested queries of tasks and
 * filters would run it inside the engine (CVE-2026-109432), and no form or query of ours needs one. And a body that is nothing.
 */
class ExpressionDoor extends OncePerRequestFilter {

	private static final String REFUSED = "请求中含有表达式（名称以 Expression 结尾），不予执行。";
	private static final Set<String> NOT_JSON = Set.of("multipart/form-data", "application/x-www-form-urlencoded");
	private static final String NOTHING = "null";
	private static final JsonFactory JSON = new JsonFactory();

	/** Far more than any form holds, and little enough to be kept in memory before anybody has logged in. */
	private static final int LARGEST = 4 * 1024 * 1024;

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (queryParameters(request).anyMatch(ExpressionDoor::isExpression)) {
			RefusalBody.send(response, HttpServletResponse.SC_BAD_REQUEST, REFUSED);
			return;
		}
		if (!mayCarryJson(request)) {
			chain.doFilter(request, response);
			return;
		}
		byte[] body = request.getContentLengthLong() > LARGEST ? null : request.getInputStream().readNBytes(LARGEST + 1);
		if (body == null || body.length > LARGEST) {
			RefusalBody.send(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "请求内容过大，不予处理。");
			return;
		}
		if (NOTHING.equals(new String(body, StandardCharsets.UTF_8).strip())) {
			// the platform's resources take it for an object and fail
			RefusalBody.send(response, HttpServletResponse.SC_BAD_REQUEST, "请求内容是 null，没有可以执行的。请按接口的说明填写。");
			return;
		}
		try {
			if (carriesExpression(body)) {
				RefusalBody.send(response, HttpServletResponse.SC_BAD_REQUEST, REFUSED);
				return;
			}
		}
		catch (IOException malformed) {
			RefusalBody.send(response, HttpServletResponse.SC_BAD_REQUEST, "请求内容不是有效的 JSON。");
			return;
		}
		chain.doFilter(new Replayed(request, body), response);
	}

	/** Names in the address alone: reading the parameters of a posted form would use up its body. No query of Camunda comes as a form. */
	private static Stream<String> queryParameters(HttpServletRequest request) {
		String query = request.getQueryString() == null ? "" : request.getQueryString();
		return Stream.of(query.split("&")).map(pair -> UriUtils.decode(pair.split("=", 2)[0].replace('+', ' '), StandardCharsets.UTF_8).strip());
	}

	private static boolean mayCarryJson(HttpServletRequest request) {
		String type = request.getContentType() == null ? "" : request.getContentType().split(";")[0].strip().toLowerCase(java.util.Locale.ROOT);
		return request.getContentLengthLong() != 0 && !NOT_JSON.contains(type);
	}

	private static boolean carriesExpression(byte[] body) throws IOException {
		try (JsonParser parser = JSON.createParser(body)) {
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				if (token == JsonToken.FIELD_NAME && isExpression(parser.currentName())) {
					return true;
				}
			}
			return false;
		}
	}

	private static boolean isExpression(String name) {
		return name.toLowerCase(java.util.Locale.ROOT).endsWith("expression");
	}

	/** The same request with its body to be read again. */
	private static final class Replayed extends HttpServletRequestWrapper {

		private final byte[] body;

		Replayed(HttpServletRequest request, byte[] body) {
			super(request);
			this.body = body;
		}

		@Override
		public ServletInputStream getInputStream() {
			ByteArrayInputStream bytes = new ByteArrayInputStream(body);
			return new ServletInputStream() {

				@Override
				public int read() {
					return bytes.read();
				}

				@Override
				public int read(byte[] target, int offset, int length) {
					return bytes.read(target, offset, length);
				}

				@Override
				public boolean isFinished() {
					return bytes.available() == 0;
				}

				@Override
				public boolean isReady() {
					return true;
				}

				@Override
				public void setReadListener(ReadListener listener) {
					throw new UnsupportedOperationException("the body is read already");
				}
			};
		}
	}
}
