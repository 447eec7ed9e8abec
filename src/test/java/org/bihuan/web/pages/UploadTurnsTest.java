package org.bihuan.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** On the former version thirty files of 15 MB at once exhausted the memory, and with it an embedded database. */
class UploadTurnsTest {

	private static final long MB = 1024 * 1024;

	@Test
	void asManyAtOnceAsHalfOfTheMemoryHasRoomFor() {
		assertThat(UploadTurns.atOnce(900 * MB, 20 * MB)).isEqualTo(3);
		assertThat(UploadTurns.atOnce(4096 * MB, 20 * MB)).isEqualTo(17);
		assertThat(UploadTurns.atOnce(100 * MB, 20 * MB)).as("one can always upload").isEqualTo(1);
	}

	@Test
	void whoseTurnDoesNotComeIsToldSoAndTheTurnGoesOn() throws Exception {
		UploadTurns turns = new UploadTurns(100 * MB, 20 * MB, 0);
		MockHttpServletRequest upload = new MockHttpServletRequest("POST", "/attachments");
		MockHttpServletResponse second = new MockHttpServletResponse();
		MockHttpServletResponse third = new MockHttpServletResponse();

		turns.doFilterInternal(upload, new MockHttpServletResponse(), (request, response) -> turns.doFilterInternal(upload, second,
				(never, reached) -> second.setStatus(200)));
		turns.doFilterInternal(upload, third, (request, response) -> third.setStatus(201));

		assertThat(second.getStatus()).isEqualTo(503);
		assertThat(new String(second.getContentAsByteArray(), StandardCharsets.UTF_8)).contains("现在上传的人多，这个文件没有保存");
		assertThat(third.getStatus()).isEqualTo(201);
	}
}
