package org.bihuan.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

import org.bihuan.ledger.Point;
import org.bihuan.terms.Party;
import org.bihuan.terms.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The look-backs while an assignment is in progress, and what the model asks of them. */
@Component("tracking")
public class Tracking {

	private final JdbcClient jdbc;
	private final Clock clock;

	Tracking(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Opens a look at the progress, for which both parties sign.
	 *
	 * @return its id, as a string
	 */
	public String begin(String assignmentId) {
		jdbc.sql("insert into tracking (assignment_id, due_on) values (?, ?)").params(assignmentId, LocalDate.now(clock)).update();
		return String.valueOf(jdbc.sql("select max(id) from tracking where assignment_id = ?").param(assignmentId).query(Long.class).single());
	}

	/** What the models of 1.0.0 call: the same. Their cases open another pair each day, as they were drawn. */
	public String latest(String assignmentId) {
		return begin(assignmentId);
	}

	/** The day on which the one that was opened last was opened; there must be one. */
	LocalDate latestDay(String assignmentId) {
		return jdbc.sql("select max(due_on) from tracking where assignment_id = ?").param(assignmentId).query(LocalDate.class).single();
	}

	/** Whether the pair that was opened last still lacks a signature: then no other is opened. */
	public boolean isOpen(String assignmentId) {
		return !unsigned(assignmentId).isEmpty();
	}

	/** Who of the pair that was opened last has not signed; empty before the first, and when both have. */
	List<Party> unsigned(String assignmentId) {
		return jdbc.sql("select max(id) from tracking where assignment_id = ?").param(assignmentId).query(Long.class).optional()
				.map(latest -> Stream.of(Party.COMMITTEE, Party.SUPERVISION).filter(party -> !signed(latest).contains(party.code())).toList())
				.orElse(List.of());
	}

	private List<String> signed(long trackingId) {
		return jdbc.sql("select party from tracking_signature where tracking_id = ?").param(trackingId).query(String.class).list();
	}

	/** 进展是否正常: both parties say so; a disagreement or a missing word is a delay. */
	public boolean onTrack(String trackingId) {
		List<Boolean> signed = jdbc.sql("select on_track from tracking_signature where tracking_id = ?").param(Long.valueOf(trackingId))
				.query(Boolean.class).list();
		return CheckingPolicy.agreed(signed);
	}

	List<String> signers(String trackingId) {
		return jdbc.sql("select signed_by from tracking_signature where tracking_id = ?").param(Long.valueOf(trackingId)).query(String.class).list();
	}

	/** What those who found a delay saw, each with who it was. */
	List<String> delays(String trackingId) {
		record Delay(Party party, String siteCheck) {
		}
		return jdbc.sql("select party, site_check from tracking_signature where tracking_id = ? and not on_track order by party")
				.param(Long.valueOf(trackingId)).query(Rows.of(Delay.class)).list().stream()
				.map(one -> one.party().label() + "：" + one.siteCheck().replaceFirst("[。；]$", "")).toList();
	}

	void sign(String trackingId, Party party, OnTrack onTrack, String siteCheck, List<Point> evidence, String actor) {
		jdbc.sql("""
				insert into tracking_signature (tracking_id, party, on_track, site_check, signed_by, signed_at)
				values (?, ?, ?, ?, ?, ?)""")
				.params(Long.valueOf(trackingId), party.code(), onTrack == OnTrack.YES, siteCheck, actor, OffsetDateTime.now(clock)).update();
		evidence.forEach(point -> jdbc.sql("insert into tracking_evidence (tracking_id, party, suggestion_id, text) values (?, ?, ?, ?)")
				.params(Long.valueOf(trackingId), party.code(), point.suggestionId(), point.text()).update());
	}
}
