package org.bihuan.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The bytes of a file as characters, each by its number, of which a part at a time is in memory. For one thread. */
final class FileText implements CharSequence, AutoCloseable {

	private static final int PART = 1 << 16;

	private final FileChannel file;
	private final int length;
	private final byte[] part = new byte[PART];
	private int from;
	private int to;

	FileText(Path path) throws IOException {
		this.file = FileChannel.open(path);
		this.length = Math.toIntExact(file.size());
	}

	@Override
	public int length() {
		return length;
	}

	@Override
	public char charAt(int index) {
		if (index < from || index >= to) {
			read(index);
		}
		return (char) (part[index - from] & 0xFF);
	}

	/** With as much around it as is likely to be asked for next: what follows, or, of who goes backwards, what stands before. */
	private void read(int index) {
		int start = index < from ? Math.max(0, index - PART + 1) : index;
		ByteBuffer into = ByteBuffer.wrap(part);
		try {
			int read = 0;
			while (into.hasRemaining() && read >= 0) {
				read = file.read(into, start + (long) into.position());
			}
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
		from = start;
		to = start + into.position();
		if (index >= to) {
			throw new IndexOutOfBoundsException(index);
		}
	}

	@Override
	public CharSequence subSequence(int start, int end) {
		byte[] bytes = new byte[end - start];
		for (int at = start; at < end; at++) {
			bytes[at - start] = (byte) charAt(at);
		}
		return new String(bytes, StandardCharsets.ISO_8859_1);
	}

	/** Where these characters stand last; -1 where they do not. */
	int lastIndexOf(String wanted) {
		for (int at = length - wanted.length(); at >= 0; at--) {
			int matched = 0;
			while (matched < wanted.length() && charAt(at + matched) == wanted.charAt(matched)) {
				matched++;
			}
			if (matched == wanted.length()) {
				return at;
			}
		}
		return -1;
	}

	/** The bytes from there on, whatever else is read of the file. */
	InputStream from(int start) {
		return new InputStream() {
			private long at = start;

			@Override
			public int read() throws IOException {
				byte[] one = new byte[1];
				return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
			}

			@Override
			public int read(byte[] into, int offset, int most) throws IOException {
				int read = file.read(ByteBuffer.wrap(into, offset, most), at);
				at += Math.max(0, read);
				return read;
			}
		};
	}

	@Override
	public void close() throws IOException {
		file.close();
	}

	@Override
	public String toString() {
		return subSequence(0, length).toString();
	}
}
