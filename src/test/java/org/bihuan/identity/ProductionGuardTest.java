package org.bihuan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.bihuan.EngineTest;
import org.bihuan.settings.StartRefused;
import org.junit.jupiter.api.Test;

/** What production looks at before it starts, on a database that was used for evaluation. */
class ProductionGuardTest extends EngineTest {

	private void password(String account, String password) {
		var user = identity.createUserQuery().userId(account).singleResult();
		user.setPassword(password);
		identity.saveUser(user);
	}

	@Test
	void itNamesTheAccountsWhosePasswordEverybodyKnowsAndSaysWhatCanBeDone() {
		password("shuji1", "换过的口令-2026");
		try {
			Throwable refused = catchThrowable(() -> new ProductionGuard(identity).check());
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
