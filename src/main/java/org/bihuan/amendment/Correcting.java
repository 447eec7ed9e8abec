package org.bihuan.amendment;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.bihuan.document.ReplyPapers;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.engine.answer.FieldRules;
import org.bihuan.engine.answer.OpenTasks;
import org.bihuan.identity.Organisation;
import org.bihuan.json.Fields;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Corrections;
import org.bihuan.ledger.Corrections.Correction;
import org.bihuan.ledger.Corrections.Field;
import org.bihuan.ledger.Outcomes.Outcome;
import org.bihuan.ledger.Trail;
import org.bihuan.ledger.Trail.Subject;
import org.bihuan.telling.News;
import org.bihuan.telling.Telling;
import org.bihuan.terms.Occasion;
import org.bihuan.terms.Option;
import org.bihuan.terms.ReplyClass;
import org.bihuan.terms.TaskKeys;
import org.bihuan.terms.Term;
import org.springframework.stereotype.Component;

/** 更正 of one field: the same rules as where it was first written, and the reason. A date moves no clock that runs already. */
@Component
class Correcting {

	private static final Set<Field> REPLY = Set.of(Field.REPLY_CONTACT, Field.REPLY_PHONE);

	private final Corrections corrections;
	private final Organisation organisation;
	private final Telling telling;
	private final Trail trail;
	private final OpenTasks openTasks;
	private final FieldRules fieldRules;
	private final Assignments assignments;
	private final ReplyPapers papers;
	private final Meanwhile meanwhile;

	Correcting(Corrections corrections, Organisation organisation, Telling telling, Trail trail, OpenTasks openTasks,
			FieldRules fieldRules, Assignments assignments, ReplyPapers papers, Meanwhile meanwhile) {
		this.meanwhile = meanwhile;
		this.assignments = assignments;
		this.papers = papers;
		this.corrections = corrections;
		this.organisation = organisation;
		this.telling = telling;
		this.trail = trail;
		this.openTasks = openTasks;
		this.fieldRules = fieldRules;
	}

	/**
	 * @param assignment null when the number was an outcome's
	 * @param seen by whoever corrects
	 */
	void correct(Outcome outcome, Assignment assignment, Answer answer, String actor, Subject about, Meanwhile.Seen seen) {
		Field field = answer.term("field", Field.class);
		boolean ofAssignment = field.of() == Field.Of.ASSIGNMENT;
		Refusal.unless(ofAssignment == (assignment != null), ofAssignment ? "这一栏属于交办件，请填写交办件编号（如 CG2023-5-1）。" : "这一栏属于成果，请填写成果编号（如 CG2023-5）。");
		Refusal.unless(!REPLY.contains(field) || assignment.repliedOn() != null, "这件交办件还没有书面答复，无可更正。");
		String subject = switch (field.of()) {
			case OUTCOME -> outcome.id();
			case INSTRUCTION -> instruction(outcome, answer);
			case ASSIGNMENT -> corrections.rowOf(field, assignment.id()).orElseThrow(() -> Refusal.invalid("这件交办件还没有这一栏的记录，无可更正。"));
		};
		meanwhile.refuseIfCorrected(seen, outcome.id(), field, subject, actor);
		String before = corrections.value(field, subject);
		Refusal.unless(before != null || field == Field.ASSIGNMENT_LEADER, "这一栏还没有内容，无可更正。");
		String value = value(field, subject, answer.text("newValue"));
		Refusal.unless(!value.equals(before), "“更正为”与现有内容相同，无须更正。");
		Correction correction = corrections.correct(field, subject, outcome.id(), assignment == null ? null : assignment.id(), value,
				answer.text("reason"), actor);
		String what = assignment == null ? "成果 " + outcome.id() : "交办件 " + assignment.id();
		String once = outcome.id() + "/corrected/" + corrections.ofOutcome(outcome.id()).size();
		telling.tell(News.of(assignment == null ? Occasion.OUTCOME_CORRECTED : Occasion.ASSIGNMENT_CORRECTED, once, outcome.id(),
				assignment == null ? null : assignment.id(), what + " 的记录有一处更正，原记录仍可查阅。"));
		tellOfLetters(assignment == null ? assignments.of(outcome.id()) : List.of(assignment), correction, once);
		trail.add(actor, Act.CORRECTED, about,
				Fields.of("field", field, "before", before, "after", value, "reason", answer.text("reason")));
		openTasks.showAnew(outcome.id());
	}

	/**
	 * Each unit whose letter is on its way and says it hears what to do: what is signed before is not issued any more, and whoever is about to sign
	 * has to read it again.
	 */
	private void tellOfLetters(List<Assignment> concerned, Correction correction, String once) {
		concerned.forEach(one -> papers.toDo(one, correction).ifPresent(text -> {
			telling.tell(News.of(Occasion.LETTER_CORRECTED, once + "/" + one.id(), one.outcomeId(), one.id(), text));
			openTasks.openAnew(one.outcomeId(), one.id(), TaskKeys.SIGN_REPLY, TaskKeys.SIGN_REDO);
		}));
	}

	private String instruction(Outcome outcome, Answer answer) {
		List<String> found = corrections.instructions(outcome.id(), leader(answer.text("leader")), answer.date("recordedOn"));
		Refusal.unless(!found.isEmpty(), "这件成果没有这位领导（当日）的批示，请核对姓名和“原记批示日期”。");
		Refusal.unless(found.size() == 1, "这位领导对这件成果有 " + found.size() + " 次批示，请用“原记批示日期”指明是哪一次。");
		return found.get(0);
	}

	private String leader(String name) {
		return organisation.leaders().stream().filter(one -> one.isMeantBy(name)).map(Option::value).findFirst()
				.orElseThrow(() -> Refusal.invalid("“" + name + "”不在区领导名单中，请填写领导姓名。"));
	}

	/** What is chosen from a list is told by its name, as it stands in the ledger; the rest is what the form that asked first would take. */
	private String value(Field field, String subject, String text) {
		if (field == Field.ASSIGNMENT_LEADER) {
			return leader(text);
		}
		if (field == Field.ASSIGNMENT_TRACKED_CLASS) {
			Refusal.unless(Term.find(ReplyClass.class, text).isPresent(), "结果分类只能写 A、B 或 C。");
			return text;
		}
		fieldRules.check(field.form(), field.key(), text);
		String value = field.isDate() ? LocalDate.parse(text).toString() : text;
		Refusal.when(corrections.refusal(field, subject, value));
		return value;
	}
}
