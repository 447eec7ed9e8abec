package org.bihuan.handling;

import java.time.LocalTime;

import org.bihuan.settings.Allowed;
import org.bihuan.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** When reminders go out, in Shanghai. */
@ConfigurationProperties("bihuan.reminders")
record ReminderHour(@Setting(value = "每天催办的时刻", allowed = Allowed.HOUR) @DateTimeFormat(iso = ISO.TIME) @DefaultValue("08:30") LocalTime at) {
}
