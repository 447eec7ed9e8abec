package org.bihuan.terms;

/** How far it is with what somebody is asked for: an opinion on the draft, a 协办意见, a rating. */
public enum Asking implements Term {

	ASKED("asked", "待提出"), GIVEN("given", "已提出"), SILENT("silent", "到期未提出");

	private final String code;
	private final String label;

	Asking(String code, String label) {
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
