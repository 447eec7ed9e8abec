package org.bihuan.web.security;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.core.StandardHost;
import org.bihuan.database.Database;
import org.bihuan.draft.Drafts;
import org.bihuan.engine.time.EngineTime;
import org.bihuan.identity.Organisation;
import org.bihuan.identity.Reader;
import org.bihuan.json.Json;
import org.bihuan.settings.StartRefused;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.DisableEncodeUrlFilter;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The one front door. Three ways lead in: programs, by HTTP basic with each request; Camunda's webapps, which ask for a login themselves; and our
 * pages. All have the engine's accounts. A path that is on no list does not exist, whatever is behind it. See adr/0023.
 */
@Configuration(proxyBeanMethods = false)
class FrontDoor {

	private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);

	private static final String HTTP_BASIC = "Basic realm=\"bihuan\", charset=\"UTF-8\"";
	private static final String LOG_IN_FIRST = "请先登录。";
	/** Also at Tasklist's own login. */
	static final String WRONG_PASSWORD = "账号或口令不对，请重新输入。连续输错几次后，要等一会儿再试。";
	/** Also to a change in the webapps. */
	static final String PAGE_TOO_OLD = "页面已经过期，没有执行。请刷新页面后再试。";
	private static final String NO_SUCH_PAGE = "没有这个页面，请检查地址。";

	/** Nothing from elsewhere and nothing written into a page. */
	private static final String OF_OUR_PAGES = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
			+ "frame-ancestors 'self'";
	private static final String OF_FORMS = "form-action 'self'";

	/** The diagrams' library writes the places of its parts, also of its mark, which has to be in sight, into them. */
	private static final String OF_DIAGRAMS = "; style-src 'self'; style-src-attr 'unsafe-inline'";

	/** A parameter of a logout, and what says yes: others use the machine as well. Anything else says no, and never keeps anybody from leaving. */
	private static final String SHARED = "shared";
	private static final Set<String> YES = Set.of("yes", "true");

	/** Of the request of a logout: where the provider that vouched for the person ends its own session. */
	private static final String LEAVE = FrontDoor.class.getName() + ".leave";

	private static final String[] PROGRAMS = { "/engine-rest/**", "/api/**" };
	private static final String[] WEBAPPS = { "/camunda/**" };

	/** Where the engine is reached by HTTP. */
	private static final List<String> APIS = List.of("/engine-rest", "/engine-rest/engine/*", "/camunda/api/engine/engine/*");
	/** What works on the whole engine, or shows what belongs to no case, and not on a case of one's own; no form of ours needs any of it. */
	private static final List<String> OF_ADMINISTRATORS = APIS.stream()
			.flatMap(
					api -> Stream.of("/history/cleanup/**", "/signal/**", "/message/**", "/telemetry/**", "/metrics/**", "/job/**").map(api::concat))
			.toList();
	private static final String ADMINISTRATORS_ONLY = "这项操作只供系统管理员使用。";
	/**
	 * What nobody gets, by the end of its path, and what he is told: no model of ours has work for workers outside, and a remark beside the form
	 * would be in no file, and could be changed or taken away.
	 */
	private static final Map<String, String> OF_NOBODY = Map.of("/external-task/fetchAndLock", "本系统没有外部任务，这个接口不开放。", "/task/*/comment/**",
			"意见请写在任务的表单里，随件存档；这里不能另写评论。", "/process-instance/*/comment/**", "意见请写在任务的表单里，随件存档；这里不能另写评论。");

	/** What a page needs before and besides a login. */
	private static final String[] EVERYBODY = { LoginController.PATH, "/actuator/health", "/actuator/health/*" };
	private static final String[] DIAGRAMS = { "/outcomes/**", "/models/**", "/help/**", "/operations/**" };
	private static final String[] FILES = { "/bihuan.css", "/header.css", "/mark.svg", "/outcome.js", "/models.js", "/operations.js", "/print.js",
			"/webjars/bpmn-js/**" };

	private final HostDoor hostDoor;
	private final ReadyDoor readyDoor;
	private final DatabaseDoor databaseDoor;
	private final Callers callers = new Callers();
	private final ActingAs actingAs;
	private final AccountSession session;
	private final SingleSignOn singleSignOn;
	private final Drafts drafts;
	private final SessionToken token = new SessionToken();
	private final RequestMatcher pages = anyOf(Pages.PATTERNS);
	private final Map<RequestMatcher, String> ofNobody = OF_NOBODY.entrySet().stream().collect(Collectors.toMap(
			one -> anyOf(APIS.stream().map(api -> api + one.getKey()).toArray(String[]::new)), Map.Entry::getValue));
	private final RequestMatcher[] closed = ofNobody.keySet().toArray(RequestMatcher[]::new);
	private final RequestMatcher ofAdministrators = anyOf(OF_ADMINISTRATORS.toArray(String[]::new));

	/** @throws StartRefused in production without the names under which it is to answer, and in an evaluation with any but this machine's */
	FrontDoor(Hosts hosts, Environment environment, ApplicationAvailability availability, EngineTime time, IdentityService identity,
			ProcessEngine engine, Accounts accounts, SingleSignOn singleSignOn, Drafts drafts, Database database) {
		boolean production = environment.acceptsProfiles(Profiles.of("production"));
		if (!production && !hosts.areThisMachines()) {
			throw new StartRefused("评估的账号口令人人知道，只应答本机：请去掉 bihuan.hosts（现在是 " + String.join(",", hosts.hosts())
					+ "），在本机打开 http://127.0.0.1:8080。要给别的机器用，请加上 --spring.profiles.active=production 正式安装。");
		}
		if (hosts.hosts().isEmpty() && production) {
			throw new StartRefused("生产环境请用 bihuan.hosts 写明浏览器里用的主机名，例如 --bihuan.hosts=bihuan.example.gov.cn；几个用逗号分隔，本机监控要用的 127.0.0.1 也写上。");
		}
		this.hostDoor = new HostDoor(hosts);
		this.readyDoor = new ReadyDoor(availability, time);
		this.databaseDoor = new DatabaseDoor(database, anyOf(FILES));
		this.actingAs = new ActingAs(identity);
		this.session = new AccountSession(accounts, engine);
		this.singleSignOn = singleSignOn;
		this.drafts = drafts;
	}

	@Bean
	@Order(1)
	SecurityFilterChain doorOfPrograms(HttpSecurity http) throws Exception {
		return guarded(http).securityMatcher(anyOf(PROGRAMS))
				.authorizeHttpRequests(
						paths -> paths.requestMatchers(closed).denyAll().requestMatchers(ofAdministrators).hasAuthority(Organisation.ADMINS)
								.anyRequest().authenticated())
				.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS)).csrf(AbstractHttpConfigurer::disable)
				.httpBasic(basic -> basic.authenticationEntryPoint(FrontDoor::askForPassword))
				.exceptionHandling(refused -> refused.authenticationEntryPoint(FrontDoor::askForPassword).accessDeniedHandler(this::forbid))
				.addFilterBefore(new OriginDoor(), CsrfFilter.class).addFilterAfter(new ExpressionDoor(), AuthorizationFilter.class)
				.addFilterAfter(actingAs, ExpressionDoor.class).build();
	}

	/** They ask for their login, check their token and write their headers themselves. */
	@Bean
	@Order(2)
	SecurityFilterChain doorOfWebapps(HttpSecurity http) throws Exception {
		return guarded(http).securityMatcher(anyOf(WEBAPPS))
				.authorizeHttpRequests(paths -> paths.requestMatchers(closed).denyAll().requestMatchers(ofAdministrators)
						.hasAuthority(Organisation.ADMINS).anyRequest().permitAll())
				.securityContext(context -> context.securityContextRepository(session))
				.exceptionHandling(refused -> refused.authenticationEntryPoint((request, response, none) -> RefusalBody.send(response,
						HttpServletResponse.SC_UNAUTHORIZED, LOG_IN_FIRST)).accessDeniedHandler(this::forbid))
				.csrf(AbstractHttpConfigurer::disable).headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
				.logout(logout -> leave(logout, "/camunda/api/admin/auth/user/*/logout/**"))
				.addFilterBefore(new OwnNonce(), CsrfFilter.class).addFilterBefore(new Webapps(token, session, singleSignOn), CsrfFilter.class)
				.addFilterBefore(new SetupDoor(), CsrfFilter.class).addFilterAfter(new ExpressionDoor(), AuthorizationFilter.class).build();
	}

	/** One logout, whether our pages or the webapps ask for it. */
	private void leave(LogoutConfigurer<HttpSecurity> logout, String path) {
		logout.logoutRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path))
				.addLogoutHandler((request, response, login) -> request.setAttribute(LEAVE, singleSignOn.leave(request).orElse(null)))
				.logoutSuccessHandler(this::sayGoodbye);
	}

	/** The logout is a form, and may lead on to who vouched for the person. */
	private String policy() {
		return OF_OUR_PAGES.replace(OF_FORMS, OF_FORMS + singleSignOn.ends());
	}

	@Bean
	@Order(3)
	SecurityFilterChain doorOfPages(HttpSecurity http) throws Exception {
		singleSignOn.offer(http, FrontDoor::lead, FrontDoor::refuseVouched);
		return guarded(http)
				.authorizeHttpRequests(paths -> paths.requestMatchers(anyOf(FILES)).permitAll().requestMatchers(anyOf(EVERYBODY)).permitAll()
						.requestMatchers(pages).authenticated().anyRequest().denyAll())
				.securityContext(context -> context.securityContextRepository(session))
				.sessionManagement(sessions -> sessions.sessionFixation(fixation -> fixation.newSession()))
				.csrf(csrf -> csrf.csrfTokenRepository(token).csrfTokenRequestHandler(new TokenOfRequest())
						.requireCsrfProtectionMatcher(this::changesSomething))
				.formLogin(login -> login.loginPage(LoginController.PATH).successHandler(FrontDoor::lead).failureHandler(FrontDoor::refuseLogin))
				.logout(logout -> leave(logout, "/logout"))
				.exceptionHandling(refused -> refused.authenticationEntryPoint(this::askForLogin).accessDeniedHandler(this::deny))
				.headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
						.addHeaderWriter(
								new DelegatingRequestMatcherHeaderWriter(anyOf(DIAGRAMS),
										new ContentSecurityPolicyHeaderWriter(policy() + OF_DIAGRAMS)))
						.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(new NegatedRequestMatcher(anyOf(DIAGRAMS)),
								new ContentSecurityPolicyHeaderWriter(policy())))
						.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(new NegatedRequestMatcher(anyOf(FILES)),
								new CacheControlHeadersWriter())))
				.addFilterBefore(new OriginDoor(), CsrfFilter.class).addFilterAfter(actingAs, AuthorizationFilter.class).build();
	}

	/** What all three have: the names, the readiness, the database, and the headers of every answer. */
	private HttpSecurity guarded(HttpSecurity http) throws Exception {
		return http.addFilterBefore(hostDoor, DisableEncodeUrlFilter.class).addFilterAfter(new KindDoor(), HostDoor.class)
				.addFilterAfter(readyDoor, HostDoor.class)
				.addFilterAfter(databaseDoor, ReadyDoor.class)
				.addFilterAfter(callers, DatabaseDoor.class).addFilterAfter(new FormKeyDoor(), Callers.class)
				.requestCache(cache -> cache.requestCache(new NullRequestCache()))
				.headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
						.httpStrictTransportSecurity(hsts -> hsts.includeSubDomains(false).maxAgeInSeconds(TimeUnit.DAYS.toSeconds(365)))
						.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
	}

	/** Before Spring Security reads the path, which fails where it is written otherwise than it is matched. */
	@Bean
	FilterRegistrationBean<PathDoor> pathDoor(SecurityProperties security) {
		FilterRegistrationBean<PathDoor> filter = new FilterRegistrationBean<>(new PathDoor());
		filter.setOrder(security.getFilter().getOrder() - 1);
		return filter;
	}

	/** What Spring Security's firewall finds wrong with a request. */
	@Bean
	RequestRejectedHandler unreadable() {
		return (request, response, rejected) -> PathDoor.refuse(response);
	}

	/** What comes no further than the server. */
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainErrors() {
		return server -> server
				.addContextCustomizers(context -> ((StandardHost) context.getParent()).setErrorReportValveClass(PlainErrorValve.class.getName()));
	}

	private static RequestMatcher anyOf(String... patterns) {
		return new OrRequestMatcher(Stream.of(patterns).<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
				.toList());
	}

	/** Without a login there is nothing that another site could use, and the login itself is asked for instead. */
	private boolean changesSomething(HttpServletRequest request) {
		return !Requests.isReading(request) && (session.containsContext(request) || Requests.path(request).equals(LoginController.PATH));
	}

	private static void askForPassword(HttpServletRequest request, HttpServletResponse response, AuthenticationException none) throws IOException {
		if (none instanceof AuthenticationServiceException) {
			RefusalBody.send(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, none.getMessage());
			return;
		}
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, HTTP_BASIC);
		RefusalBody.send(response, HttpServletResponse.SC_UNAUTHORIZED, LOG_IN_FIRST);
	}

	private void forbid(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) throws IOException {
		RefusalBody.send(response, HttpServletResponse.SC_FORBIDDEN, ofNobody.entrySet().stream().filter(one -> one.getKey().matches(request))
				.map(Map.Entry::getValue).findFirst().orElse(ADMINISTRATORS_ONLY));
	}

	private void askForLogin(HttpServletRequest request, HttpServletResponse response, AuthenticationException none) throws IOException {
		if (!pages.matches(request)) {
			RefusalBody.send(request, response, HttpServletResponse.SC_NOT_FOUND, NO_SUCH_PAGE);
		}
		else if (Requests.isReading(request) && Requests.wantsPage(request)) {
			String wanted = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
			redirect(request, response,
					LoginController.PATH + "?" + LoginController.TARGET + "=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
		}
		else {
			RefusalBody.send(response, HttpServletResponse.SC_UNAUTHORIZED, LOG_IN_FIRST);
		}
	}

	private void deny(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) throws IOException, ServletException {
		boolean login = Requests.path(request).equals(LoginController.PATH);
		if (denied instanceof CsrfException && login) {
			LoginController.again(request, response, HttpServletResponse.SC_FORBIDDEN, "登录页已经过期，请再输入一次。");
		}
		else if (denied instanceof CsrfException) {
			RefusalBody.send(request, response, HttpServletResponse.SC_FORBIDDEN, PAGE_TOO_OLD);
		}
		else {
			RefusalBody.send(request, response, HttpServletResponse.SC_NOT_FOUND, NO_SUCH_PAGE);
		}
	}

	private static void lead(HttpServletRequest request, HttpServletResponse response, org.springframework.security.core.Authentication login)
			throws IOException {
		redirect(request, response, LoginController.target(request));
	}

	private static void refuseLogin(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
			throws IOException, ServletException {
		boolean unreachable = refused instanceof AuthenticationServiceException;
		LoginController.again(request, response, unreachable ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_UNAUTHORIZED,
				unreachable ? refused.getMessage() : WRONG_PASSWORD);
	}

	/** Back from a provider with nobody. */
	private static void refuseVouched(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
			throws IOException, ServletException {
		String sentence = VouchedAccounts.sentence(refused);
		if (sentence == null) {
			LOG.warn("统一认证没有成功：{}", refused.getMessage());
		}
		LoginController.again(request, response, HttpServletResponse.SC_UNAUTHORIZED, sentence == null ? "统一认证没有成功，请再试一次；仍不成请告诉系统管理员。" : sentence);
	}

	/**
	 * 公用电脑: who says so as he leaves takes with him what he typed and did not hand in, here and in the browser. His session is over by then: what
	 * comes in still is not kept.
	 */
	private void leaveNothingOnASharedMachine(HttpServletRequest request, HttpServletResponse response,
			org.springframework.security.core.Authentication login) {
		String[] shared = request.getParameterValues(SHARED);
		if (shared != null && Stream.of(shared).anyMatch(YES::contains) && login != null && login.getPrincipal() instanceof Reader reader) {
			drafts.forget(reader.id());
			response.setHeader("Clear-Site-Data", "\"storage\"");
		}
	}

	/** Our session is over; a person is led to where the provider's ends, a script of the webapps is told. */
	private void sayGoodbye(HttpServletRequest request, HttpServletResponse response, org.springframework.security.core.Authentication login)
			throws IOException {
		leaveNothingOnASharedMachine(request, response, login);
		String provider = (String) request.getAttribute(LEAVE);
		String next = provider == null ? Requests.origin(request) + LoginController.PATH : provider;
		if (Requests.wantsPage(request)) {
			response.sendRedirect(next);
			return;
		}
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.getOutputStream().write(Json.write(Map.of("next", next)).getBytes(StandardCharsets.UTF_8));
	}

	private static void redirect(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
		response.sendRedirect(Requests.origin(request) + path);
	}
}
