package org.bihuan.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.bihuan.engine.acting.Actors;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.telling.News;
import org.bihuan.telling.Telling;
import org.bihuan.terms.Occasion;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the follow-up does by itself about the satisfaction: asking, recording silence, ordering the redo, urging it. */
@Configuration(proxyBeanMethods = false)
class SatisfactionDelegates {

	private final Satisfaction satisfaction;
	private final FollowUp followUp;
	private final Assignments assignments;
	private final Outcomes outcomes;
	private final Telling telling;
	private final Trail trail;

	SatisfactionDelegates(Satisfaction satisfaction, FollowUp followUp, Assignments assignments, Outcomes outcomes, Telling telling, Trail trail) {
		this.satisfaction = satisfaction;
		this.followUp = followUp;
		this.assignments = assignments;
		this.outcomes = outcomes;
		this.telling = telling;
		this.trail = trail;
	}

	private Assignment assignment(DelegateExecution execution) {
		return assignments.get((String) execution.getVariable(Variables.ASSIGNMENT_ID));
	}

	private void record(Assignment assignment, Act act, Map<String, ?> detail) {
		trail.add(Actors.SYSTEM, act, Subject.assignment(assignment), detail);
	}

	/** 征询满意度: the 专委会 and each member who took part; a member who has left is recorded as silent at once. */
	@Bean
	JavaDelegate askSatisfaction(Organisation organisation) {
		return execution -> {
			Assignment assignment = assignment(execution);
			String committee = followUp.committee(assignment.outcomeId());
			List<String> members = outcomes.members(assignment.outcomeId());
			String model = execution.getProcessDefinitionId();
			satisfaction.ask(assignment.id(), committee, true, model);
			members.forEach(member -> satisfaction.ask(assignment.id(), member, organisation.isMember(member, Organisation.MEMBERS), model));
			record(assignment, Act.SATISFACTION_ASKED, Map.of("committee", committee, "members", members));
		};
	}

	@Bean
	JavaDelegate recordUnrated() {
		return execution -> {
			Assignment assignment = assignment(execution);
			record(assignment, Act.SATISFACTION_SILENT, Map.of("silent", satisfaction.recordSilence(assignment.id())));
		};
	}

	/** 责成重新办理: within the period that the table says. */
	@Bean
	JavaDelegate orderRedo() {
		return execution -> {
			Assignment assignment = assignment(execution);
			String reason = satisfaction.verdict(assignment.id()).reason();
			LocalDate limit = satisfaction.orderRedo(assignment.id());
			String text = "交办件 " + assignment.id() + " 经评价有不满意，须于 " + limit + " 前重新办理并书面答复。";
			telling.tell(News.ofAssignment(Occasion.REDO_ORDERED, assignment, "redo-ordered", text));
			record(assignment, Act.REDO_ORDERED, Map.of("reason", reason, "limit", limit.toString()));
		};
	}

	/** 发出再次答复: signed; it closes nothing. */
	@Bean
	JavaDelegate issueRedo(RedoneReply redone) {
		return execution -> record(assignment(execution), Act.REPLIED_AGAIN, redone.issue(assignment(execution)));
	}

	/** 催办: its period is over; the unit keeps its task, and it and those who follow up are told. */
	@Bean
	JavaDelegate urgeRedo() {
		return execution -> {
			Assignment assignment = assignment(execution);
			telling.tell(News.ofAssignment(Occasion.REDO_DUE, assignment, "redo-due",
					"交办件 " + assignment.id() + " 的重新办理期限（" + assignment.redoLimitOn() + "）已过，尚未再次答复，请抓紧办理。"));
			record(assignment, Act.REDO_URGED, Map.of("limit", assignment.redoLimitOn().toString()));
		};
	}
}
