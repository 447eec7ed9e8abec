package org.bihuan.handling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.bihuan.engine.Answer;
import org.bihuan.engine.Refusal;
import org.bihuan.ledger.Outcomes.Suggestion;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 拟定答复: point by point if adopted; with reasons if not; a declaration that it cannot be answered in time; or a request for more. */
@Component("draftReply")
class DraftReply extends HandlingWork {

	private final Extensions extensions;
	private final Clock clock;

	DraftReply(Extensions extensions, Clock clock) {
		this.extensions = extensions;
		this.clock = clock;
	}

	@Override
	protected Map<String, Object> view(DelegateTask task) {
		Map<String, Object> view = caseView(task);
		view.put("suggestionOptions", assignments.suggestions(assignment(task).id()).stream()
				.map(one -> Map.of("label", "建议 " + one.seq(), "value", one.id())).toList());
		List<Map<String, String>> decisions = new ArrayList<>(
				List.of(option("采纳并答复", "adopted"), option("无法采纳或不宜采纳", "reference"), option("复杂难办，不能按期答复", "complex")));
		if (extensions.mayBeAskedFor(assignment(task))) {
			decisions.add(option("申请延期", "extension"));
		}
		view.put("decisions", decisions);
		return view;
	}

	private static Map<String, String> option(String label, String value) {
		return Map.of("label", label, "value", value);
	}

	@Override
	protected Map<String, Object> prefill(DelegateTask task) {
		Map<String, Object> start = new HashMap<>();
		start.put("replies", assignments.suggestions(assignment(task).id()).stream().map(one -> Map.of("suggestion", one.id())).toList());
		return start;
	}

	@Override
	protected LocalDate dueOn(DelegateTask task) {
		return assignment(task).owedOn();
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		String id = assignment(task).id();
		LocalDate plannedOn = answer.date("plannedOn");
		Refusal.unless(plannedOn == null || plannedOn.isAfter(LocalDate.now(clock)), "“计划完成日期”应晚于今天，请重新选择；已经完成的请选 A 类。");
		String text;
		if ("adopted".equals(answer.text("decision"))) {
			List<String> answered = answer.rows("replies").stream().map(row -> row.text("suggestion")).toList();
			for (Suggestion suggestion : assignments.suggestions(id)) {
				Refusal.unless(answered.stream().filter(suggestion.id()::equals).count() == 1, "请逐条答复：建议 " + suggestion.seq() + " 应有且只有一条答复。");
			}
			text = String.join("\n", answer.rows("replies").stream().map(row -> row.text("suggestion") + "：" + row.text("reply")).toList());
		}
		else {
			text = answer.text("explanation");
		}
		if ("extension".equals(answer.text("decision"))) {
			extensions.check(assignment(task), answer.date("extendUntil"));
		}
		handling.draft(id, text, answer, actor);
		record(task, actor, "reply-drafted", Map.of("decision", answer.text("decision"), "reply", text));
	}
}
