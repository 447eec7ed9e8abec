package org.bihuan.model.rules;

import org.bihuan.model.Decisive;
import org.bihuan.model.Findings;
import org.bihuan.model.Models;
import org.bihuan.model.NoticeTable;
import org.bihuan.model.Roles;
import org.bihuan.model.Rule;

/** What the program knows an element by, which fields decide, and whom the table of notices tells: each asked where it is known. */
public final class RolesRule implements Rule {

	@Override
	public void check(Models models, Findings findings) {
		Roles.problems(models.withoutCopies()).forEach(findings::add);
		Decisive.problems(models.withoutCopies().files()).forEach(findings::add);
		models.withoutCopies().files().forEach((file, bytes) -> {
			if (file.endsWith(".dmn")) {
				NoticeTable.wrong(file, bytes).forEach(findings::add);
			}
		});
	}
}
