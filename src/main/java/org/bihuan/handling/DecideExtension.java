package org.bihuan.handling;

import java.time.LocalDate;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Act;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 裁定延期: the offices agree to a later day or not; meanwhile the clock runs on. Both dates stay on record. */
@Component("decideExtension")
class DecideExtension extends HandlingWork {

	private final Extensions extensions;

	DecideExtension(Extensions extensions) {
		this.extensions = extensions;
	}

	/**
	 * What its form reads.
	 *
	 * @param until the day that is asked for
	 * @param latest the last day that may be agreed to
	 */
	record View(@JsonUnwrapped CaseView about, String until, String reason, String latest) {
	}

	@Override
	protected View view(DelegateTask task) {
		Extensions.Extension asked = extensions.of(assignment(task).id()).orElseThrow();
		return new View(caseView(task), asked.untilOn().toString(), asked.reason(), extensions.latest(assignment(task)).toString());
	}

	/** The day that is asked for. */
	@Override
	protected Map<String, Object> prefill(DelegateTask task) {
		return Map.of("until", extensions.of(assignment(task).id()).orElseThrow().untilOn().toString());
	}

	@Override
	protected LocalDate dueOn(DelegateTask task) {
		return assignment(task).owedOn();
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		ExtensionRuling verdict = answer.term("verdict", ExtensionRuling.class);
		boolean agreed = verdict == ExtensionRuling.AGREE;
		LocalDate until = answer.date("until");
		Refusal.unless(agreed == (until != null), "同意延期的请选择延期到哪一天；不同意的不选。");
		extensions.decide(task.getProcessInstanceId(), assignment(task), agreed ? until : null, answer.text("decision"), actor);
		record(task, actor, Act.EXTENSION_DECIDED,
				Fields.of("verdict", verdict, "until", until, "decision", answer.text("decision")));
	}
}
