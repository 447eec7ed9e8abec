package org.bihuan.search;

import org.bihuan.terms.Term;

/** What is searched, and who reads it: the same who reads it on the outcome's page. */
public enum SearchKind implements Term {

	TITLE("title", "名称", Readers.OF_THE_CASE, ""),
	REPORT("report", "报告", Readers.OF_THE_WHOLE, "says"),
	SUGGESTION("suggestion", "建议", Readers.OF_THE_SUGGESTION, "says"),
	OPINION("opinion", "征求意见", Readers.OF_THE_WHOLE, "timeline"),
	INSTRUCTION("instruction", "批示", Readers.OF_THE_CASE, "instructions"),
	REQUIREMENT("requirement", "办理要求", Readers.OF_THE_ASSIGNMENT, ""),
	CO_OPINION("co-opinion", "协办意见", Readers.OF_THE_ASSIGNMENT, ""),
	REPLY("reply", "答复", Readers.OF_THE_ASSIGNMENT, ""),
	IMPLEMENTATION("implementation", "落实报告", Readers.OF_THE_ASSIGNMENT, ""),
	LOOK_BACK("look-back", "回头看", Readers.OF_THE_ASSIGNMENT, ""),
	RATING("rating", "评价", Readers.OF_THE_ASSIGNMENT, ""),
	MEETING("meeting", "面商", Readers.OF_THE_ASSIGNMENT, "");

	/** Whose eyes a text is for. */
	enum Readers {
		/** Everybody who sees any of the case. */
		OF_THE_CASE,
		/** Who sees all of it. */
		OF_THE_WHOLE,
		/** Who sees the assignment. */
		OF_THE_ASSIGNMENT,
		/** Who sees all of the case, or an assignment that answers the suggestion. */
		OF_THE_SUGGESTION
	}

	private final String code;
	private final String label;
	private final Readers readers;
	private final String section;

	SearchKind(String code, String label, Readers readers, String section) {
		this.code = code;
		this.label = label;
		this.readers = readers;
		this.section = section;
	}

	@Override
	public String code() {
		return code;
	}

	@Override
	public String label() {
		return label;
	}

	Readers readers() {
		return readers;
	}

	/** Where the outcome's page has it, unless it stands with an assignment; empty for its head. */
	public String section() {
		return section;
	}
}
