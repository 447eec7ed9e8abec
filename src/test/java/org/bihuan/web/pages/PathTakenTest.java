package org.bihuan.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bihuan.CycleTest;
import org.bihuan.PathRecorder;
import org.bihuan.PathRecorder.Taken;
import org.bihuan.ledger.Trail;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The path on the page against the flows that the engine really took. */
@Tag("wide")
class PathTakenTest extends CycleTest {

	@Autowired
	private PathTaken paths;
	@Autowired
	private Trail trail;
	@Autowired
	private PathRecorder recorder;

	@BeforeEach
	void forget() {
		recorder.path().clear();
	}

	private List<PathTaken.Phase> phases() {
		return paths.phases(trail.ofOutcome(outcomeId), outcomes.get(outcomeId).processInstanceId());
	}

	/** The flows on the page, named as the recorder names them. */
	private Set<Taken> shown() {
		Set<Taken> shown = new HashSet<>();
		for (PathTaken.Phase phase : phases()) {
			PathTaken.Path path = paths.of(phase.instance());
			var model = Bpmn.readModelFromStream(new java.io.ByteArrayInputStream(path.xml().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
			path.flows().forEach(id -> {
				SequenceFlow flow = model.getModelElementById(id);
				shown.add(new Taken(flow.getSource().getId(), flow.getName()));
			});
		}
		return shown;
	}

	private void showsWhatWasTaken() {
		assertThat(shown()).isEqualTo(new HashSet<>(recorder.path()));
	}

	@Test
	void theStraightWayToTheEnd() {
		startUpTo("task_planResearch");
		toTheEnd();
		showsWhatWasTaken();
		assertThat(phases()).extracting(PathTaken.Phase::name).containsExactly("全程", "形成", "报送与批示", "分解交办", "办理与答复", "落实与回头看",
				"回头看", "满意度");
		assertThat(phases()).extracting(PathTaken.Phase::assignmentId).containsExactly(null, null, null, null, outcomeId + "-1", outcomeId + "-1",
				outcomeId + "-1", outcomeId + "-1");
		for (PathTaken.Phase phase : phases()) {
			assertThat(phase.running()).isFalse();
			assertThat(paths.of(phase.instance()).active()).as("where it stands after its end").isEmpty();
		}
	}

	@Test
	void loopsAndDetours() {
		startUpTo("task_reviseReport");
		answer("task_reviseReport", Map.of("again", "yes", "askedMembers", List.of("weiyuan2")));
		upTo("task_reviewByOffice");
		answer("task_reviewByOffice", Map.of("verdict", "return", "reason", "再充实"));
		upTo("task_makeAssignments");
		answer("task_makeAssignments", Map.of("assignments", List.of(
				Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan", "requirement", "两个月内答复"),
				Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-nongye", "requirement", "两个月内答复"))));
		upTo("task_confirmFollowUp");
		showsWhatWasTaken();
		answer("task_confirmFollowUp");
		runDueJobs();
		showsWhatWasTaken();
	}

	@Test
	void aRefusedConversionIsHandledAgain() {
		startUpTo("task_draftReply");
		answerOnly("task_draftReply", notAdoptable());
		upTo("task_judgeReference");
		answer("task_judgeReference", Map.of("verdict", "refuse", "reason", "应当办理"));
		upTo("task_reconsiderConversion");
		PathTaken.Phase whole = phases().get(0);
		assertThat(paths.of(whole.instance()).active()).contains("task_reconsiderConversion", "subProcess_assignment");
		showsWhatWasTaken();
		upTo("task_draftReply");
		assertThat(phases()).extracting(PathTaken.Phase::name).containsExactly("全程", "形成", "报送与批示", "分解交办", "办理与答复", "转化", "办理与答复");
		assertThat(phases().get(6)).extracting(PathTaken.Phase::assignmentId, PathTaken.Phase::running).containsExactly(outcomeId + "-1", true);
		showsWhatWasTaken();
	}

	@Test
	void anOverdueReplyLeavesByTheClock() {
		startUpTo("task_draftReply");
		clockTo(assignment().expiresAt().atZoneSameInstant(org.bihuan.BihuanApplication.ZONE).toLocalDateTime());
		upTo("task_handleOverdue");
		showsWhatWasTaken();
		toTheEnd();
		showsWhatWasTaken();
	}
}
