package org.bihuan.reconciliation;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks at both sides when the application starts and every morning, and puts what differs into the log; the page says the same. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Watch {

	private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

	private final Reconciliation reconciliation;

	Watch(Reconciliation reconciliation) {
		this.reconciliation = reconciliation;
	}

	/** By the machine's own clock, before the offices open: it only tells, and nothing of a case waits for it. */
	@Scheduled(cron = "0 0 7 * * *", zone = "Asia/Shanghai")
	@EventListener(ApplicationReadyEvent.class)
	void look() {
		try {
			tell(reconciliation.differences());
		}
		catch (DataAccessException unanswered) {
			// what cannot be compared now must not keep the application from starting
			LOG.error("对账没有做成，请查看数据库；可以随时打开 /reconciliation 再比", unanswered);
		}
	}

	private static void tell(List<Difference> differences) {
		if (differences.isEmpty()) {
			LOG.info("对账：台账和引擎一致");
		}
		else {
			differences.forEach(one -> LOG.warn("对账：{}", one));
		}
	}
}
