package org.bihuan.numbering;

import java.util.HashMap;
import java.util.Map;

import org.bihuan.settings.Allowed;
import org.bihuan.settings.Setting;
import org.bihuan.settings.StartRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** 机关代字 of each 文号. Two kinds with the same one would have the same numbers. */
@ConfigurationProperties("bihuan.numbers")
record Prefixes(@Setting(value = "报送件的机关代字", allowed = Allowed.PREFIX) @DefaultValue("泰姜协成") String submission,
		@Setting(value = "交办通知的机关代字", allowed = Allowed.PREFIX) @DefaultValue("泰姜办交") String assignment,
		@Setting(value = "答复函的机关代字", allowed = Allowed.PREFIX) @DefaultValue("泰姜复") String reply,
		@Setting(value = "督办单的机关代字", allowed = Allowed.PREFIX) @DefaultValue("泰姜督") String supervision,
		@Setting(value = "专项督查的机关代字", allowed = Allowed.PREFIX) @DefaultValue("泰姜专督") String inspection,
		@Setting(value = "社情民意信息的机关代字", allowed = Allowed.PREFIX) @DefaultValue("泰姜协信") String opinionReport,
		@Setting(value = "提案的机关代字", allowed = Allowed.PREFIX) @DefaultValue("泰姜协提") String proposal,
		@Setting(value = "参阅件的机关代字", allowed = Allowed.PREFIX) @DefaultValue("泰姜参阅") String reference,
		@Setting(value = "销号单的机关代字", allowed = Allowed.PREFIX) @DefaultValue("泰姜销") String closing) {

	/** @throws StartRefused if two kinds have the same prefix */
	Prefixes {
		Map<String, String> kinds = new HashMap<>();
		once(kinds, "submission", submission);
		once(kinds, "assignment", assignment);
		once(kinds, "reply", reply);
		once(kinds, "supervision", supervision);
		once(kinds, "inspection", inspection);
		once(kinds, "opinion-report", opinionReport);
		once(kinds, "proposal", proposal);
		once(kinds, "reference", reference);
		once(kinds, "closing", closing);
	}

	private static void once(Map<String, String> kinds, String kind, String prefix) {
		String another = kinds.putIfAbsent(prefix, kind);
		if (another != null) {
			throw new StartRefused("配置 bihuan.numbers." + kind + "=" + prefix + " 与 bihuan.numbers." + another + " 相同，文号会重复，请改用别的代字。");
		}
	}
}
