package org.bihuan.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.bihuan.CycleTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** As the rule has it and as the application comes: no extension, the way out is conversion. */
@TestPropertySource(
		properties = { "bihuan.extension.enabled=false", "camunda.bpm.webapp.enabled=false", "camunda.bpm.process-engine-name=noExtension" })
@Tag("long")
@DirtiesContext
class NoExtensionTest extends CycleTest {

	@Test
	void isNotOfferedAndNotTaken() {
		startUpTo("task_draftReply");
		assertThat(String.valueOf(tasks.getVariableLocal(task("task_draftReply").getId(), "view"))).doesNotContain("申请延期");
		Map<String, Object> before = ledger();
		assertThat(refused(() -> answerOnly("task_draftReply", wantsMoreTime("2023-12-01")))).contains("已不可选");
		assertThat(ledger()).isEqualTo(before);
	}
}
