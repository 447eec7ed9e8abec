package org.bihuan.document;

import java.util.List;
import java.util.Set;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.terms.Term;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a rule needs evidence, the task is not completed without an attachment that was uploaded in this very task. */
@Component
public class Evidence {

	/** What the rule wants to see; {@code bihuan.attachments.required} names those that are asked for. */
	public enum Kind implements Term {

		SIGNED_REPLY("signed-reply", "签章的答复函扫描件", FileType.SCANS), INSTRUCTION_SCAN("instruction-scan", "领导批示的扫描件", FileType.SCANS),
		LOOK_BACK_EVIDENCE("look-back-evidence", "回头看的佐证材料（现场照片、单据等）", Set.of(FileType.values()));

		private final String code;
		private final String label;
		private final Set<FileType> types;

		Kind(String code, String label, Set<FileType> types) {
			this.code = code;
			this.label = label;
			this.types = types;
		}

		/** What it may be: a scan is an image of paper, which nobody goes on writing in. */
		Set<FileType> types() {
			return types;
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

	private final JdbcClient jdbc;
	private final AttachmentRules rules;

	Evidence(JdbcClient jdbc, AttachmentRules rules) {
		this.jdbc = jdbc;
		this.rules = rules;
	}

	/** @throws Refusal unless something fit that was not withdrawn was uploaded in this task, or this kind of evidence is not asked for here */
	public void require(String taskId, Kind kind) {
		Attachments.lockTask(jdbc, taskId);
		List<FileType> uploaded = jdbc.sql("""
				select a.type from attachment a where a.task_id = ?
				and not exists (select 1 from attachment_withdrawal w where w.attachment_id = a.id)""").param(taskId)
				.query(String.class).list().stream().map(FileType::valueOf).toList();
		Refusal.when(EvidencePolicy.refusal(kind, rules.required(), uploaded));
	}
}
