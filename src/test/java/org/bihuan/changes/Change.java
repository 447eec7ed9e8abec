package org.bihuan.changes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A change of behaviour that a named test must catch, as {@code src/test/changes/<area>/<name>.patch} has it: a sentence that says what
 * breaks, one line {@code Caught-by: org.bihuan.XTest#method} for each test, and below them a unified diff. The lines that a hunk expects
 * must stand in the file exactly once; line numbers mean nothing, so that an edit beside it does no harm and nothing is changed at the wrong
 * place.
 *
 * @param name area and name, e.g. {@code notices/overdue-told-to-one-office}
 * @param sentence what the change breaks
 * @param caughtBy tests as {@code class#method}
 */
record Change(String name, String sentence, List<String> caughtBy, List<Edit> edits) {

	static final Path FOLDER = Path.of("src", "test", "changes");

	private static final String CAUGHT_BY = "Caught-by: ";

	/** One hunk. */
	record Edit(String file, List<String> before, List<String> after) {

		/** @throws IllegalArgumentException where the lines are not there, or more than once */
		private String applied(String text) {
			List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
			int at = Collections.indexOfSubList(lines, before);
			if (at < 0) {
				throw new IllegalArgumentException("no longer applies, these lines are not in " + file + ":\n" + String.join("\n", before));
			}
			if (Collections.lastIndexOfSubList(lines, before) != at) {
				throw new IllegalArgumentException("says too little, these lines are in " + file + " more than once:\n" + String.join("\n", before));
			}
			List<String> changed = new ArrayList<>(lines.subList(0, at));
			changed.addAll(after);
			changed.addAll(lines.subList(at + before.size(), lines.size()));
			return String.join("\n", changed);
		}
	}

	static List<Change> all() {
		try (Stream<Path> files = Files.walk(FOLDER)) {
			return files.filter(file -> file.toString().endsWith(".patch")).sorted().map(Change::read).toList();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static Change read(Path file) {
		String name = FOLDER.relativize(file).toString().replace('\\', '/').replaceFirst("\\.patch$", "");
		try {
			return parse(name, Files.readString(file));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
		catch (IllegalArgumentException wrong) {
			throw new IllegalArgumentException(file + ": " + wrong.getMessage(), wrong);
		}
	}

	/** @throws IllegalArgumentException which names what is missing or is no unified diff */
	static Change parse(String name, String text) {
		List<String> lines = text.lines().toList();
		List<String> head = lines.stream().takeWhile(line -> !line.startsWith("--- ")).toList();
		List<String> caughtBy = head.stream().filter(line -> line.startsWith(CAUGHT_BY)).map(line -> line.substring(CAUGHT_BY.length()).strip())
				.toList();
		String sentence = head.stream().filter(line -> !line.startsWith(CAUGHT_BY) && !line.startsWith("diff ")).collect(Collectors.joining(" "))
				.strip();
		List<Edit> edits = edits(lines.subList(head.size(), lines.size()));
		if (!sentence.matches("[A-Z].+\\.") || caughtBy.isEmpty() || edits.isEmpty()) {
			throw new IllegalArgumentException("needs a sentence, a line “" + CAUGHT_BY + "…” and a diff");
		}
		return new Change(name, sentence, caughtBy, edits);
	}

	private static List<Edit> edits(List<String> diff) {
		List<Edit> edits = new ArrayList<>();
		String file = null;
		for (String line : diff) {
			Edit last = edits.isEmpty() ? null : edits.get(edits.size() - 1);
			if (line.startsWith("--- a/")) {
				file = line.substring("--- a/".length());
			}
			else if (line.startsWith("@@ ") && file != null) {
				edits.add(new Edit(file, new ArrayList<>(), new ArrayList<>()));
			}
			else if (line.startsWith("+++ b/") || line.startsWith("diff ") || line.startsWith("index ")) {
				if (line.startsWith("+++") && !line.equals("+++ b/" + file)) {
					throw new IllegalArgumentException("changes one file into another: " + line);
				}
			}
			else if (last == null || !line.matches("[-+ ].*")) {
				throw new IllegalArgumentException("is no unified diff at: " + line);
			}
			else {
				if (!line.startsWith("+")) {
					last.before().add(line.substring(1));
				}
				if (!line.startsWith("-")) {
					last.after().add(line.substring(1));
				}
			}
		}
		return edits;
	}

	/** Whether a hunk takes a line with a constant out of this file or puts one in. */
	boolean changesAConstantOf(String file) {
		return edits.stream().filter(edit -> edit.file().equals(file))
				.anyMatch(edit -> Stream.of(edit.before(), edit.after()).flatMap(List::stream)
						.anyMatch(line -> line.contains("static final ") && edit.before().contains(line) != edit.after().contains(line)));
	}

	List<String> files() {
		return edits.stream().map(Edit::file).distinct().toList();
	}

	/**
	 * Changes the copies of the files in this folder.
	 *
	 * @throws IllegalArgumentException where it no longer applies
	 */
	void applyIn(Path folder) {
		try {
			for (Edit edit : edits) {
				Path file = folder.resolve(edit.file());
				if (!Files.isRegularFile(file)) {
					throw new IllegalArgumentException("no longer applies, there is no file " + edit.file());
				}
				Files.writeString(file, edit.applied(Files.readString(file)));
			}
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	/** The file as the change makes it, for a look without writing. */
	String appliedTo(String file, String text) {
		String changed = text;
		for (Edit edit : edits) {
			if (edit.file().equals(file)) {
				changed = edit.applied(changed);
			}
		}
		return changed;
	}

	/**
	 * A named test with the types of its parameters, as the launcher wants it.
	 *
	 * @throws IllegalArgumentException where there is no such test, or several
	 */
	static String method(String caughtBy) {
		String[] parts = caughtBy.split("#");
		List<Method> methods;
		try {
			Class<?> test = Class.forName(parts[0], false, Change.class.getClassLoader());
			methods = parts.length != 2 ? List.of()
					: Stream.of(test.getDeclaredMethods()).filter(method -> method.getName().equals(parts[1]) && isTest(method)).toList();
		}
		catch (ClassNotFoundException gone) {
			throw new IllegalArgumentException("there is no class " + parts[0], gone);
		}
		if (methods.size() != 1) {
			throw new IllegalArgumentException("there is no one test " + caughtBy);
		}
		return caughtBy + "(" + Stream.of(methods.get(0).getParameterTypes()).map(Class::getName).collect(Collectors.joining(",")) + ")";
	}

	private static boolean isTest(Method method) {
		return Stream.of(method.getAnnotations()).map(one -> one.annotationType().getSimpleName())
				.anyMatch(List.of("Test", "ParameterizedTest", "TestFactory", "RepeatedTest")::contains);
	}
}
