package org.bihuan.submission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.document.SubmissionPaper;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.identity.Organisation;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Documents;
import org.bihuan.ledger.Notices;
import org.bihuan.ledger.Outcomes;
import org.bihuan.numbering.Numbers;
import org.bihuan.terms.Option;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 报送: draws the number and hands the outcome to 0..n leaders. */
@Component("submitOutcome")
class SubmitOutcome extends SubmissionWork {

	private final Numbers numbers;
	private final Documents documents;
	private final Notices notices;
	private final Clock clock;
	private final SubmissionPaper paper;

	SubmitOutcome(Numbers numbers, Documents documents, Notices notices, Clock clock, SubmissionPaper paper) {
		this.notices = notices;
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
		tell(id, number);
		record(task, actor, Act.OUTCOME_SUBMITTED, Map.of("number", number, "leaders", leaders));
	}

	/** Who formed it and who will handle it: the committee, the members who took part, 党政办公室. */
	private void tell(String id, String number) {
		Outcomes.Outcome outcome = outcomes.get(id);
		String text = "协商成果《" + outcome.title() + "》（" + id + "）已报送区党政领导（" + number + "）。";
		Stream.of(List.of(outcome.committee()), outcomes.members(id), Organisation.PARTY_AND_GOV_OFFICES).flatMap(List::stream)
				.forEach(recipient -> notices.tell(recipient, id + "/submitted", Notices.Kind.SUBMITTED, id, null, text));
	}
}
