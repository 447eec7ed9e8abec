package org.bihuan.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.bihuan.CycleTest;
import org.bihuan.ledger.Assignments;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Letters on a real SMTP server: each once, and a dead server holds up nothing but the letters. */
@TestPropertySource(properties = { "camunda.bpm.process-engine-name=mail", "camunda.bpm.webapp.enabled=false", "spring.mail.host=127.0.0.1" })
@DirtiesContext
@Tag("long")
class MailTest extends CycleTest {

	/** One port for the whole class, so that a dead server can come back where it was. */
	private static final int PORT = freePort();
	private static final GreenMail SERVER = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	@DynamicPropertySource
	static void server(DynamicPropertyRegistry registry) {
		SERVER.start();
		registry.add("spring.mail.port", () -> PORT);
	}

	@AfterAll
	static void stop() {
		SERVER.stop();
	}

	@AfterEach
	void empty() throws Exception {
		SERVER.purgeEmailFromAllMailboxes();
	}

	private static List<String> lettersTo(String account) {
		return Stream.of(SERVER.getReceivedMessages()).filter(letter -> to(letter).equals(account + "@bihuan.example")).map(MailTest::subject)
				.toList();
	}

	private static String to(MimeMessage letter) {
		try {
			return letter.getAllRecipients()[0].toString();
		}
		catch (MessagingException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

	private static String subject(MimeMessage letter) {
		try {
			return letter.getSubject();
		}
		catch (MessagingException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

	@Test
	void membersAndOfficesAreToldOfTheReplyByMail() throws Exception {
		startUpTo("task_sealReply");
		SERVER.purgeEmailFromAllMailboxes();
		answer("task_sealReply");
		assertThat(SERVER.getReceivedMessages()).as("nothing leaves before the transaction has").isEmpty();
		runDueJobs();
		for (String account : List.of("weiyuan1", "weiyuan2", "quwei1", "quwei2", "zhengfu1", "zhengfu2", "zhengxie1", "zhengxie2")) {
			assertThat(lettersTo(account)).as(account).hasSize(1).first().asString().contains("【闭环】《基层派出所改造》", "已书面答复");
		}
		assertThat(lettersTo("gongan1")).isEmpty();
		assertThat(SERVER.getReceivedMessages()[0].getContent().toString()).contains("/outcomes/" + outcomeId);
	}

	/** By files alone: one row more in 告知安排, whose channel says whether a letter goes out. */
	@Test
	void whomAnAnalystAddsGetsALetterOnlyWhereTheRowSaysSo() throws Exception {
		String row = """
				<rule id="%1$s"><inputEntry id="%1$s_0"><text>"overdue"</text></inputEntry><inputEntry id="%1$s_1"><text></text></inputEntry>\
				<outputEntry id="%1$s_2"><text>"%1$s"</text></outputEntry><outputEntry id="%1$s_3"><text>"%2$s"</text></outputEntry></rule>""";
		String deployment = repository.createDeployment().addString("notices.dmn", Files.readString(Path.of("processes", "notices.dmn"))
				.replace("</decisionTable>", row.formatted("unit-caizheng", "mail") + row.formatted("unit-nongye", "list") + "</decisionTable>"))
				.deploy().getId();
		startUpTo("task_draftReply");
		SERVER.purgeEmailFromAllMailboxes();
		clockTo(timer("boundary_replyDue").getDuedate());
		runDueJobs();
		assertThat(lettersTo("caizheng1")).hasSize(1).first().asString().contains("逾期未答复");
		assertThat(notices.of("unit-nongye")).hasSize(1);
		assertThat(lettersTo("nongye1")).isEmpty();
		repository.deleteDeployment(deployment, true);
	}

	@Test
	void aLetterSaysWhatPeopleWroteAsTheyWroteIt() throws Exception {
		String title = "改造<!-- 缓办 --><b>3*5</b>处&nbsp;[链接](http://x.example)";
		clockTo(MONDAY);
		Map<String, Object> topic = new LinkedHashMap<>(topic());
		topic.put("title", title);
		outcomeId = start("chengxiang1", "consultation-outcome", topic).getBusinessKey();
		upTo("task_sealReply");
		SERVER.purgeEmailFromAllMailboxes();
		answer("task_sealReply");
		runDueJobs();

		MimeMessage letter = SERVER.getReceivedMessages()[0];
		assertThat(letter.getContentType()).as("no program reads it as HTML").startsWith("text/plain");
		assertThat(letter.getSubject()).contains(title);
		assertThat(letter.getContent().toString()).contains(title);
	}

	@Test
	void aDeadServerHoldsUpNothingButTheLettersAndIsAnIncidentUntilItIsRetried() throws Exception {
		startUpTo("task_sealReply");
		SERVER.purgeEmailFromAllMailboxes();
		SERVER.stop();
		answer("task_sealReply");
		assertThat(assignment().state()).isEqualTo(Assignments.State.REPLIED);
		assertThat(openTasks()).containsExactly("task_reportImplementation");
		List<Job> letters = management.createJobQuery().messages().processDefinitionKey("mail-delivery").list();
		assertThat(letters).hasSizeGreaterThan(7);
		for (Job letter : letters) {
			for (int attempt = 0; attempt < 5; attempt++) {
				assertThat(catchThrowable(() -> management.executeJob(letter.getId()))).isNotNull();
			}
		}
		assertThat(runtime.createIncidentQuery().processDefinitionKeyIn("mail-delivery").count()).isEqualTo(letters.size());
		SERVER.start();
		letters.forEach(letter -> management.setJobRetries(letter.getId(), 1));
		clockTo(MONDAY.plusHours(1));
		runDueJobs();
		assertThat(SERVER.getReceivedMessages()).hasSize(letters.size());
		assertThat(runtime.createIncidentQuery().count()).isZero();
	}

	@Test
	void aLetterWhoseJobIsRunAgainIsNotSentAgain() {
		startUpTo("task_sealReply");
		answer("task_sealReply");
		runDueJobs();
		int sent = SERVER.getReceivedMessages().length;
		long mail = jdbc.sql("select max(id) from mail").query(Long.class).single();
		runtime.startProcessInstanceByKey("mail-delivery", java.util.Map.of("mailId", mail));
		runDueJobs();
		assertThat(SERVER.getReceivedMessages()).hasSize(sent);
		assertThat(jdbc.sql("select count(*) from mail where sent_at is null").query(Integer.class).single()).isZero();
	}
}
