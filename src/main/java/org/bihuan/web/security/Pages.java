package org.bihuan.web.security;

import java.util.List;

import org.bihuan.engine.acting.Actors;
import org.bihuan.identity.Organisation;
import org.bihuan.identity.Reader;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What our own pages share: who reads them, and where the login is asked for. A controller takes a {@link Reader} as an argument. */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

	/** Everything that people open in a browser with the session of Tasklist. */
	static final String[] PATTERNS = { "/ledger", "/ledger/*", "/outcomes/*", "/statistics", "/statistics/*", "/sheet", "/notices", "/notices/*",
			"/holidays", "/holidays/*",
			"/health", "/clock", "/clock/*", "/overdue", "/lights", "/attachments", "/attachments/*", "/documents/*" };

	private final Actors actors;
	private final Organisation organisation;

	Pages(@Lazy Actors actors, @Lazy Organisation organisation) {
		this.actors = actors;
		this.organisation = organisation;
	}

	@Bean
	FilterRegistrationBean<PageLogin> pageLogin(IdentityService identity, Organisation organisation) {
		FilterRegistrationBean<PageLogin> filter = new FilterRegistrationBean<>(new PageLogin(identity, organisation));
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 130);
		filter.addUrlPatterns(PATTERNS);
		return filter;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new HandlerMethodArgumentResolver() {

			@Override
			public boolean supportsParameter(MethodParameter parameter) {
				return parameter.getParameterType() == Reader.class;
			}

			@Override
			public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest request,
					WebDataBinderFactory binders) {
				Object reader = request.getAttribute(PageLogin.READER, RequestAttributes.SCOPE_REQUEST);
				return reader != null ? reader : ofTheApi();
			}
		});
	}

	/** Who calls our API, by HTTP basic. */
	private Reader ofTheApi() {
		return organisation.reader(actors.account()
				.orElseThrow(() -> new IllegalStateException("this path is not among Pages.PATTERNS, so nobody asked for a login")));
	}
}
