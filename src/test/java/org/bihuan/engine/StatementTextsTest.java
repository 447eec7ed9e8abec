package org.bihuan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.scripting.xmltags.DynamicSqlSource;
import org.apache.ibatis.scripting.xmltags.XMLLanguageDriver;
import org.apache.ibatis.session.Configuration;
import org.bihuan.EngineTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A statement whose text was parsed before asks what MyBatis's own would ask, whatever the query is and whatever was asked before it. */
class StatementTextsTest extends EngineTest {

	@Autowired
	private ProcessEngine engine;

	private static TaskQueryImpl tasks() {
		return new TaskQueryImpl();
	}

	private static AuthorizationCheck check(List<String> groups, String resource) {
		PermissionCheck one = new PermissionCheck();
		one.setResourceId(resource);
		CompositePermissionCheck all = new CompositePermissionCheck(true);
		all.addAtomicCheck(one);
		return new AuthorizationCheck("gongan1", groups, all, false);
	}

	static Stream<Arguments> queries() {
		String ofTasks = "selectTaskByQueryCriteria";
		return Stream.of(Arguments.of(ofTasks, tasks().taskAssignee("gongan1").active()),
				Arguments.of(ofTasks, tasks().taskAssignee("gongan2").active()),
				Arguments.of(ofTasks, tasks().taskDefinitionKeyIn("签收", "用印")), Arguments.of(ofTasks, tasks().taskDefinitionKeyIn("审签", "用印", "签收")),
				Arguments.of(ofTasks, tasks().or().taskName("a").taskNameLike("b%").endOr().orderByDueDate().asc()),
				Arguments.of("selectHistoricTaskInstancesByQueryCriteria", new HistoricTaskInstanceQueryImpl().taskAssignee("gongan1").finished()),
				Arguments.of("isUserAuthorizedForResource", check(List.of("unit-gongan"), "7")),
				Arguments.of("isUserAuthorizedForResource", check(List.of(), "8")));
	}

	private static List<String> asked(BoundSql bound) {
		return bound.getParameterMappings().stream().map(one -> one.getProperty() + " " + one.getJavaType() + " " + one.getTypeHandler()).toList();
	}

	@ParameterizedTest
	@MethodSource("queries")
	void theSameTextAndTheSameParametersAsEver(String statement, Object query) {
		SqlSource ours = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getSqlSessionFactory().getConfiguration()
				.getMappedStatement(statement).getSqlSource();
		assertThat(ours).isInstanceOf(StatementTexts.class);
		BoundSql plain = ((StatementTexts) ours).plain().getBoundSql(query);
		for (int time = 0; time < 3; time++) {
			BoundSql bound = ours.getBoundSql(query);
			assertThat(bound.getSql()).isEqualTo(plain.getSql());
			assertThat(asked(bound)).isEqualTo(asked(plain));
			assertThat(bound.getAdditionalParameters()).containsOnlyKeys(plain.getAdditionalParameters().keySet());
		}
	}

	/** The text is the same, the parameter is not: a number is not written as a text. */
	@Test
	void anotherTypeIsWrittenInAnotherWay() {
		Configuration configuration = new Configuration();
		SqlSource plain = new XMLLanguageDriver().createSqlSource(configuration, "<script><bind name='v' value='x'/>select #{v}</script>",
				Map.class);
		SqlSource ours = StatementTexts.of(configuration, (DynamicSqlSource) plain);
		for (Object value : List.of("7", 7, "8", 8L)) {
			assertThat(asked(ours.getBoundSql(Map.of("x", value)))).isEqualTo(asked(plain.getBoundSql(Map.of("x", value))));
		}
		assertThat(asked(ours.getBoundSql(Map.of("x", 7)))).isNotEqualTo(asked(ours.getBoundSql(Map.of("x", "7"))));
	}

	/** What is in a list may be of any type. */
	@Test
	void whatLiesInAListIsLookedAtEveryTime() {
		Configuration configuration = new Configuration();
		SqlSource plain = new XMLLanguageDriver().createSqlSource(configuration,
				"<script><bind name='v' value='x'/><if test='true'>select #{v[0]}</if></script>", Map.class);
		SqlSource ours = StatementTexts.of(configuration, (DynamicSqlSource) plain);
		for (Object value : List.of("7", 7, "8", 8L)) {
			assertThat(asked(ours.getBoundSql(Map.of("x", List.of(value))))).isEqualTo(asked(plain.getBoundSql(Map.of("x", List.of(value)))));
		}
	}
}
