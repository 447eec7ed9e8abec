package org.bihuan.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.bihuan.CycleTest;
import org.junit.jupiter.api.Test;

/** The platform's own pages, as our doors let them through. */
class PlatformPagesTest extends CycleTest {

	private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");
	private static final Pattern SCRIPT = Pattern.compile("<script[^>]* nonce=\"([^\"]*)\"");

	/** A script whose nonce is not that of the header is not run: the page stays empty. */
	@Test
	void whoOpensTasklistWhileOthersWorkGetsAPageWhoseScriptsMayRun() {
		HttpClient browser = HttpClient.newHttpClient();
		HttpRequest open = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/")).build();
		List<HttpResponse<String>> pages = IntStream.range(0, 300).mapToObj(one -> browser.sendAsync(open, HttpResponse.BodyHandlers.ofString()))
				.toList().stream().map(CompletableFuture::join).toList();

		assertThat(pages).allSatisfy(page -> {
			String allowed = NONCE.matcher(page.headers().firstValue("Content-Security-Policy").orElseThrow()).results().findFirst()
					.map(found -> found.group(1)).orElseThrow();
			List<String> used = SCRIPT.matcher(page.body()).results().map((MatchResult found) -> found.group(1)).toList();
			assertThat(used).hasSizeGreaterThan(3).containsOnly(allowed);
		});
		assertThat(pages).extracting(page -> page.headers().firstValue("Content-Security-Policy")).doesNotHaveDuplicates();
	}
}
