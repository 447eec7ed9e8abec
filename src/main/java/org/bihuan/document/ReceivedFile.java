package org.bihuan.document;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;

import org.bihuan.ledger.Hash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file on its way in or out: on the disk, never in memory as a whole, with its hash taken while it passed. It is gone when it is closed, unless it
 * lies where it is kept for good.
 */
public final class ReceivedFile implements AutoCloseable {

	/** Something that writes itself. */
	interface Content {

		/** @param to not to be closed */
		void writeTo(OutputStream to) throws IOException;
	}

	private static final Logger LOG = LoggerFactory.getLogger(ReceivedFile.class);

	private final Path path;
	private final long size;
	private final String sha256;
	private final boolean passing;

	private ReceivedFile(Path path, long size, String sha256, boolean passing) {
		this.path = path;
		this.size = size;
		this.sha256 = sha256;
		this.passing = passing;
	}

	/**
	 * Takes in what comes; it is readable for this process's account alone.
	 *
	 * @param content read to its end; the caller closes it
	 */
	public static ReceivedFile of(InputStream content) {
		return of(content::transferTo);
	}

	/** Takes in what is written. */
	static ReceivedFile of(Content content) {
		try {
			Path path = Files.createTempFile("bihuan-file", null);
			try (DigestOutputStream out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(path)),
					Hash.digest())) {
				content.writeTo(out);
				out.flush();
				return new ReceivedFile(path, Files.size(path), HexFormat.of().formatHex(out.getMessageDigest().digest()), true);
			}
			catch (IOException | RuntimeException failed) {
				remove(path);
				throw failed;
			}
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	/** The same of what is in memory already. */
	public static ReceivedFile of(byte[] content) {
		return of(new ByteArrayInputStream(content));
	}

	/** One that lies where it is kept. */
	static ReceivedFile kept(Path path) throws IOException {
		try (DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), Hash.digest())) {
			long size = Files.copy(path, out);
			return new ReceivedFile(path, size, HexFormat.of().formatHex(out.getMessageDigest().digest()), false);
		}
	}

	Path path() {
		return path;
	}

	/** In bytes. */
	public long size() {
		return size;
	}

	String sha256() {
		return sha256;
	}

	/** Writes all of it; the caller closes the stream. */
	public void writeTo(OutputStream out) throws IOException {
		Files.copy(path, out);
	}

	/** Of a file whose size is known to be small enough. */
	byte[] bytes() {
		try {
			return Files.readAllBytes(path);
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	@Override
	public void close() {
		if (passing) {
			remove(path);
		}
	}

	private static void remove(Path path) {
		try {
			Files.deleteIfExists(path);
		}
		catch (IOException stays) {
			LOG.warn("临时文件 {} 未能清理，请手工删除。", path, stays);
		}
	}
}
