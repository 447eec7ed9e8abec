package org.bihuan.web.security;

import org.bihuan.identity.Organisation;
import org.bihuan.identity.Reader;
import org.bihuan.ledger.Scope;

/** What a reader may see, in the ledger's own terms. */
public final class Scopes {

	private Scopes() {
	}

	/** Everything, or the own units' assignments and the outcomes in which the member took part; never null. */
	public static Scope of(Reader reader) {
		return new Scope(reader.seesEverything(), reader.units(), reader.groups().contains(Organisation.MEMBERS) ? reader.id() : null);
	}

	/** @throws PageRefusal (HTTP 403) for who is no administrator */
	public static void requireAdministrator(Reader reader) {
		if (!reader.isAdministrator()) {
			throw PageRefusal.forbidden("此页只供系统管理员使用。");
		}
	}

	/** @throws PageRefusal (HTTP 403) for who looks after no models */
	public static void requireMaintainer(Reader reader) {
		if (!reader.maintainsModels()) {
			throw PageRefusal.forbidden("此页只供流程分析员和系统管理员使用。");
		}
	}

	/** @throws PageRefusal (HTTP 403) for who does not see everything */
	public static void requireEverything(Reader reader) {
		if (!reader.seesEverything()) {
			throw PageRefusal.forbidden("此页只供区政协、党政办公室、督考办和区领导查看。");
		}
	}
}
