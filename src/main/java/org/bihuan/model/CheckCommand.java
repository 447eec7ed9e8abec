package org.bihuan.model;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code --bihuan.check=FOLDER}: checks a folder of models before anything starts, without a database and without a port. */
public final class CheckCommand {

	private static final String OPTION = "--bihuan.check";

	private CheckCommand() {
	}

	/** Whether this is what the arguments ask for. */
	public static boolean isAsked(String[] arguments) {
		return option(arguments) != null;
	}

	private static String option(String[] arguments) {
		return Stream.of(arguments).filter(one -> one.equals(OPTION) || one.startsWith(OPTION + "=")).findFirst().orElse(null);
	}

	/**
	 * @param arguments that ask for it
	 * @param to where the answer is written, in UTF-8 whatever the machine's own encoding
	 * @return what the process ends with: 0 when the folder is sound, else 1
	 */
	public static int run(String[] arguments, OutputStream to) {
		String option = option(arguments);
		PrintStream out = new PrintStream(to, true, StandardCharsets.UTF_8);
		String folder = option == null || option.equals(OPTION) ? "" : option.substring(OPTION.length() + 1);
		String wrong = wrong(folder);
		if (wrong != null) {
			out.println(wrong);
			return 1;
		}
		ModelCheck.readAhead();
		try {
			ModelSet set = ModelFolder.read(Path.of(folder));
			List<Problem> problems = ModelCheck.problems(set);
			if (problems.isEmpty()) {
				out.println("检查通过：" + folder + " 里的 " + set.files().size() + " 个文件可以使用。");
				return 0;
			}
			problems.forEach(one -> out.println(one.sentence()));
			out.println("共 " + problems.size() + " 处要改，改好以后再检查一遍。");
			return 1;
		}
		catch (UncheckedIOException unreadable) {
			out.println("文件夹 " + folder + " 里有文件无法读取。请检查是不是正被别的程序打开，或者没有读取的权限。");
			return 1;
		}
	}

	private static String wrong(String folder) {
		if (folder.isBlank()) {
			return "请写明要检查哪个文件夹：" + OPTION + "=文件夹。";
		}
		try {
			return ModelFolder.wrong(Path.of(folder));
		}
		catch (InvalidPathException noPath) {
			return "“" + folder + "”不是文件夹的写法。请写明要检查哪个文件夹：" + OPTION + "=文件夹。";
		}
	}
}
