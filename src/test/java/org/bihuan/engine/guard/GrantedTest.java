package org.bihuan.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.bihuan.CycleTest;
import org.bihuan.terms.TaskKeys;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The short question about a right has the engine's own answer, whoever asks for whatever in whichever combination. */
class GrantedTest extends CycleTest {

	private static final List<List<String>> PEOPLE = List.of(List.of("gongan1", "unit-gongan"), List.of("chengxiang1", "committee-chengxiang"),
			List.of("zhengxie1", "cppcc-office"), List.of("fenxi1", "analyst"), List.of("quwei1", "party-office", "gov-office"), List.of("nobody"));

	private final Random random = new Random(7);

	@Autowired
	private ProcessEngine engine;

	private <T> T any(List<T> of) {
		return of.get(random.nextInt(of.size()));
	}

	private PermissionCheck check(List<String> tasks) {
		PermissionCheck check = new PermissionCheck();
		boolean task = random.nextBoolean();
		List<Permission> permissions = task
				? List.of(TaskPermissions.READ, TaskPermissions.TASK_WORK, TaskPermissions.UPDATE, TaskPermissions.ALL,
						TaskPermissions.READ_VARIABLE)
				: List.of(ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.TASK_WORK, ProcessDefinitionPermissions.CREATE_INSTANCE,
						ProcessDefinitionPermissions.UPDATE_TASK);
		check.setPermission(any(permissions));
		check.setResource(task ? Resources.TASK : Resources.PROCESS_DEFINITION);
		check.setResourceId(task ? any(tasks) : any(List.of("consultation-outcome", "amendment", "handling", "late-instruction", "*")));
		check.setAuthorizationNotFoundReturnValue(random.nextBoolean() ? null : 0L);
		return check;
	}

	private CompositePermissionCheck together(List<String> tasks) {
		CompositePermissionCheck all = new CompositePermissionCheck(random.nextBoolean());
		int parts = 1 + random.nextInt(3);
		for (int part = 0; part < parts; part++) {
			all.addAtomicCheck(check(tasks));
		}
		return all;
	}

	@Test
	void itIsTheEnginesOwnAnswer() {
		startUpTo(TaskKeys.SIGN_RECEIPT);
		List<String> tasks = jdbc.sql("select id_ from act_ru_task order by create_time_ desc limit 12").query(String.class).list();
		List<Boolean> answers = new ArrayList<>();
		for (int round = 0; round < 400; round++) {
			CompositePermissionCheck check = together(tasks);
			List<String> who = any(PEOPLE);
			List<Boolean> both = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired()
					.execute(context -> List.of(new AuthorizationManager().isAuthorized(who.get(0), who.subList(1, who.size()), check),
							new Granted().isAuthorized(who.get(0), who.subList(1, who.size()), check)));
			assertThat(both.get(1)).as("round %d: %s", round, who).isEqualTo(both.get(0));
			answers.add(both.get(0));
		}
		assertThat(answers).as("both are asked for").contains(true, false);
		assertThat(answers.stream().filter(Boolean::booleanValue).count()).isGreaterThan(20);
	}
}
