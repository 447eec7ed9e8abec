package org.bihuan.web.security;

import java.util.List;

import org.bihuan.identity.Reader;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Which pages of ours there are, and who reads them: a controller of a page or of our API takes a {@link Reader} as an argument. */
@Configuration(proxyBeanMethods = false)
public class Pages implements WebMvcConfigurer {

	/** The request's attribute that holds the {@link Reader}. */
	public static final String READER = Reader.class.getName();

	/** Everything that people open in a browser once they are logged in. A page that is not among these does not exist. */
	static final String[] PATTERNS = { "/", "/ledger/**", "/outcomes/**", "/statistics/**", "/sheet", "/notices/**", "/holidays/**", "/health",
			"/accounts",
			"/reconciliation", "/clock/**", "/sample/**", "/overdue", "/lights", "/desk/**", "/drafts", "/header", "/attachments/**",
			"/documents/**", "/papers/**", "/models/**", "/help/analyst/**", "/search", "/operations/**" };

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
				return request.getAttribute(READER, RequestAttributes.SCOPE_REQUEST);
			}
		});
	}
}
