package org.bihuan;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.boot.SpringApplication;

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
				// its own hook would stop it before the applications that still report to it, and each would wait for its connections
				server = EmbeddedPostgres.builder().setRegisterShutdownHook(false).setServerConfig("fsync", "off")
						.setServerConfig("full_page_writes", "off").start();
				SpringApplication.getShutdownHandlers().add(Postgres::stop);
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

	/** Runs when every application context of the test run is closed. */
	private static synchronized void stop() {
		try {
			server.close();
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}
}
