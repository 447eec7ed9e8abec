package org.bihuan.handling;

import org.bihuan.settings.Allowed;
import org.bihuan.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** 延期: the rule's way out is conversion; a place that allows an extension says so. */
@ConfigurationProperties("bihuan.extension")
record ExtensionRule(@Setting(value = "允许延期；不允许时只能转化", allowed = Allowed.YES_OR_NO) @DefaultValue("false") boolean enabled) {
}
