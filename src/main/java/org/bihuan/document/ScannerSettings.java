package org.bihuan.document;

import org.bihuan.settings.Allowed;
import org.bihuan.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who looks at an upload for viruses before it is kept.
 *
 * @param address of ClamAV's clamd; empty for nobody
 * @param timeout in seconds, for one file from the connection to the answer
 */
@ConfigurationProperties("bihuan.scanner")
public record ScannerSettings(
		@Setting(value = "查毒程序 ClamAV（clamd）的地址，空着不查毒；查不成的附件不保存", allowed = Allowed.HOST_AND_PORT_OR_NOTHING) @DefaultValue("") String address,
		@Setting(value = "查一个附件最多等多少秒", allowed = Allowed.SECONDS) @DefaultValue("30") int timeout) {
}
