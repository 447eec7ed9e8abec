package org.bihuan.assignment;

import java.util.List;
import java.util.Map;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Answer;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Documents;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Outcomes.Outcome;
import org.bihuan.numbering.Numbers;
import org.springframework.stereotype.Component;

/** One assignment made: to whom, with a number and its paper; the same at 分解交办 and at 补交办. */
@Component
class Assigning {

	private final Outcomes outcomes;
	private final Assignments assignments;
	private final Organisation organisation;
	private final Numbers numbers;
	private final Documents documents;

	Assigning(Outcomes outcomes, Assignments assignments, Organisation organisation, Numbers numbers, Documents documents) {
		this.outcomes = outcomes;
		this.assignments = assignments;
		this.organisation = organisation;
		this.numbers = numbers;
		this.documents = documents;
	}

	/** @param detail what the trail tells of it */
	record Made(String id, Map<String, Object> detail) {
	}

	/**
	 * @param row {@code suggestions leadUnit coUnits requirement leader}, as the forms call them
	 * @throws Refusal when a unit has nobody, or is to be 主办 and 协办 at once
	 */
	Made assign(String outcomeId, Answer row, String actor) {
		Outcome outcome = outcomes.get(outcomeId);
		String unit = organisation.staffed(row.text("leadUnit"));
		List<String> coUnits = row.list("coUnits");
		Refusal.unless(!coUnits.contains(unit), () -> "“" + organisation.name(unit) + "”不能同时主办和协办，请改选。");
		coUnits.forEach(organisation::staffed);
		String id = assignments.assign(outcomeId, row.text("requirement"), row.text("leader"), unit, coUnits, row.list("suggestions"), actor);
		String number = numbers.next(Numbers.Kind.ASSIGNMENT);
		documents.issue(Documents.Kind.ASSIGNMENT, number, "关于交办《" + outcome.title() + "》有关建议的通知", outcomeId, id,
				Map.of("unit", unit, "coUnits", coUnits, "requirement", row.text("requirement")), actor);
		return new Made(id, Map.of("number", number, "unit", unit, "coUnits", coUnits, "requirement", row.text("requirement")));
	}
}
