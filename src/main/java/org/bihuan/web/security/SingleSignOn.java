package org.bihuan.web.security;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The login by who vouches for people (OIDC), where the configuration names one ({@code spring.security.oauth2.client}); nothing of it is there
 * otherwise. The session that it opens is the one of every login; what it keeps besides is what the provider asks for at the logout.
 */
@Component
class SingleSignOn {

	private static final String START = OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI;
	private static final String PROVIDER = SingleSignOn.class.getName() + ".provider";
	private static final String TOKEN = SingleSignOn.class.getName() + ".token";

	private final ClientRegistrationRepository providers;
	private final VouchedAccounts accounts;

	SingleSignOn(ObjectProvider<ClientRegistrationRepository> providers, VouchedAccounts accounts) {
		this.providers = providers.getIfAvailable();
		this.accounts = accounts;
	}

	/**
	 * One link of the login page.
	 *
	 * @param name of the provider, for people
	 */
	record Way(String name, String address) {
	}

	boolean isOffered() {
		return providers != null;
	}

	/** The links of the login page. */
	List<Way> ways(String to) {
		return registrations().stream().map(one -> new Way(one.getClientName(),
				UriComponentsBuilder.fromPath(START).pathSegment(one.getRegistrationId()).queryParam(LoginController.TARGET, "{to}").encode()
						.buildAndExpand(to).toUriString()))
				.toList();
	}

	private List<ClientRegistration> registrations() {
		return providers instanceof Iterable<?> several
				? StreamSupport.stream(several.spliterator(), false).map(ClientRegistration.class::cast).toList()
				: List.of();
	}

	/** Adds the login to our pages' way, where there is one. */
	void offer(HttpSecurity http, AuthenticationSuccessHandler lead, AuthenticationFailureHandler refuse) throws Exception {
		if (!isOffered()) {
			return;
		}
		DefaultOAuth2AuthorizationRequestResolver requests = new DefaultOAuth2AuthorizationRequestResolver(providers, START);
		requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
		http.oauth2Login(login -> login.loginPage(LoginController.PATH).successHandler(lead).failureHandler(refuse)
				.authorizedClientRepository(new Nowhere())
				.authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(new Targeted(requests))
						.authorizationRequestRepository(new Wanted()))
				.userInfoEndpoint(endpoint -> endpoint.oidcUserService(accounts)));
	}

	/** Takes the page that was wanted along to the provider and back. */
	private record Targeted(OAuth2AuthorizationRequestResolver requests) implements OAuth2AuthorizationRequestResolver {

		@Override
		public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
			return targeted(requests.resolve(request), request);
		}

		@Override
		public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String provider) {
			return targeted(requests.resolve(request, provider), request);
		}

		private static OAuth2AuthorizationRequest targeted(OAuth2AuthorizationRequest asked, HttpServletRequest request) {
			return asked == null ? null
					: OAuth2AuthorizationRequest.from(asked)
							.attributes(attributes -> attributes.put(LoginController.TARGET, LoginController.target(request))).build();
		}
	}

	/** Back from the provider, the wanted page is the request's once more. */
	private static final class Wanted implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

		private final HttpSessionOAuth2AuthorizationRequestRepository session = new HttpSessionOAuth2AuthorizationRequestRepository();

		@Override
		public OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
			return session.loadAuthorizationRequest(request);
		}

		@Override
		public void saveAuthorizationRequest(OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
			session.saveAuthorizationRequest(asked, request, response);
		}

		@Override
		public OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request, HttpServletResponse response) {
			OAuth2AuthorizationRequest asked = session.removeAuthorizationRequest(request, response);
			if (asked != null) {
				request.setAttribute(LoginController.TARGET, asked.getAttribute(LoginController.TARGET));
			}
			return asked;
		}
	}

	/** Nobody asks the provider anything in the person's name afterwards: what it would be asked with is kept by nobody. */
	private static final class Nowhere implements OAuth2AuthorizedClientRepository {

		@Override
		@SuppressWarnings("TypeParameterUnusedInFormals")
		public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(String provider, Authentication person, HttpServletRequest request) {
			return null;
		}

		@Override
		public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication person, HttpServletRequest request,
				HttpServletResponse response) {
			// see above
		}

		@Override
		public void removeAuthorizedClient(String provider, Authentication person, HttpServletRequest request, HttpServletResponse response) {
			// there is none
		}
	}

	/** Keeps in the session what the logout needs. */
	static void begin(HttpSession session, Vouched person) {
		session.setAttribute(PROVIDER, person.provider());
		session.setAttribute(TOKEN, person.getIdToken().getTokenValue());
	}

	/** Where the provider ends its own session, which then leads back to our login page; empty where it has none or did not open this one. */
	Optional<String> leave(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null || !(session.getAttribute(PROVIDER) instanceof String registration)) {
			return Optional.empty();
		}
		ClientRegistration provider = providers.findByRegistrationId(registration);
		return end(provider)
				.map(end -> UriComponentsBuilder.fromUriString(end).queryParam("id_token_hint", "{token}").queryParam("client_id", "{client}")
						.queryParam("post_logout_redirect_uri", "{back}").encode()
						.buildAndExpand(session.getAttribute(TOKEN), provider.getClientId(),
								Requests.origin(request) + LoginController.PATH)
						.toUriString());
	}

	private static Optional<String> end(ClientRegistration provider) {
		return Optional.ofNullable(provider.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint")).map(String::valueOf);
	}

	/** For the pages' policy: where the form of the logout may lead; with a blank before each. */
	String ends() {
		return registrations().stream().map(SingleSignOn::end).flatMap(Optional::stream).map(URI::create)
				.map(end -> " " + end.getScheme() + "://" + end.getAuthority()).distinct().collect(Collectors.joining());
	}
}
