package org.bihuan.terms;

/** Who passes a report: 多层把关, then 主席会议. */
public enum ReviewLevel implements Term {

	HEAD("head", "专委会主任"), OFFICE("office", "政协办"), DEPUTY_CHAIR("deputy-chair", "分管副主席"), CHAIR_MEETING("chair-meeting", "主席会议");

	private final String code;
	private final String label;

	ReviewLevel(String code, String label) {
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
