package org.bihuan.assignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.decision.ReplyLimits;
import org.bihuan.dossier.Dossier;
import org.bihuan.dossier.Dossiers;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.answer.TaskWork;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Assignments.State;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Outcomes.Outcome;
import org.bihuan.ledger.Outcomes.Suggestion;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.telling.News;
import org.bihuan.telling.Telling;
import org.bihuan.terms.Occasion;
import org.bihuan.terms.Option;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * 补交办: a further assignment for an outcome that is being handled. Suggestions that a 撤回 left without a unit are offered first; one that has a unit
 * may be given to another as well, which was forgotten. The model hands it to the running case, where it is delivered as every other.
 */
@Component("addAssignment")
class AddAssignment extends TaskWork {

	private final Outcomes outcomes;
	private final Assignments assignments;
	private final Organisation organisation;
	private final Assigning assigning;
	private final Telling telling;
	private final Trail trail;
	private final Dossiers dossiers;
	private final ReplyLimits limits;

	AddAssignment(Outcomes outcomes, Assignments assignments, Organisation organisation, Assigning assigning, Telling telling, Trail trail,
			Dossiers dossiers, ReplyLimits limits) {
		this.limits = limits;
		this.dossiers = dossiers;
		this.outcomes = outcomes;
		this.assignments = assignments;
		this.organisation = organisation;
		this.assigning = assigning;
		this.telling = telling;
		this.trail = trail;
	}

	/**
	 * What its form reads.
	 *
	 * @param replyPeriod how long a reply may take, in words
	 * @param reason why a further assignment was asked for
	 * @param holders who has which suggestion now; those that nobody has come first
	 */
	record View(@JsonUnwrapped Dossier about, String replyPeriod, String reason, List<Option> holders, List<Option> units, List<Option> leaders) {
	}

	@Override
	protected View view(DelegateTask task) {
		Dossiers.Opened opened = dossiers.of(id(task, Variables.OUTCOME_ID));
		Outcome outcome = opened.file().outcome();
		List<Suggestion> suggestions = new ArrayList<>(opened.file().suggestions());
		Map<String, List<Assignment>> holders = holders(outcome.id());
		suggestions.sort(Comparator.comparing((Suggestion one) -> !holders.getOrDefault(one.id(), List.of()).isEmpty())
				.thenComparing(Suggestion::seq));
		return new View(opened.whole(task.getName()), limits.now(outcome).words(), asked(task, outcome.id()),
				suggestions.stream().map(one -> new Option(one.name() + "（" + by(holders.get(one.id())) + "）：" + one.text(), one.id())).toList(),
				organisation.units(), organisation.leaders());
	}

	/** The assignments that stand, by suggestion. */
	private Map<String, List<Assignment>> holders(String outcomeId) {
		Map<String, List<Assignment>> holders = new HashMap<>();
		assignments.of(outcomeId).stream().filter(one -> one.state() != State.WITHDRAWN).forEach(one -> assignments.suggestions(one.id())
				.forEach(suggestion -> holders.computeIfAbsent(suggestion.id(), key -> new ArrayList<>()).add(one)));
		return holders;
	}

	private String by(List<Assignment> holders) {
		return holders == null ? "已撤回，现无单位承办"
				: "现由" + String.join("、", holders.stream().map(one -> organisation.name(one.leadUnit())).distinct().toList()) + "承办";
	}

	/** What was written when this one was started; another 补交办 of the same outcome has its own reason. */
	private String asked(DelegateTask task, String outcomeId) {
		return trail.ofOutcome(outcomeId).stream().filter(one -> one.act() == Act.FURTHER_ASKED && task.getProcessInstanceId().equals(one.taskId()))
				.reduce((first, second) -> second)
				.map(one -> one.field("reason")).orElse("");
	}

	/** Of two 补交办 at once the second sees what the first has given to whom. */
	@Override
	protected void lock(DelegateTask task) {
		outcomes.lock(id(task, Variables.OUTCOME_ID));
	}

	@Override
	protected void accept(DelegateTask task, Answer answer, String actor) {
		String outcomeId = id(task, Variables.OUTCOME_ID);
		Outcome outcome = outcomes.get(outcomeId);
		boolean assign = answer.yes("assign");
		task.getExecution().setVariable(Variables.ASSIGNMENT_ADDED, assign ? "yes" : "no");
		if (!assign) {
			trail.add(actor, Act.FURTHER_DROPPED, Subject.outcome(outcomeId).in(key(task), task.getId()),
					Map.of("reason", answer.text("reason")));
			return;
		}
		Refusal.unless(outcome.closedAt() == null, "成果 " + outcomeId + " 已经办结或撤回，不能再补交办，请选“不再补交办”并写明情况。");
		Map<String, List<Assignment>> holders = holders(outcomeId);
		List<Suggestion> chosen = outcomes.suggestions(outcomeId).stream().filter(one -> answer.list("suggestions").contains(one.id())).toList();
		for (Suggestion one : chosen) {
			Refusal.unless(holders.getOrDefault(one.id(), List.of()).stream().noneMatch(it -> it.leadUnit().equals(answer.text("leadUnit"))),
					() -> one.name() + " 现在就由“" + organisation.name(answer.text("leadUnit")) + "”承办，请改选建议或主办单位。");
		}
		Assigning.Made made = assigning.assign(outcomeId, answer, actor);
		String id = made.id();
		Map<String, Object> detail = new HashMap<>(made.detail());
		detail.put("reason", asked(task, outcomeId));
		detail.put("suggestions", chosen.stream().map(Suggestion::name).toList());
		trail.add(actor, Act.ASSIGNED_FURTHER, new Subject(outcomeId, id, key(task), task.getId()), detail);
		Assignment added = assignments.get(id);
		telling.tell(News.ofAssignment(Occasion.ASSIGNED_FURTHER, added, "further",
				"《" + outcome.title() + "》补交办一件：" + id + "，主办" + organisation.name(added.leadUnit()) + "。"));
		task.getExecution().setVariable(Variables.ASSIGNMENT_ID, id);
	}
}
