package org.bihuan.web.security;

import java.util.Optional;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.identity.Organisation;
import org.bihuan.identity.Reader;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Who logs in, by the engine's accounts and its check of the password; the groups are those that the account has now. */
@Component
class Accounts implements AuthenticationProvider {

	private final IdentityService identity;
	private final Organisation organisation;

	Accounts(IdentityService identity, Organisation organisation) {
		this.identity = identity;
		this.organisation = organisation;
	}

	@Override
	public Authentication authenticate(Authentication asked) {
		String account = asked.getName();
		if (!isCorrect(account, String.valueOf(asked.getCredentials()))) {
			throw new BadCredentialsException("账号或口令不对");
		}
		return find(account).map(this::trusted).orElseThrow(() -> new BadCredentialsException("账号或口令不对"));
	}

	private boolean isCorrect(String account, String password) {
		try {
			return !account.isBlank() && identity.checkPassword(account, password);
		}
		catch (org.camunda.bpm.engine.AuthenticationException locked) {
			return false;
		}
		catch (Refusal unreachable) {
			throw new AuthenticationServiceException(unreachable.getMessage(), unreachable);
		}
	}

	/** The engine's account as it is now; empty when it is gone. */
	Optional<User> find(String account) {
		return Optional.ofNullable(identity.createUserQuery().userId(account).singleResult());
	}

	/** Of whom it is known that it is he: a {@link Reader} with an authority for each group. */
	Authentication trusted(User account) {
		Reader reader = organisation.reader(account);
		return UsernamePasswordAuthenticationToken.authenticated(reader, null, reader.groups().stream().map(SimpleGrantedAuthority::new).toList());
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}
}
