package org.bihuan.terms;

/** What the unit says it will do (办理意见). */
public enum ReplyDecision implements Term {

	ADOPTED("adopted", "采纳并答复"), REFERENCE("reference", "无法采纳或不宜采纳"), COMPLEX("complex", "复杂难办，不能按期答复"), EXTENSION("extension", "申请延期");

	private final String code;
	private final String label;

	ReplyDecision(String code, String label) {
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
