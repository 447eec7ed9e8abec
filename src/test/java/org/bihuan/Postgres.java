package org.bihuan;

import java.io.IOException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A real PostgreSQL from Maven artifacts, one server a test run, one database a use. */
public final class Postgres {

	private static EmbeddedPostgres server;
	private static int databases;

	private Postgres() {
	}

	/** @return the JDBC address of a new, empty database */
	public static synchronized String newDatabase() {
		try {
			if (server == null) {
				server = EmbeddedPostgres.builder().start();
			}
			String name = "bihuan" + ++databases;
			try (var connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
				statement.execute("create database " + name);
			}
			return server.getJdbcUrl("postgres", name);
		}
		catch (IOException | java.sql.SQLException failed) {
			throw new IllegalStateException("the embedded PostgreSQL does not start", failed);
		}
	}
}
