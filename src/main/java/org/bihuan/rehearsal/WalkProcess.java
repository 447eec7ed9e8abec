package org.bihuan.rehearsal;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import org.bihuan.BihuanApplication;
import org.bihuan.json.Json;
import org.bihuan.model.ModelFolder;
import org.bihuan.model.ModelSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks a set in a process of its own: the engine's clock is one for a whole Java process, and what fails there must not reach who works here. It
 * has this program, none of its environment and none of the files beside it, so that it knows no database but its own.
 */
final class WalkProcess {

	private static final Logger LOG = LoggerFactory.getLogger(WalkProcess.class);

	private static final Set<String> ENVIRONMENT = Set.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TEMP", "TMP", "SystemRoot", "JAVA_HOME");
	private static final String MEMORY = "-Xmx768m";
	private static final TypeReference<Walked> TYPE = new TypeReference<>() {
	};

	private final List<Group> organisation;
	private final List<String> settings;
	private final Duration longest;
	private volatile Process running;
	private volatile boolean stopped;
	private volatile boolean tooLong;

	/**
	 * @param organisation of the place; empty for the sample's
	 * @param settings of the place, as arguments
	 * @param longest how long it may take
	 */
	WalkProcess(List<Group> organisation, List<String> settings, Duration longest) {
		this.organisation = List.copyOf(organisation);
		this.settings = List.copyOf(settings);
		this.longest = longest;
	}

	/** It was stopped, took too long, or did not come to an end; the message is for people. */
	static final class NotWalked extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final String log;

		NotWalked(String message) {
			this(message, "");
		}

		NotWalked(String message, String log) {
			super(message);
			this.log = log;
		}

		/** What the process wrote, for who maintains the program; empty where it was ended. */
		String log() {
			return log;
		}
	}

	/** Ends it, now or as soon as it begins. */
	void stop() {
		stopped = true;
		Process now = running;
		if (now != null) {
			now.destroyForcibly();
		}
	}

	boolean isStopped() {
		return stopped;
	}

	/**
	 * @param progress how many cases have ended, of how many that are known of
	 * @throws NotWalked with the reason
	 */
	Walked walk(ModelSet set, BiConsumer<Integer, Integer> progress) {
		Path folder = null;
		try {
			folder = Files.createTempDirectory("bihuan-rehearsal");
			ModelFolder.write(set, folder.resolve(WalkCommand.MODELS));
			if (!organisation.isEmpty()) {
				Files.writeString(folder.resolve(WalkCommand.ORGANISATION), Json.write(organisation));
			}
			return walk(folder, progress);
		}
		catch (IOException failed) {
			LOG.error("a set could not be rehearsed", failed);
			throw new NotWalked("演练用的临时文件夹不能读写，没有演练。请检查磁盘空间和权限后再试。");
		}
		catch (InterruptedException ended) {
			Thread.currentThread().interrupt();
			throw new NotWalked("演练已停止。");
		}
		finally {
			delete(folder);
		}
	}

	private Walked walk(Path folder, BiConsumer<Integer, Integer> progress) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), MEMORY,
				// a minute of work: what a thorough compiler would gain comes too late
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8"));
		command.addAll(program());
		command.add(WalkCommand.OPTION + folder);
		command.addAll(settings);
		Path log = folder.resolve("log.txt");
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectError(log.toFile());
		builder.environment().keySet().retainAll(ENVIRONMENT);
		Process process = builder.start();
		running = process;
		if (stopped) {
			process.destroyForcibly();
		}
		CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS).execute(() -> {
			if (process.isAlive()) {
				tooLong = true;
				process.destroyForcibly();
			}
		});
		List<String> said = new ArrayList<>();
		try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.startsWith(WalkCommand.PROGRESS)) {
					String[] parts = line.substring(WalkCommand.PROGRESS.length()).split("/");
					progress.accept(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
				}
				else {
					said.add(line);
				}
			}
		}
		catch (IOException cut) {
			// it was ended while something was being read: what became of it is asked below
			LOG.debug("the rehearsal was cut off", cut);
		}
		int code = process.waitFor();
		running = null;
		if (code == 0 && Files.exists(folder.resolve(WalkCommand.WALKED))) {
			return Json.read(Files.readString(folder.resolve(WalkCommand.WALKED)), TYPE);
		}
		if (stopped) {
			throw new NotWalked("演练已停止。");
		}
		if (tooLong) {
			throw new NotWalked("演练超过 " + longest.toMinutes() + " 分钟还没有走完，已停止。请看看新的走法是不是绕圈，或者机器是不是太忙，再试一次。");
		}
		String all = String.join("\n", said) + "\n" + Files.readString(log);
		// what it wrote goes with the report, not among what this application writes
		LOG.warn("a rehearsal ended with {}; what it wrote is kept with its report", code);
		throw new NotWalked("演练没有走完就中断了。请把它的日志交给维护人员。", all);
	}

	/** How this very program is started once more. */
	private static List<String> program() {
		String path = System.getProperty("java.class.path");
		return isJarOfItself(path) ? List.of("-jar", Path.of(path).toAbsolutePath().toString())
				: List.of("-cp", absolute(path), BihuanApplication.class.getName());
	}

	private static String absolute(String path) {
		return Stream.of(path.split(File.pathSeparator)).map(one -> Path.of(one).toAbsolutePath().toString())
				.collect(Collectors.joining(File.pathSeparator));
	}

	/** Whether it runs from the jar in which the libraries lie as well. */
	private static boolean isJarOfItself(String path) {
		if (!path.endsWith(".jar") || path.contains(File.pathSeparator)) {
			return false;
		}
		try (JarFile jar = new JarFile(path)) {
			return jar.getManifest() != null
					&& BihuanApplication.class.getName().equals(jar.getManifest().getMainAttributes().getValue("Start-Class"));
		}
		catch (IOException noJar) {
			throw new UncheckedIOException(noJar);
		}
	}

	private static void delete(Path folder) {
		if (folder == null) {
			return;
		}
		try (Stream<Path> all = Files.walk(folder)) {
			all.sorted(Comparator.reverseOrder()).forEach(one -> one.toFile().delete());
		}
		catch (IOException left) {
			LOG.warn("the folder of a rehearsal is left behind", left);
		}
	}
}
