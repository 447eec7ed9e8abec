package org.bihuan.draft;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 清理未提交的文字: each morning what has been kept long enough goes. */
@Component("forgetDrafts")
class ForgetDrafts implements JavaDelegate {

	private final Drafts drafts;

	ForgetDrafts(Drafts drafts) {
		this.drafts = drafts;
	}

	@Override
	public void execute(DelegateExecution execution) {
		drafts.forgetOld();
	}
}
