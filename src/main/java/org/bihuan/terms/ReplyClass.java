package org.bihuan.terms;

/** The class of a reply (结果分类), and later of what came of it (跟踪结果分类). */
public enum ReplyClass implements Term {

	A("A", "已解决或基本解决"), B("B", "列入计划或部分解决"), C("C", "受限或留作参考");

	private final String code;
	private final String meaning;

	ReplyClass(String code, String meaning) {
		this.code = code;
		this.meaning = meaning;
	}

	@Override
	public String code() {
		return code;
	}

	/** The letter and what it means. */
	@Override
	public String label() {
		return code + " " + meaning;
	}

	/** Without the letter. */
	public String meaning() {
		return meaning;
	}
}
