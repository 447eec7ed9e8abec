package org.bihuan.terms;

/** How somebody is told. Every notice stands in the list of notices; a further channel carries it there besides. */
public enum Channel implements Term {

	LIST("list", "系统通知"), MAIL("mail", "系统通知和邮件");

	private final String code;
	private final String label;

	Channel(String code, String label) {
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
