package org.bihuan.handling;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

import org.bihuan.document.Evidence;
import org.bihuan.engine.Answer;
import org.bihuan.engine.Refusal;
import org.bihuan.handling.Handling.Draft;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 审签: the unit's leader signs what another person drafted, or sends it back; the clock goes on. */
@Component("signReply")
class SignReply extends HandlingWork {

	private final Extensions extensions;
	private final Evidence evidence;

	SignReply(Extensions extensions, Evidence evidence) {
		this.extensions = extensions;
		this.evidence = evidence;
	}

	@Override
	protected Map<String, Object> view(DelegateTask task) {
		Map<String, Object> view = caseView(task);
		Draft draft = handling.lastDraft(assignment(task).id()).orElseThrow();
		view.put("decision",
				Map.of("adopted", "采纳并答复", "reference", "无法采纳或不宜采纳", "complex", "复杂难办，不能按期答复", "extension", "申请延期").get(draft.decision()));
		view.put("extendUntil", draft.extendUntil() == null ? "" : "，延期到 " + draft.extendUntil());
		view.put("replyClass",
				draft.replyClass() == null ? "" : draft.replyClass() + (draft.plannedOn() == null ? "" : "，计划于 " + draft.plannedOn() + " 完成"));
		return view;
	}

	@Override
	protected LocalDate dueOn(DelegateTask task) {
		return assignment(task).owedOn();
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		Draft draft = handling.lastDraft(assignment(task).id()).orElseThrow();
		Refusal.unless(!actor.equals(draft.draftedBy()), "拟稿人不能审签自己的答复，请由分管领导审签。");
		String verdict = answer.text("verdict");
		Refusal.unless("pass".equals(verdict) || answer.text("reason") != null, "退回请写明理由。");
		// asking for more time is no reply: there is nothing signed to scan yet
		if ("pass".equals(verdict) && !"extension".equals(draft.decision())) {
			evidence.require(task.getId(), Evidence.Kind.SIGNED_REPLY);
		}
		task.getExecution().setVariable("replyVerdict", "pass".equals(verdict) ? draft.decision() : "return");
		if ("pass".equals(verdict) && "extension".equals(draft.decision())) {
			extensions.ask(assignment(task), draft.extendUntil(), draft.reply(), actor);
		}
		if (Set.of("reference", "complex").contains(draft.decision())) {
			task.getExecution().setVariable("conversionKind", "reference".equals(draft.decision()) ? "reference" : draft.proposedKind());
		}
		record(task, actor, "reply-signed", Map.of("verdict", verdict, "reason", String.valueOf(answer.text("reason"))));
	}
}
