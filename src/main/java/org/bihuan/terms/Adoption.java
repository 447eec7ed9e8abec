package org.bihuan.terms;

/** By whom a 社情民意信息 is used (录用情况). */
public enum Adoption implements Term {

	DISTRICT("district", "区政协录用"), CITY("city", "报送市政协并录用"), PROVINCE("province", "报送省政协并录用"), NATIONAL("national", "报送全国政协并录用");

	private final String code;
	private final String label;

	Adoption(String code, String label) {
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
