package org.bihuan.document;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.terms.Term;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a rule needs evidence, the task is not completed without an attachment that was uploaded in this very task. */
@Component
public class Evidence {

	/** What the rule wants to see; {@code bihuan.attachments.required} names those that are asked for. */
	public enum Kind implements Term {

		SIGNED_REPLY("signed-reply", "签章的答复函扫描件"), INSTRUCTION_SCAN("instruction-scan", "领导批示的扫描件"),
		LOOK_BACK_EVIDENCE("look-back-evidence", "回头看的佐证材料（现场照片、单据等）");

		private final String code;
		private final String label;

		Kind(String code, String label) {
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
	}

	private final JdbcClient jdbc;
	private final AttachmentRules rules;

	Evidence(JdbcClient jdbc, AttachmentRules rules) {
		this.jdbc = jdbc;
		this.rules = rules;
	}

	/** @throws Refusal unless something that was not withdrawn was uploaded in this task, or this kind of evidence is not asked for here */
	public void require(String taskId, Kind kind) {
		Attachments.lockTask(jdbc, taskId);
		int uploaded = jdbc.sql("select count(*) from attachment a where a.task_id = ? "
				+ "and not exists (select 1 from attachment_withdrawal w where w.attachment_id = a.id)").param(taskId).query(Integer.class).single();
		Refusal.when(EvidencePolicy.refusal(kind, rules.required(), uploaded));
	}
}
