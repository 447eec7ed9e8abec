package org.bihuan.terms;

/** What comes of 用印: the signed paper is sealed, or it has a fault. */
public enum Sealing implements Term {

	SEALED("sealed", "已用印，附签章扫描件"), FAULTY("faulty", "发现差错，退回重拟");

	private final String code;
	private final String label;

	Sealing(String code, String label) {
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
