package org.bihuan.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A word is read by its code, whatever its constant is called, and one that nobody knows is not read at all. */
class RowsTest {

	private JdbcClient jdbc;

	record Answer(Rating process, Supervision supervisionLevel, Long id) {
	}

	@BeforeEach
	void database() {
		JdbcDataSource source = new JdbcDataSource();
		source.setURL("jdbc:h2:mem:");
		jdbc = JdbcClient.create(source);
	}

	private List<Answer> read(String process, int level) {
		return jdbc.sql("select cast(? as varchar) as process, cast(? as integer) as supervision_level, cast(null as bigint) as id")
				.params(process, level).query(Rows.of(Answer.class)).list();
	}

	@Test
	void codesOfTextAndOfNumbersAreRead() {
		assertThat(read("fair", 2)).containsExactly(new Answer(Rating.FAIR, Supervision.ORDER, null));
		assertThat(read(null, 0)).containsExactly(new Answer(null, Supervision.NONE, null));
	}

	@Test
	void unknownCodesFailWithASentence() {
		assertThatThrownBy(() -> read("FAIR", 0)).rootCause().hasMessage("“FAIR”不在 Rating 之中，只有 satisfied、fair、unsatisfied、none。");
		assertThatThrownBy(() -> read("fair", 4)).rootCause().hasMessage("“4”不在 Supervision 之中，只有 0、1、2、3。");
	}

	@Test
	void theDatabaseIsNeverAskedForAColumnThatItMayNotHave() {
		List<ResultSet> read = new ArrayList<>();
		assertThat(jdbc.sql("select 'fair' as process, 2 as supervision_level, 7 as ID").query((row, number) -> {
			ResultSet watched = mock(ResultSet.class, delegatesTo(row));
			read.add(watched);
			return Rows.of(Answer.class).mapRow(watched, number);
		}).list()).containsExactly(new Answer(Rating.FAIR, Supervision.ORDER, 7L));
		assertThat(read).hasSize(1).allSatisfy(row -> verify(row, never()).findColumn(anyString()));
	}

	@Test
	void ofTwoColumnsWithOneNameTheFirstIsReadAndOthersAreLeftOut() {
		assertThat(jdbc.sql("select 7 as id, 'fair' as process, 8 as id, 2 as supervisionLevel, 'x' as words").query(Rows.of(Answer.class)).list())
				.containsExactly(new Answer(Rating.FAIR, Supervision.ORDER, 7L));
	}

	@Test
	void aColumnThatIsMissingAndNullForANumberFail() {
		assertThatThrownBy(() -> jdbc.sql("select 7 as id, 'fair' as process").query(Rows.of(Answer.class)).list()).rootCause()
				.isInstanceOf(SQLException.class).hasMessageContaining("supervision_level");
		record Plain(int id) {
		}
		assertThatThrownBy(() -> jdbc.sql("select cast(null as integer) as id").query(Rows.of(Plain.class)).list())
				.isInstanceOf(ConversionFailedException.class);
	}

	@Test
	void jsonAndSqlHaveTheCode() throws JsonProcessingException {
		assertThat(new ObjectMapper().writeValueAsString(Map.of("kind", ConversionKind.OPINION_REPORT))).isEqualTo("{\"kind\":\"opinion-report\"}");
		assertThat(Term.quoted(List.of(Asking.ASKED, Asking.GIVEN))).isEqualTo("('asked', 'given')");
	}
}
