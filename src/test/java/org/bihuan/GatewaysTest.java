package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.bihuan.PathRecorder.Taken;
import org.bihuan.document.ReplyPapers;
import org.bihuan.ledger.Outcomes;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Each gateway both ways, against the words that stand on the diagram; at the end no way of any gateway may be left untried. */
@Tag("database-again")
class GatewaysTest extends CycleTest {

	@RegisterExtension
	static final WhenAllRan TOGETHER = new WhenAllRan(GatewaysTest::noWayIsLeftUntried);

	private static final Set<Taken> TRIED = new HashSet<>();

	@Autowired
	private PathRecorder recorder;
	@Autowired
	private ReplyPapers papers;

	@BeforeEach
	void forget() {
		recorder.path().clear();
	}

	/** What was just answered led along the flow of this name. */
	private void went(String gateway, String label) {
		Taken taken = new Taken(gateway, label);
		assertThat(recorder.path().stream().filter(one -> one.source().equals(gateway)).toList()).as("the way out of %s", gateway)
				.containsExactly(taken);
		TRIED.add(taken);
		recorder.path().clear();
	}

	/** On its way to what was just asked for, the answer led along this flow as well. */
	private void wentOn(String gateway, String label) {
		Taken taken = new Taken(gateway, label);
		assertThat(recorder.path()).contains(taken);
		TRIED.add(taken);
	}

	private static void noWayIsLeftUntried() {
		Set<String> untried = new TreeSet<>();
		for (File model : Objects.requireNonNull(new File("processes").listFiles((folder, name) -> name.endsWith(".bpmn")))) {
			for (ExclusiveGateway gateway : Bpmn.readModelFromFile(model).getModelElementsByType(ExclusiveGateway.class)) {
				if (gateway.getOutgoing().size() > 1) {
					gateway.getOutgoing().forEach(flow -> {
						if (!TRIED.contains(new Taken(gateway.getId(), flow.getName()))) {
							untried.add(gateway.getId() + " " + flow.getName());
						}
					});
				}
			}
		}
		assertThat(untried).as("ways that no test went").isEmpty();
	}

	@Test
	void anotherRoundOfOpinions() {
		startUpTo("task_reviseReport");
		answer("task_reviseReport", Map.of("again", "yes", "askedUnits", List.of("unit-caizheng")));
		went("gateway_anotherRound", "再征求");
		assertThat(openTasks()).containsExactly("task_giveOpinion");
		upTo("task_reviseReport");
		answer("task_reviseReport");
		went("gateway_anotherRound", "不再征求");
		assertThat(openTasks()).containsExactly("task_reviewByHead");
	}

	@Test
	void eachLevelOfReviewPassesOrReturns() {
		String[][] levels = { { "task_reviewByHead", "gateway_headPasses" }, { "task_reviewByOffice", "gateway_officePasses" },
				{ "task_reviewByDeputyChair", "gateway_deputyChairPasses" } };
		startUpTo("task_reviewByHead");
		for (String[] level : levels) {
			upTo(level[0]);
			recorder.path().clear();
			answer(level[0], Map.of("verdict", "return", "reason", "请再论证"));
			went(level[1], "退回");
			assertThat(openTasks()).containsExactly("task_reviseReport");
			upTo(level[0]);
			recorder.path().clear();
			answer(level[0]);
			went(level[1], "同意");
		}
		assertThat(openTasks()).containsExactly("task_deliberate");
	}

	@Test
	void theChairMeetingSendsBackOrPasses() {
		startUpTo("task_deliberate");
		answer("task_deliberate", Map.of("verdict", "return", "reason", "请补充数据"));
		went("gateway_chairMeeting", "退回");
		assertThat(openTasks()).containsExactly("task_reviseReport");
		upTo("task_deliberate");
		recorder.path().clear();
		answer("task_deliberate");
		assertThat(recorder.path()).contains(new Taken("gateway_chairMeeting", "通过"));
		TRIED.add(new Taken("gateway_chairMeeting", "通过"));
		went("gateway_chairMeetingVerdict", "通过");
		assertThat(openTasks()).containsExactly("task_readByChair");
	}

	@Test
	void theChairMeetingEndsATopic() {
		startUpTo("task_deliberate");
		answer("task_deliberate", Map.of("verdict", "ended", "reason", "条件不成熟"));
		assertThat(recorder.path()).contains(new Taken("gateway_chairMeeting", "终止"));
		TRIED.add(new Taken("gateway_chairMeeting", "终止"));
		went("gateway_chairMeetingVerdict", "终止");
		assertThat(openTasks()).isEmpty();
		assertThat(outcomes.get(outcomeId).state()).isEqualTo(Outcomes.State.ENDED);
	}

	@Test
	void submissionIsReadAndAcceptedOrSentBack() {
		startUpTo("task_readByChair");
		answer("task_readByChair", Map.of("verdict", "return", "reason", "请核实数据"));
		went("gateway_chairPasses", "退回");
		assertThat(openTasks()).containsExactly("task_mendForChair");
		answer("task_mendForChair");
		answer("task_readByChair");
		went("gateway_chairPasses", "同意");
		answer("task_submitOutcome");
		answer("task_acceptSubmission", Map.of("verdict", "return", "reason", "缺附件"));
		went("gateway_accepted", "退回");
		assertThat(openTasks()).containsExactly("task_mendForAcceptance");
		answer("task_mendForAcceptance");
		recorder.path().clear();
		answer("task_acceptSubmission");
		assertThat(recorder.path()).contains(new Taken("gateway_accepted", "受理"));
		TRIED.add(new Taken("gateway_accepted", "受理"));
		went("gateway_hasLeaders", "是");
		answer("task_enterInstruction");
		went("gateway_hasInstructions", "有");
		assertThat(openTasks()).containsExactly("task_sortInstructions");
	}

	@Test
	void anOutcomeThatNoLeaderIsAskedForGoesStraightToTheOffices() {
		startUpTo("task_submitOutcome");
		answerOnly("task_submitOutcome", Map.of("noLeader", true));
		answer("task_acceptSubmission");
		went("gateway_hasLeaders", "否");
		assertThat(openTasks()).containsExactly("task_makeAssignments");
	}

	@Test
	void aMarkWithoutWordsIsNoInstruction() {
		startUpTo("task_enterInstruction");
		answerOnly("task_enterInstruction", Map.of("form", "seen", "writtenOn", "2023-09-11"));
		went("gateway_hasInstructions", "无");
		assertThat(openTasks()).containsExactly("task_makeAssignments");
		assertThat(jdbc.sql("select state from instruction where outcome_id = ?").param(outcomeId).query(String.class).list())
				.containsExactly("seen");
	}

	@Test
	void somethingIsAssignedOrTheReasonIsRecorded() {
		startUpTo("task_makeAssignments");
		answer("task_makeAssignments");
		went("gateway_assigned", "有");
		answer("task_confirmFollowUp");
		went("gateway_assignmentsMade", "有");
		runDueJobs();
		went("gateway_received", "否");
		assertThat(openTasks()).containsExactly("task_signReceipt");
		endCases();

		startUpTo("task_makeAssignments");
		recorder.path().clear();
		answerOnly("task_makeAssignments", Map.of("assign", "no", "reason", "仅供领导参阅"));
		assertThat(recorder.path()).contains(new Taken("gateway_assigned", "无"));
		TRIED.add(new Taken("gateway_assigned", "无"));
		went("gateway_assignmentsMade", "无，理由已记录");
		runDueJobs();
		assertThat(outcomes.get(outcomeId).closing()).isEqualTo(Outcomes.Closing.NO_ASSIGNMENT);
	}

	@Test
	void theUnitSignsOrSendsBack() {
		startUpTo("task_signReceipt");
		answerOnly("task_signReceipt", Map.of("receipt", "back", "proposedUnit", "unit-caizheng", "reason", "属财政职责"));
		went("gateway_signed", "退回改派");
		answer("task_decideReassignment");
		assertThat(assignment().leadUnit()).isEqualTo("unit-caizheng");
		recorder.path().clear();
		answer("task_signReceipt");
		assertThat(recorder.path()).contains(new Taken("gateway_signed", "签收"));
		TRIED.add(new Taken("gateway_signed", "签收"));
		went("gateway_coUnits", "否");
		assertThat(openTasks()).containsExactly("task_draftReply");
	}

	@Test
	void coUnitsAreAskedFirst() {
		startUpTo("task_makeAssignments");
		answer("task_makeAssignments",
				Map.of("assign", "yes", "assignments", List.of(Map.of("suggestions", List.of(outcomeId + "-J1"), "leadUnit", "unit-gongan",
						"coUnits", List.of("unit-caizheng", "unit-fagai"), "requirement", "两个月内答复"))));
		upTo("task_signReceipt");
		answer("task_signReceipt");
		went("gateway_coUnits", "是");
		assertThat(openTasks()).containsExactly("task_giveCoOpinion", "task_giveCoOpinion");
	}

	@Test
	void theReplyIsIssuedOrGoesItsOtherWays() {
		startUpTo("task_signReply");
		answer("task_signReply", Map.of("verdict", "return", "reason", "补充时间表"));
		went("gateway_replyVerdict", "退回");
		assertThat(openTasks()).containsExactly("task_draftReply");
		answerOnly("task_draftReply", tooComplex());
		recorder.path().clear();
		answer("task_signReply");
		went("gateway_replyVerdict", "复杂难办");
		answerOnly("task_decideConversion", Map.of("verdict", "refuse", "reason", "可以答复"));
		went("gateway_conversionAgreed", "不同意");
		assertThat(openTasks()).containsExactly("task_draftReply");
		answer("task_draftReply");
		recorder.path().clear();
		answer("task_signReply");
		assertThat(recorder.path()).contains(new Taken("gateway_replyVerdict", "答复"));
		TRIED.add(new Taken("gateway_replyVerdict", "答复"));
		went("gateway_electronicSeal", "否");
		answer("task_sealReply", Map.of("sealing", "faulty", "reason", "主送写错了"));
		went("gateway_replySealed", "有差错，退回");
		answer("task_draftReply");
		answer("task_signReply");
		recorder.path().clear();
		answer("task_sealReply");
		assertThat(recorder.path()).contains(new Taken("gateway_handlingResult", "已答复"));
		TRIED.add(new Taken("gateway_handlingResult", "已答复"));
		went("gateway_replySealed", "是");
		assertThat(openTasks()).containsExactly("task_reportImplementation");
	}

	@Test
	void aUnitMayAskForMoreTimeOnce() {
		startUpTo("task_draftReply");
		answerOnly("task_draftReply", wantsMoreTime("2023-12-01"));
		recorder.path().clear();
		answer("task_signReply");
		went("gateway_replyVerdict", "申请延期");
		answer("task_decideExtension");
		assertThat(openTasks()).containsExactly("task_draftReply");
		assertThat(assignment().extendedOn()).hasToString("2023-12-01");
	}

	@Test
	void whatCannotBeAdoptedBecomesAReferenceAfterARevision() {
		startUpTo("task_draftReply");
		answerOnly("task_draftReply", notAdoptable());
		recorder.path().clear();
		answer("task_signReply");
		assertThat(recorder.path()).contains(new Taken("gateway_replyVerdict", "不予采纳"), new Taken("gateway_handlingResult", "转化"));
		TRIED.add(new Taken("gateway_replyVerdict", "不予采纳"));
		TRIED.add(new Taken("gateway_handlingResult", "转化"));
		went("gateway_conversionKind", "参阅件");
		judged("Reference");
		assertThat(outcomes.get(outcomeId).closing()).isEqualTo(Outcomes.Closing.CONVERTED);
	}

	@Test
	void whatIsTooComplexBecomesAProposalAfterARevision() {
		startUpTo("task_draftReply");
		answerOnly("task_draftReply", tooComplex());
		answer("task_signReply");
		recorder.path().clear();
		answer("task_decideConversion");
		assertThat(recorder.path()).contains(new Taken("gateway_conversionAgreed", "同意"));
		TRIED.add(new Taken("gateway_conversionAgreed", "同意"));
		went("gateway_conversionKind", "提案");
		judged("Proposal");
	}

	@Test
	void whatIsOverdueBecomesAnOpinionReportAfterARevision() {
		startUpTo("task_draftReply");
		clockTo(LocalDateTime.of(2023, 11, 14, 0, 0));
		runDueJobs();
		recorder.path().clear();
		answerOnly("task_handleOverdue", Map.of("measure", "convert", "kind", "opinion-report", "reason", "确实难以答复"));
		assertThat(recorder.path()).contains(new Taken("gateway_overdueMeasure", "转化"));
		TRIED.add(new Taken("gateway_overdueMeasure", "转化"));
		went("gateway_conversionKind", "社情民意信息");
		judged("OpinionReport");
	}

	/** A draft is returned once, then accepted; the assignment ends as converted, never as implemented. */
	private void judged(String kind) {
		String returned = "gateway_" + Character.toLowerCase(kind.charAt(0)) + kind.substring(1) + "Returned";
		answer("task_draft" + kind);
		answer("task_judge" + kind, Map.of("verdict", "return", "reason", "请补充"));
		went(returned, "退回");
		assertThat(openTasks()).containsExactly("task_draft" + kind);
		answer("task_draft" + kind);
		recorder.path().clear();
		answer("task_judge" + kind);
		assertThat(recorder.path()).contains(new Taken(returned, "否"), new Taken("gateway_conversionAccepted", "采用"));
		TRIED.add(new Taken(returned, "否"));
		TRIED.add(new Taken("gateway_conversionAccepted", "采用"));
		went("gateway_conversionResult", "采纳");
		runDueJobs();
		assertThat(assignment().state()).hasToString("CONVERTED");
	}

	@Test
	void aRefusedConversionComesBackToTheOfficesAndIsNotReceivedTwice() {
		startUpTo("task_draftReply");
		answerOnly("task_draftReply", notAdoptable());
		answer("task_signReply");
		answer("task_draftReference");
		recorder.path().clear();
		answer("task_judgeReference", Map.of("verdict", "refuse", "reason", "应当采纳"));
		assertThat(recorder.path()).contains(new Taken("gateway_conversionAccepted", "不予采用"));
		TRIED.add(new Taken("gateway_conversionAccepted", "不予采用"));
		went("gateway_conversionResult", "未采纳");
		answer("task_reconsiderConversion");
		went("gateway_received", "是");
		assertThat(openTasks()).containsExactly("task_draftReply");
		assertThat(assignment().receivedOn()).hasToString("2023-09-11");
		assertThat(assignment().dueOn()).hasToString("2023-11-13");
	}

	@Test
	void anOverdueReplyIsStillOwed() {
		startUpTo("task_draftReply");
		clockTo(LocalDateTime.of(2023, 11, 14, 0, 0));
		runDueJobs();
		recorder.path().clear();
		answer("task_handleOverdue");
		went("gateway_overdueMeasure", "督办，仍应答复");
		assertThat(openTasks()).containsExactly("task_draftReply");
		assertThat(assignment().dueOn()).hasToString("2023-11-13");
		assertThat(assignment().promisedOn()).hasToString("2023-11-28");
	}

	@Test
	void implementationIsCompletedOrGoesOn() {
		startUpTo("task_reportImplementation");
		answerOnly("task_reportImplementation",
				Map.of("progress", "in-progress", "measures", List.of(Map.of("suggestion", outcomeId + "-J1", "measure", "已立项"))));
		went("gateway_completed", "仍在推进");
		assertThat(openTasks()).as("who is done sooner reports sooner").containsExactly("task_reportImplementation");
		recorder.path().clear();
		answer("task_reportImplementation");
		went("gateway_completed", "是");
		assertThat(openTasks()).containsOnly("task_acknowledgeReport").hasSize(3);
	}

	@Test
	void onlyWhatBothFindInPlaceIsVerified() {
		startUpTo("task_lookBackByCommittee");
		answer("task_lookBackByCommittee");
		recorder.path().clear();
		answer("task_lookBackBySupervision", Map.of("inPlace", "no"));
		runDueJobs();
		went("gateway_inPlace", "否");
		assertThat(openTasks()).containsExactly("task_strengthenSupervision");
		answer("task_strengthenSupervision");
		wentOn("gateway_verified", "否");
		went("gateway_repliedAgain", "限期再办");
		assertThat(openTasks()).containsExactly("task_reportImplementation");
		upTo("task_lookBackByCommittee");
		answer("task_lookBackByCommittee");
		recorder.path().clear();
		answer("task_lookBackBySupervision");
		runDueJobs();
		went("gateway_inPlace", "是");
		assertThat(openTasks()).as("first those who asked for it say whether they are satisfied").containsExactly("task_rateSatisfaction",
				"task_rateSatisfaction",
				"task_rateSatisfaction");
	}

	private void everybodyRates(String result) {
		tasks.createTaskQuery().taskDefinitionKey("task_rateSatisfaction").list().forEach(task -> complete(somebodyFor(task), task,
				Map.of("process", "satisfied", "result", result, "remark", "现场看过")));
	}

	@Test
	void nobodyLeftDissatisfiedCloses() {
		startUpTo("task_rateSatisfaction");
		recorder.path().clear();
		everybodyRates("fair");
		wentOn("gateway_settled", "是");
		wentOn("gateway_verified", "是");
		went("gateway_satisfied", "没有不满意");
		assertThat(assignment().state()).hasToString("VERIFIED");
	}

	@Test
	void dissatisfactionIsDoneAgainOnceThenMetThenDecided() {
		startUpTo("task_rateSatisfaction");
		recorder.path().clear();
		everybodyRates("unsatisfied");
		went("gateway_satisfied", "首次不满意");
		assertThat(openTasks()).contains("task_redo");
		answer("task_redo");
		answer("task_signRedo", Map.of("verdict", "return", "reason", "没有逐条写明"));
		went("gateway_redoVerdict", "退回");
		answer("task_redo");
		answer("task_signRedo");
		assertThat(recorder.path()).contains(new Taken("gateway_redoVerdict", "同意"));
		TRIED.add(new Taken("gateway_redoVerdict", "同意"));
		went("gateway_electronicRedoSeal", "否");
		answer("task_sealRedo", Map.of("sealing", "faulty", "reason", "主送写错了"));
		went("gateway_redoSealed", "有差错，退回");
		answer("task_redo");
		answer("task_signRedo");
		recorder.path().clear();
		answer("task_sealRedo");
		wentOn("gateway_settled", "否");
		wentOn("gateway_redone", "是");
		wentOn("gateway_repliedAgain", "是");
		went("gateway_redoSealed", "是");
		upTo("task_rateSatisfaction");
		recorder.path().clear();
		everybodyRates("unsatisfied");
		went("gateway_satisfied", "仍不满意或无人评价");
		answer("task_holdConsultation");
		answer("task_decideDissatisfaction", Map.of("decision", "supervise"));
		wentOn("gateway_redone", "加强督办");
		went("gateway_closedAfterMeeting", "加强督办");
		assertThat(openTasks()).contains("task_strengthenSupervision");
		assertThat(assignment().supervisionLevel().level()).isEqualTo(1);
		upTo("task_rateSatisfaction");
		everybodyRates("unsatisfied");
		answer("task_holdConsultation");
		recorder.path().clear();
		answer("task_decideDissatisfaction");
		went("gateway_closedAfterMeeting", "予以销号");
		assertThat(assignment().state()).hasToString("VERIFIED");
	}

	@Test
	void whereSealsAreElectronicNothingIsSealedOutside() {
		startUpTo("task_signReply");
		ElectronicSeals.during(papers, () -> {
			recorder.path().clear();
			answer("task_signReply");
			assertThat(recorder.path()).contains(new Taken("gateway_electronicSeal", "是"));
			TRIED.add(new Taken("gateway_electronicSeal", "是"));
			upTo("task_rateSatisfaction");
			everybodyRates("unsatisfied");
			answer("task_redo");
			recorder.path().clear();
			answer("task_signRedo");
			assertThat(recorder.path()).contains(new Taken("gateway_electronicRedoSeal", "是"));
			TRIED.add(new Taken("gateway_electronicRedoSeal", "是"));
		});
	}

	@Test
	void progressIsOnTrackOnlyIfBothSaySo() {
		startUpTo("task_reportImplementation");
		waitForTheTrackingDay();
		answer("task_trackByCommittee");
		recorder.path().clear();
		answer("task_trackBySupervision");
		runDueJobs();
		went("gateway_onTrack", "是");
		assertThat(openTasks()).containsExactly("task_reportImplementation");
		clockTo(timer("boundary_progressDue").getDuedate());
		runDueJobs();
		answer("task_trackByCommittee", Map.of("onTrack", "no"));
		recorder.path().clear();
		answer("task_trackBySupervision");
		runDueJobs();
		went("gateway_onTrack", "否");
		assertThat(openTasks()).containsExactlyInAnyOrder("task_reportImplementation", "task_strengthenForDelay");
	}

	@Test
	void anotherPairTracksOnlyWhenTheLastHasSigned() {
		startUpTo("task_reportImplementation");
		waitForTheTrackingDay();
		went("gateway_lastTracked", "是");
		clockTo(timer("boundary_progressDue").getDuedate());
		runDueJobs();
		went("gateway_lastTracked", "否");
		assertThat(openTasks()).containsExactlyInAnyOrder("task_reportImplementation", "task_trackByCommittee", "task_trackBySupervision");
	}

	@Test
	void anAmendmentCorrectsWithdrawsOrReassigns() {
		startUpTo("task_draftReply");
		amend("quwei1", Map.of("kind", "correct", "field", "assignment-requirement", "newValue", "一个月内答复", "number", outcomeId + "-1"));
		went("gateway_amendmentKind", "更正");
		amend("quwei1", Map.of("kind", "reassign", "toUnit", "财政局", "number", outcomeId + "-1"));
		assertThat(recorder.path()).contains(new Taken("gateway_amendmentKind", "改派"));
		TRIED.add(new Taken("gateway_amendmentKind", "改派"));
		assertThat(openTasks()).containsExactly("task_signReceipt");
		recorder.path().clear();
		amend("quwei1", Map.of("kind", "withdraw", "cause", "wrong", "remainder", "不宜交办", "number", outcomeId + "-1"));
		went("gateway_amendmentKind", "撤回");
		assertThat(openTasks()).isEmpty();
	}

	@Test
	void aFurtherAssignmentIsMadeOrDropped() {
		startUpTo("task_draftReply");
		amend("quwei1", Map.of("kind", "add", "number", outcomeId));
		went("gateway_amendmentKind", "补交办");
		answerOnly("task_addAssignment", Map.of("assign", "no", "reason", "已另行处理"));
		went("gateway_assignmentAdded", "不再补交办");
		assertThat(openTasks()).containsExactly("task_draftReply");
		amend("quwei1", Map.of("kind", "add", "number", outcomeId));
		recorder.path().clear();
		answer("task_addAssignment");
		went("gateway_assignmentAdded", "补交办");
		runDueJobs();
		assertThat(openTasks()).containsExactlyInAnyOrder("task_draftReply", "task_signReceipt");
	}
}
