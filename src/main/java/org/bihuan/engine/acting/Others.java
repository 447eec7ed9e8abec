package org.bihuan.engine.acting;

import java.util.Optional;

/** The other people of whom a refusal speaks, by their names: nobody is shown an id. */
public interface Others {

	/** What an account is called now; the id itself where it never was anybody. */
	String called(String account);

	/**
	 * Who has answered a task, and when.
	 *
	 * @param taskId of a task that is open no more
	 * @return {@code 王海（公安局）于 2023-09-11 10:32}, in Shanghai; empty where nobody has: it ended by itself, or there never was one
	 */
	Optional<String> answered(String taskId);
}
