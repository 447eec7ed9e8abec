package org.bihuan.calendar;

/** 亮灯: how close a deadline is. {@link LightPolicy} says when which one is on. */
public enum Light {

	GREEN("绿"), YELLOW("黄"), RED("红");

	private final String label;

	Light(String label) {
		this.label = label;
	}

	/** The Chinese word of the ledger's 亮灯 column. */
	public String label() {
		return label;
	}
}
