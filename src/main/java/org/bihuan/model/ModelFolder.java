package org.bihuan.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** A folder that an analyst has edited: {@code processes}, {@code forms} and, where templates were edited too, {@code documents}. */
public final class ModelFolder {

	private ModelFolder() {
	}

	/** What keeps a folder from being one of models, in Chinese with what to do; null for nothing. */
	public static String wrong(Path folder) {
		if (!Files.isDirectory(folder)) {
			return "没有文件夹 " + folder + "。请写一个已有的文件夹，里面是 processes、forms、documents。";
		}
		if (!Files.isDirectory(folder.resolve("processes")) || !Files.isDirectory(folder.resolve("forms"))) {
			return "文件夹 " + folder + " 里没有 processes 和 forms 两个文件夹。请把它们完整复制进来再修改。";
		}
		return null;
	}

	/** The whole set: without a folder of templates of its own it has the packaged ones. */
	public static ModelSet read(Path folder) {
		ModelSet edited = ModelSet.ofFolder(folder);
		if (Files.isDirectory(folder.resolve("documents"))) {
			return edited;
		}
		SortedMap<String, byte[]> files = new TreeMap<>(edited.files());
		ModelSet.packaged().files().forEach((name, bytes) -> {
			if (name.endsWith(".docx")) {
				files.put(name, bytes);
			}
		});
		return new ModelSet(files);
	}

	/**
	 * Writes a set as an analyst edits it.
	 *
	 * @param folder is made where it is not there
	 * @throws IOException if it cannot be written
	 */
	public static void write(ModelSet set, Path folder) throws IOException {
		for (var file : set.files().entrySet()) {
			Path place = folder.resolve(part(file.getKey())).resolve(file.getKey());
			Files.createDirectories(place.getParent());
			Files.write(place, file.getValue());
		}
	}

	/** The folder in which a file of this name lies. */
	public static String part(String name) {
		return name.endsWith(".form") ? "forms" : name.endsWith(".docx") ? "documents" : "processes";
	}
}
