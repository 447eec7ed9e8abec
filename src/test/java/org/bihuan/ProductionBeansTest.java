package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.StandardEnvironment;

/** What only an evaluation has is not even a bean in production: asked of the same scan that the application does. */
class ProductionBeansTest {

	private static List<String> demonstration(String... profiles) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.setActiveProfiles(profiles);
		DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
		new ClassPathBeanDefinitionScanner(beans, true, environment).scan("org.bihuan");
		return Stream.of(beans.getBeanDefinitionNames()).map(name -> beans.getBeanDefinition(name).getBeanClassName())
				.filter(name -> name != null && name.matches("org\\.bihuan\\.demo\\..*")).sorted().toList();
	}

	@Test
	void productionHasNoneOfThem() {
		assertThat(demonstration("production")).isEmpty();
	}

	@Test
	void anEvaluationHasThem() {
		assertThat(demonstration()).containsExactly("org.bihuan.demo.organisation.SampleOrganisation",
				"org.bihuan.demo.rehearsal.ClockController", "org.bihuan.demo.rehearsal.OtherNodes",
				"org.bihuan.demo.rehearsal.RehearsalClock", "org.bihuan.demo.rehearsal.TimeLapse",
				"org.bihuan.demo.sample.Living", "org.bihuan.demo.sample.LivingController", "org.bihuan.demo.sample.Replay",
				"org.bihuan.demo.sample.Stage");
	}
}
