package org.bihuan;

import java.util.List;
import java.util.Set;

import org.bihuan.document.AttachmentRules;
import org.bihuan.document.Evidence;
import org.bihuan.document.FileType;
import org.bihuan.document.ReplyPapers;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.unit.DataSize;

/** A place that seals electronically, without an application of its own. */
public final class ElectronicSeals {

	private static final AttachmentRules RULES = new AttachmentRules(List.of(FileType.PDF), DataSize.ofMegabytes(1), "",
			Set.of(Evidence.Kind.LOOK_BACK_EVIDENCE), DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), DataSize.ofMegabytes(1));

	private ElectronicSeals() {
	}

	/** Sealed electronically as long as this runs. */
	public static void during(ReplyPapers papers, Runnable runs) {
		Object rules = ReflectionTestUtils.getField(papers, "rules");
		ReflectionTestUtils.setField(papers, "rules", RULES);
		try {
			runs.run();
		}
		finally {
			ReflectionTestUtils.setField(papers, "rules", rules);
		}
	}
}
