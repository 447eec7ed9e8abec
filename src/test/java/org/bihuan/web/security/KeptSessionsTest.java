package org.bihuan.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.bihuan.EngineTest;
import org.bihuan.Statements;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The sessions of people in the database: what they cost, what is read of them, and when they are over. */
@Tag("database")
class KeptSessionsTest extends EngineTest {

	@Autowired
	private KeptSessions sessions;

	/** Of which an object is made wherever its bytes are read without asking what they are. */
	static class Stranger implements Serializable {

		private static final long serialVersionUID = 1L;
		private static boolean made;

		private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
			in.defaultReadObject();
			made = true;
		}
	}

	/** By its cookie. */
	private static String session(Http person) {
		return new String(Base64.getDecoder().decode(person.cookie("JSESSIONID")), StandardCharsets.UTF_8);
	}

	private static List<String> ofSessions(Runnable act) {
		return Statements.during(act).stream().filter(statement -> statement.toLowerCase(Locale.ROOT).contains("web_session")).toList();
	}

	private int rows(String session) {
		return jdbc.sql("select count(*) from web_session where session_id = ?").param(session).query(Integer.class).single();
	}

	private static byte[] bytes(Object value) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
			objects.writeObject(value);
		}
		return bytes.toByteArray();
	}

	@Test
	void aPageAndARequestOfTasklistReadItOnceAndWriteNothing() {
		Http person = Http.session(port, "zhengfu1", "tasklist");
		person.get("/notices");
		assertThat(ofSessions(() -> assertThat(person.get("/notices").status()).isEqualTo(200))).hasSize(1).first().asString()
				.startsWith("SELECT");
		person.get("/camunda/api/engine/engine/default/task/count");
		assertThat(ofSessions(() -> assertThat(person.get("/camunda/api/engine/engine/default/task/count").status()).isEqualTo(200))).hasSize(1)
				.first().asString().startsWith("SELECT");
	}

	@Test
	void whoHasNoneAsksForNone() {
		assertThat(ofSessions(() -> assertThat(Http.basic(port, "zhengfu1").get("/engine-rest/task/count").status()).isEqualTo(200))).isEmpty();
		assertThat(ofSessions(() -> assertThat(Http.anonymous(port).get("/actuator/health").status()).isEqualTo(200))).isEmpty();
	}

	@Test
	void whenItWasUsedLastIsWrittenOnceAMinute() {
		Http person = Http.pages(port, "zhengfu1");
		String session = session(person);
		long before = used(session);
		person.get("/notices");
		assertThat(used(session)).isEqualTo(before);
		jdbc.sql("update web_session set last_access_time = last_access_time - 61000 where session_id = ?").param(session).update();
		person.get("/notices");
		assertThat(used(session)).isGreaterThanOrEqualTo(before);
	}

	private long used(String session) {
		return jdbc.sql("select last_access_time from web_session where session_id = ?").param(session).query(Long.class).single();
	}

	@Test
	void whoWasAwayForHalfAnHourLogsInAnew() {
		Http person = Http.pages(port, "zhengfu1");
		jdbc.sql("update web_session set last_access_time = last_access_time - 1800000 where session_id = ?").param(session(person)).update();
		assertThat(person.get("/notices").status()).isEqualTo(302);
	}

	@Test
	void aLogoutTakesItAway() {
		Http person = Http.session(port, "zhengfu1", "tasklist");
		String session = session(person);
		assertThat(rows(session)).isEqualTo(1);
		person.form("/logout", Map.of());
		assertThat(rows(session)).isZero();
	}

	/** Who can write into the table cannot therefore run what lies among the libraries. */
	@Test
	void ofWhatTheApplicationDidNotPutThereNoObjectIsMade() throws IOException {
		Http person = Http.pages(port, "zhengfu1");
		String session = session(person);
		Stranger.made = false;
		jdbc.sql("insert into web_session_attributes (session_primary_id, attribute_name, attribute_bytes) "
				+ "select primary_id, 'stranger', ? from web_session where session_id = ?").params(bytes(new Stranger()), session).update();
		assertThat(person.get("/notices").status()).as("he logs in anew").isEqualTo(302);
		assertThat(Stranger.made).isFalse();
		assertThat(rows(session)).isZero();
		assertThat(Http.pages(port, "zhengfu1").get("/notices").status()).isEqualTo(200);
	}

	/** The scripts of a page ask at once, and any of their answers may be the last. */
	@Test
	void requestsAtOnceGetOneToken() {
		Http person = Http.session(port, "zhengfu1", "tasklist");
		jdbc.sql("delete from web_session_attributes where attribute_name like '%CSRF%' and session_primary_id = "
				+ "(select primary_id from web_session where session_id = ?)").param(session(person)).update();
		assertThat(IntStream.range(0, 8).parallel().mapToObj(any -> person.get("/camunda/app/tasklist/default/").status()))
				.containsOnly(200);
		assertThat(person.post("/camunda/api/engine/engine/default/task/count", Map.of()).status()).isEqualTo(200);
	}

	/** As a redirect of our pages keeps it. */
	@Test
	void whatAPageSaysAfterARedirectIsKept() {
		Http admin = Http.pages(port, "admin");
		assertThat(admin.form("/clock/forward", Map.of("days", "0")).status()).isEqualTo(302);
		assertThat(admin.get("/clock").body()).contains("只能向前拨");
		assertThat(admin.get("/clock").body()).doesNotContain("只能向前拨");
	}

	@Test
	void theOldAreSweptAway() {
		String session = session(Http.pages(port, "zhengfu1"));
		jdbc.sql("update web_session set expiry_time = 1 where session_id = ?").param(session).update();
		sessions.sweep();
		assertThat(rows(session)).isZero();
		assertThat(jdbc.sql("select count(*) from web_session_attributes a where not exists "
				+ "(select 1 from web_session where primary_id = a.session_primary_id)").query(Integer.class).single()).isZero();
	}
}
