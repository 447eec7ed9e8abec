package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.bihuan.calendar.WorkingDays;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A case that began when 落实与回头看 was one diagram runs in it to its end, with the program of today: through a failed look-back, 加强督办, the redo
 * and 面商, though none of them is in today's diagram of that key any more.
 */
@Tag("long")
class FormerFollowUpTest extends CycleTest {

	private static final Set<String> THE_THREE = Set.of("follow-up.bpmn", "look-back.bpmn", "satisfaction.bpmn");

	@Autowired
	private WorkingDays workingDays;
	@Autowired
	private HistoryService history;

	private final List<String> deployments = new ArrayList<>();

	/** The models as they are, with the one diagram of then in the place of the three; there, a rating has one working day more. */
	@BeforeEach
	void theFollowUpIsOneDiagram() {
		DeploymentBuilder models = repository.createDeployment().name("former");
		files().stream().filter(file -> !THE_THREE.contains(file.getFileName().toString()))
				.forEach(file -> models.addString(file.getFileName().toString(), read(file)));
		models.addString("follow-up.bpmn", read(Path.of("src", "test", "resources", "former", "follow-up.bpmn")).replace("\"limit\" value=\"10\"",
				"\"limit\" value=\"11\""));
		deployments.add(0, models.deploy().getId());
	}

	private void theProgramIsRenewed() {
		DeploymentBuilder models = repository.createDeployment().name("renewed");
		files().forEach(file -> models.addString(file.getFileName().toString(), read(file)));
		deployments.add(0, models.deploy().getId());
	}

	private static List<Path> files() {
		try (Stream<Path> models = Files.list(Path.of("processes")); Stream<Path> forms = Files.list(Path.of("forms"))) {
			return Stream.concat(models, forms).sorted().toList();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	@AfterEach
	void theModelsAreAsTheyWere() {
		endCases();
		// the former models' start timers begin again now: not in a case's year
		ClockUtil.reset();
		deployments.forEach(one -> repository.deleteDeployment(one, true, true, true));
	}

	private void everybodyIsDissatisfied() {
		upTo("task_rateSatisfaction");
		tasks.createTaskQuery().taskDefinitionKey("task_rateSatisfaction").list().forEach(task -> complete(somebodyFor(task), task,
				Map.of("process", "satisfied", "result", "unsatisfied", "remark", "现场看过")));
	}

	@Test
	void aCaseThatRunsInItFinishesInIt() {
		startUpTo("task_lookBackByCommittee");
		theProgramIsRenewed();
		answer("task_lookBackByCommittee");
		answer("task_lookBackBySupervision", Map.of("inPlace", "no"));
		upTo("task_strengthenSupervision");
		answer("task_strengthenSupervision");
		assertThat(openTasks()).containsExactly("task_reportImplementation");
		everybodyIsDissatisfied();
		assertThat(jdbc.sql("select distinct limit_on from satisfaction where assignment_id = ?").param(assignment().id()).query(LocalDate.class)
				.list()).as("by the number of its own model").containsExactly(workingDays.after(
						LocalDate.ofInstant(ClockUtil.getCurrentTime()
								.toInstant(), BihuanApplication.ZONE),
						11).due());
		answer("task_redo");
		answer("task_signRedo");
		answer("task_sealRedo");
		everybodyIsDissatisfied();
		answer("task_holdConsultation");
		answer("task_decideDissatisfaction");
		assertThat(assignment().state()).hasToString("VERIFIED");
		toTheEnd();
		assertThat(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(outcomeId).list())
				.extracting(HistoricProcessInstance::getProcessDefinitionKey).contains("follow-up").doesNotContain("look-back", "satisfaction");
	}
}
