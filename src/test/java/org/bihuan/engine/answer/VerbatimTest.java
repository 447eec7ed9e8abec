package org.bihuan.engine.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.bihuan.ledger.GivenAnswers.Value;
import org.bihuan.terms.Markdown;
import org.junit.jupiter.api.Test;

/** What Markdown would swallow is seen on the form of whoever signs. */
class VerbatimTest {

	@Test
	void anAnswerIsShownFieldByField() {
		assertThat(Verbatim.of(List.of(new Value("replies", "逐条答复", 1, "reply", "答复", "textarea", "\"已办\"", "已办"),
				new Value(null, null, null, "phone", "联系电话", "textfield", "\"1-2\"", "1-2"))))
				.extracting(Markdown::source).isEqualTo("**逐条答复 第 1 行：答复**  \n已办\n\n**联系电话**  \n1\\-2");
		assertThat(Verbatim.drafted(List.of(), "旧*稿").source()).as("of a former version").isEqualTo("旧\\*稿");
	}
}
