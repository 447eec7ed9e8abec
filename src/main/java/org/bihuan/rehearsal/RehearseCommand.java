package org.bihuan.rehearsal;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.bihuan.model.ModelCheck;
import org.bihuan.model.ModelFolder;
import org.bihuan.model.ModelSet;
import org.bihuan.model.Problem;

/**
 * {@code --bihuan.rehearse=FOLDER}: checks a folder of models, walks through everything that it offers and says how it differs from another folder
 * ({@code --bihuan.rehearse-against=FOLDER}), else from the set of the program. Other settings of the house are taken as they are written beside it.
 */
public final class RehearseCommand {

	private static final String OPTION = "--bihuan.rehearse";
	private static final String AGAINST = "--bihuan.rehearse-against";
	private static final String HOUSE = "--bihuan.";
	private static final Duration LONGEST = Duration.ofMinutes(10);
	private static final Duration BETWEEN_WORDS = Duration.ofSeconds(2);

	private RehearseCommand() {
	}

	/** Whether this is what the arguments ask for, or what a rehearsal asks a process of its own for. */
	public static boolean isAsked(String[] arguments) {
		return value(arguments, OPTION) != null || isWalk(arguments);
	}

	/** Whether it is the process that walks: it is an application, and writes a log. */
	public static boolean isWalk(String[] arguments) {
		return Stream.of(arguments).anyMatch(one -> one.startsWith(WalkCommand.OPTION));
	}

	private static String value(String[] arguments, String option) {
		return Stream.of(arguments).filter(one -> one.equals(option) || one.startsWith(option + "=")).findFirst()
				.map(one -> one.equals(option) ? "" : one.substring(option.length() + 1)).orElse(null);
	}

	/**
	 * @param arguments that ask for it
	 * @param to where progress and report are written, in UTF-8 whatever the machine's own encoding
	 * @return what the process ends with: 0 when every case comes to an end, else 1
	 */
	public static int run(String[] arguments, OutputStream to) {
		if (isWalk(arguments)) {
			return WalkCommand.run(arguments);
		}
		PrintStream out = new PrintStream(to, true, StandardCharsets.UTF_8);
		String folder = value(arguments, OPTION);
		String against = value(arguments, AGAINST);
		for (String one : against == null ? List.of(folder) : List.of(folder, against)) {
			String wrong = wrong(one);
			if (wrong != null) {
				out.println(wrong);
				return 1;
			}
		}
		try {
			ModelSet candidate = ModelFolder.read(Path.of(folder));
			List<Problem> problems = ModelCheck.problems(candidate);
			if (!problems.isEmpty()) {
				problems.forEach(one -> out.println(one.sentence()));
				out.println("共 " + problems.size() + " 处要改，没有演练。改好以后再演练一遍。");
				return 1;
			}
			ModelSet other = against == null ? ModelSet.packaged() : ModelFolder.read(Path.of(against));
			List<String> settings = Stream.of(arguments).filter(one -> one.startsWith(HOUSE) && !one.startsWith(OPTION)).toList();
			Rehearsal rehearsal = new Rehearsal(List.of(), settings, LONGEST);
			Report report = rehearsal.of(candidate, other, against == null ? "随程序打包的一套" : "文件夹 " + against + " 里的一套", new Words(out));
			report.lines().forEach(out::println);
			return report.sound() ? 0 : 1;
		}
		catch (WalkProcess.NotWalked ended) {
			out.println(ended.getMessage());
			System.err.println(ended.log());
			return 1;
		}
		catch (UncheckedIOException unreadable) {
			out.println("文件夹里有文件无法读取。请检查是不是正被别的程序打开，或者没有读取的权限。");
			return 1;
		}
	}

	private static String wrong(String folder) {
		if (folder.isBlank()) {
			return "请写明要演练哪个文件夹：" + OPTION + "=文件夹。";
		}
		try {
			return ModelFolder.wrong(Path.of(folder));
		}
		catch (InvalidPathException noPath) {
			return "“" + folder + "”不是文件夹的写法。请写明要演练哪个文件夹：" + OPTION + "=文件夹。";
		}
	}

	/** Says from time to time how far it is. */
	private static final class Words implements Rehearsal.Progress {

		private final PrintStream out;
		private long said = System.nanoTime() - BETWEEN_WORDS.toNanos();

		Words(PrintStream out) {
			this.out = out;
		}

		@Override
		public BiConsumer<Integer, Integer> of(String which) {
			out.println("演练" + which + "……");
			return (done, known) -> {
				if (System.nanoTime() - said >= BETWEEN_WORDS.toNanos()) {
					said = System.nanoTime();
					out.println("演练" + which + "：走完 " + done + " 件，已知 " + known + " 件");
				}
			};
		}
	}
}
