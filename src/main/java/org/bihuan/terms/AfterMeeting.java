package org.bihuan.terms;

/** What the offices decide after a 面商 (处置不满意). */
public enum AfterMeeting implements Term {

	SUPERVISE("supervise", "加强督办，限期再办"), CLOSE("close", "予以核查销号");

	private final String code;
	private final String label;

	AfterMeeting(String code, String label) {
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
