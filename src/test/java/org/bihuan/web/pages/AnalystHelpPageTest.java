package org.bihuan.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.web.Http;
import org.bihuan.web.Http.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 分析员手册: six changes, drawn from the models themselves, each to be taken as files. */
@Tag("long")
class AnalystHelpPageTest extends AnalystsPages {

	private Map<String, byte[]> zip(String change) throws IOException {
		HttpResponse<byte[]> answer = analyst.download("/help/analyst/" + change + "/files.zip");
		assertThat(answer.statusCode()).isEqualTo(200);
		Map<String, byte[]> files = new TreeMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				files.put(entry.getName(), zip.readAllBytes());
			}
		}
		return files;
	}

	@Test
	void thePageTellsOfEachChangeWhatWasAndWhatIs() {
		Answer page = analyst.get("/help/analyst");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("分析员手册", "--bihuan.check", "href=\"/models/cases\"", "退回上一套");
		Stream.of(WorkedChange.values()).forEach(one -> assertThat(page.body()).contains("id=\"" + one.code() + "\"", one.title(), one.sentence(),
				"/help/analyst/" + one.code() + "/files.zip"));
		assertThat(page.body()).as("before and after").contains("<td class=\"kept\">15</td>", "<td class=\"kept\">20,10,3</td>",
				"<td class=\"kept\">&quot;weeks&quot;</td>", "<td class=\"kept\">{{经费安排}}</td>", "<tr class=\"REMOVED\">", "<tr class=\"ADDED\">",
				"data-picture=\"/help/analyst/legal-review/picture?file=submission.bpmn\"").doesNotContain("套不上（");
		assertThat(Http.pages(port, "admin").get("/help/analyst").status()).isEqualTo(200);
		assertThat(analyst.get("/models").body()).contains("href=\"/help/analyst\"");
	}

	@Test
	void whoIsNoAnalystSeesNothingOfIt() {
		Http unit = Http.pages(port, "gongan1");
		for (String path : List.of("/help/analyst", "/help/analyst/reminders/picture?file=handling.bpmn", "/help/analyst/reminders/files.zip",
				"/help/analyst/reminders/files/reminder-schedule.dmn")) {
			assertThat(unit.get(path).status()).as(path).isEqualTo(403);
			assertThat(unit.get(path).body()).contains("此页只供流程分析员和系统管理员使用。");
		}
	}

	@Test
	void theDiagramIsShownBeforeAndAfter() {
		JsonNode picture = analyst.get("/help/analyst/legal-review/picture?file=submission.bpmn").json();
		assertThat(picture.path("before").asText()).doesNotContain("task_legalReview");
		assertThat(picture.path("after").asText()).contains("task_legalReview");
		assertThat(picture.path("added").toString()).contains("task_legalReview", "gateway_lawful");
		assertThat(analyst.get("/help/analyst/legal-review/picture?file=none.bpmn").status()).isEqualTo(404);
		assertThat(analyst.get("/help/analyst/none/picture?file=submission.bpmn").status()).isEqualTo(404);
	}

	@Test
	void theFilesAreThoseThatChangeAndAreTakenAsTheyAre() throws IOException {
		assertThat(zip("legal-review")).containsOnlyKeys("forms/legal-review.form", "processes/submission.bpmn");
		assertThat(zip("new-field")).containsOnlyKeys("documents/reply.docx", "forms/draft-reply.form");
		assertThat(zip("reminders")).containsOnlyKeys("processes/reminder-schedule.dmn");
		assertThat(analyst.download("/help/analyst/reminders/files/reminder-schedule.dmn").body())
				.isEqualTo(zip("reminders").get("processes/reminder-schedule.dmn"));
		assertThat(analyst.upload("/models/check", "reminder-schedule.dmn", zip("reminders").get("processes/reminder-schedule.dmn")).status())
				.isEqualTo(302);
	}

	/** The page is of the set in force; where it has the change already, or something else in its place, of the house's. */
	@ParameterizedTest
	@EnumSource(WorkedChange.class)
	void whatFitsTheSetInForceNoMoreIsShownOnTheHouses(WorkedChange change) {
		as("fenxi1", () -> deployment.putInForce(deployment.propose(change.applied(deployment.inForce())), sets.latest(), "手册里的一例"));
		String page = analyst.get("/help/analyst").body();
		String part = page.substring(page.indexOf("id=\"" + change.code() + "\""));
		assertThat(part.indexOf("套不上（")).isPositive();
		assertThat(page.split("套不上（")).as("this one alone").hasSize(2);
	}
}
