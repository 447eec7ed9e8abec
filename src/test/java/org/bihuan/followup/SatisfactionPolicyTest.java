package org.bihuan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.bihuan.DecisionTables;
import org.bihuan.followup.SatisfactionPolicy.Rated;
import org.bihuan.followup.SatisfactionPolicy.Said;
import org.bihuan.followup.SatisfactionPolicy.Verdict;
import org.bihuan.followup.SatisfactionPolicy.Way;
import org.bihuan.terms.Rating;
import org.bihuan.terms.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SatisfactionPolicyTest {

	/** A party's answers as {@code process/result}, parties apart by a space; {@code -} for one who is silent. */
	private static List<Rated> ratings(String text) {
		List<Rated> ratings = new ArrayList<>();
		for (String one : text.split(" ")) {
			String[] answers = one.split("/");
			ratings.add("-".equals(one) ? new Rated("weiyuan" + ratings.size(), null, null)
					: new Rated("weiyuan" + ratings.size(), Term.of(Rating.class, answers[0]), Term.of(Rating.class, answers[1])));
		}
		return ratings;
	}

	/** By the table as it is shipped. */
	private static Verdict judged(List<Rated> ratings, boolean redone) {
		Said said = Said.of(ratings);
		return SatisfactionPolicy.judge(said, redone, Satisfaction.way(DecisionTables.tables(), said, redone));
	}

	@ParameterizedTest
	@CsvSource({ "satisfied/satisfied satisfied/satisfied,false,CLOSE", "fair/fair -,false,CLOSE", "satisfied/none -,true,CLOSE",
			// one of many is enough, on either axis
			"satisfied/satisfied satisfied/unsatisfied,false,REDO", "unsatisfied/satisfied satisfied/satisfied -,false,REDO",
			"none/unsatisfied,false,REDO",
			// once
			"satisfied/satisfied satisfied/unsatisfied,true,CONSULT", "unsatisfied/satisfied -,true,CONSULT",
			// silence is not satisfaction
			"- - -,false,CONSULT", "none/none -,false,CONSULT", "- -,true,CONSULT" })
	void whatFollows(String ratings, boolean redone, Way way) {
		assertThat(judged(ratings(ratings), redone).way()).isEqualTo(way);
	}

	@Test
	void itSaysWhy() {
		assertThat(judged(ratings("satisfied/unsatisfied - unsatisfied/fair"), false).reason()).isEqualTo("2 方不满意，责成重新办理一次。");
		assertThat(judged(ratings("satisfied/unsatisfied"), true).reason()).isEqualTo("重新办理后仍有 1 方不满意，须当面商谈。");
		assertThat(judged(ratings("- none/none"), false).reason()).contains("沉默不算满意");
		assertThat(judged(ratings("satisfied/fair -"), false).reason()).isEqualTo("1 方作出评价，没有不满意；1 方未表态。");
	}

	/** A table that says so would close on what nobody has said. */
	@ParameterizedTest
	@CsvSource({ "satisfied/unsatisfied fair/fair,false", "satisfied/unsatisfied,true", "- -,false", "none/none,true" })
	void noTableClosesOnSilenceOrOnDissatisfaction(String ratings, boolean redone) {
		assertThat(SatisfactionPolicy.judge(Said.of(ratings(ratings)), redone, Way.CLOSE).way()).isEqualTo(Way.CONSULT);
	}

	@Test
	void aTableMayLeadFromTheFirstDissatisfactionToTheMeeting() {
		Verdict verdict = SatisfactionPolicy.judge(Said.of(ratings("satisfied/unsatisfied")), false, Way.CONSULT);
		assertThat(verdict).isEqualTo(new Verdict(Way.CONSULT, "1 方不满意，须当面商谈。"));
	}

	@Test
	void nobodyAskedIsNotSatisfaction() {
		assertThat(judged(List.of(), false).way()).isEqualTo(Way.CONSULT);
	}

	@Test
	void whoIsNotSatisfiedSaysWithWhat() {
		assertThat(SatisfactionPolicy.refusal(new Rated("weiyuan1", Rating.FAIR, Rating.UNSATISFIED), null)).isPresent();
		assertThat(SatisfactionPolicy.refusal(new Rated("weiyuan1", Rating.UNSATISFIED, Rating.SATISFIED), null)).isPresent();
		assertThat(SatisfactionPolicy.refusal(new Rated("weiyuan1", Rating.FAIR, Rating.UNSATISFIED), "尚未完工")).isEmpty();
		assertThat(SatisfactionPolicy.refusal(new Rated("weiyuan1", Rating.NONE, Rating.FAIR), null)).isEmpty();
	}
}
