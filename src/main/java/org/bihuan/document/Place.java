package org.bihuan.document;

import org.bihuan.settings.Allowed;
import org.bihuan.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The district with its city, as it stands in front of every organ's name. */
@ConfigurationProperties("bihuan")
record Place(@Setting(value = "地区名，文书中写在机关名称之前", allowed = Allowed.PLACE) @DefaultValue("泰州市姜堰区") String place) {
}
