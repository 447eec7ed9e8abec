package org.bihuan.document;

import org.bihuan.settings.Allowed;
import org.bihuan.settings.Setting;
import org.bihuan.settings.StartRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the 报送件 is, as an upward paper (上行文) after 《党政机关公文处理工作条例》: a 报告 holds no request, a 请示 has one recipient, and neither is sent to a
 * leader by name; another organ above is told by 抄送.
 *
 * @param phone of who can be asked about it; a 请示 must name one
 */
@ConfigurationProperties("bihuan.submission")
public record SubmissionPaper(
		@Setting(value = "报送件的文种：report 是报告，不夹带请示事项；request 是请示", allowed = Allowed.ONE_OF) @DefaultValue("report") Form form,
		@Setting(value = "报送件主送哪一个机关：party 是区委，government 是区政府；另一个抄送", allowed = Allowed.ONE_OF) @DefaultValue("party") Recipient recipient,
		@Setting(value = "报送件附注里的联系电话，文种是请示时必填", allowed = Allowed.PHONE_OR_NOTHING) @DefaultValue("") String phone) {

	/** 文种. */
	public enum Form {
		REPORT, REQUEST
	}

	/** 主送机关. */
	public enum Recipient {
		PARTY, GOVERNMENT
	}

	/** @throws StartRefused for a 请示 without a phone */
	public SubmissionPaper {
		if (form == Form.REQUEST && phone.isBlank()) {
			throw new StartRefused("配置 bihuan.submission.form=request 时，请示的附注要写明联系人的姓名和电话，请填写 bihuan.submission.phone。");
		}
	}

	/** The paper's title for an outcome. */
	public String title(String outcome) {
		return switch (form) {
			case REPORT -> "关于报送《" + outcome + "》的报告";
			case REQUEST -> "关于《" + outcome + "》有关建议的请示";
		};
	}
}
