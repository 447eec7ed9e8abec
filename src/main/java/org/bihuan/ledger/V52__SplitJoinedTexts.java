package org.bihuan.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.type.TypeReference;
import org.bihuan.json.Json;
import org.bihuan.terms.ReplyDecision;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * Before this version what was said about each suggestion was joined into one text, a line {@code CG2023-5-J1：…} each. Now each point
 * is a row of its own, and a reply's document names its points. Documents lose the word "null" where nothing was said.
 */
@Component
class V52__SplitJoinedTexts extends BaseJavaMigration {

	private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {
	};

	@Override
	public void migrate(Context context) throws SQLException {
		Connection database = context.getConnection();
		for (Joined one : read(database, "select cast(id as varchar), assignment_id, reply from reply_draft where decision = '"
				+ ReplyDecision.ADOPTED.code() + "'")) {
			split(database, one, "insert into reply_point (reply_id, suggestion_id, text) values (?, ?, ?)",
					"update reply_draft set reply = null where id = ?", Long.valueOf(one.id()));
		}
		for (Joined one : read(database, "select cast(id as varchar), assignment_id, report from implementation_report")) {
			split(database, one, "insert into measure (report_id, suggestion_id, text) values (?, ?, ?)",
					"update implementation_report set report = null where id = ?", Long.valueOf(one.id()));
		}
		for (Joined one : read(database, "select cast(id as varchar), assignment_id, evidence from look_back")) {
			split(database, one, "insert into look_back_evidence (look_back_id, suggestion_id, text) values (?, ?, ?)",
					"update look_back set evidence = null where id = ?", Long.valueOf(one.id()));
		}
		for (Joined one : read(database, """
				select cast(s.tracking_id as varchar) || ' ' || s.party, t.assignment_id, s.evidence from tracking_signature s
				join tracking t on t.id = s.tracking_id""")) {
			String[] key = one.id().split(" ");
			split(database, one, "insert into tracking_evidence (tracking_id, party, suggestion_id, text) values (?, ?, ?, ?)",
					"update tracking_signature set evidence = null where tracking_id = ? and party = ?", Long.valueOf(key[0]), key[1]);
		}
		for (Joined one : read(database, "select cast(id as varchar), assignment_id, content from document")) {
			document(database, one);
		}
	}

	/** @param suggestions of the assignment, in their order */
	private record Joined(String id, String text, List<Suggestion> suggestions) {
	}

	private record Suggestion(String id, int seq) {
	}

	private static List<Joined> read(Connection database, String sql) throws SQLException {
		Map<String, List<Suggestion>> suggestions = new LinkedHashMap<>();
		try (PreparedStatement query = database.prepareStatement("""
				select a.assignment_id, s.id, s.seq from assignment_suggestion a join suggestion s on s.id = a.suggestion_id order by s.seq""");
				ResultSet row = query.executeQuery()) {
			while (row.next()) {
				suggestions.computeIfAbsent(row.getString(1), one -> new ArrayList<>()).add(new Suggestion(row.getString(2), row.getInt(3)));
			}
		}
		List<Joined> joined = new ArrayList<>();
		try (PreparedStatement query = database.prepareStatement(sql); ResultSet row = query.executeQuery()) {
			while (row.next()) {
				joined.add(new Joined(row.getString(1), row.getString(3), suggestions.getOrDefault(row.getString(2), List.of())));
			}
		}
		return joined;
	}

	/** A text that was put together otherwise, as by a correction, stays as it is. */
	private static void split(Connection database, Joined one, String insert, String empty, Object... key) throws SQLException {
		List<Point> points = points(one.text(), one.suggestions());
		if (!joined(points).equals(one.text())) {
			return;
		}
		try (PreparedStatement into = database.prepareStatement(insert); PreparedStatement from = database.prepareStatement(empty)) {
			for (Point point : points) {
				set(into, key);
				into.setString(key.length + 1, point.suggestionId());
				into.setString(key.length + 2, point.text());
				into.executeUpdate();
			}
			set(from, key);
			from.executeUpdate();
		}
	}

	private static void set(PreparedStatement statement, Object... key) throws SQLException {
		for (int at = 0; at < key.length; at++) {
			statement.setObject(at + 1, key[at]);
		}
	}

	/** As it was done before. */
	private static String joined(List<Point> points) {
		return points.stream().map(point -> point.suggestionId() + "：" + point.text()).collect(Collectors.joining("\n"));
	}

	/** A suggestion's text begins at the first line that begins with its id, and ends where the next one's begins. */
	private static List<Point> points(String text, List<Suggestion> suggestions) {
		record Start(Suggestion suggestion, int from, int textFrom) {
		}
		String lines = "\n" + text;
		List<Start> starts = new ArrayList<>();
		for (Suggestion one : suggestions) {
			String head = "\n" + one.id() + "：";
			int from = lines.indexOf(head);
			if (from >= 0) {
				starts.add(new Start(one, from, from + head.length()));
			}
		}
		starts.sort(Comparator.comparingInt(Start::from));
		List<Point> points = new ArrayList<>();
		for (int at = 0; at < starts.size(); at++) {
			Start start = starts.get(at);
			int to = at + 1 < starts.size() ? starts.get(at + 1).from() : lines.length();
			points.add(new Point(start.suggestion().id(), start.suggestion().seq(), lines.substring(start.textFrom(), to).strip()));
		}
		return points;
	}

	private static void document(Connection database, Joined one) throws SQLException {
		Map<String, Object> content = Json.read(one.text(), FIELDS);
		boolean nothing = content.values().removeIf(value -> value == null || "null".equals(value));
		if (content.get("reply") instanceof String reply) {
			content.put("points", points(reply, one.suggestions()));
		}
		else if (!nothing) {
			return;
		}
		try (PreparedStatement update = database.prepareStatement("update document set content = ? where id = ?")) {
			update.setString(1, Json.write(content));
			update.setLong(2, Long.parseLong(one.id()));
			update.executeUpdate();
		}
	}
}
