package org.bihuan.terms;

/**
 * What a 批示 is about; 政协办 sorts by it. Which categories there are stands in the form 分送批示 and in the decision table 分送专委会, each its own
 * value in Chinese, so that an analyst adds one without Java. These are the codes by which the first ones were kept before: rows, forms, tables
 * and open tasks from then still say them.
 */
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

	/**
	 * What is kept and shown for what a form or a table says: the same, or what a former code means.
	 *
	 * @param written null for none
	 */
	public static String named(String written) {
		return Term.find(Category.class, written).map(Category::label).orElse(written);
	}
}
