package org.bihuan.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.CycleTest;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Test;

/** Our own API behind its door, as its description promises. */
class ApiTest extends CycleTest {

	@Test
	void aDeadlineIsAnsweredToAnyAccountAndExplained() {
		Http.Answer answer = Http.basic(port, "gongan1").get("/api/deadlines?received=2023-08-01");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().path("due").asText()).isEqualTo("2023-10-07");
		assertThat(answer.json().path("provisional").asBoolean()).isFalse();
		assertThat(answer.json().path("steps").size()).isGreaterThan(3);
		assertThat(answer.json().path("steps").get(2).asText()).contains("国庆节");
		for (String bad : new String[] { "", "?received=", "?received=2023-02-30", "?received=yesterday" }) {
			Http.Answer refused = Http.basic(port, "gongan1").get("/api/deadlines" + bad);
			assertThat(refused.status()).as(bad).isEqualTo(400);
			assertThat(refused.message()).as(bad).contains("YYYY-MM-DD");
		}
		assertThat(Http.anonymous(port).get("/api/deadlines?received=2023-08-01").status()).isEqualTo(401);
	}

	@Test
	void itsDescriptionNamesEveryPathAndHowToLogIn() {
		Http.Answer description = Http.basic(port, "gongan1").get("/api/openapi");
		assertThat(description.status()).isEqualTo(200);
		assertThat(description.json().path("paths").has("/api/deadlines")).isTrue();
		assertThat(description.json().at("/components/securitySchemes/basic/scheme").asText()).isEqualTo("basic");
		assertThat(description.json().at("/paths/~1api~1deadlines/get/responses").has("400")).isTrue();
	}
}
