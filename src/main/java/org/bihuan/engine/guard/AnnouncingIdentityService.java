package org.bihuan.engine.guard;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.settings.StartRefused;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.identity.IdentityProviderException;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.context.ApplicationEventPublisher;

/**
 * The engine's accounts as everybody meets them, whatever way he comes. Tells the application of a saved account, so that it has its task lists at
 * once; refuses a password that is too weak in our words; and slows down who tries passwords, also those of a {@link Directory}.
 */
public class AnnouncingIdentityService extends IdentityServiceImpl {

	/** As {@code EngineConfiguration} sets them. */
	public static final int SHORTEST_PASSWORD = 10;

	/** As the engine's tables have it. */
	private static final int LONGEST_ID = 64;

	private static final String WEAK = "口令太弱，没有保存：至少 " + SHORTEST_PASSWORD + " 个字符，不能含有账号、姓名或邮件地址。";

	private final ApplicationEventPublisher events;
	private final SignIns signIns = new SignIns(System::nanoTime);
	/** Accounts of a directory that have come since the start. */
	private final Set<String> come = ConcurrentHashMap.newKeySet();

	/** @param events who is told ({@link AccountSaved}), within the transaction that saves the account */
	public AnnouncingIdentityService(ApplicationEventPublisher events) {
		this.events = events;
	}

	@Override
	public void saveUser(User user) {
		if (user instanceof UserEntity account && !isStrong(account)) {
			// also the first administrator's, which comes from the configuration: there the same sentence ends the start
			throw Refusal.invalid(WEAK, new StartRefused(WEAK));
		}
		super.saveUser(user);
		events.publishEvent(new AccountSaved(user.getId()));
	}

	private boolean isStrong(UserEntity account) {
		return commandExecutor.execute(
				context -> !context.getProcessEngineConfiguration().isEnablePasswordPolicy() || account.checkPasswordAgainstPolicy());
	}

	/** False also while nothing is looked at, so that a guess learns nothing. */
	@Override
	public boolean checkPassword(String account, String password) {
		if (account == null || account.length() > LONGEST_ID || !signIns.mayTry(account)) {
			return false;
		}
		boolean right;
		try {
			right = isAsWritten(account) && super.checkPassword(account, password);
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

	/**
	 * Somebody is let in, by his password or by who vouches for him. An account of a directory is never saved here: what an account has with us
	 * it gets the first time that it comes.
	 */
	public void loggedIn(String account) {
		if (isReadOnly() && come.add(account)) {
			events.publishEvent(new AccountSaved(account));
		}
	}

	/** Whether an account's password is this one, by comparing alone: it counts as no attempt, and nobody is locked by it. */
	public boolean hasPassword(User account, String password) {
		UserEntity stored = (UserEntity) account;
		return stored.getPassword() != null && commandExecutor.execute(context -> context.getProcessEngineConfiguration().getPasswordManager()
				.check(EncryptionUtil.saltPassword(password, stored.getSalt()), stored.getPassword()));
	}
}
