package org.bihuan.submission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.document.SubmissionPaper;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Documents;
import org.bihuan.numbering.Numbers;
import org.bihuan.telling.News;
import org.bihuan.telling.Telling;
import org.bihuan.terms.Occasion;
import org.bihuan.terms.Option;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 报送: draws the number and hands the outcome to 0..n leaders. */
@Component("submitOutcome")
class SubmitOutcome extends SubmissionWork {

	private final Numbers numbers;
	private final Documents documents;
	private final Telling telling;
	private final Clock clock;
	private final SubmissionPaper paper;

	SubmitOutcome(Numbers numbers, Documents documents, Telling telling, Clock clock, SubmissionPaper paper) {
		this.telling = telling;
		this.numbers = numbers;
		this.documents = documents;
		this.clock = clock;
		this.paper = paper;
	}

	/** What its form reads. */
	record View(@JsonUnwrapped CaseView about, List<Option> leaders) {
	}

	@Override
	protected View view(DelegateTask task) {
		return new View(caseView(task), organisation.leaders());
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		List<String> leaders = answer.list("leaders");
		Refusal.unless(leaders.isEmpty() == answer.yes("noLeader"), leaders.isEmpty() ? "请选择送交的领导；确实不送领导的，请勾选“不送领导批示”。"
				: "已选择送交的领导，请不要再勾选“不送领导批示”。");
		String id = outcomeId(task);
		String number = numbers.next(Numbers.Kind.SUBMISSION);
		outcomes.submitted(id, number, LocalDate.now(clock));
		documents.issue(Documents.Kind.SUBMISSION, number, paper.title(outcomes.get(id).title()), id, null,
				Fields.of("leaders", leaders, "note", answer.text("note")), actor);
		submission.ask(id, leaders);
		telling.tell(News.ofOutcome(Occasion.SUBMITTED, id, "submitted",
				"协商成果《" + outcomes.get(id).title() + "》（" + id + "）已报送区党政领导（" + number + "）。"));
		record(task, actor, Act.OUTCOME_SUBMITTED, Map.of("number", number, "leaders", leaders));
	}
}
