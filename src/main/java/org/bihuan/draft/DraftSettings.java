package org.bihuan.draft;

import org.bihuan.settings.Allowed;
import org.bihuan.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what was typed is kept for its writer.
 *
 * @param days calendar days since it was changed last
 */
@ConfigurationProperties("bihuan.drafts")
record DraftSettings(@Setting(value = "没有提交的文字保留多少天", allowed = Allowed.DAYS_KEPT) @DefaultValue("90") int days) {
}
