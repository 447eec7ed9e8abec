package org.bihuan.terms;

/** How far a 批示 is that a leader is asked for. */
public enum InstructionState implements Term {

	ASKED("asked", "待批示"), WRITTEN("written", "已批示"), SEEN("seen", "圈阅"), SILENT("silent", "未批示");

	private final String code;
	private final String label;

	InstructionState(String code, String label) {
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
