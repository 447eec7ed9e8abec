package org.bihuan.submission;

import java.util.Map;

import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 补正: 政协办 mends what was returned; the suggestions stay as 主席会议 passed them, the report's wording may be put right. */
@Component("mendSubmission")
class MendSubmission extends SubmissionWork {

	@Override
	protected CaseView view(DelegateTask task) {
		return caseView(task);
	}

	@Override
	protected Map<String, Object> prefill(DelegateTask task) {
		return Map.of("report", outcomes.get(outcomeId(task)).summary());
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		outcomes.summarize(outcomeId(task), answer.text("report"));
		record(task, actor, Act.SUBMISSION_MENDED, Map.of("report", answer.text("report"), "note", answer.text("note")));
	}
}
