package org.bihuan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.terms.Supervision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupervisionPolicyTest {

	@ParameterizedTest
	@CsvSource({ "NONE,REMINDER,REMINDER", "REMINDER,ORDER,ORDER", "ORDER,ORDER,ORDER", "ORDER,INSPECTION,INSPECTION",
			"REMINDER,INSPECTION,INSPECTION",
			// whatever the table or a person says next
			"INSPECTION,ORDER,INSPECTION", "INSPECTION,NONE,INSPECTION", "ORDER,REMINDER,ORDER", "REMINDER,NONE,REMINDER", "NONE,NONE,NONE" })
	void theLevelOnlyRises(Supervision now, Supervision next, Supervision then) {
		assertThat(SupervisionPolicy.raised(now, next)).isEqualTo(then);
	}

	/** 专项督查 is a person's decision, with a sheet. */
	@ParameterizedTest
	@CsvSource({ "NONE,INSPECTION,ORDER", "REMINDER,INSPECTION,ORDER", "ORDER,INSPECTION,ORDER", "INSPECTION,INSPECTION,INSPECTION",
			"ORDER,NONE,ORDER", "INSPECTION,REMINDER,INSPECTION", "NONE,REMINDER,REMINDER" })
	void noTableLowersTheLevelOrOpensAnInspection(Supervision now, Supervision next, Supervision then) {
		assertThat(SupervisionPolicy.raisedByTable(now, next)).isEqualTo(then);
	}

	@ParameterizedTest
	@CsvSource({ "NONE,false", "REMINDER,false", "ORDER,true", "INSPECTION,true" })
	void fromTheOrderOnEachFailureHasItsPaper(Supervision level, boolean paper) {
		assertThat(SupervisionPolicy.needsOrder(level)).isEqualTo(paper);
	}
}
