package org.bihuan.engine.guard;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Written;
import org.bihuan.settings.StartRefused;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.identity.IdentityProviderException;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The engine's accounts as everybody meets them, whatever way he comes. Accounts, groups and who is in which are changed by administrators only,
 * whatever was granted to whom, and nobody but the owner of a password changes anything else; the application is told of each change
 * ({@link AccountChange}). A password that is too weak is refused in our words; who tries passwords is slowed down, also those
 * of a {@link Directory}.
 */
public class AnnouncingIdentityService extends IdentityServiceImpl {

	/** As {@code EngineConfiguration} sets them. */
	public static final int SHORTEST_PASSWORD = 10;

	/** As the engine's tables have it. */
	private static final int LONGEST_ID = 64;

	private static final String WEAK = "口令太弱，没有保存：至少 " + SHORTEST_PASSWORD + " 个字符，不能含有账号、姓名或邮件地址。";

	private static final String NO_PASSWORD = "账号要有口令，没有保存。请填写口令（不能是空的）后再提交。";

	private static final String ADMINISTRATORS_ONLY = "账号、姓名和谁在哪个小组，只由系统管理员更改。";

	private final ApplicationEventPublisher events;
	private final TransactionOperations transactions;
	private final SignIns signIns = new SignIns(System::nanoTime);
	/** Accounts of a directory that have come since the start. */
	private final Set<String> come = ConcurrentHashMap.newKeySet();

	/** @param events who is told, within the transaction of the change */
	public AnnouncingIdentityService(ApplicationEventPublisher events, TransactionOperations transactions) {
		this.events = events;
		this.transactions = transactions;
	}

	@Override
	public void saveUser(User user) {
		if (user instanceof UserEntity account && !isStrong(account)) {
			// also the first administrator's, which comes from the configuration: there the same sentence ends the start
			throw Refusal.invalid(WEAK, new StartRefused(WEAK));
		}
		requireReadable(user.getFirstName());
		requireReadable(user.getLastName());
		requireReadable(user.getEmail());
		User before = openly(() -> createUserQuery().userId(user.getId()).singleResult());
		boolean renamed = before != null && !(same(before.getFirstName(), user.getFirstName()) && same(before.getLastName(), user.getLastName())
				&& same(before.getEmail(), user.getEmail()));
		boolean password = user instanceof UserEntity account && account.hasNewPassword();
		boolean ownPassword = before != null && !renamed && password && user.getId().equals(account());
		if (!ownPassword) {
			requireAdministrator();
		}
		AccountChange.Kind kind = before == null ? AccountChange.Kind.ACCOUNT_ADDED
				: password && !renamed ? AccountChange.Kind.PASSWORD_SET : AccountChange.Kind.ACCOUNT_CHANGED;
		boolean withPassword = user instanceof UserEntity account && (before == null || account.hasNewPassword());
		changing(kind, user.getId(), null, () -> {
			super.saveUser(user);
			if (withPassword) {
				requirePassword((UserEntity) user);
			}
		});
	}

	@Override
	public void deleteUser(String userId) {
		requireAdministrator();
		changing(AccountChange.Kind.ACCOUNT_REMOVED, userId, null, () -> super.deleteUser(userId));
	}

	@Override
	public void saveGroup(Group group) {
		requireAdministrator();
		requireReadable(group.getName());
		requireOwnName(group);
		boolean there = openly(() -> createGroupQuery().groupId(group.getId()).count()) > 0;
		changing(there ? AccountChange.Kind.GROUP_CHANGED : AccountChange.Kind.GROUP_ADDED, group.getId(), null, () -> super.saveGroup(group));
	}

	@Override
	public void deleteGroup(String groupId) {
		requireAdministrator();
		changing(AccountChange.Kind.GROUP_REMOVED, groupId, null, () -> super.deleteGroup(groupId));
	}

	@Override
	public void createMembership(String userId, String groupId) {
		requireAdministrator();
		changing(AccountChange.Kind.JOINED, userId, groupId, () -> super.createMembership(userId, groupId));
	}

	@Override
	public void deleteMembership(String userId, String groupId) {
		requireAdministrator();
		changing(AccountChange.Kind.LEFT, userId, groupId, () -> super.deleteMembership(userId, groupId));
	}

	private void changing(AccountChange.Kind kind, String subject, String group, Runnable change) {
		transactions.executeWithoutResult(status -> {
			change.run();
			events.publishEvent(new AccountChange(kind, subject, group));
		});
	}

	/** A name stands under signatures: what nobody sees in it, or what turns it round, would make it another's. */
	private static void requireReadable(String name) {
		Refusal.unless(name == null || !Written.hides(name), "姓名、名称和邮件地址里不能有看不见的字符，请删去后重新输入。");
	}

	/** On papers and pages a group is its name alone. */
	private void requireOwnName(Group group) {
		String name = Written.seen(Objects.requireNonNullElse(group.getName(), ""));
		openly(() -> createGroupQuery().list()).stream()
				.filter(other -> !other.getId().equals(group.getId()) && !name.isEmpty()
						&& name.equals(Written.seen(Objects.requireNonNullElse(other.getName(), ""))))
				.findFirst().ifPresent(other -> {
					throw Refusal.invalid("已有小组叫“" + other.getName() + "”（" + other.getId() + "）。文书和页面上只写名称，两个小组不能同名，请另取一个名称。");
				});
	}

	/** What the engine grants a person over his own account does not count: names and groups say who signed. */
	private void requireAdministrator() {
		String account = account();
		if (account != null && openly(() -> createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).groupMember(account).count()) == 0) {
			throw Refusal.forbidden(ADMINISTRATORS_ONLY);
		}
	}

	/** Who acts; null for the application itself. */
	private String account() {
		Authentication acting = getCurrentAuthentication();
		return acting == null ? null : acting.getUserId();
	}

	private <T> T openly(Supplier<T> query) {
		return commandExecutor.execute(context -> context.runWithoutAuthorization(query::get));
	}

	private static boolean same(String before, String now) {
		return Objects.requireNonNullElse(before, "").equals(Objects.requireNonNullElse(now, ""));
	}

	/** After it was saved, as the engine keeps a new one to itself until then; whoever refuses takes the change back. */
	private void requirePassword(UserEntity account) {
		Refusal.unless(account.getPassword() != null && !hasPassword(account, ""), NO_PASSWORD);
	}

	private boolean isStrong(UserEntity account) {
		return !account.hasNewPassword() || commandExecutor.execute(
				context -> !context.getProcessEngineConfiguration().isEnablePasswordPolicy() || account.checkPasswordAgainstPolicy());
	}

	/** False also while nothing is looked at, so that a guess learns nothing. */
	@Override
	public boolean checkPassword(String account, String password) {
		if (account == null || password == null || password.isEmpty() || account.length() > LONGEST_ID || !signIns.mayTry(account)) {
			return false;
		}
		boolean right;
		try {
			right = isAsWritten(account) && hasSomePassword(account) && super.checkPassword(account, password);
		}
		catch (IdentityProviderException unreachable) {
			throw Refusal.unreachable("目录服务连不上，没有登录。请稍后再试；仍不成请告诉系统管理员。", unreachable);
		}
		signIns.tried(account, right);
		if (right) {
			loggedIn(account);
		}
		return right;
	}

	/** A directory takes {@code ZhangSan} and {@code zhangsan} for one; in the ledger they would be two people. */
	private boolean isAsWritten(String account) {
		return !isReadOnly() || createUserQuery().userId(account).list().stream().anyMatch(one -> one.getId().equals(account));
	}

	/** Of an account that a former version made without one, which the engine would stumble on; an unknown one the engine refuses itself. */
	private boolean hasSomePassword(String account) {
		return isReadOnly() || createUserQuery().userId(account).list().stream().allMatch(one -> ((UserEntity) one).getPassword() != null);
	}

	/**
	 * Somebody is let in, by his password or by who vouches for him. An account of a directory is never saved here: what an account has with us
	 * it gets the first time that it comes.
	 */
	public void loggedIn(String account) {
		if (isReadOnly() && come.add(account)) {
			events.publishEvent(new AccountChange(AccountChange.Kind.CAME, account, null));
		}
	}

	/** Whether an account's password is this one, by comparing alone: it counts as no attempt, and nobody is locked by it. */
	public boolean hasPassword(User account, String password) {
		UserEntity stored = (UserEntity) account;
		return stored.getPassword() != null && commandExecutor.execute(context -> context.getProcessEngineConfiguration().getPasswordManager()
				.check(EncryptionUtil.saltPassword(password, stored.getSalt()), stored.getPassword()));
	}
}
