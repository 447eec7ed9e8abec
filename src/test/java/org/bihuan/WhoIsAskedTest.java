package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** Whom each task is offered to, by the rule: a step that others may take is another rule. */
class WhoIsAskedTest {

	private static final String ASKED = """
			task_acceptSubmission        party-office,gov-office
			task_addAssignment           party-office,gov-office
			task_acknowledgeReport       ${office}
			task_confirmFollowUp         cppcc-office
			task_decideConversion        party-office,gov-office
			task_decideDissatisfaction   party-office,gov-office
			task_decideExtension         party-office,gov-office
			task_decideReassignment      party-office,gov-office
			task_deliberate              chair-meeting
			task_draftOpinionReport      cppcc-office
			task_draftProposal           ${conversions.committee(outcomeId)}
			task_draftReference          ${conversions.leadUnit(assignmentId)}
			task_draftReply              ${handling.leadUnit(assignmentId)}
			task_draftReport             ${formation.committee(outcomeId)}
			task_enterInstruction        party-office,gov-office ${submission.leader(instructionId)}
			task_giveCoOpinion           ${handling.coUnit(coOpinionId)}
			task_giveOpinion             ${formation.askedGroup(opinionId)} ${formation.askedUser(opinionId)}
			task_handleOverdue           party-office,gov-office
			task_holdConsultation        ${followUp.committee(outcomeId)}
			task_judgeOpinionReport      cppcc-office
			task_judgeProposal           committee-tian
			task_judgeReference          party-office,gov-office
			task_lookBackByCommittee     ${followUp.committee(outcomeId)}
			task_lookBackBySupervision   supervision-office
			task_makeAssignments         party-office,gov-office
			task_mendForAcceptance       cppcc-office
			task_mendForChair            cppcc-office
			task_planResearch            ${formation.committee(outcomeId)}
			task_rateSatisfaction        ${satisfaction.askedGroup(ratingId)} ${satisfaction.askedUser(ratingId)}
			task_readByChair             cppcc-chair
			task_reconsiderConversion    party-office,gov-office
			task_recordResearch          ${formation.committee(outcomeId)}
			task_redo                    ${followUp.leadUnit(assignmentId)}
			task_reportImplementation    ${followUp.leadUnit(assignmentId)}
			task_reviewByDeputyChair     cppcc-deputy-chair
			task_reviewByHead            ${formation.committee(outcomeId)}
			task_reviewByOffice          cppcc-office
			task_reviseReport            ${formation.committee(outcomeId)}
			task_sealRedo                ${followUp.leadUnit(assignmentId)}
			task_sealReply               ${handling.leadUnit(assignmentId)}
			task_signReceipt             ${handling.leadUnit(assignmentId)}
			task_signRedo                ${followUp.leadUnit(assignmentId)}
			task_signReply               ${handling.leadUnit(assignmentId)}
			task_sortInstructions        cppcc-office
			task_sortLateInstruction     cppcc-office
			task_strengthenForDelay      supervision-office
			task_strengthenSupervision   supervision-office
			task_submitOutcome           cppcc-office
			task_trackByCommittee        ${followUp.committee(outcomeId)}
			task_trackBySupervision      supervision-office
			""";

	@Test
	void eachTaskIsOfferedToWhomTheRuleNames() {
		Map<String, String> offered = new TreeMap<>();
		for (File model : Objects.requireNonNull(new File("processes").listFiles((folder, name) -> name.endsWith(".bpmn")))) {
			for (UserTask task : Bpmn.readModelFromFile(model).getModelElementsByType(UserTask.class)) {
				offered.put(task.getId(), (Objects.toString(task.getCamundaCandidateGroups(), "") + " "
						+ Objects.toString(task.getCamundaCandidateUsers(), "")).strip());
			}
		}
		Map<String, String> asked = ASKED.lines().map(line -> line.split(" +", 2)).collect(Collectors.toMap(line -> line[0], line -> line[1]));
		assertThat(offered).containsExactlyInAnyOrderEntriesOf(asked);
	}
}
