package org.bihuan.followup;

import org.bihuan.engine.answer.Answer;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Act;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 知悉落实报告: each of the three offices has the report, and it is on record that it has. */
@Component("acknowledgeReport")
class AcknowledgeReport extends FollowUpWork {

	@Override
	protected CaseView view(DelegateTask task) {
		return caseView(task);
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		record(task, actor, Act.REPORT_ACKNOWLEDGED, Fields.of("office", id(task, Variables.OFFICE), "remark", answer.text("remark")));
	}
}
