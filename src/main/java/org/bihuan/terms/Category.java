package org.bihuan.terms;

/** What a 批示 is about; 政协办 sorts by it. */
public enum Category implements Term {

	DEVELOPMENT("development", "经济发展"), AGRICULTURE("agriculture", "农业农村"), URBAN("urban", "城乡建设"), LIVELIHOOD("livelihood", "民生事业"),
	GOVERNANCE("governance", "社会治理"), CULTURE("culture", "文化文史"), OTHER("other", "其他");

	private final String code;
	private final String label;

	Category(String code, String label) {
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
