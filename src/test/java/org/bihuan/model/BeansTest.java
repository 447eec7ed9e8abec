package org.bihuan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.EngineTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The beans that the check knows without a context are those that an expression reaches in the running application. */
class BeansTest extends EngineTest {

	/** Made under a condition, or called by nobody: a model that names one is refused, though it would be reached here. */
	private static final String NOT_FOR_MODELS = "org\\.bihuan\\.(demo|web|settings|engine|calendar|node|database)\\..*"
			+ "|org\\.bihuan\\.[A-Z]\\w*(\\$.*)?";

	@Autowired
	private ApplicationContext context;

	@Autowired
	private ProcessEngine engine;

	private Object evaluated(String name) {
		ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
		JuelExpressionManager expressions = (JuelExpressionManager) configuration.getExpressionManager();
		VariableContext nothing = Variables.createVariables().asVariableContext();
		return configuration.getCommandExecutorTxRequired()
				.execute(command -> expressions.createValueExpression("${" + name + "}").getValue(expressions.createElContext(nothing)));
	}

	@Test
	void whateverTheCheckKnowsAnExpressionReaches() {
		assertThat(Beans.all()).isNotEmpty().allSatisfy((name, bean) -> assertThat(evaluated(name)).as(name).isInstanceOf(bean.type()));
	}

	@Test
	void whateverOfOursAnExpressionReachesTheCheckKnows() {
		Set<String> reached = Stream.of(context.getBeanDefinitionNames()).filter(name -> name.matches("[a-zA-Z]\\w*"))
				.filter(name -> Objects.requireNonNull(context.getType(name)).getName().startsWith("org.bihuan."))
				.filter(name -> !Objects.requireNonNull(context.getType(name)).getName().startsWith("org.bihuan.engine.guard."))
				.collect(Collectors.toCollection(TreeSet::new));
		reached.removeAll(Beans.all().keySet());
		assertThat(reached.stream().collect(Collectors.toMap(name -> name, name -> Objects.requireNonNull(context.getType(name)).getName())))
				.allSatisfy((name, type) -> assertThat(type).as(name).matches(NOT_FOR_MODELS));
		assertThat(Beans.all()).containsKeys("handling", "takeFurther", "issueReply", "lookBack").doesNotContainKeys("taskService", "directory");
		assertThat(Map.copyOf(Beans.all())).hasSizeGreaterThan(80);
	}
}
