package org.bihuan.settings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Ends a start with the sentence of a {@link StartRefused} alone; everything else is told as Spring Boot tells it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartReport implements SpringBootExceptionReporter {

	private static final Logger LOG = LoggerFactory.getLogger(StartReport.class);

	@Override
	public boolean reportException(Throwable failure) {
		StartRefused refused = StartRefused.in(failure);
		if (refused == null) {
			return false;
		}
		LOG.error("没有启动：{}", refused.getMessage());
		return true;
	}
}
