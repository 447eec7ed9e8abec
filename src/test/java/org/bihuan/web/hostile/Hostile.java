package org.bihuan.web.hostile;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Somebody who sends anything, by HTTP basic to programs' addresses and with a session elsewhere; null for nobody who is known. */
public final class Hostile {

	private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
	/** Names and ids may be quoted; words in a row are English. */
	private static final Pattern ENGLISH = Pattern
			.compile("[A-Za-z]{2,}[ ,]+[A-Za-z]{2,}[ ,]+[A-Za-z]{2,}|\\w+Exception[: ]|ENGINE-\\d+|org\\.\\w+\\.");

	private static final String HTML = "text/html,*/*;q=0.8";

	private final String base;
	private final String account;
	private CookieManager cookies;
	private HttpClient client;

	public Hostile(int port, String account) {
		this.base = "http://127.0.0.1:" + port;
		this.account = account;
		begin();
	}

	/** A session anew: the last request may have ended it. */
	void begin() {
		cookies = new CookieManager();
		client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();
		if (account != null) {
			ask("GET", "/login", null, null, HTML);
			String form = "username=" + account + "&password=" + URLEncoder.encode(account, StandardCharsets.UTF_8) + "&to=/notices";
			ask("POST", "/login", "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8), HTML);
			ask("GET", "/camunda/app/tasklist/default/", null, null, HTML);
		}
	}

	private String token() {
		return cookies.getCookieStore().getCookies().stream().filter(one -> one.getName().equals("XSRF-TOKEN")).map(HttpCookie::getValue).findFirst()
				.orElse("none");
	}

	/** @param type null for none */
	public HttpResponse<String> ask(String method, String path, String type, byte[] body, String accept) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).header("Accept", accept).header("X-XSRF-TOKEN", token())
				.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
		if (type != null) {
			request.header("Content-Type", type);
		}
		if (account != null && (path.startsWith("/engine-rest") || path.startsWith("/api"))) {
			request.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString((account + ":" + account).getBytes(StandardCharsets.UTF_8)));
		}
		return send(request);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
		}
		catch (IOException failed) {
			throw new IllegalStateException(failed);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	/** What is wrong with how a refusal is told; null for nothing. */
	public static String untold(HttpResponse<String> answer) {
		if (answer.statusCode() >= 500) {
			return "fails";
		}
		if (answer.statusCode() < 400 || answer.request().method().equals("HEAD")) {
			return null;
		}
		String text = answer.body().replaceAll("(?s)<head>.*?</head>", "").replaceAll("(?s)<[^>]*>", "\n").replaceAll("\"details\":.*", "");
		if (!CHINESE.matcher(text).find()) {
			return text.isBlank() ? "says nothing" : "says it in no Chinese";
		}
		return ENGLISH.matcher(text).find() ? "says it in English" : null;
	}
}
