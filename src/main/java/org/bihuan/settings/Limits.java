package org.bihuan.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Working days that each step has; several steps read them, and whoever runs a place wants them in one group. */
@ConfigurationProperties("bihuan.limits")
public record Limits(@Setting(value = "征求意见的工作日数", allowed = Allowed.WORKING_DAYS) @DefaultValue("10") int opinion,
		@Setting(value = "审阅、初审的工作日数", allowed = Allowed.WORKING_DAYS) @DefaultValue("5") int reading,
		@Setting(value = "批示的工作日数", allowed = Allowed.WORKING_DAYS) @DefaultValue("10") int instruction,
		@Setting(value = "分解交办的工作日数", allowed = Allowed.WORKING_DAYS) @DefaultValue("3") int assignment,
		@Setting(value = "签收的工作日数，过后视为签收", allowed = Allowed.WORKING_DAYS) @DefaultValue("3") int receipt,
		@Setting(value = "审批转化的工作日数", allowed = Allowed.WORKING_DAYS) @DefaultValue("5") int conversion,
		@Setting(value = "评价满意度的工作日数", allowed = Allowed.WORKING_DAYS) @DefaultValue("10") int satisfaction) {
}
