package org.bihuan;

import org.bihuan.calendar.PromisePolicy;
import org.bihuan.settings.Allowed;
import org.bihuan.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How far a reply may be put off; the calendar, which knows no configuration, holds the default. */
@ConfigurationProperties("bihuan.promise")
record PromiseSettings(
		@Setting(value = "承诺答复日期最晚在到期日（已过的从当天起）后几个月", allowed = Allowed.MONTHS) @DefaultValue("" + PromisePolicy.DEFAULT_MONTHS) int months) {
}
