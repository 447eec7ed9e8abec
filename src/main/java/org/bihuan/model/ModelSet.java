package org.bihuan.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * All that decides how cases run, as one whole: diagrams, tables, forms and templates of documents. A file is known by its bare name, which is
 * unique in the set, wherever it lay: the same files from a jar, a folder or the Modeler are the same set. Immutable, but for the bytes, which
 * nobody changes.
 *
 * @param files their bytes by name
 */
public record ModelSet(SortedMap<String, byte[]> files) {

	/** The folders that a set is kept in, each with the ending of what lies in it. */
	private static final List<String> PACKAGED = List.of("processes/*.bpmn", "processes/*.dmn", "forms/*.form", "documents/*.docx");

	public ModelSet {
		files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
	}

	/** The one that travels in the jar; read once. */
	public static ModelSet packaged() {
		return Packaged.SET;
	}

	private static final class Packaged {

		private static final ModelSet SET = readPackaged();
	}

	private static ModelSet readPackaged() {
		SortedMap<String, byte[]> files = new TreeMap<>();
		try {
			for (String pattern : PACKAGED) {
				for (Resource one : new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern)) {
					try (InputStream bytes = one.getInputStream()) {
						files.put(one.getFilename(), bytes.readAllBytes());
					}
				}
			}
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException("the packaged models cannot be read", unreadable);
		}
		return new ModelSet(files);
	}

	/**
	 * What lies in {@code processes}, {@code forms} and {@code documents} of a folder; a folder that is not there has nothing in it.
	 *
	 * @throws UncheckedIOException if a file cannot be read
	 */
	public static ModelSet ofFolder(Path folder) {
		SortedMap<String, byte[]> files = new TreeMap<>();
		try {
			for (String pattern : PACKAGED) {
				Path part = folder.resolve(pattern.substring(0, pattern.indexOf('/')));
				String ending = pattern.substring(pattern.lastIndexOf('.'));
				if (Files.isDirectory(part)) {
					try (Stream<Path> listed = Files.list(part)) {
						for (Path file : listed.filter(one -> one.toString().endsWith(ending)).toList()) {
							files.put(file.getFileName().toString(), Files.readAllBytes(file));
						}
					}
				}
			}
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
		return new ModelSet(files);
	}

	/** This set with one file changed or added. */
	public ModelSet with(String name, byte[] bytes) {
		SortedMap<String, byte[]> changed = new TreeMap<>(files);
		changed.put(name, bytes);
		return new ModelSet(changed);
	}

	/** This set without a file. */
	public ModelSet without(String name) {
		SortedMap<String, byte[]> changed = new TreeMap<>(files);
		changed.remove(name);
		return new ModelSet(changed);
	}

	/** Whether this is, byte for byte, a file of the set that travels in the jar, which the build has checked. */
	public static boolean isPackaged(String name, byte[] bytes) {
		return Arrays.equals(bytes, packaged().files.get(name));
	}

	/** SHA-256 of one file, in hexadecimal. */
	public String hash(String name) {
		return HexFormat.of().formatHex(sha256().digest(files.get(name)));
	}

	/** SHA-256 of the names and the bytes of all, in hexadecimal: two sets of one hash are the same. */
	public String hash() {
		MessageDigest all = sha256();
		files.keySet().forEach(name -> all.update((name + "\n" + hash(name) + "\n").getBytes(StandardCharsets.UTF_8)));
		return HexFormat.of().formatHex(all.digest());
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ModelSet set && hash().equals(set.hash());
	}

	@Override
	public int hashCode() {
		return hash().hashCode();
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}
}
