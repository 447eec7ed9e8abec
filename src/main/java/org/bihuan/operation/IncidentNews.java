package org.bihuan.operation;

import org.bihuan.engine.time.GivenUp;
import org.bihuan.telling.News;
import org.bihuan.telling.Telling;
import org.bihuan.terms.Occasion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the administrators of what the engine has given up, at once and once, however often it is tried again. Of a letter that was not delivered
 * they are told in the list alone: a letter about it would not be delivered either, and each that is not would be another.
 */
@Component
class IncidentNews {

	private static final Logger LOG = LoggerFactory.getLogger(IncidentNews.class);
	private static final int LONGEST = 500;

	private final Troubles troubles;
	private final Telling telling;

	IncidentNews(Troubles troubles, Telling telling) {
		this.troubles = troubles;
		this.telling = telling;
	}

	/** At the end of the transaction: before that, the engine has not written what there is to tell of. */
	@EventListener
	void hear(GivenUp given) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void beforeCommit(boolean readOnly) {
				troubles.ofJob(given.job()).ifPresent(IncidentNews.this::tell);
			}
		});
	}

	private void tell(Trouble one) {
		String where = one.diagram() + (one.step().isEmpty() ? "" : "的“" + one.step() + "”");
		String what = one.what().length() > LONGEST ? one.what().substring(0, LONGEST) + "…" : one.what();
		String text = (one.number().isEmpty() ? "" : one.number() + " ") + where + "没有办成，停在原处：" + what + " 请在“故障”页里处理。";
		try {
			telling.tell(News.of(one.ofMail() ? Occasion.MAIL_STUCK : Occasion.STEP_STUCK, "stuck/" + one.job(), one.outcomeId(), one.assignmentId(),
					text));
		}
		catch (IllegalStateException noTable) {
			// that it is stuck must stand, also where nobody can be told
			LOG.error("没能告知系统管理员：{}", text, noTable);
		}
	}
}
