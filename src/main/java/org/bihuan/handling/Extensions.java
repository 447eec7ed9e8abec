package org.bihuan.handling;

import java.time.LocalDate;
import java.util.List;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.engine.Refusal;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.ClockEntries;
import org.bihuan.ledger.ClockEntries.What;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 延期 [E]: where a place allows it, once, at most one month, asked for before the due date with a reason, decided by the offices.
 * The rule's own due day stays, so that a reply is judged against both.
 */
@Component
class Extensions {

	private final JdbcClient jdbc;
	private final Handling handling;
	private final RunningClocks runningClocks;
	private final ClockEntries clockEntries;

	Extensions(JdbcClient jdbc, Handling handling, RunningClocks runningClocks, ClockEntries clockEntries) {
		this.jdbc = jdbc;
		this.handling = handling;
		this.runningClocks = runningClocks;
		this.clockEntries = clockEntries;
	}

	/** @throws Refusal when the place allows none, it was asked for before, or the day is out of its bounds */
	void check(Assignment assignment, LocalDate until) {
		Refusal.unless(handling.mayAskForExtension(assignment), "现在不能申请延期：延期只能在到期前申请一次，且须由本地启用。");
		bounds(assignment, until);
	}

	private void bounds(Assignment assignment, LocalDate until) {
		Refusal.unless(until.isAfter(assignment.dueOn()), "“延期到”应晚于原到期日 " + assignment.dueOn() + "，请重新选择。");
		LocalDate latest = handling.latestExtension(assignment);
		Refusal.unless(!until.isAfter(latest), "延期最多一个月，不能晚于 " + latest + "，请重新选择。");
	}

	/** @param until the day agreed to; null refuses the request */
	void decide(String processInstanceId, Assignment assignment, LocalDate until, String decision, String actor) {
		Handling.Extension asked = handling.extension(assignment.id()).orElseThrow();
		handling.decideExtension(asked.id(), until == null ? "refused" : "agreed", decision, actor);
		if (until == null) {
			return;
		}
		bounds(assignment, until);
		jdbc.sql("update assignment set extended_on = ?, expires_at = ? where id = ?")
				.params(until, ShanghaiTime.startOf(until.plusDays(1)).atZone(ShanghaiTime.ZONE).toOffsetDateTime(), assignment.id()).update();
		clockEntries.add(assignment.id(), assignment.leadUnit(), What.EXTENDED, assignment.dueOn(), until, false,
				List.of("原到期日 " + assignment.dueOn() + "，申请理由：" + asked.reason(), "裁定延期到 " + until + "：" + decision));
		runningClocks.follow(processInstanceId, handling.assignment(assignment.id()));
	}
}
