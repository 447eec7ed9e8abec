package org.bihuan.followup;

import java.util.Map;

import org.bihuan.decision.Tables;
import org.bihuan.engine.acting.Actors;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.telling.News;
import org.bihuan.telling.Telling;
import org.bihuan.terms.Addressee;
import org.bihuan.terms.Decisions.SupervisionLevel;
import org.bihuan.terms.Occasion;
import org.bihuan.terms.Supervision;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * A failed look-back, a delay found while in progress, or 不满意 that a meeting did not settle, raises the supervision level by the
 * decision table: 提醒, then 督办单; 专项督查 is a person's decision, and after one that failed it stays at that ({@link SupervisionPolicy}). Each
 * is counted by itself: reminders as notices to the unit, 督办单 as documents (issued with their limit by {@link StrengthenSupervision}), 专项督查 as
 * inspections.
 */
@Component("raiseSupervision")
class RaiseSupervision implements JavaDelegate {

	private final Assignments assignments;
	private final Tables tables;
	private final Telling telling;
	private final Trail trail;

	RaiseSupervision(Assignments assignments, Tables tables, Telling telling, Trail trail) {
		this.assignments = assignments;
		this.tables = tables;
		this.telling = telling;
		this.trail = trail;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Assignment assignment = assignments.get((String) execution.getVariable(Variables.ASSIGNMENT_ID));
		Supervision now = assignment.supervisionLevel();
		Supervision level = SupervisionPolicy.raisedByTable(now, Supervision.of(said(execution.getVariable(Variables.NEXT_LEVEL), now)
				.number(SupervisionLevel.NEXT, SupervisionTable.LEVELS)));
		assignments.supervise(assignment.id(), level);
		String what = "交办件 " + assignment.id() + " 经回头看尚未到位或进展迟缓，";
		telling.tell(News.ofAssignment(Occasion.SUPERVISION_RAISED, assignment, once(level), what + "督办级别为“" + level.label() + "”。")
				.wordedFor(Addressee.LEAD_UNIT, level.label() + "：" + what + "请按新的期限抓紧落实。"));
		trail.add(Actors.SYSTEM, Act.SUPERVISION_RAISED, Subject.assignment(assignment), Map.of("level", level.level()));
	}

	/** What a business-rule task before it was answered; in a diagram without one the table is asked here. */
	private Tables.Row said(Object answered, Supervision now) {
		return answered == null ? tables.one(SupervisionLevel.KEY, Map.of(SupervisionLevel.LEVEL, now.level()))
				: Tables.answered(SupervisionLevel.KEY, Map.of(SupervisionLevel.NEXT, answered));
	}

	/** The first level has been told under this name since before there were others. */
	private static String once(Supervision level) {
		return level == Supervision.REMINDER ? "reminder" : "supervision/" + level.code();
	}
}
