package org.bihuan.database;

import java.sql.SQLException;

/** How a database is asked whether it is there, by a connection of its own: the pool may be busy, which is something else. */
interface Probe extends AutoCloseable {

	/** A database that is there as long as this process is. */
	Probe NONE = new Probe() {

		@Override
		public void ask() {
			// it is
		}

		@Override
		public String away() {
			return null;
		}

		@Override
		public void close() {
			// there is nothing
		}
	};

	/** @throws SQLException if it does not answer; after three seconds at the latest, nor is what it holds of any use any more */
	void ask() throws SQLException;

	/** What a person is told while it does not. */
	String away();

	@Override
	void close();
}
