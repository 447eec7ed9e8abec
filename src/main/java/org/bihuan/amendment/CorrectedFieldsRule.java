package org.bihuan.amendment;

import org.bihuan.ledger.Corrections;
import org.bihuan.model.Findings;
import org.bihuan.model.Form;
import org.bihuan.model.Models;
import org.bihuan.model.Rule;

/** What may be corrected (更正) is still asked for by the form that asked for it first: its rules hold for what replaces it. */
public final class CorrectedFieldsRule implements Rule {

	@Override
	public void check(Models models, Findings findings) {
		for (Corrections.Field field : Corrections.Field.values()) {
			Form form = field.form() == null ? null : models.form(field.form());
			if (form != null && form.field(field.key()) == null) {
				findings.of(form.file(), "", field.key(), "没有了栏目 " + field.key() + "，更正“" + field.label() + "”时要按它检查。请把这一栏放回来，名称和字数可以改。");
			}
		}
	}
}
