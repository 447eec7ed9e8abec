package org.bihuan.identity;

import java.util.Optional;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.engine.acting.Others;
import org.bihuan.ledger.GivenAnswers;
import org.springframework.stereotype.Component;

@Component
class OthersByName implements Others {

	private final Organisation organisation;
	private final GivenAnswers answers;

	OthersByName(Organisation organisation, GivenAnswers answers) {
		this.organisation = organisation;
		this.answers = answers;
	}

	@Override
	public String called(String account) {
		return organisation.name(account);
	}

	@Override
	public Optional<String> answered(String taskId) {
		return answers.of(taskId).map(one -> organisation.signed(one.givenBy(), one.givenAt()) + "于 " + ShanghaiTime.minute(one.givenAt()));
	}
}
