package org.bihuan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bihuan.web.Http;

/** The application as a process of its own, as an office starts it; killed or stopped as a machine does it. */
public final class Bihuan implements AutoCloseable {

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private final Process process;
	private final Path log;

	private Bihuan(Process process, Path log) {
		this.process = process;
		this.log = log;
	}

	/**
	 * @param environment for example {@code TZ}
	 * @param arguments for example {@code --spring.datasource.url=…}
	 */
	public static Bihuan start(Path folder, Map<String, String> environment, String... arguments) {
		try {
			Path log = Files.createTempFile(folder, "bihuan", ".log");
			List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
					// nobody stays long enough for more: the replay of the sample year takes half the processor's time with these two
					"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
					System.getProperty("java.class.path"), BihuanApplication.class.getName(), "--server.port=0"));
			command.addAll(List.of(arguments));
			ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
			builder.environment().putAll(environment);
			return new Bihuan(builder.start(), log);
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	/** Its port, once it serves. */
	public int port() {
		Matcher matcher = PORT.matcher(await(PORT.pattern()));
		return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
	}

	/** Its port, once it lets people in. */
	public int ready() {
		return answers("/actuator/health/readiness");
	}

	/** Its port, once it answers a page: not while the rehearsal clock is moved, nor a second longer. */
	public int lettingPeopleIn() {
		return answers("/login");
	}

	private int answers(String path) {
		int port = port();
		long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
		while (Http.anonymous(port).get(path).status() != 200) {
			if (System.nanoTime() > end || !process.isAlive()) {
				throw new AssertionError("never ready:\n" + String.join("\n", log()));
			}
			pause();
		}
		return port;
	}

	/**
	 * Waits until a line of the log has this pattern.
	 *
	 * @return that line
	 */
	public String await(String pattern) {
		return await(pattern, Duration.ofMinutes(10));
	}

	/** The same, for what takes longer on a busy machine. */
	public String await(String pattern, Duration patience) {
		Pattern wanted = Pattern.compile(pattern);
		long end = System.nanoTime() + patience.toNanos();
		while (System.nanoTime() < end) {
			for (String line : log()) {
				if (wanted.matcher(line).find()) {
					return line;
				}
			}
			if (!process.isAlive()) {
				break;
			}
			pause();
		}
		throw new AssertionError("no line with " + pattern + " in:\n" + String.join("\n", log()));
	}

	/** Its exit code, once it has ended by itself. */
	public int exitCode() {
		try {
			if (!process.waitFor(10, TimeUnit.MINUTES)) {
				throw new AssertionError("still running:\n" + String.join("\n", log()));
			}
			return process.exitValue();
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	public List<String> log() {
		try (BufferedReader reader = Files.newBufferedReader(log, StandardCharsets.UTF_8)) {
			return reader.lines().toList();
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	/** As when the power fails. */
	public void kill() {
		process.destroyForcibly();
		exitCode();
	}

	@Override
	public void close() {
		process.destroy();
		exitCode();
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(50);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}
}
