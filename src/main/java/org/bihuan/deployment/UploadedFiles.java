package org.bihuan.deployment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

import org.bihuan.model.ModelSet;
import org.bihuan.model.Problem;

/**
 * What somebody sends to become part of a set, by bare name: files, or a ZIP of them, in which a folder may lie that is no part of a set.
 *
 * @param files that a set may have
 * @param left names in a ZIP that no set has, such as notes
 * @param problems files that cannot be taken
 */
public record UploadedFiles(SortedMap<String, byte[]> files, List<String> left, List<Problem> problems) {

	private static final Pattern OF_A_SET = Pattern.compile("[^\\p{Cntrl}/\\\\:*?\"<>|]{1,150}\\.(bpmn|dmn|form|docx)");
	private static final String ZIP = ".zip";
	private static final int MOST_FILES = 500;
	private static final int LARGEST = 50 * 1024 * 1024;
	private static final int BUFFER = 8192;
	/** As Windows writes names into a ZIP that are not in Unicode. */
	private static final Charset OF_WINDOWS = Charset.forName("GBK");

	/** @param sent by the names that they were sent under, folders and all */
	public static UploadedFiles of(Map<String, byte[]> sent) {
		UploadedFiles all = new UploadedFiles(new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
		sent.forEach((name, bytes) -> {
			if (bare(name).toLowerCase(java.util.Locale.ROOT).endsWith(ZIP)) {
				all.unpack(bare(name), bytes);
			}
			else if (OF_A_SET.matcher(bare(name)).matches()) {
				all.add(bare(name), bytes);
			}
			else {
				all.problems.add(new Problem(bare(name), "", "",
						"文件名应以 .bpmn（流程图）、.dmn（决策表）、.form（表单）或 .docx（文书模板）结尾，不带 \\ / : * ? \" < > |。请改名后再上传。"));
			}
		});
		return all;
	}

	/** Without folders, of whichever machine; Chinese letters in one way of writing them. */
	private static String bare(String name) {
		return Normalizer.normalize(name.replaceAll(".*[/\\\\]", ""), Normalizer.Form.NFC);
	}

	private void add(String name, byte[] bytes) {
		if (files.put(name, bytes) != null) {
			problems.add(new Problem(name, "", "", "上传的文件里有两个叫这个名字。一套里文件不能同名，请只留一个。"));
		}
	}

	private void unpack(String zip, byte[] bytes) {
		try {
			unpack(zip, bytes, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException | ZipException notUnicode) {
			try {
				unpack(zip, bytes, OF_WINDOWS);
			}
			catch (IOException | IllegalArgumentException broken) {
				problems.add(new Problem(zip, "", "", "不是完整的 ZIP 文件，无法打开。请重新压缩后再上传。"));
			}
		}
		catch (IOException broken) {
			problems.add(new Problem(zip, "", "", "不是完整的 ZIP 文件，无法打开。请重新压缩后再上传。"));
		}
	}

	private void unpack(String zip, byte[] bytes, Charset names) throws IOException {
		Map<String, byte[]> found = new TreeMap<>();
		List<String> twice = new ArrayList<>();
		List<String> others = new ArrayList<>();
		int size = 0;
		try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(bytes), names)) {
			for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
				String name = bare(entry.getName());
				if (entry.isDirectory()) {
					continue;
				}
				if (!OF_A_SET.matcher(name).matches() || entry.getName().contains("__MACOSX/")) {
					others.add(entry.getName());
					continue;
				}
				byte[] content = read(entries, LARGEST - size);
				size += content.length;
				if (size >= LARGEST || found.size() >= MOST_FILES) {
					problems.add(new Problem(zip, "", "", "里面的文件太多或太大（最多 " + MOST_FILES + " 个、50 MB）。一套里只有流程图、决策表、表单和文书模板，请去掉别的。"));
					return;
				}
				if (found.put(name, content) != null) {
					twice.add(name);
				}
			}
		}
		if (found.isEmpty()) {
			problems.add(new Problem(zip, "", "", "里面没有流程图、决策表、表单或文书模板，或者不是 ZIP 文件。请检查后再上传。"));
		}
		left.addAll(others);
		twice.forEach(name -> problems.add(new Problem(name, "", "", zip + " 的几个文件夹里都有它。一套里文件不能同名，请只留一个。")));
		found.forEach(this::add);
	}

	private static byte[] read(ZipInputStream entry, int most) throws IOException {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		byte[] buffer = new byte[BUFFER];
		for (int read = entry.read(buffer); read >= 0 && content.size() < most; read = entry.read(buffer)) {
			content.write(buffer, 0, read);
		}
		return content.toByteArray();
	}

	/** A set with these files changed, or added. */
	public ModelSet on(ModelSet set) {
		SortedMap<String, byte[]> changed = new TreeMap<>(set.files());
		changed.putAll(files);
		return new ModelSet(changed);
	}
}
