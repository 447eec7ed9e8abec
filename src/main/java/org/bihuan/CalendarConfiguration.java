package org.bihuan;

import org.bihuan.calendar.LightPolicy;
import org.bihuan.calendar.ReplyDeadline;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.ledger.AnnouncedCalendars;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the calendar's policies beans: they know no Spring themselves. All read the one {@link AnnouncedCalendars}. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

	@Bean
	ReplyDeadline replyDeadline(AnnouncedCalendars calendars) {
		return new ReplyDeadline(calendars);
	}

	@Bean
	WorkingDays workingDays(AnnouncedCalendars calendars) {
		return new WorkingDays(calendars);
	}

	@Bean
	LightPolicy lightPolicy(LightSettings light) {
		return new LightPolicy(light.yellowDays());
	}
}
