package org.bihuan.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The one check of a set of models, the same at start, at the command line, at an upload and at a deployment: everything that is wrong, at once.
 */
public final class ModelCheck {

	private ModelCheck() {
	}

	/** @return nothing when the set is sound */
	public static List<Problem> problems(ModelSet set) {
		List<Problem> problems = new ArrayList<>();
		for (String needed : ModelSet.packaged().files().keySet()) {
			if (!set.files().containsKey(needed)) {
				problems.add(new Problem(needed, "", "", "缺少这个文件。请把文件夹完整复制后再修改。"));
			}
		}
		return problems;
	}
}
