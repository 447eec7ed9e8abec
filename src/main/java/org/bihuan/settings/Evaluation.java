package org.bihuan.settings;

import java.time.LocalDateTime;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * What only an evaluation has.
 *
 * @param now Shanghai time; null for the machine's own
 */
@ConfigurationProperties("bihuan")
public record Evaluation(@Setting(value = "评估：首次启动时重放样例年度；live 再加本月的十几件", allowed = Allowed.ONE_OF) @DefaultValue("true") Sample sample,
		@Setting(value = "评估：管理员可以把时钟向前拨", allowed = Allowed.YES_OR_NO) @DefaultValue("true") boolean rehearsal,
		@Setting(value = "评估：启动时的时刻，空着是机器的时刻", allowed = Allowed.MOMENT_OR_NOTHING) @DateTimeFormat(iso = ISO.DATE_TIME) LocalDateTime now) {

	/** What is replayed. */
	public enum Sample {
		/** Nothing. */
		FALSE,
		/** The published year. */
		TRUE,
		/** The year, and cases that wait today. */
		LIVE
	}

	/** The engine's property that says of a database, for good, that an evaluation has put its organisation into it. */
	public static final String MARK = "bihuan.evaluation";
}
