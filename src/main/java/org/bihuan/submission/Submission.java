package org.bihuan.submission;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.engine.time.TaskLimits;
import org.bihuan.identity.Organisation;
import org.bihuan.identity.Posts;
import org.bihuan.ledger.Correctable;
import org.bihuan.ledger.Corrections.Field;
import org.bihuan.terms.CheckStep;
import org.bihuan.terms.InstructionState;
import org.bihuan.terms.ProcessKeys;
import org.bihuan.terms.Rows;
import org.bihuan.terms.TaskKeys;
import org.bihuan.terms.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The submission's part of the ledger, and what its models ask. */
@Component("submission")
public class Submission implements Correctable {

	private final JdbcClient jdbc;
	private final Clock clock;
	private final WorkingDays workingDays;
	private final TaskLimits limits;

	private final Posts posts;

	Submission(JdbcClient jdbc, Clock clock, WorkingDays workingDays, TaskLimits limits, Posts posts) {
		this.posts = posts;
		this.jdbc = jdbc;
		this.clock = clock;
		this.workingDays = workingDays;
		this.limits = limits;
	}

	record Instruction(long id, String outcomeId, String leader, InstructionState state, LocalDate writtenOn, String words, LocalDate limitOn,
			String category, String committee, OffsetDateTime enteredAt) {
	}

	/** Ids of the instructions still asked for; empty when no leader was addressed, which the model routes. */
	public List<String> askedIds(String outcomeId) {
		return jdbc.sql("select id from instruction where outcome_id = ? and state = ? order by id")
				.params(outcomeId, InstructionState.ASKED.code())
				.query(Long.class).list().stream().map(String::valueOf).toList();
	}

	public boolean hasLeaders(String outcomeId) {
		return !askedIds(outcomeId).isEmpty();
	}

	/** Whether there is an instruction with words that nobody has sorted yet; 圈阅 has nothing to sort. */
	public boolean hasUnsorted(String outcomeId) {
		return !unsorted(outcomeId).isEmpty();
	}

	public String leader(String instructionId) {
		return instruction(instructionId).leader();
	}

	/** When a missing instruction is recorded as 未批示: 00:00 of the day after the limit. */
	public Date instructionLimit(String outcomeId) {
		LocalDate limit = jdbc.sql("select max(limit_on) from instruction where outcome_id = ? and state = ?")
				.params(outcomeId, InstructionState.ASKED.code())
				.query(LocalDate.class).single();
		return Date.from(ShanghaiTime.endOf(limit));
	}

	void ask(String outcomeId, List<String> leaders) {
		LocalDate limit = workingDays.after(LocalDate.now(clock), limits.workingDays(ProcessKeys.SUBMISSION, TaskKeys.ENTER_INSTRUCTION)).due();
		leaders.forEach(leader -> jdbc.sql("insert into instruction (outcome_id, leader, state, limit_on) values (?, ?, ?, ?)")
				.params(outcomeId, leader, InstructionState.ASKED.code(), limit).update());
	}

	Instruction instruction(String id) {
		return jdbc.sql("select * from instruction where id = ?").param(Long.valueOf(id)).query(Rows.of(Instruction.class)).single();
	}

	/** @param words null for 圈阅, which is no 批示 and is not counted */
	void write(String id, LocalDate writtenOn, String words, String actor) {
		require(actor, leader(id));
		jdbc.sql("update instruction set state = ?, written_on = ?, words = ?, entered_by = ?, entered_at = ? where id = ?")
				.params((words == null ? InstructionState.SEEN : InstructionState.WRITTEN).code(), writtenOn, words, actor,
						OffsetDateTime.now(clock), Long.valueOf(id))
				.update();
	}

	/** The leader himself, or 党政办公室 on his behalf. */
	private void require(String actor, String leader) {
		posts.require(actor, "批示", List.of(leader, Organisation.PARTY_OFFICE, Organisation.GOV_OFFICE));
	}

	void addLate(String outcomeId, String leader, LocalDate writtenOn, String words, String actor) {
		require(actor, leader);
		jdbc.sql("""
				insert into instruction (outcome_id, leader, state, written_on, words, entered_by, entered_at, late)
				values (?, ?, ?, ?, ?, ?, ?, true)""")
				.params(outcomeId, leader, InstructionState.WRITTEN.code(), writtenOn, words, actor, OffsetDateTime.now(clock)).update();
	}

	/** Whether the leader wrote just this on that day already. */
	boolean has(String outcomeId, String leader, LocalDate writtenOn, String words) {
		return jdbc.sql("select words from instruction where outcome_id = ? and leader = ? and state = ? and written_on = ?")
				.params(outcomeId, leader, InstructionState.WRITTEN.code(), writtenOn).query(String.class).list().contains(words);
	}

	int recordUnanswered(String outcomeId) {
		return jdbc.sql("update instruction set state = ? where outcome_id = ? and state = ?")
				.params(InstructionState.SILENT.code(), outcomeId, InstructionState.ASKED.code()).update();
	}

	List<Instruction> unsorted(String outcomeId) {
		return jdbc.sql("select * from instruction where outcome_id = ? and state = ? and committee is null order by id")
				.params(outcomeId, InstructionState.WRITTEN.code()).query(Rows.of(Instruction.class)).list();
	}

	void sort(long id, String category, String committee, String actor) {
		jdbc.sql("update instruction set category = ?, committee = ?, sorted_by = ? where id = ?").params(category, committee, actor, id)
				.update();
	}

	void check(String outcomeId, CheckStep step, Verdict verdict, String reason, String actor) {
		jdbc.sql("insert into submission_check (outcome_id, step, verdict, reason, checked_by, checked_at) values (?, ?, ?, ?, ?, ?)")
				.params(outcomeId, step.code(), verdict.code(), reason, actor, OffsetDateTime.now(clock)).update();
	}

	/** The reason of the latest check of a step, in words; empty when it did not send back. */
	String returned(String outcomeId) {
		return jdbc.sql("select coalesce(reason, '') from submission_check where outcome_id = ? and verdict = ? order by id desc")
				.params(outcomeId, Verdict.RETURN.code()).query(String.class).list().stream().findFirst().orElse("");
	}

	@Override
	public Set<Field> correctable() {
		return Set.of(Field.INSTRUCTION_WORDS, Field.INSTRUCTION_WRITTEN_ON);
	}

	@Override
	public String value(Field field, String row) {
		Instruction instruction = instruction(row);
		return field == Field.INSTRUCTION_WORDS ? instruction.words() : instruction.writtenOn().toString();
	}

	@Override
	public Optional<String> refusal(Field field, String row, String value) {
		return field != Field.INSTRUCTION_WRITTEN_ON ? Optional.empty()
				: InstructionPolicy.dated(LocalDate.parse(value),
						jdbc.sql("select o.submitted_on from outcome o join instruction i on i.outcome_id = o.id where i.id = ?")
								.param(Long.valueOf(row)).query(LocalDate.class).single(),
						LocalDate.now(clock));
	}

	@Override
	public void correct(Field field, String row, String value) {
		if (field == Field.INSTRUCTION_WORDS) {
			jdbc.sql("update instruction set words = ? where id = ?").params(value, Long.valueOf(row)).update();
		}
		else {
			jdbc.sql("update instruction set written_on = ? where id = ?").params(LocalDate.parse(value), Long.valueOf(row)).update();
		}
	}
}
