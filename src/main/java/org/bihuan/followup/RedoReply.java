package org.bihuan.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import org.bihuan.engine.Answer;
import org.bihuan.engine.Refusal;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Documents;
import org.bihuan.ledger.Notices;
import org.bihuan.numbering.Numbers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 重新办理并答复: after 不满意 the unit does it again within one month and replies anew in writing; both replies stay on record. */
@Component("redoReply")
class RedoReply extends SatisfactionWork {

	private final Clock clock;
	private final LookBackSchedule schedule;
	private final Numbers numbers;
	private final Documents documents;
	private final Notices notices;

	RedoReply(Clock clock, LookBackSchedule schedule, Numbers numbers, Documents documents, Notices notices) {
		this.clock = clock;
		this.schedule = schedule;
		this.numbers = numbers;
		this.documents = documents;
		this.notices = notices;
	}

	@Override
	protected Map<String, Object> view(DelegateTask task) {
		Map<String, Object> view = super.view(task);
		view.put("redoLimit", assignment(task).redoLimitOn().toString());
		return view;
	}

	@Override
	protected Map<String, Object> prefill(DelegateTask task) {
		return rowPerSuggestion(task, "replies");
	}

	@Override
	protected LocalDate dueOn(DelegateTask task) {
		return assignment(task).redoLimitOn();
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		var assignment = assignment(task);
		LocalDate completedOn = answer.date("completedOn");
		Refusal.unless(!completedOn.isAfter(LocalDate.now(clock)), "“完成日期”不能晚于今天，请检查。");
		String reply = perSuggestion(task, answer, "replies", "reply", "重新办理情况");
		String title = outcomes.get(assignment.outcomeId()).title();
		String number = numbers.next(Numbers.Kind.REPLY);
		documents.issue(Documents.Kind.REPLY, number, "关于《" + title + "》有关建议的再次答复", assignment.outcomeId(), assignment.id(),
				Map.of("class", assignment.replyClass(),
						"reply", reply, "contact", answer.text("contact"), "phone", answer.text("phone")),
				actor);
		followUp.report(assignment.id(), completedOn, reply, actor);
		LocalDate lookBackOn = schedule.next(assignment, completedOn);
		followUp.plan(assignment.id(), lookBackOn);
		followUp.claimed(assignment.id(), completedOn);
		String text = "《" + title + "》的交办件 " + assignment.id() + " 经重新办理，已再次书面答复（" + number + "），定于 " + lookBackOn + " 回头看。";
		notices.tell(outcomes.members(assignment.outcomeId()), assignment, "replied-again", Notices.Kind.REPLIED_AGAIN, text);
		notices.tell(Organisation.THREE_OFFICES, assignment, "replied-again", Notices.Kind.REPLIED_AGAIN, text);
		record(task, actor, Act.REPLIED_AGAIN, Map.of("number", number, "reply", reply, "lookBackOn", lookBackOn.toString()));
	}
}
