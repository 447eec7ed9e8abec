package org.bihuan.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A client as an attacker or a script has it: anonymous, by HTTP basic, or with a session of the webapps. */
public final class Http {

	private static final ObjectMapper JSON = new ObjectMapper();

	private final CookieManager cookies = new CookieManager();
	private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
	private String base;
	private final String account;
	private final String password;
	private final Map<String, String> headers = new LinkedHashMap<>();
	private String origin;

	private Http(int port, String account, String password) {
		this.base = "http://127.0.0.1:" + port;
		this.account = account;
		this.password = password;
	}

	public static Http anonymous(int port) {
		return new Http(port, null, null);
	}

	/** By HTTP basic; the password is the account's name. */
	public static Http basic(int port, String account) {
		return basic(port, account, account);
	}

	public static Http basic(int port, String account, String password) {
		return new Http(port, account, password);
	}

	/** Logged in to a webapp as a browser is. */
	public static Http session(int port, String account, String app) {
		Http http = new Http(port, null, null);
		http.get("/camunda/app/" + app + "/default/");
		Answer login = http
				.send(http.request("/camunda/api/admin/auth/user/default/login/" + app).header("Content-Type", "application/x-www-form-urlencoded")
						.POST(BodyPublishers.ofString("username=" + account + "&password=" + URLEncoder.encode(account, StandardCharsets.UTF_8))));
		if (login.status() != 200) {
			throw new IllegalStateException("login of " + account + " answered " + login);
		}
		http.get("/camunda/app/" + app + "/default/");
		return http;
	}

	/** Logged in through our own page, which gives the session of Tasklist as well. */
	public static Http pages(int port, String account) {
		Http http = new Http(port, null, null);
		http.get("/login");
		Answer login = http.form("/login", Map.of("username", account, "password", account, "to", "/notices"));
		if (login.status() != 302) {
			throw new IllegalStateException("login of " + account + " answered " + login);
		}
		http.get("/notices");
		return http;
	}

	/** The value of a cookie that the client keeps. */
	public String cookie(String name) {
		return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name)).findFirst().orElseThrow().getValue();
	}

	/** The same client, which now asks another node: its cookies are those of the host, whatever the port. */
	public Http at(int port) {
		base = "http://127.0.0.1:" + port;
		return this;
	}

	/** The same client on a page of another site. */
	public Http from(String site) {
		origin = site;
		return this;
	}

	/** The same client, which sends this header with each request. */
	public Http with(String header, String value) {
		headers.put(header, value);
		return this;
	}

	public record Answer(int status, String body) {

		public String message() {
			return json().path("message").asText(null);
		}

		public JsonNode json() {
			try {
				return JSON.readTree(body);
			}
			catch (JsonProcessingException notJson) {
				throw new IllegalStateException("not JSON: " + body, notJson);
			}
		}
	}

	public Answer get(String path) {
		return send(request(path).GET());
	}

	public Answer post(String path, Object body) {
		return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(text(body))));
	}

	/** A form as a browser sends it; a redirect is the answer. */
	public Answer form(String path, Map<String, String> fields) {
		String body = fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
				.collect(Collectors.joining("&"));
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)));
	}

	public Answer put(String path, Object body) {
		return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(text(body))));
	}

	/** A body that is still being written while the request is on its way. */
	public Answer put(String path, InputStream body) {
		return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofInputStream(() -> body)));
	}

	/** A file as a browser's form sends it; the name goes out exactly as given. */
	public Answer upload(String path, String name, byte[] bytes) {
		String boundary = "bihuan-" + Long.toHexString(name.hashCode());
		byte[] before = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name.replace("\"", "%22")
				+ "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8);
		byte[] after = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
		return send(request(path).header("Content-Type", "multipart/form-data; boundary=" + boundary)
				.POST(BodyPublishers.ofByteArrays(List.of(before, bytes, after))));
	}

	/** The bytes and headers of what is to be saved. */
	public HttpResponse<byte[]> download(String path) {
		try {
			return client.send(request(path).GET().build(), BodyHandlers.ofByteArray());
		}
		catch (IOException failed) {
			throw new IllegalStateException(failed);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	public Answer delete(String path) {
		return send(request(path).DELETE());
	}

	/** @param body JSON; null for none */
	public Answer send(String method, String path, String body) {
		return send(request(path).header("Content-Type", "application/json").method(method,
				body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
	}

	private static String text(Object body) {
		try {
			return body instanceof String text ? text : JSON.writeValueAsString(body);
		}
		catch (JsonProcessingException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "application/json, text/html, */*");
		headers.forEach(request::header);
		if (origin != null) {
			request.header("Origin", origin);
		}
		if (account != null) {
			request.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8)));
		}
		cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN")).findFirst()
				.ifPresent(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
		return request;
	}

	private Answer send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.body());
		}
		catch (IOException failed) {
			throw new IllegalStateException(failed);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}
}
