package org.bihuan.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.support.TaskUtils;
import org.springframework.stereotype.Component;

/** What is done every few seconds does not tell each time that there is no database; it is done again when there is. */
@Component
class QuietSchedules implements ThreadPoolTaskSchedulerCustomizer {

	private static final Logger LOG = LoggerFactory.getLogger(QuietSchedules.class);

	private final Database database;

	QuietSchedules(Database database) {
		this.database = database;
	}

	@Override
	public void customize(ThreadPoolTaskScheduler scheduler) {
		scheduler.setErrorHandler(failed -> {
			if (Missing.is(failed)) {
				LOG.debug("A scheduled task finds no database", failed);
				database.doubt();
				return;
			}
			TaskUtils.LOG_AND_SUPPRESS_ERROR_HANDLER.handleError(failed);
		});
	}
}
