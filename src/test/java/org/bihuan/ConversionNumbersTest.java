package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of conversion has the abbreviation and the series of its own. */
@Tag("long")
class ConversionNumbersTest extends CycleTest {

	@ParameterizedTest
	@CsvSource({ "opinion-report,task_judgeOpinionReport,泰姜协信", "proposal,task_judgeProposal,泰姜协提" })
	void eachKindIsNumberedAsItself(String kind, String judge, String prefix) {
		startUpTo("task_draftReply");
		answerOnly("task_draftReply", tooComplex());
		answer("task_signReply");
		answer("task_decideConversion", Map.of("kind", kind));
		numbered(judge, prefix);
	}

	@Test
	void aReferenceIsNumberedAsItself() {
		startUpTo("task_draftReply");
		answerOnly("task_draftReply", notAdoptable());
		numbered("task_judgeReference", "泰姜参阅");
	}

	private void numbered(String judge, String prefix) {
		upTo(judge);
		answer(judge);
		assertThat(jdbc.sql("select number from conversion where assignment_id = ?").param(assignment().id()).query(String.class).single())
				.startsWith(prefix + "〔2023〕");
	}
}
