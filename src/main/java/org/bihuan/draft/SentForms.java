package org.bihuan.draft;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.function.Supplier;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.engine.acting.FormKey;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.guard.SentOnce;
import org.bihuan.ledger.Hash;
import org.bihuan.terms.Rows;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Start forms that were handed in with a key, and what each has started: written first, in the transaction of the start, so that whoever sends the
 * same form at the same moment, to whichever node, waits here until it is known whether it was taken. Kept for some weeks: no browser repeats what
 * was sent so long ago.
 */
@Component
class SentForms implements SentOnce {

	private static final int DAYS = 30;

	private final JdbcClient jdbc;
	private final Clock clock;
	private final TransactionTemplate transaction;

	SentForms(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** What was sent, and what came of it. */
	private record Sent(String processKey, String answerSha256, OffsetDateTime sentAt, String instanceId, String definitionId, String businessKey,
			boolean ended) {
	}

	/** Not one of the lost races that are tried again. */
	private static final class Before extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Before() {
			super("sent before", null, false, false);
		}
	}

	@Override
	public ProcessInstance start(String account, FormKey key, String processKey, String answer, Supplier<ProcessInstance> start) {
		String hash = Hash.of(answer.getBytes(StandardCharsets.UTF_8));
		try {
			return transaction.execute(status -> {
				keep(account, key, processKey, hash);
				ProcessInstance started = start.get();
				jdbc.sql("update sent_form set instance_id = ?, definition_id = ?, business_key = ?, ended = ? where account = ? and form_key = ?")
						.params(started.getId(), started.getProcessDefinitionId(), started.getBusinessKey(), started.isEnded(), account, key.key())
						.update();
				return started;
			});
		}
		catch (Before repeated) {
			return before(account, key, processKey, hash);
		}
	}

	private void keep(String account, FormKey key, String processKey, String hash) {
		try {
			jdbc.sql("insert into sent_form (account, form_key, process_key, answer_sha256, sent_at) values (?, ?, ?, ?, ?)")
					.params(account, key.key(), processKey, hash, OffsetDateTime.now(clock)).update();
		}
		catch (DuplicateKeyException repeated) {
			throw new Before();
		}
	}

	private ProcessInstance before(String account, FormKey key, String processKey, String hash) {
		Sent sent = jdbc.sql("select * from sent_form where account = ? and form_key = ?").params(account, key.key()).query(Rows.of(Sent.class))
				.single();
		if (!sent.answerSha256().equals(hash) || !sent.processKey().equals(processKey)) {
			throw Refusal.overtaken("这张表单已于 " + ShanghaiTime.minute(sent.sentAt()) + " 提交并办理（" + sent.businessKey()
					+ "），这次改过的内容没有写入。请刷新页面查看；要改的请用“更正”，要再办一件的请重新打开表单。");
		}
		return new StartedBefore(sent.instanceId(), sent.definitionId(), sent.businessKey(), sent.ended());
	}

	/** What nobody sends a second time any more. */
	void forgetOld() {
		jdbc.sql("delete from sent_form where sent_at <= ?").param(OffsetDateTime.now(clock).minusDays(DAYS)).update();
	}
}
