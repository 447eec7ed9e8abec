package org.bihuan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bihuan.document.SubmissionPaper.Form;
import org.bihuan.document.SubmissionPaper.Recipient;
import org.bihuan.settings.StartRefused;
import org.junit.jupiter.api.Test;

/** What goes up is a 报告 or a 请示, by configuration. */
class SubmissionPaperTest {

	@Test
	void itsTitleSaysWhichOfBothItIs() {
		assertThat(new SubmissionPaper(Form.REPORT, Recipient.PARTY, "").title("基层派出所改造")).isEqualTo("关于报送《基层派出所改造》的报告");
		assertThat(new SubmissionPaper(Form.REQUEST, Recipient.PARTY, "0523-1").title("基层派出所改造")).isEqualTo("关于《基层派出所改造》有关建议的请示");
	}

	@Test
	void aRequestWithoutAPhoneIsRefusedAtTheStart() {
		assertThatThrownBy(() -> new SubmissionPaper(Form.REQUEST, Recipient.PARTY, " ")).isInstanceOf(StartRefused.class)
				.hasMessageContaining("bihuan.submission.phone");
	}
}
