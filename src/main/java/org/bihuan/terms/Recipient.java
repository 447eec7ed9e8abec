package org.bihuan.terms;

import java.util.Optional;
import java.util.regex.Pattern;

/** One cell of a decision table that says who is told: a party of the house, or one group or account by its id. */
public final class Recipient {

	/** Before the id of an account, so that a misspelt party is not taken for a person. */
	public static final String ACCOUNT = "account:";

	private static final Pattern ONE = Pattern.compile("(unit|committee)-[a-zA-Z0-9-]{1,50}|" + ACCOUNT + "[a-zA-Z0-9][a-zA-Z0-9-]{0,62}");

	private Recipient() {
	}

	/** The party that a word means; empty for the id of a group or an account, and for what is neither. */
	public static Optional<Addressee> party(String word) {
		return Term.find(Addressee.class, word);
	}

	/** Whether it has the form of the id of a unit, a committee or an account; whether there is such a one, the organisation knows. */
	public static boolean isOne(String word) {
		return word != null && ONE.matcher(word).matches();
	}

	/** The id of the group or account. */
	public static String id(String one) {
		return one.startsWith(ACCOUNT) ? one.substring(ACCOUNT.length()) : one;
	}

	/**
	 * What 催办安排 called parties and ways before the house had one vocabulary. Tables that were edited then still say so, and mean the same: there
	 * {@code committee} was the one that formed the outcome.
	 *
	 * @return the word of now; the word itself where it was never another
	 */
	public static String ofReminders(String word) {
		return switch (String.valueOf(word)) {
			case "leader" -> Addressee.RESPONSIBLE_LEADER.code();
			case "offices" -> Addressee.THREE_OFFICES.code();
			case "committee" -> Addressee.LEADING_COMMITTEE.code();
			case "notice" -> Channel.LIST.code();
			default -> word;
		};
	}
}
