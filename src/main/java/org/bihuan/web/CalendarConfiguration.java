package org.bihuan.web;

import org.bihuan.calendar.HolidayCalendars;
import org.bihuan.calendar.HolidayFiles;
import org.bihuan.calendar.LightPolicy;
import org.bihuan.calendar.ReplyDeadline;
import org.bihuan.calendar.WorkingDays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the calendar's policies beans: they know no Spring themselves. All read the one {@link HolidayCalendars}. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

	@Bean
	HolidayCalendars holidayCalendars() {
		return new HolidayCalendars(HolidayFiles.fromClasspath());
	}

	@Bean
	ReplyDeadline replyDeadline(HolidayCalendars calendars) {
		return new ReplyDeadline(calendars);
	}

	@Bean
	WorkingDays workingDays(HolidayCalendars calendars) {
		return new WorkingDays(calendars);
	}

	@Bean
	LightPolicy lightPolicy(@Value("${bihuan.light.yellow-days:" + LightPolicy.DEFAULT_YELLOW_DAYS + "}") int yellowDays) {
		return new LightPolicy(yellowDays);
	}
}
