package org.bihuan.terms;

/** How a topic is looked into. */
public enum ResearchKind implements Term {

	GROUP_VISIT("group-visit", "集中调研"), SINGLE_VISIT("single-visit", "个别走访"), SYMPOSIUM("symposium", "座谈会");

	private final String code;
	private final String label;

	ResearchKind(String code, String label) {
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
