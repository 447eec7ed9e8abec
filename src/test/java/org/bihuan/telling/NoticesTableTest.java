package org.bihuan.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.DecisionTables;
import org.bihuan.terms.Occasion;
import org.bihuan.terms.Supervision;
import org.bihuan.terms.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 告知安排 as it is shipped, row by row: who heard when Java said it hears now that the table does, in the same order and by mail. */
class NoticesTableTest {

	private static String told(Occasion occasion, Supervision level) {
		return DecisionTables.service().evaluateDecisionByKey("notices").variables(Map.of("occasion", occasion.code(), "level", level.level()))
				.evaluate().getResultList().stream().map(row -> row.get("to") + " " + row.get("channel")).collect(Collectors.joining(", "));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "submitted|leading-committee mail, members mail, party-office mail, gov-office mail", "assigned|lead-unit mail, co-units mail",
					"assigned-further|three-offices mail, leading-committee mail, committee mail", "deemed-received|three-offices mail",
					"reassigned|former-unit mail, lead-unit mail", "replied|members mail, three-offices mail",
					"overdue|three-offices mail, lead-unit mail", "promised-again|deputy-chair mail",
					"converted|lead-unit mail, committee mail, co-units mail, three-offices mail, members mail",
					"conversion-refused|lead-unit mail, party-office mail, gov-office mail", "implemented|three-offices mail",
					"progress-due|lead-unit mail, committee mail, supervision-office mail", "redo-ordered|lead-unit mail, three-offices mail",
					"redo-due|lead-unit mail, committee mail, supervision-office mail", "replied-again|members mail, three-offices mail",
					"verified|members mail", "closed|members mail, leading-committee mail", "outcome-corrected|leading-committee mail",
					"assignment-corrected|lead-unit mail", "letter-corrected|lead-unit mail",
					"assignment-withdrawn|co-units mail, lead-unit mail, leading-committee mail, members mail",
					"withdrawn-with-outcome|co-units mail, lead-unit mail",
					"outcome-withdrawn|members mail, leading-committee mail, three-offices mail", "task-due|holder mail",
					"task-overdue|superior mail", "tracking-overdue|superior mail, three-offices mail, supervision-office mail",
					"overdue-sheet|three-offices mail, supervision-office mail", "step-stuck|administrators mail",
					"mail-stuck|administrators list" })
	void whateverTheLevelOfSupervision(String occasion, String told) {
		assertThat(Stream.of(Supervision.values()).map(level -> told(Term.of(Occasion.class, occasion), level))).containsOnly(told);
	}

	@Test
	void ofARaisedSupervisionTheUnitAtTheFirstLevelAlone() {
		Map<Supervision, String> told = new LinkedHashMap<>();
		List.of(Supervision.values()).forEach(level -> told.put(level, told(Occasion.SUPERVISION_RAISED, level)));
		assertThat(told).containsExactly(Map.entry(Supervision.NONE, ""), Map.entry(Supervision.REMINDER, "lead-unit mail"),
				Map.entry(Supervision.ORDER, ""), Map.entry(Supervision.INSPECTION, ""));
	}

	@Test
	void whatTheOtherTableDecidesIsNotDecidedHere() {
		assertThat(told(Occasion.PERIOD_ENDS, Supervision.NONE)).isEmpty();
	}
}
