package org.bihuan.web.pages;

import org.bihuan.model.ModelEdit;
import org.bihuan.model.ModelSet;

/** The changes that {@code /help/analyst} makes step by step: edits in the jar, which a test puts in force among cases that run. */
enum WorkedChange {

	LEGAL_REVIEW("legal-review", "批示之前加一步法制审核"),
	REMINDERS("reminders", "到期前 20 天、10 天、3 天催办"),
	SIX_WEEKS("six-weeks", "一类成果六周答复"),
	NEW_COMMITTEE("new-committee", "新设一个专委会"),
	NEW_FIELD("new-field", "多填一栏，页面上看得见，文书里印出来"),
	OVERDUE_TOLD("overdue-told", "答复逾期多告知一方");

	private static final String FOLDER = "help/analyst";

	private final String code;
	private final String title;

	WorkedChange(String code, String title) {
		this.code = code;
		this.title = title;
	}

	/** In addresses, and the name of its edit. */
	String code() {
		return code;
	}

	String title() {
		return title;
	}

	/** What it comes to, in Chinese. */
	String sentence() {
		return edit().sentence();
	}

	/** @throws ModelEdit.NotThere where what it changes is not in the set, or is no longer what it was */
	ModelSet applied(ModelSet set) {
		return edit().applied(set);
	}

	private ModelEdit edit() {
		return ModelEdit.packaged(FOLDER, code);
	}
}
