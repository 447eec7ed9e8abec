package org.bihuan.engine.guard;

/**
 * An account, a group or who is in which was changed by our own identity service; told within the transaction, so that whoever hears of it can still
 * refuse it.
 *
 * @param subject the account; of a group's own change the group
 * @param group that was joined or left; else null
 */
public record AccountChange(Kind kind, String subject, String group) {

	/** What was done; {@code CAME}: nothing, but somebody of a directory, who is never saved here, came for the first time since the start. */
	public enum Kind {
		CAME, ACCOUNT_ADDED, ACCOUNT_CHANGED, PASSWORD_SET, ACCOUNT_REMOVED, GROUP_ADDED, GROUP_CHANGED, GROUP_REMOVED, JOINED, LEFT
	}
}
