package org.bihuan;

import org.bihuan.calendar.LightPolicy;
import org.bihuan.settings.Allowed;
import org.bihuan.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** When yellow begins; the calendar, which knows no configuration, holds the default. */
@ConfigurationProperties("bihuan.light")
record LightSettings(
		@Setting(value = "到期前多少天起亮黄灯", allowed = Allowed.CALENDAR_DAYS) @DefaultValue("" + LightPolicy.DEFAULT_YELLOW_DAYS) int yellowDays) {
}
