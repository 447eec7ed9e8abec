package org.bihuan.terms;

/** What an assignment is converted into, and what it is called that it is used as such. */
public enum ConversionKind implements Term {

	OPINION_REPORT("opinion-report", "社情民意信息", "录用"), PROPOSAL("proposal", "提案", "立案"), REFERENCE("reference", "参阅件", "签发");

	private final String code;
	private final String label;
	private final String use;

	ConversionKind(String code, String label, String use) {
		this.code = code;
		this.label = label;
		this.use = use;
	}

	@Override
	public String code() {
		return code;
	}

	@Override
	public String label() {
		return label;
	}

	/** 录用, 立案, 签发. */
	public String use() {
		return use;
	}
}
