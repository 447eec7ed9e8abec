package org.bihuan;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

/** The same races often enough that each side wins some. */
@Tag("long")
@Tag("database")
class LongRaceTest extends RaceTest {

	@Override
	@RepeatedTest(10)
	void theIssueRacesTheDeadline() throws Exception {
		super.theIssueRacesTheDeadline();
	}

	@Override
	@RepeatedTest(10)
	void aCorrectionRacesTheSeal() throws Exception {
		super.aCorrectionRacesTheSeal();
	}

	@Override
	@RepeatedTest(5)
	void twoPeopleCompleteTheSameTask() throws Exception {
		super.twoPeopleCompleteTheSameTask();
	}

	@Override
	@RepeatedTest(5)
	void theTwoSignaturesOfALookBackMeetAtTheJoin() throws Exception {
		super.theTwoSignaturesOfALookBackMeetAtTheJoin();
	}

	@Override
	@RepeatedTest(5)
	void theLastTwoRatingsMeet() throws Exception {
		super.theLastTwoRatingsMeet();
	}

	@Override
	@RepeatedTest(10)
	void aReassignmentRacesTheDeadline() throws Exception {
		super.aReassignmentRacesTheDeadline();
	}

	@Override
	@RepeatedTest(10)
	void aWithdrawalRacesTheIssue() throws Exception {
		super.aWithdrawalRacesTheIssue();
	}
}
