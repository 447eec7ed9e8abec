package org.bihuan.web.security;

import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Somebody of whom a provider (OIDC) says who he is, and who has the account of this name with us. */
final class Vouched extends DefaultOidcUser {

	private static final long serialVersionUID = 1L;

	private final String account;
	private final String provider;

	/** @param provider the id of its registration */
	Vouched(OidcUser person, String account, String provider) {
		super(person.getAuthorities(), person.getIdToken(), person.getUserInfo());
		this.account = account;
		this.provider = provider;
	}

	String account() {
		return account;
	}

	String provider() {
		return provider;
	}

	@Override
	public boolean equals(Object other) {
		return super.equals(other) && other instanceof Vouched vouched && account.equals(vouched.account);
	}

	@Override
	public int hashCode() {
		return super.hashCode() + account.hashCode();
	}
}
