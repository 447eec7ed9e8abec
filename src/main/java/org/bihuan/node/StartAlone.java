package org.bihuan.node;

import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ledger's migrations are the first that a start does to the database, and everything else waits for them. */
@Configuration(proxyBeanMethods = false)
class StartAlone {

	@Bean
	FlywayMigrationStrategy migrateAlone(Alone alone) {
		return flyway -> {
			alone.await();
			flyway.migrate();
		};
	}
}
