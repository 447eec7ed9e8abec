package org.bihuan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The sample year as its replay leaves it, made once a build and copied to whoever reads it: the first who asks makes it, the others wait for
 * him. Its name is a hash of all it comes from (classes, models, forms, templates, libraries), so that a change of any makes it anew.
 */
public final class SampleYear {

	private static final Path KEPT = Path.of("target", "sample-year").toAbsolutePath();

	private SampleYear() {
	}

	/** @return the JDBC address of a database of the caller's own that holds the year */
	public static synchronized String copy() {
		try {
			Path folder = Files.createTempDirectory("bihuan-sample");
			folder.toFile().deleteOnExit();
			Path copy = Files.copy(made(), folder.resolve("bihuan.mv.db"));
			copy.toFile().deleteOnExit();
			return address(copy);
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	private static String address(Path file) {
		return "jdbc:h2:file:" + file.toString().replace(".mv.db", "") + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;QUERY_CACHE_SIZE=1000";
	}

	private static Path made() throws IOException {
		Files.createDirectories(KEPT);
		Path made = KEPT.resolve(source(classes()) + ".mv.db");
		try (FileChannel channel = FileChannel.open(KEPT.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
				FileLock alone = channel.lock()) {
			if (alone.isValid() && !Files.exists(made)) {
				empty();
				Path making = KEPT.resolve("making.mv.db");
				replay(making);
				Files.move(making, made, StandardCopyOption.ATOMIC_MOVE);
			}
		}
		return made;
	}

	/** What was made of other sources is of no more use. */
	private static void empty() throws IOException {
		try (Stream<Path> files = Files.list(KEPT)) {
			for (Path file : files.filter(one -> one.toString().endsWith(".db")).toList()) {
				Files.delete(file);
			}
		}
	}

	/** In a process of its own, which leaves nothing behind in the clock and the engines of the one that asks. */
	private static void replay(Path file) {
		try (Bihuan maker = Bihuan.start(KEPT, Map.of(), "--spring.datasource.url=" + address(file), "--camunda.bpm.job-execution.enabled=false")) {
			maker.await("样例年度已就绪", Duration.ofMinutes(15));
			maker.ready();
		}
	}

	private static Path classes() {
		try {
			return Path.of(BihuanApplication.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/** A hash of every file that the build made of main, and of the libraries' names. */
	static String source(Path classes) throws IOException {
		try {
			MessageDigest hash = MessageDigest.getInstance("SHA-256");
			try (Stream<Path> files = Files.walk(classes)) {
				for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
					hash.update(classes.relativize(file).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
					try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), hash)) {
						bytes.transferTo(java.io.OutputStream.nullOutputStream());
					}
				}
			}
			List<String> libraries = Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
					.filter(entry -> entry.endsWith(".jar")).map(entry -> Path.of(entry).getFileName().toString()).sorted().toList();
			hash.update(libraries.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash.digest(), 0, 12);
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}
}
