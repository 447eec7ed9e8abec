package org.bihuan.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.FilterChain;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** How many files one person, and all of them, have under way. */
class FilesUnderWayTest {

	private final FilesUnderWay filter = new FilesUnderWay();
	private final List<MockHttpServletResponse> answers = new ArrayList<>();

	private static MockHttpServletRequest request(String method, String path, String person) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, path);
		request.setServletPath(path);
		request.setRemoteUser(person);
		return request;
	}

	/** So many at once, each while the one before is under way: the innermost is the last. */
	private void atOnce(int number, String method, String path, String person, FilterChain last) throws Exception {
		MockHttpServletResponse response = new MockHttpServletResponse();
		answers.add(response);
		filter.doFilter(request(method, path, person), response,
				number == 1 ? last : (request, answer) -> inside(() -> atOnce(number - 1, method, path, person, last)));
	}

	private interface Act {
		void run() throws Exception;
	}

	private static void inside(Act act) {
		try {
			act.run();
		}
		catch (Exception failed) {
			throw new IllegalStateException(failed);
		}
	}

	private static String words(MockHttpServletResponse response) {
		return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	@Test
	void oneHasSixAndTheSeventhHearsToWait() throws Exception {
		atOnce(7, "POST", "/attachments", "gongan1", (request, response) -> answers.get(6).setStatus(299));
		assertThat(answers).extracting(MockHttpServletResponse::getStatus).containsExactly(200, 200, 200, 200, 200, 200, 429);
		assertThat(answers.get(6).getHeader("Retry-After")).isEqualTo("10");
		assertThat(words(answers.get(6))).contains("您同时上传和下载的文件超过 6 个，这一个没有办，也没有保存。");
		atOnce(1, "GET", "/attachments/7", "gongan1", (request, response) -> answers.get(7).setStatus(299));
		assertThat(answers.get(7).getStatus()).as("when they are through").isEqualTo(299);
	}

	@Test
	void allTogetherHaveSixty() throws Exception {
		people(10, () -> atOnce(1, "GET", "/outcomes/CG2023-1/scans.pdf", "another", (request, response) -> {
			throw new AssertionError("never reached");
		}));
		MockHttpServletResponse last = answers.get(answers.size() - 1);
		assertThat(last.getStatus()).isEqualTo(503);
		assertThat(last.getHeader("Retry-After")).isEqualTo("10");
		assertThat(words(last)).contains("现在上传和下载的人多，这一个没有办，也没有保存。");
	}

	private void people(int number, Act last) throws Exception {
		atOnce(FilesUnderWay.OF_ONE, "POST", "/attachments", "person" + number,
				(request, response) -> inside(number == 1 ? last : () -> people(number - 1, last)));
	}

	@Test
	void aPageIsNoFile() throws Exception {
		atOnce(9, "GET", "/attachments", "gongan1", (request, response) -> answers.get(8).setStatus(299));
		assertThat(answers.get(8).getStatus()).as("the list of a task's files").isEqualTo(299);
		answers.clear();
		atOnce(9, "GET", "/outcomes/CG2023-1", "gongan1", (request, response) -> answers.get(8).setStatus(299));
		assertThat(answers.get(8).getStatus()).isEqualTo(299);
	}
}
