package org.bihuan.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.bihuan.terms.Rows;
import org.bihuan.terms.Term;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The sets of models: diagrams, tables, forms and templates of documents, each set a whole, and which of them was in force since when, by whom and
 * why. The last is in force, on every node at once. Permanent; a file that several sets have is kept once.
 */
@Repository
public class ModelSets {

	private static final String FORCE = "select f.number, f.set_id, s.hash, f.source, f.former, f.deployment_id, f.since, f.decided_by, f.why, "
			+ "f.despite from model_force f join model_set s on s.id = f.set_id ";

	private final JdbcClient jdbc;
	private final Clock clock;

	ModelSets(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Where a set came from when it came into force. */
	public enum Source implements Term {

		/** Of the program, since there was none yet, or since a person chose it. */
		PACKAGED("packaged", "随程序打包"),
		/** Of a newer program than the packaged one that it follows. */
		UPGRADE("upgrade", "随版本升级"),
		/** Of the folder that the start named. */
		FOLDER("folder", "启动时给出的文件夹"),
		/** By the engine's REST, as the Modeler does. */
		MODELER("modeler", "Camunda Modeler"),
		PAGE("page", "网页上传"),
		/** It was in force before. */
		BACK("back", "恢复从前的一套");

		private final String code;
		private final String label;

		Source(String code, String label) {
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

		/** Whether nobody has changed it: the next version of the program brings its successor. */
		public boolean isTheHouses() {
			return this == PACKAGED || this == UPGRADE;
		}
	}

	/**
	 * A set in force, from then until the next.
	 *
	 * @param number from 1, without gaps
	 * @param hash of the set
	 * @param former the number of the entry that was gone back to; null unless the source says so
	 * @param deploymentId the engine's
	 * @param decidedBy an account, or {@code system}
	 * @param despite why, although its rehearsal had come to stuck cases; null where there was none, and where nobody was asked
	 */
	public record Force(long number, long setId, String hash, Source source, Long former, String deploymentId, OffsetDateTime since,
			String decidedBy, String why, String despite) {
	}

	private record Named(String name, String hash) {
	}

	/** The number of the entry that is in force; 0 before the first. */
	public long latest() {
		return jdbc.sql("select coalesce(max(number), 0) from model_force").query(Long.class).single();
	}

	/** The id of the set that is in force; 0 before the first. */
	public long setInForce() {
		return jdbc.sql("select set_id from model_force order by number desc limit 1").query(Long.class).optional().orElse(0L);
	}

	/** Empty before the first. */
	public Optional<Force> inForce() {
		return force(latest());
	}

	/** The entry of a number; empty where there is none. */
	public Optional<Force> force(long number) {
		return jdbc.sql(FORCE + "where f.number = ?").param(number).query(Rows.of(Force.class)).optional();
	}

	/** All entries, the newest first. */
	public List<Force> history() {
		return jdbc.sql(FORCE + "order by f.number desc").query(Rows.of(Force.class)).list();
	}

	/**
	 * What the one in force is taken back to: the entry before that with which its set first came into force. So whoever goes back again and again
	 * comes to the first set, and never to one that he has just gone back from. Empty where the set in force is the first.
	 */
	public Optional<Force> formerOne() {
		return force(
				jdbc.sql("select coalesce(min(number), 0) - 1 from model_force where set_id = ?").param(setInForce()).query(Long.class).single());
	}

	/** The number of the entry in force when somebody first brought this set; 0 before the first. */
	public long latestWhenBrought(long setId) {
		return jdbc.sql("select coalesce(max(f.number), 0) from model_force f, model_set s where s.id = ? and f.since <= s.brought_at")
				.param(setId).query(Long.class).single();
	}

	/** Whoever asks this waits for everybody else who did, to the end of their transactions. Before the first entry nobody waits. */
	public void lock() {
		jdbc.sql("select number from model_force where number = ? for update").param(latest()).query(Long.class).optional();
	}

	/** Whether there is a set of this id. */
	public boolean has(long setId) {
		return jdbc.sql("select count(*) from model_set where id = ?").param(setId).query(Long.class).single() > 0;
	}

	/** SHA-256 of each file of a set, by name; empty where there is no such set. */
	public SortedMap<String, String> hashes(long setId) {
		SortedMap<String, String> hashes = new TreeMap<>();
		jdbc.sql("select name, hash from model_set_file where set_id = ?").param(setId).query(Rows.of(Named.class)).list()
				.forEach(one -> hashes.put(one.name(), one.hash()));
		return hashes;
	}

	/** The files of a set, by name; empty where there is no such set. */
	public SortedMap<String, byte[]> files(long setId) {
		SortedMap<String, byte[]> files = new TreeMap<>();
		jdbc.sql("select n.name, f.content from model_set_file n join model_file f on f.hash = n.hash where n.set_id = ?").param(setId)
				.query(row -> {
					files.put(row.getString(1), row.getBytes(2));
				});
		return files;
	}

	/**
	 * Keeps a set, in force or not. One that is kept already is the same.
	 *
	 * @param hash of names and bytes
	 * @return its id
	 */
	public long keep(SortedMap<String, byte[]> files, String hash, String actor) {
		Optional<Long> known = jdbc.sql("select id from model_set where hash = ?").param(hash).query(Long.class).optional();
		if (known.isPresent()) {
			return known.get();
		}
		jdbc.sql("insert into model_set (hash, brought_by, brought_at) values (?, ?, ?)").params(hash, actor, OffsetDateTime.now(clock)).update();
		long id = jdbc.sql("select id from model_set where hash = ?").param(hash).query(Long.class).single();
		Set<String> kept = new HashSet<>(jdbc.sql("select hash from model_file").query(String.class).list());
		files.forEach((name, bytes) -> {
			String ofFile = Hash.of(bytes);
			if (kept.add(ofFile)) {
				jdbc.sql("insert into model_file (hash, size_bytes, content) values (?, ?, ?)").params(ofFile, bytes.length, bytes).update();
			}
			jdbc.sql("insert into model_set_file (set_id, name, hash) values (?, ?, ?)").params(id, name, ofFile).update();
		});
		return id;
	}

	/**
	 * Puts a set in force, from this transaction on.
	 *
	 * @param after the number that it follows
	 * @param former the entry that is gone back to; null for none
	 * @param despite why, although cases are stuck in it; null for none
	 * @throws org.springframework.dao.DuplicateKeyException when another followed first
	 */
	public Force putInForce(long after, long setId, Source source, Long former, String deploymentId, String actor, String why,
			String despite) {
		jdbc.sql("insert into model_force (number, set_id, source, former, deployment_id, since, decided_by, why, despite) "
				+ "values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
				.params(after + 1, setId, source.code(), former, deploymentId, OffsetDateTime.now(clock), actor, why, despite).update();
		return force(after + 1).orElseThrow();
	}
}
