package org.bihuan.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.CycleTest;
import org.bihuan.web.Http;
import org.junit.jupiter.api.Test;

/** 通知: what was told to a reader or to one of his groups, and nothing of the others'. */
class NoticesPageTest extends CycleTest {

	private String pageOf(String reader) {
		return Http.pages(port, reader).get("/notices").body();
	}

	@Test
	void aReaderSeesWhatHeAndHisGroupsWereToldAlone() {
		startUpTo("task_draftReply");
		clockTo(timer("boundary_replyDue").getDuedate());
		runDueJobs();
		String toTheUnit = "交办件 " + assignment().id() + " 已逾期，仍应答复。";
		String toTheOffices = "交办件 " + assignment().id() + " 逾期未答复，请处置。";
		String toTheMembers = "（" + outcomeId + "）已报送区党政领导";
		assertThat(pageOf("gongan1")).contains(toTheUnit).doesNotContain(toTheOffices, toTheMembers);
		assertThat(pageOf("zhengfu1")).contains(toTheOffices, toTheMembers).doesNotContain(toTheUnit);
		assertThat(pageOf("weiyuan1")).contains(toTheMembers).doesNotContain(toTheOffices, toTheUnit);
		assertThat(pageOf("weiyuan3")).as("took no part").doesNotContain(toTheMembers);
		assertThat(pageOf("fenxi1")).doesNotContain(toTheMembers, toTheOffices, toTheUnit);
	}
}
