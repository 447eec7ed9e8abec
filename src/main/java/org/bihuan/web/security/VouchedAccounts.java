package org.bihuan.web.security;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.engine.guard.AnnouncingIdentityService;
import org.bihuan.engine.guard.GroupNames;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which account somebody has of whom a provider (OIDC) says who he is. The engine asks its own accounts who is in a group, so everybody has one:
 * who comes for the first time is given it, with his name, and with his groups where a claim has them; each login brings both up to date. The
 * account is his alone: it is bound to the provider's subject, and no password opens it. An account that was here before is not his, unless the
 * configuration says so. Where the accounts are a directory's, his must be there, and nothing is changed.
 */
@Component
class VouchedAccounts implements OAuth2UserService<OidcUserRequest, OidcUser> {

	/** Under which the account keeps whose it is. */
	private static final String SUBJECT = "oidc-subject";

	private static final String ACCOUNT = "[a-zA-Z0-9][a-zA-Z0-9-]{0,62}";

	/** Nothing of it can be in a name or an id. */
	private static final String SIGNS = "!#$%&*+=?@^_{|}~";
	private static final int UNGUESSABLE = 64;
	private static final SecureRandom RANDOM = new SecureRandom();

	private final OidcUserService provider = new OidcUserService();
	private final OidcSettings settings;
	private final GroupNames names;
	private final IdentityService identity;
	private final TransactionTemplate transaction;

	VouchedAccounts(OidcSettings settings, GroupNames names, IdentityService identity, PlatformTransactionManager transactions) {
		this.settings = settings;
		this.names = names;
		this.identity = identity;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** @throws OAuth2AuthenticationException with a sentence for the person, if he has no account and gets none */
	@Override
	public OidcUser loadUser(OidcUserRequest request) {
		OidcUser person = provider.loadUser(request);
		String account = person.getName();
		if (!account.matches(ACCOUNT)) {
			throw refused("统一认证给出的账号“" + account + "”不能用：只能是字母、数字和连字符，最多 63 个字符。请告诉系统管理员（user-name-attribute）。");
		}
		provide(account, person);
		((AnnouncingIdentityService) identity).loggedIn(account);
		return new Vouched(person, account, request.getClientRegistration().getRegistrationId());
	}

	/** One at a time: who opens two windows at his first login gets one account. */
	private synchronized void provide(String account, OidcUser person) {
		transaction.executeWithoutResult(status -> {
			Optional<User> before = identity.createUserQuery().userId(account).list().stream().filter(one -> one.getId().equals(account))
					.findFirst();
			if (identity.isReadOnly()) {
				if (before.isEmpty()) {
					throw refused("目录里没有账号 " + account + "，不能登录。请告诉系统管理员。");
				}
				return;
			}
			String subject = person.getIssuer() + " " + person.getSubject();
			before.ifPresent(user -> requireHis(user.getId(), subject));
			bringUpToDate(before.orElse(null), account, person);
			identity.setUserInfo(account, SUBJECT, subject);
			if (!settings.groupsClaim().isEmpty()) {
				join(account, groups(person));
			}
		});
	}

	private void requireHis(String account, String subject) {
		String owner = identity.getUserInfo(account, SUBJECT);
		if (owner == null && !settings.existingAccounts()) {
			throw refused("账号 " + account + " 是在本系统里建立的，不能经统一认证登录。请用口令登录，或请系统管理员处理（bihuan.oidc.existing-accounts）。");
		}
		if (owner != null && !owner.equals(subject)) {
			throw refused("账号 " + account + " 属于统一认证里的另一个人，不能登录。请告诉系统管理员。");
		}
	}

	private void bringUpToDate(User before, String account, OidcUser person) {
		User user = before == null ? identity.newUser(account) : before;
		String claimed = person.getClaimAsString(settings.nameClaim());
		String name = claimed == null || claimed.isBlank() ? account : claimed.strip();
		boolean same = before != null && name.equals(user.getFirstName()) && Objects.equals(person.getEmail(), user.getEmail());
		if (same) {
			return;
		}
		if (before == null) {
			user.setPassword(unguessable());
		}
		user.setFirstName(name);
		user.setLastName("");
		user.setEmail(person.getEmail());
		identity.saveUser(user);
	}

	private static String unguessable() {
		return RANDOM.ints(UNGUESSABLE, 0, SIGNS.length()).mapToObj(at -> SIGNS.substring(at, at + 1)).collect(Collectors.joining());
	}

	/** Those of the claim that are here; a name that means none of ours is passed over. */
	private Set<String> groups(OidcUser person) {
		Object claimed = person.getClaim(settings.groupsClaim());
		Stream<?> there = claimed instanceof Collection<?> several ? several.stream() : Stream.ofNullable(claimed);
		Set<String> wanted = there.map(String::valueOf).map(names::id).flatMap(Optional::stream).collect(Collectors.toCollection(HashSet::new));
		wanted.retainAll(identity.createGroupQuery().list().stream().map(Group::getId).toList());
		return wanted;
	}

	private void join(String account, Set<String> wanted) {
		List<String> now = identity.createGroupQuery().groupMember(account).list().stream().map(Group::getId).toList();
		now.stream().filter(group -> !wanted.contains(group)).forEach(group -> identity.deleteMembership(account, group));
		wanted.stream().filter(group -> !now.contains(group)).sorted().forEach(group -> identity.createMembership(account, group));
	}

	private static OAuth2AuthenticationException refused(String sentence) {
		return new OAuth2AuthenticationException(new OAuth2Error(VouchedAccounts.class.getSimpleName(), sentence, null), sentence);
	}

	/** The sentence for the person; null when it was the provider that failed. */
	static String sentence(Exception failure) {
		return failure instanceof OAuth2AuthenticationException refused
				&& VouchedAccounts.class.getSimpleName().equals(refused.getError().getErrorCode()) ? refused.getMessage() : null;
	}
}
