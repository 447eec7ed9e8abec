package org.bihuan.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.bihuan.BihuanApplication;

/** Outcomes of every sort, written straight into the tables of a database of a test's own: the same ones for the same seed. */
final class ManyOutcomes {

	static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
	static final List<String> COMMITTEES = List.of("committee-tian", "committee-jingke", "committee-chengxiang", "committee-shefa",
			"committee-jiaowei", "committee-wenshi");
	/** As a district has them: departments, and towns and streets. */
	static final List<String> UNITS = Stream.concat(
			Stream.of("unit-gongan", "unit-caizheng", "unit-nongye", "unit-jiaoyu", "unit-minzheng", "unit-zhujian", "unit-fagai",
					"unit-weijian", "unit-gongxin", "unit-shangwu", "unit-jiaotong", "unit-jinrong"),
			IntStream.rangeClosed(1, 48).mapToObj(number -> "unit-town" + number)).toList();
	private static final String BACKGROUND = "对照区委中心工作，经集中调研、个别走访和座谈会了解，有关方面的底数、做法和困难需要进一步摸清。".repeat(10);
	private static final String REQUIREMENT = "请对照建议逐条研究，明确责任人和完成时限，两个月内书面答复，落实后报告三办。";
	private static final String[] PLACES = { "乡村", "社区", "园区", "学校", "河道", "老旧小区", "派出所", "产业链", "养老机构", "古镇" };
	private static final String[] MATTERS = { "改造", "治理", "振兴", "培育", "共享", "提档升级", "长效管理", "数字化" };
	private static final String[] STATES = { "ASSIGNED", "RECEIVED", "OVERDUE", "CONVERTING", "REPLIED", "IMPLEMENTED", "VERIFIED", "CONVERTED" };
	private static final String[] SATISFACTION = { "satisfied", "satisfied", "satisfied", "fair", "unsatisfied", "none" };
	private static final int MEMBERS = 200;
	private static final int SPREAD_OVER_DAYS = 3650;

	private final Random random;
	private final Connection connection;

	private ManyOutcomes(Connection connection, long seed) {
		this.connection = connection;
		this.random = new Random(seed);
	}

	static void write(DataSource database, int outcomes, long seed) {
		try (Connection connection = database.getConnection()) {
			connection.setAutoCommit(false);
			new ManyOutcomes(connection, seed).write(outcomes);
			connection.commit();
		}
		catch (SQLException failed) {
			throw new IllegalStateException(failed);
		}
	}

	private void write(int outcomes) throws SQLException {
		List<Object[]> outcome = new ArrayList<>();
		List<Object[]> member = new ArrayList<>();
		List<Object[]> instruction = new ArrayList<>();
		List<Object[]> assignment = new ArrayList<>();
		List<Object[]> unit = new ArrayList<>();
		List<Object[]> lookBack = new ArrayList<>();
		List<Object[]> satisfaction = new ArrayList<>();
		List<Object[]> conversion = new ArrayList<>();
		List<Object[]> reassignment = new ArrayList<>();
		List<Object[]> inspection = new ArrayList<>();
		for (int number = 1; number <= outcomes; number++) {
			LocalDate registered = TODAY.minusDays((long) SPREAD_OVER_DAYS * (outcomes - number) / outcomes);
			String id = "CG" + registered.getYear() + "-" + number;
			String state = pick(0.06) ? "FORMATION"
					: pick(0.03) ? "SUBMISSION" : pick(0.03) ? "ASSIGNMENT" : pick(0.02) ? "ENDED" : pick(0.02) ? "CLOSED" : "HANDLING";
			boolean submitted = !state.equals("FORMATION") && !state.equals("ENDED");
			boolean handled = state.equals("HANDLING");
			String closing = state.equals("CLOSED") ? "no-assignment" : handled && pick(0.5) ? pick(0.85) ? "implemented" : "converted" : null;
			String title = one(PLACES) + one(MATTERS) + "第" + number + "号";
			outcome.add(new Object[] { id, "p" + number, title, "research", one(COMMITTEES), BACKGROUND, closing != null ? "CLOSED" : state,
					submitted ? "泰姜协成〔" + registered.getYear() + "〕" + number + "号" : null, submitted ? registered.plusDays(30) : null,
					"chengxiang1",
					at(registered.plusDays(0), number), closing });
			for (int place = 0; place < 2; place++) {
				member.add(new Object[] { id, "weiyuan" + (1 + (number + place * 3) % MEMBERS) });
			}
			for (int place = random.nextInt(3); place > 0 && submitted; place--) {
				instruction.add(new Object[] { id, "shuji1", pick(0.8) ? "written" : "seen", registered.plusDays(35), "请研究办理" });
			}
			for (int seq = 1; handled && seq <= 1 + random.nextInt(2); seq++) {
				assign(id, seq, registered.plusDays(40), closing, assignment, unit, lookBack, satisfaction, conversion, reassignment, inspection);
			}
		}
		insert("outcome (id, process_instance_id, title, kind, committee, background, state, submission_no, submitted_on, "
				+ "registered_by, registered_at, closing)",
				outcome);
		insert("outcome_member (outcome_id, member)", member);
		insert("instruction (outcome_id, leader, state, written_on, words)", instruction);
		insert("assignment (id, outcome_id, seq, requirement, lead_unit, state, assigned_by, assigned_at, received_on, due_on, promised_on, "
				+ "replied_on, reply_class, closed_on)",
				assignment);
		insert("assignment_unit (assignment_id, unit)", unit);
		insert("look_back (assignment_id, look_round, party, in_place, evidence, site_check, signed_by, signed_at)", lookBack);
		insert("satisfaction (assignment_id, look_round, party, state, process, result, limit_on)", satisfaction);
		insert("conversion (assignment_id, kind, state, number)", conversion);
		insert("reassignment (assignment_id, from_unit, proposed_unit, reason, asked_by, to_unit, decided_by)", reassignment);
		insert("inspection (assignment_id, number, opened_on, opened_by, reason)", inspection);
		change("update assignment set extended_on = due_on + 20 where due_on is not null and mod(extract(day from due_on), 5) = 0");
		change("update assignment set next_look_back_on = cast(replied_on + interval '40' day as date) where replied_on > date '2026-04-15'");
		change("update assignment set state = 'WITHDRAWN', closed_on = null where seq = 2 and state in ('RECEIVED', 'OVERDUE')");
		change("update outcome set state = 'CLOSED', closing = 'withdrawn' where submitted_on is not null and closing is null "
				+ "and mod(cast(substring(process_instance_id from 2) as integer), 29) = 0");
		change("update assignment set state = 'WITHDRAWN', closed_on = null "
				+ "where outcome_id in (select id from outcome where closing = 'withdrawn')");
	}

	private void change(String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.executeUpdate(sql);
		}
	}

	private void assign(String outcome, int seq, LocalDate assigned, String closing, List<Object[]> assignment, List<Object[]> unit,
			List<Object[]> lookBack,
			List<Object[]> satisfaction, List<Object[]> conversion, List<Object[]> reassignment, List<Object[]> inspection) {
		String id = outcome + "-" + seq;
		boolean old = assigned.isBefore(TODAY.minusDays(120));
		String state = "converted".equals(closing) ? "CONVERTED"
				: closing != null ? "VERIFIED" : old && !pick(0.05) ? STATES[3 + random.nextInt(5)] : one(STATES);
		boolean received = !state.equals("ASSIGNED");
		LocalDate receivedOn = received ? assigned.plusDays(random.nextInt(4)) : null;
		LocalDate dueOn = received ? receivedOn.plusDays(61) : null;
		boolean replied = List.of("REPLIED", "IMPLEMENTED", "VERIFIED").contains(state);
		LocalDate repliedOn = replied ? receivedOn.plusDays(20 + random.nextInt(50)) : null;
		String lead = one(UNITS);
		assignment.add(new Object[] { id, outcome, seq, REQUIREMENT, lead, state, "zhengfu1", at(assigned, seq), receivedOn, dueOn,
				received && pick(0.1) ? dueOn.plusDays(30) : null, repliedOn, replied ? one("A", "B", "C") : null,
				state.equals("VERIFIED") || state.equals("CONVERTED") ? receivedOn.plusDays(150) : null });
		String co = one(UNITS);
		if (!co.equals(lead)) {
			unit.add(new Object[] { id, co });
		}
		if (state.equals("VERIFIED") || (replied && pick(0.3))) {
			int rounds = 1 + random.nextInt(2);
			for (int round = 1; round <= rounds; round++) {
				for (String party : List.of("committee", "supervision")) {
					lookBack.add(new Object[] { id, round, party, round == rounds && pick(0.8), "现场查看", "查看", party + "-signer",
							at(receivedOn.plusDays(100L + round * 20L), round) });
				}
				for (String party : pick(0.8) ? List.of("committee-jingke", "weiyuan1", "weiyuan2") : List.<String>of()) {
					boolean given = pick(0.8);
					satisfaction.add(new Object[] { id, round, party, given ? "given" : "silent", given ? one(SATISFACTION) : null,
							given ? one(SATISFACTION) : null,
							receivedOn.plusDays(120L + round * 20L) });
				}
			}
		}
		if (state.equals("CONVERTED") || state.equals("CONVERTING") || pick(0.02)) {
			conversion.add(new Object[] { id, one("opinion-report", "proposal", "reference"),
					state.equals("CONVERTED") ? "accepted" : state.equals("CONVERTING") ? "open" : "refused",
					state.equals("CONVERTED") ? "号" + id : null });
		}
		for (int times = pick(0.05) ? 1 + random.nextInt(2) : 0; times > 0; times--) {
			reassignment.add(new Object[] { id, one(UNITS), lead, "不属本单位", "gongan1", lead, "zhengfu1" });
		}
		if (seq == 2 && pick(0.1)) {
			reassignment.add(new Object[] { id, one(UNITS), lead, "职能已划转", "zhengfu1", lead, "zhengfu1" });
		}
		if (pick(0.02)) {
			inspection.add(new Object[] { id, "督" + id, TODAY, "dukao1", "限期完成" });
		}
	}

	private void insert(String table, List<Object[]> rows) throws SQLException {
		String columns = table.replaceAll("[^,]", "") + ",";
		try (PreparedStatement statement = connection
				.prepareStatement("insert into " + table + " values (" + columns.replace(",", ", ?").substring(2) + ")")) {
			for (Object[] row : rows) {
				for (int place = 0; place < row.length; place++) {
					statement.setObject(place + 1, row[place]);
				}
				statement.addBatch();
			}
			statement.executeBatch();
		}
	}

	private static OffsetDateTime at(LocalDate day, int second) {
		return day.atTime(LocalTime.of(9, 0)).plusSeconds(second).atZone(BihuanApplication.ZONE).toOffsetDateTime();
	}

	private boolean pick(double share) {
		return random.nextDouble() < share;
	}

	private String one(String... of) {
		return of[random.nextInt(of.length)];
	}

	private String one(List<String> of) {
		return of.get(random.nextInt(of.size()));
	}
}
