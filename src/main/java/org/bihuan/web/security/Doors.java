package org.bihuan.web.security;

import org.bihuan.engine.time.EngineTime;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * The doors that the platform leaves open by default. {@code /engine-rest} and our own {@code /api} ask for the accounts of the
 * engine by HTTP basic; the setup resource and expressions in queries are refused before anything reads the request.
 */
@Configuration(proxyBeanMethods = false)
class Doors {

	@Bean
	FilterRegistrationBean<ReadyDoor> readyDoor(ApplicationAvailability availability, EngineTime time) {
		return filter(new ReadyDoor(availability, time), -10, "/*");
	}

	@Bean
	FilterRegistrationBean<OwnNonce> ownNonce() {
		return filter(new OwnNonce(), -5, "/camunda/*");
	}

	@Bean
	FilterRegistrationBean<SetupDoor> setupDoor() {
		return filter(new SetupDoor(), 0, "/*");
	}

	@Bean
	FilterRegistrationBean<ProcessEngineAuthenticationFilter> basicAuthentication(ProcessEngine engine) {
		FilterRegistrationBean<ProcessEngineAuthenticationFilter> filter = filter(new EveryPath(engine), 10, "/engine-rest/*", "/api/*");
		filter.addInitParameter("authentication-provider", HttpBasicAuthenticationProvider.class.getName());
		return filter;
	}

	@Bean
	FilterRegistrationBean<ExpressionDoor> expressionDoor() {
		return filter(new ExpressionDoor(), 20, "/engine-rest/*", "/camunda/*");
	}

	/** The platform's filter leaves the list of engines open; ours asks everybody, everywhere. */
	private static final class EveryPath extends ProcessEngineAuthenticationFilter {

		private final ProcessEngine engine;

		EveryPath(ProcessEngine engine) {
			this.engine = engine;
		}

		/** Our own API has one engine, whatever it is called. */
		@Override
		protected ProcessEngine getAddressedEngine(String engineName) {
			return DEFAULT_ENGINE_NAME.equals(engineName) ? engine : super.getAddressedEngine(engineName);
		}

		@Override
		protected boolean requiresEngineAuthentication(String requestUrl) {
			return true;
		}
	}

	private static <T extends jakarta.servlet.Filter> FilterRegistrationBean<T> filter(T filter, int order, String... patterns) {
		FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100 + order);
		registration.addUrlPatterns(patterns);
		return registration;
	}
}
