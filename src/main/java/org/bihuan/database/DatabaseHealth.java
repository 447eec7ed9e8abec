package org.bihuan.database;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** In the place of Spring Boot's own, which asks the pool and waits with it: this one knows. Also of the readiness. */
@Component("dbHealthIndicator")
class DatabaseHealth implements HealthIndicator {

	private final Database database;

	DatabaseHealth(Database database) {
		this.database = database;
	}

	@Override
	public Health health() {
		return database.isThere() ? Health.up().build() : Health.down().withDetail("error", database.away()).build();
	}
}
