package org.bihuan.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.bihuan.EditedModels;
import org.bihuan.model.ModelCheck;
import org.bihuan.model.ModelSet;
import org.bihuan.rehearsal.Comparison.Difference;
import org.bihuan.rehearsal.Report.End;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sets that are walked through for real, each in a process of its own. The packaged one is walked once. */
@Tag("process")
class RehearsalProcessTest {

	private static final Map<String, Walked> KNOWN = new ConcurrentHashMap<>();
	private static final String PACKAGED = "随程序打包的一套";

	/** Where scans are asked for there is no electronic seal, and where no extension is allowed nobody asks for one: as a place is by default. */
	private static final List<String> NOT_WALKED_HERE = List.of("handling.bpmn 的“电子签章？”——“是”（flow_electronicSeal_toIssue）",
			"satisfaction.bpmn 的“电子签章？”——“是”（flow_electronicRedoSeal_toIssueRedo）",
			"handling.bpmn 的“审签结论？”——“申请延期”（flow_replyVerdict_decideExtension）");

	private static Report rehearsed(ModelSet set) {
		assertThat(ModelCheck.problems(set)).as("sound by the check").isEmpty();
		ModelSet packaged = ModelSet.packaged();
		return new Rehearsal(List.of(), List.of(), Duration.ofMinutes(10), KNOWN).of(set, packaged, PACKAGED, which -> (done, known) -> {
		});
	}

	/** As Modeler saves it: with the shapes of what was added. */
	private static EditedModels legalReview() {
		return EditedModels.withLegalReview().replace("submission.bpmn", "</bpmndi:BPMNPlane>",
				shape("Activity_0legal") + shape("Gateway_0legal") + edge("Flow_0asked") + edge("Flow_0legal") + edge("Flow_0back")
						+ "</bpmndi:BPMNPlane>");
	}

	private static String shape(String id) {
		return "<bpmndi:BPMNShape id=\"" + id + "_di\" bpmnElement=\"" + id
				+ "\"><dc:Bounds x=\"10\" y=\"10\" width=\"50\" height=\"50\" /></bpmndi:BPMNShape>";
	}

	private static String edge(String id) {
		return "<bpmndi:BPMNEdge id=\"" + id + "_di\" bpmnElement=\"" + id
				+ "\"><di:waypoint x=\"10\" y=\"10\" /><di:waypoint x=\"60\" y=\"10\" /></bpmndi:BPMNEdge>";
	}

	private static List<String> what(Report report) {
		return report.differences().stream().map(Difference::what).toList();
	}

	@Test
	void everyCaseOfThePackagedSetComesToAnEndAndEveryWayIsTaken() {
		Report report = rehearsed(ModelSet.packaged());
		assertThat(report.stuck()).isEmpty();
		assertThat(report.untaken()).extracting(Report.Way::what).containsExactlyInAnyOrderElementsOf(NOT_WALKED_HERE);
		assertThat(report.ends()).extracting(End::how).anyMatch(how -> how.startsWith("已落实办结")).anyMatch(how -> how.startsWith("转化办结"))
				.anyMatch(how -> how.startsWith("选题终止")).anyMatch(how -> how.startsWith("无需交办，已办结")).anyMatch(how -> how.startsWith("已撤回"))
				.anyMatch(how -> how.startsWith("没有发起：涉密事项"));
		assertThat(report.notCompared()).contains("没有比较");
	}

	@Test
	void whatAPlaceAllowsIsWalkedThere() {
		List<String> settings = List.of("--bihuan.extension.enabled=true", "--bihuan.attachments.required=");
		Report report = new Rehearsal(List.of(), settings, Duration.ofMinutes(10)).of(ModelSet.packaged(), ModelSet.packaged(), PACKAGED,
				which -> (done, known) -> {
				});
		assertThat(report.stuck()).isEmpty();
		// no paper comes back, so nothing is sealed outside
		assertThat(report.untaken()).extracting(Report.Way::what).allSatisfy(way -> assertThat(way).containsAnyOf("电子签章？”——“否”", "已用印"));
	}

	@Test
	void anAddedStepIsAnsweredFromItsFormAndToldAsADifference() {
		Report report = rehearsed(legalReview().set());
		assertThat(report.stuck()).isEmpty();
		assertThat(what(report)).contains("多了一步“法制审核”，由区政府办办理，在“受理初审”之后。");
		assertThat(report.newCases()).contains("“法制审核”选“需要修改”", "“法制审核”不勾选“已查对上位法”",
				"“法制审核”“风险点数”填 3");
		assertThat(report.untaken()).extracting(Report.Way::what).noneMatch(way -> way.contains("legal"));
	}

	@Test
	void aWayThatLeadsToAStepNobodyMayTakeStopsThere() {
		Report report = rehearsed(legalReview().replace("submission.bpmn", "camunda:candidateGroups=\"gov-office\"",
				"camunda:candidateGroups=\"unit-sifa\"").set());
		assertThat(report.sound()).isFalse();
		assertThat(report.stuck()).extracting(Report.Stopped::why).anySatisfy(why -> assertThat(why).contains(
				"submission.bpmn 的“受理初审”（task_acceptSubmission）", "下一步“法制审核”没有可以办理的人员（unit-sifa）"));
		assertThat(what(report)).anySatisfy(what -> assertThat(what).startsWith("结局不同：原来“已落实办结").contains("现在“停住："));
	}

	@Test
	void anotherTableOfRemindersIsToldByItsDays() {
		Report report = rehearsed(new EditedModels().replace("reminder-schedule.dmn", "<text>15</text>", "<text>20</text>").set());
		assertThat(report.sound()).isTrue();
		assertThat(what(report)).anySatisfy(what -> assertThat(what).startsWith("“提醒”告知").contains("的日子不同：原来 ", "现在 "));
		assertThat(report.newCases()).isEmpty();
		assertThat(report.goneCases()).isEmpty();
	}
}
