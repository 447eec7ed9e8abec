package org.bihuan.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** What an upload may be, told by its content: a name or a declared type is only what somebody says. */
public enum FileType {

	PDF("application/pdf") {
		@Override
		boolean is(Path file) throws IOException {
			return startsWith(file, '%', 'P', 'D', 'F', '-');
		}

		@Override
		void open(Path file) throws Unfit {
			PdfFile.check(file);
		}
	},
	/** Without macros: a document with macros declares another type in its content. */
	DOCX(DocumentFiles.TYPE) {
		@Override
		boolean is(Path file) throws IOException {
			return entry(file, "[Content_Types].xml")
					.contains("\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"");
		}

		@Override
		void open(Path file) throws Unfit {
			OfficeFile.check(this, file);
		}
	},
	XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
		@Override
		boolean is(Path file) throws IOException {
			return entry(file, "[Content_Types].xml").contains("\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"");
		}

		@Override
		void open(Path file) throws Unfit {
			OfficeFile.check(this, file);
		}
	},
	JPG("image/jpeg") {
		@Override
		boolean is(Path file) throws IOException {
			return startsWith(file, 0xFF, 0xD8, 0xFF);
		}

		@Override
		void open(Path file) throws Unfit {
			ImageFile.check(this, file);
		}
	},
	PNG("image/png") {
		@Override
		boolean is(Path file) throws IOException {
			return startsWith(file, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);
		}

		@Override
		void open(Path file) throws Unfit {
			ImageFile.check(this, file);
		}
	},
	/** 版式文件, GB/T 33190 */
	OFD("application/ofd") {
		@Override
		boolean is(Path file) throws IOException {
			return entry(file, "OFD.xml").contains("http://www.ofdspec.org/2016");
		}

		@Override
		void open(Path file) throws Unfit {
			OfdFile.check(file);
		}
	};

	/** What a scanner or a camera makes. */
	static final Set<FileType> SCANS = EnumSet.of(PDF, OFD, JPG, PNG);

	/** What is read of the one entry that tells; more than any real one has. */
	private static final int MOST_OF_AN_ENTRY = 1 << 20;

	private final String mediaType;

	FileType(String mediaType) {
		this.mediaType = mediaType;
	}

	abstract boolean is(Path file) throws IOException;

	/** Opens it as a program would that shows it. */
	abstract void open(Path file) throws Unfit;

	public String mediaType() {
		return mediaType;
	}

	String ending() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** What the content is; empty when it is none of these. */
	static Optional<FileType> of(Path file) throws IOException {
		for (FileType type : values()) {
			if (type.is(file)) {
				return Optional.of(type);
			}
		}
		return Optional.empty();
	}

	/** Whether a name ends as a file of this type does. */
	boolean fits(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return lower.endsWith("." + ending()) || (this == JPG && lower.endsWith(".jpeg"));
	}

	private static boolean startsWith(Path file, int... magic) throws IOException {
		byte[] begin;
		try (InputStream content = Files.newInputStream(file)) {
			begin = content.readNBytes(magic.length + 1);
		}
		if (begin.length <= magic.length) {
			return false;
		}
		for (int at = 0; at < magic.length; at++) {
			if ((begin[at] & 0xFF) != magic[at]) {
				return false;
			}
		}
		return true;
	}

	/** The text of one entry of a zip, empty when there is none or it is no zip; found by the directory, so that nothing else is unpacked. */
	private static String entry(Path file, String name) throws IOException {
		if (!startsWith(file, 'P', 'K', 3, 4)) {
			return "";
		}
		try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
			ZipArchiveEntry entry = zip.getEntry(name);
			if (entry == null || zip.getEntry("word/vbaProject.bin") != null || zip.getEntry("xl/vbaProject.bin") != null) {
				return "";
			}
			try (InputStream content = zip.getInputStream(entry)) {
				return new String(content.readNBytes(MOST_OF_AN_ENTRY), StandardCharsets.UTF_8);
			}
		}
		catch (IOException | RuntimeException broken) {
			return "";
		}
	}
}
