package org.bihuan.followup;

import org.bihuan.terms.Term;

/** What a look-back while in progress finds. */
public enum OnTrack implements Term {

	YES("yes", "正常推进"), NO("no", "进展迟缓");

	private final String code;
	private final String label;

	OnTrack(String code, String label) {
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
