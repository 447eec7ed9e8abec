package org.bihuan.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.bihuan.EngineTest;
import org.bihuan.deployment.ModelDeployment;
import org.bihuan.ledger.ModelRehearsals;
import org.bihuan.rehearsal.Rehearsals;
import org.bihuan.web.Http;
import org.bihuan.web.Http.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An analyst rehearses what he has uploaded, in a process of its own; the ledger here does not change. */
@Tag("process")
class ModelRehearsalPageTest extends EngineTest {

	private static final long PATIENCE = TimeUnit.MINUTES.toNanos(15);

	@Autowired
	private ModelDeployment deployment;
	@Autowired
	private Rehearsals rehearsals;
	@Autowired
	private ModelRehearsals rehearsed;

	private Http analyst;

	@BeforeEach
	void login() {
		analyst = Http.pages(port, "fenxi1");
	}

	@AfterEach
	void nothingRunsOn() {
		rehearsals.stop();
		waitUntilItEnds();
	}

	private void waitUntilItEnds() {
		long end = System.nanoTime() + PATIENCE;
		while (rehearsals.underWay().isPresent()) {
			assertThat(System.nanoTime()).as("it ends").isLessThan(end);
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
		}
	}

	/** @return the address of the preview */
	private String uploaded(String name) {
		byte[] changed = new String(deployment.inForce().files().get("mail-delivery.bpmn"), StandardCharsets.UTF_8)
				.replace("name=\"发送邮件\"", "name=\"" + name + "\"").getBytes(StandardCharsets.UTF_8);
		assertThat(analyst.upload("/models/check", "mail-delivery.bpmn", changed).status()).isEqualTo(302);
		return "/models/sets/" + jdbc.sql("select max(id) from model_set").query(Long.class).single();
	}

	@Test
	void oneRunsAtATimeIsSeenAndIsStopped() {
		String one = uploaded("递送邮件");
		String other = uploaded("投递邮件");
		assertThat(analyst.get(one).body()).contains("href=\"" + one + "/rehearsal\"", "生效之前先演练");
		assertThat(analyst.get(one + "/rehearsal").body()).contains("开始演练").doesNotContain("正在演练");
		Map<String, Object> ledger = ledger();
		assertThat(analyst.form(one + "/rehearsal", Map.of()).status()).isEqualTo(302);
		assertThat(analyst.get(one + "/rehearsal").body()).contains("正在演练这一套", "正在启动", "停止");
		assertThat(analyst.get(one).body()).contains("正在演练");
		Answer second = analyst.form(other + "/rehearsal", Map.of());
		assertThat(second.status()).isEqualTo(409);
		Answer same = analyst.form(one + "/rehearsal", Map.of());
		assertThat(same.status()).isEqualTo(409);
		assertThat(same.body()).contains("正在演练的就是这一套", "开始，已 ").doesNotContain("另一套", "约需");
		assertThat(second.body()).contains("正在演练另一套，一次只演练一套。", "href=\"" + one + "/rehearsal\"");
		assertThat(analyst.form(one + "/rehearsal/stop", Map.of()).status()).isEqualTo(302);
		waitUntilItEnds();
		assertThat(analyst.get(one + "/rehearsal").body()).contains("演练已停止。", "再演练一遍");
		assertThat(ledger()).isEqualTo(ledger);
	}

	@Test
	void whatItSaysStaysWhileTheSetWaits() {
		String set = uploaded("寄送邮件");
		Map<String, Object> ledger = ledger();
		assertThat(analyst.form(set + "/rehearsal", Map.of()).status()).isEqualTo(302);
		waitUntilItEnds();
		String page = analyst.get(set + "/rehearsal").body();
		assertThat(page).contains("每一件都办得完", "怎样结束", "已落实办结", "没有不同").doesNotContain("停住的", "中断");
		assertThat(analyst.get(set).body()).contains("每一件都办得完");
		assertThat(rehearsed.of(Long.parseLong(set.replaceAll("\\D", "")))).hasValueSatisfying(kept -> {
			assertThat(kept.isSound()).isTrue();
			assertThat(kept.askedBy()).isEqualTo("fenxi1");
			assertThat(page).contains(kept.summary());
		});
		// what it said is kept, and nothing else is
		assertThat(ledger()).containsAllEntriesOf(without(ledger, "model_rehearsal"));
	}

	private static Map<String, Object> without(Map<String, Object> ledger, String table) {
		ledger.keySet().removeIf(table::equalsIgnoreCase);
		return ledger;
	}

	@Test
	void whoIsNoAnalystRehearsesNothing() {
		String set = uploaded("传送邮件");
		Http unit = Http.pages(port, "gongan1");
		for (Answer refused : new Answer[] { unit.get(set + "/rehearsal"), unit.form(set + "/rehearsal", Map.of()),
				unit.form(set + "/rehearsal/stop", Map.of()) }) {
			assertThat(refused.status()).isEqualTo(403);
			assertThat(refused.body()).contains("此页只供流程分析员和系统管理员使用。");
		}
		assertThat(rehearsals.underWay()).isEmpty();
		assertThat(analyst.get("/models/sets/999999999/rehearsal").status()).isEqualTo(404);
		assertThat(analyst.form("/models/sets/999999999/rehearsal", Map.of()).status()).isEqualTo(302);
	}
}
