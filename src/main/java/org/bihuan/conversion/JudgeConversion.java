package org.bihuan.conversion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments.State;
import org.bihuan.ledger.Documents;
import org.bihuan.numbering.Numbers;
import org.bihuan.telling.News;
import org.bihuan.telling.Telling;
import org.bihuan.terms.ConversionKind;
import org.bihuan.terms.Occasion;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 审定: used and numbered, returned to its author, or refused with reasons; only a clear yes converts. */
@Component("judgeConversion")
class JudgeConversion extends ConversionWork {

	private final Numbers numbers;
	private final Documents documents;
	private final Telling telling;

	JudgeConversion(Numbers numbers, Documents documents, Telling telling) {
		this.numbers = numbers;
		this.documents = documents;
		this.telling = telling;
	}

	@Override
	protected CaseView view(DelegateTask task) {
		return caseView(task);
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		var assignment = assignment(task);
		var conversion = conversions.current(assignment.id());
		Judgement judgement = answer.term("verdict", Judgement.class);
		Refusal.when(JudgingPolicy.refusal(actor, conversion.draftedBy(), judgement, answer.text("reason")));
		switch (judgement) {
			case ACCEPT -> {
				String number = numbers.next(number(conversion.kind()));
				long document = documents.issue(document(conversion.kind()), number, conversion.title(), assignment.outcomeId(), assignment.id(),
						content(conversion, answer), actor);
				conversions.accept(conversion.id(), number, document, answer, actor);
				assignments.end(assignment.id(), State.CONVERTED);
				String text = "交办件 " + assignment.id() + " 已转化：" + conversion.title() + "（" + number + "）。";
				telling.tell(News.ofAssignment(Occasion.CONVERTED, assignment, "converted", text));
				record(task, actor, Act.CONVERTED, Map.of("number", number, "kind", conversion.kind()));
			}
			case REFUSE -> {
				conversions.refuse(conversion.id(), answer.text("reason"), actor);
				String text = "交办件 " + assignment.id() + " 的转化未被采纳：" + answer.text("reason") + "。由党政办公室研究后继续办理。";
				telling.tell(News.ofAssignment(Occasion.CONVERSION_REFUSED, assignment, "conversion-refused/" + conversion.id(), text));
				record(task, actor, Act.CONVERSION_REFUSED, Map.of("reason", answer.text("reason")));
			}
			case RETURN -> record(task, actor, Act.CONVERSION_RETURNED, Map.of("reason", answer.text("reason")));
		}
		task.getExecution().setVariable(Variables.CONVERSION_RESULT, judgement.result());
	}

	private static Numbers.Kind number(ConversionKind kind) {
		return switch (kind) {
			case OPINION_REPORT -> Numbers.Kind.OPINION_REPORT;
			case PROPOSAL -> Numbers.Kind.PROPOSAL;
			case REFERENCE -> Numbers.Kind.REFERENCE;
		};
	}

	private static Documents.Kind document(ConversionKind kind) {
		return switch (kind) {
			case OPINION_REPORT -> Documents.Kind.OPINION_REPORT;
			case PROPOSAL -> Documents.Kind.PROPOSAL;
			case REFERENCE -> Documents.Kind.REFERENCE;
		};
	}

	/** What the document says besides its title: the sections, and the words of who judged. */
	private static Map<String, String> content(Conversions.Conversion conversion, Answer answer) {
		Map<String, String> content = new LinkedHashMap<>(conversion.sections());
		content.put("proposer", conversion.proposer());
		for (String key : List.of("adoption", "signer", "reason")) {
			content.put(key, answer.text(key));
		}
		content.values().removeIf(Objects::isNull);
		return content;
	}
}
