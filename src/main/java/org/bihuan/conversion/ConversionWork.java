package org.bihuan.conversion;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.dossier.Dossier;
import org.bihuan.dossier.Dossiers;
import org.bihuan.engine.answer.TaskWork;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Replies;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.terms.Markdown;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.annotation.Autowired;

/** What every task of the conversion shows and leaves on the trail. */
abstract class ConversionWork extends TaskWork {

	@Autowired
	Conversions conversions;
	@Autowired
	Assignments assignments;
	@Autowired
	Outcomes outcomes;
	@Autowired
	Organisation organisation;
	@Autowired
	Trail trail;
	@Autowired
	Replies replies;
	@Autowired
	Dossiers dossiers;

	/** What each section of a draft is called. */
	static final Map<String, String> SECTIONS = Map.of("situation", "情况", "analysis", "分析", "proposal", "建议", "cause", "案由", "reasons",
			"不采纳理由", "policyBasis", "政策依据", "addressee", "说明对象", "distribution", "发送范围");

	Assignment assignment(DelegateTask task) {
		return assignments.get(id(task, Variables.ASSIGNMENT_ID));
	}

	/**
	 * What every form of the conversion may show besides the 案卷; longer texts in Markdown.
	 *
	 * @param explanation why the unit cannot answer or adopt; empty where the offices converted it of their own
	 * @param proposer of a 提案
	 * @param draftTitle empty before it is drafted
	 * @param draft the same
	 */
	record CaseView(@JsonUnwrapped Dossier about, String assignmentId, String unit, String requirement, Markdown explanation, String proposer,
			String draftTitle, Markdown draft) {
	}

	CaseView caseView(DelegateTask task) {
		Assignment assignment = assignment(task);
		Conversions.Conversion conversion = conversions.current(assignment.id());
		return new CaseView(dossiers.of(assignment.outcomeId()).part(task.getName(), assignment.id()), assignment.id(),
				organisation.name(assignment.leadUnit()), assignment.requirement(),
				Markdown.folded(Markdown.literal(replies.last(assignment.id()).map(replies::inWords).orElse(""))),
				organisation.name(conversions.committee(assignment.outcomeId())),
				conversion.title() == null ? "" : conversion.title(), draft(conversion));
	}

	private static Markdown draft(Conversions.Conversion conversion) {
		return Markdown.paragraphs(conversion.sections().entrySet().stream().filter(one -> one.getValue() != null)
				.map(one -> Markdown.of("**%s**：%s", SECTIONS.get(one.getKey()), one.getValue())).toList());
	}

	void record(DelegateTask task, String actor, Act act, Map<String, ?> detail) {
		Assignment assignment = assignment(task);
		trail.add(actor, act, Subject.assignment(assignment).in(key(task), task.getId()), detail);
	}
}
