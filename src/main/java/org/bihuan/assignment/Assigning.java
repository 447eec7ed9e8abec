package org.bihuan.assignment;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

	/** Characters; as long as its column. */
	private static final int LONGEST_REQUIREMENT = 2000;

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
	 * @param row {@code suggestions leadUnit coUnits requirement phrases leader}, as the forms call them
	 * @throws Refusal when a unit has nobody, or is to be 主办 and 协办 at once
	 */
	Made assign(String outcomeId, Answer row, String actor) {
		Outcome outcome = outcomes.get(outcomeId);
		String unit = organisation.staffed(row.text("leadUnit"));
		List<String> coUnits = row.list("coUnits");
		Refusal.unless(!coUnits.contains(unit), () -> "“" + organisation.name(unit) + "”不能同时主办和协办，请改选。");
		coUnits.forEach(organisation::staffed);
		String requirement = requirement(row);
		String id = assignments.assign(outcomeId, requirement, row.text("leader"), unit, coUnits, row.list("suggestions"), actor);
		String number = numbers.next(Numbers.Kind.ASSIGNMENT);
		documents.issue(Documents.Kind.ASSIGNMENT, number, "关于交办《" + outcome.title() + "》有关建议的通知", outcomeId, id,
				Map.of("unit", unit, "coUnits", coUnits, "requirement", requirement), actor);
		return new Made(id, Map.of("number", number, "unit", unit, "coUnits", coUnits, "requirement", requirement));
	}

	/** What was written, then the phrases that were ticked (常用语): they stand in the form, each its own value. */
	private static String requirement(Answer row) {
		String whole = Stream.concat(Stream.of(row.text("requirement")), row.list("phrases").stream()).collect(Collectors.joining());
		int length = whole.codePointCount(0, whole.length());
		Refusal.unless(length <= LONGEST_REQUIREMENT, () -> "“办理要求”连同常用语最多 " + LONGEST_REQUIREMENT + " 字，现有 " + length + " 字，请精简后再提交。");
		return whole;
	}
}
