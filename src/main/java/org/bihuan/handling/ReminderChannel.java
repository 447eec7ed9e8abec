package org.bihuan.handling;

import org.bihuan.terms.Term;

/** How: in the list of notices alone, or by mail as well. */
public enum ReminderChannel implements Term {

	NOTICE("notice", "通知"), MAIL("mail", "通知和邮件");

	private final String code;
	private final String label;

	ReminderChannel(String code, String label) {
		this.code = code;
		this.label = label;
	}

	@Override
	public String code() {
		return code;
	}

	@Override
	public String label() {
		return label;
	}
}
