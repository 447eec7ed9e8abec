package org.bihuan.conversion;

import org.bihuan.settings.Allowed;
import org.bihuan.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How long the parts of a conversion may be together [E]. */
@ConfigurationProperties("bihuan.conversion")
record ConversionRules(@Setting(value = "社情民意信息的情况、分析、建议合计最多字数", allowed = Allowed.CHARACTERS) @DefaultValue("1500") int opinionReportLength) {
}
