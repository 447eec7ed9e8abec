package org.bihuan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;

import org.bihuan.EngineTest;
import org.bihuan.settings.Evaluation;
import org.bihuan.settings.StartRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What production looks at before it starts, on a database that was used for evaluation. */
class ProductionGuardTest extends EngineTest {

	private void password(String account, String password) {
		var user = identity.createUserQuery().userId(account).singleResult();
		user.setPassword(password);
		identity.saveUser(user);
	}

	private ProductionGuard guard() {
		return new ProductionGuard(identity, management, jdbc);
	}

	/** What other tests registered under the sample's titles is not counted here, whatever ran before. */
	@BeforeEach
	void noOutcomeOfTheSample() {
		jdbc.sql("update outcome set title = '别的'").update();
	}

	/** Looks as a database does that no evaluation has marked. */
	private Throwable refusedUnmarked() {
		String mark = management.getProperties().get(Evaluation.MARK);
		management.deleteProperty(Evaluation.MARK);
		try {
			return catchThrowable(() -> guard().check());
		}
		finally {
			management.setProperty(Evaluation.MARK, mark);
		}
	}

	/** Fell before: with other passwords the evaluation's organisation, cases and clock went into production. */
	@Test
	void aDatabaseOfAnEvaluationIsNeverProductions() {
		assertThat(catchThrowable(() -> guard().check())).isInstanceOf(StartRefused.class)
				.hasMessageContaining("有评估的数据（评估用的组织机构").hasMessageContaining("另建一个空的数据库，用 SPRING_DATASOURCE_URL");
	}

	@Test
	void theSamplesOutcomesAreKnownWithoutAMark() {
		start("jingke1", "consultation-outcome",
				Map.of("secret", "no", "title", "乡村产业振兴", "kind", "research", "background", "乡村要振兴，产业须先行。"));
		try {
			assertThat(refusedUnmarked()).isInstanceOf(StartRefused.class).hasMessageContaining("样例成果 1 件");
		}
		finally {
			runtime.createProcessInstanceQuery().rootProcessInstances().list()
					.forEach(one -> runtime.deleteProcessInstance(one.getId(), "next test"));
			jdbc.sql("update outcome set title = '别的' where title = '乡村产业振兴'").update();
		}
	}

	@Test
	void aClockThatWasPutForwardIsKnownWithoutAMark() {
		jdbc.sql("delete from rehearsal_clock").update();
		jdbc.sql("insert into rehearsal_clock (id, offset_seconds) values (1, 86400)").update();
		try {
			assertThat(refusedUnmarked()).isInstanceOf(StartRefused.class).hasMessageContaining("拨过的时钟");
		}
		finally {
			jdbc.sql("delete from rehearsal_clock").update();
		}
	}

	@Test
	void itNamesTheAccountsWhosePasswordEverybodyKnowsAndSaysWhatCanBeDone() {
		password("shuji1", "换过的口令-2026");
		try {
			Throwable refused = refusedUnmarked();
			assertThat(refused).isInstanceOf(StartRefused.class).hasMessageContaining("gongan1").hasMessageContaining("去掉 production")
					.hasMessageContaining("--bihuan.sample=false");
			assertThat(refused.getMessage()).doesNotContain("shuji1");
			assertThat(jdbc.sql("select attempts_ from act_id_user where id_ = 'shuji1'").query(Integer.class).optional()).as("no failed login")
					.isEmpty();
		}
		finally {
			password("shuji1", "shuji1");
		}
	}
}
