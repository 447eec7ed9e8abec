package org.bihuan.web.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.bihuan.json.Json;

/** A provider of OpenID Connect inside the test: whoever comes is the person that was set last, and has the password typed already. */
final class OidcProvider implements AutoCloseable {

	static final String CLIENT = "bihuan";
	static final String SECRET = "a-secret";

	private static final String KEY = "key-1";

	private final HttpServer server;
	private final RSAKey key = key();
	/** What was asked for, by the code that was given for it. */
	private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
	private volatile Map<String, Object> person = Map.of();
	private volatile RSAKey signs = key;
	private volatile Map<String, String> ended = Map.of();

	OidcProvider() {
		try {
			server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
		server.createContext("/.well-known/openid-configuration", exchange -> json(exchange, 200, Map.of("issuer", issuer(),
				"authorization_endpoint", issuer() + "/authorize", "token_endpoint", issuer() + "/token", "jwks_uri", issuer() + "/keys",
				"end_session_endpoint", issuer() + "/end", "subject_types_supported", new String[] { "public" },
				"id_token_signing_alg_values_supported", new String[] { "RS256" }, "response_types_supported", new String[] { "code" },
				"token_endpoint_auth_methods_supported", new String[] { "client_secret_basic" })));
		server.createContext("/keys", exchange -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toJSONObject()));
		server.createContext("/authorize", this::authorize);
		server.createContext("/token", this::token);
		server.createContext("/end", this::end);
		server.start();
	}

	private static RSAKey key() {
		try {
			return new RSAKeyGenerator(2048).keyID(KEY).generate();
		}
		catch (JOSEException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	String issuer() {
		return "http://127.0.0.1:" + server.getAddress().getPort();
	}

	/** Who comes next. */
	void is(Map<String, Object> claims) {
		person = claims;
		ended = Map.of();
		signs = key;
	}

	/** The same, vouched for by somebody else who has put himself between. */
	void isVouchedForByAnother() {
		signs = key();
	}

	private void authorize(HttpExchange exchange) throws IOException {
		Map<String, String> request = parameters(exchange.getRequestURI().getRawQuery());
		String code = UUID.randomUUID().toString();
		asked.put(code, request);
		exchange.getResponseHeaders().add("Location", request.get("redirect_uri") + "?code=" + code + "&state="
				+ java.net.URLEncoder.encode(request.get("state"), StandardCharsets.UTF_8));
		exchange.sendResponseHeaders(302, -1);
		exchange.close();
	}

	/** Ends its session and leads back to where whoever sent the person here wants him. */
	private void end(HttpExchange exchange) throws IOException {
		ended = parameters(exchange.getRequestURI());
		exchange.getResponseHeaders().add("Location", ended.get("post_logout_redirect_uri"));
		exchange.sendResponseHeaders(302, -1);
		exchange.close();
	}

	/** With what the session was ended last; empty since {@link #is}. */
	Map<String, String> ended() {
		return ended;
	}

	private void token(HttpExchange exchange) throws IOException {
		Map<String, String> form = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
		Map<String, String> request = asked.remove(form.get("code"));
		String credentials = "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
		boolean right = request != null && request.get("code_challenge").equals(challenge(form.get("code_verifier")))
				&& credentials.equals(exchange.getRequestHeaders().getFirst("Authorization"));
		json(exchange, right ? 200 : 400, right
				? Map.of("access_token", UUID.randomUUID().toString(), "token_type", "Bearer", "expires_in", 60, "id_token",
						idToken(request.get("nonce")))
				: Map.of("error", "invalid_grant"));
	}

	private static String challenge(String verifier) {
		try {
			return Base64.getUrlEncoder().withoutPadding()
					.encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private String idToken(String nonce) {
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(issuer()).audience(CLIENT).claim("nonce", nonce)
				.issueTime(Date.from(Instant.now())).expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
		person.forEach(claims::claim);
		try {
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY).build(), claims.build());
			token.sign(new RSASSASigner(signs));
			return token.serialize();
		}
		catch (JOSEException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	static Map<String, String> parameters(String encoded) {
		Map<String, String> parameters = new LinkedHashMap<>();
		for (String one : encoded.split("&")) {
			String[] parts = one.split("=", 2);
			parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
		}
		return parameters;
	}

	static Map<String, String> parameters(URI address) {
		return parameters(address.getRawQuery());
	}

	private static void json(HttpExchange exchange, int status, Object body) throws IOException {
		byte[] bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	@Override
	public void close() {
		server.stop(0);
	}
}
