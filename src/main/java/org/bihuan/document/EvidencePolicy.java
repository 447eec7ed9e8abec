package org.bihuan.document;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which evidence has to be there before a task is completed: only its own, and only the kinds that are asked for in this place. */
final class EvidencePolicy {

	/** Where files of a task are uploaded, as the form calls it. */
	private static final String PLACE = "表单下方“本任务的附件”里";

	private EvidencePolicy() {
	}

	/**
	 * Why the task may not be completed, in Chinese with what to do; empty when it may.
	 *
	 * @param required the kinds that are asked for here
	 * @param uploaded what the files are that were uploaded in this very task
	 */
	static Optional<String> refusal(Evidence.Kind kind, Collection<Evidence.Kind> required, Collection<FileType> uploaded) {
		if (!required.contains(kind) || uploaded.stream().anyMatch(kind.types()::contains)) {
			return Optional.empty();
		}
		return Optional.of(uploaded.isEmpty() ? "请先在" + PLACE + "上传" + kind.label() + "，再提交。"
				: "本任务上传的附件都不是扫描件：" + kind.label() + "应为 "
						+ Stream.of(FileType.values()).filter(kind.types()::contains).map(FileType::ending).collect(Collectors.joining("、"))
						+ "，请在" + PLACE + "上传后再提交。");
	}
}
