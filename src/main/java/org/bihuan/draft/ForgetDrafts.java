package org.bihuan.draft;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 清理未提交的文字: each morning what has been kept long enough goes, and so do the keys of the forms that were handed in. */
@Component("forgetDrafts")
class ForgetDrafts implements JavaDelegate {

	private final Drafts drafts;
	private final SentForms sent;

	ForgetDrafts(Drafts drafts, SentForms sent) {
		this.drafts = drafts;
		this.sent = sent;
	}

	@Override
	public void execute(DelegateExecution execution) {
		drafts.forgetOld();
		sent.forgetOld();
	}
}
