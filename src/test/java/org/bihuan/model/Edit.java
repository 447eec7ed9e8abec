package org.bihuan.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A {@link ModelEdit} of the packaged models as {@code src/test/edits/<kind>/<name>.edit} has it, with what the check is expected to say of it. Two
 * kinds of lines more:
 * <ul>
 * <li>{@code expect: part · part}: one problem's sentence has all these parts; may be there several times</li>
 * <li>{@code bytes: bom|gbk|cut|empty|utf16}: the file is spoilt, after everything else</li>
 * </ul>
 *
 * @param name of the file, without its ending
 * @param expected the parts of each sentence that is expected
 * @param spoiling the names of files, each with how it is spoilt
 */
record Edit(String name, List<List<String>> expected, ModelEdit edit, List<String[]> spoiling) {

	static final Path FOLDER = Path.of("src", "test", "edits");

	static List<Edit> all(String kind) {
		try (Stream<Path> files = Files.list(FOLDER.resolve(kind))) {
			return files.filter(one -> one.toString().endsWith(".edit")).sorted().map(Edit::read).toList();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static Edit read(Path file) {
		try {
			String name = file.getFileName().toString().replace(".edit", "");
			List<List<String>> expected = new ArrayList<>();
			List<String[]> spoiling = new ArrayList<>();
			List<String> lines = new ArrayList<>();
			String changed = null;
			for (String line : Files.readAllLines(file)) {
				if (line.startsWith("expect: ")) {
					expected.add(Arrays.stream(line.substring("expect: ".length()).split(" · ")).map(String::strip).toList());
				}
				else if (line.startsWith("bytes: ")) {
					spoiling.add(new String[] { changed, line.substring("bytes: ".length()).strip() });
				}
				else {
					changed = line.startsWith("file: ") || line.startsWith("create: ") ? line.substring(line.indexOf(' ') + 1).strip() : changed;
					lines.add(line);
				}
			}
			return new Edit(name, expected, ModelEdit.of(name, lines), spoiling);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	@Override
	public String toString() {
		return name + ": " + edit.sentence();
	}

	/** The set with the edit made. */
	ModelSet applied(ModelSet set) {
		ModelSet edited = edit.applied(set);
		for (String[] one : spoiling) {
			edited = edited.with(one[0], spoilt(edited.files().get(one[0]), one[1]));
		}
		return edited;
	}

	private byte[] spoilt(byte[] bytes, String how) {
		String text = new String(bytes, StandardCharsets.UTF_8);
		return switch (how) {
			case "bom" -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
			case "gbk" -> text.getBytes(Charset.forName("GBK"));
			case "utf16" -> text.getBytes(StandardCharsets.UTF_16);
			case "cut" -> Arrays.copyOf(text.substring(0, text.length() / 2).getBytes(StandardCharsets.UTF_8), text.length() / 3);
			case "empty" -> new byte[0];
			default -> throw new IllegalArgumentException(name + ": what is " + how);
		};
	}
}
