package org.bihuan.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file of H2's whose every write is on the disk before H2 goes on. H2 itself leaves that to the machine, which may take half a minute: without
 * power it would lose what people were told was done, and since it writes over what is outdated, it might find neither the old nor the new. Here
 * nothing is written over before what replaces it is safe. And since a disk writes in what order it likes, the last block of a write, by which H2
 * knows that all of it is there, comes when the blocks before it are safe. Made by H2, by the scheme of the address: {@code jdbc:h2:durable:/path}.
 */
public class DurableFile extends FilePathWrapper {

	static final String SCHEME = "durable";

	/** In bytes; what H2 writes by, and what no disk tears. */
	private static final int BLOCK = 4096;

	/** From now on H2 knows the scheme. */
	static void register() {
		FilePath.register(new DurableFile());
	}

	@Override
	public String getScheme() {
		return SCHEME;
	}

	@Override
	public FileChannel open(String mode) throws IOException {
		FileChannel file = getBase().open(mode);
		return "r".equals(mode) ? file : new Forced(file);
	}

	private static final class Forced extends Passing {

		Forced(FileChannel file) {
			super(file);
		}

		@Override
		public synchronized int write(ByteBuffer bytes) throws IOException {
			long position = file.position();
			int written = write(bytes, position);
			file.position(position + written);
			return written;
		}

		@Override
		public synchronized int write(ByteBuffer bytes, long position) throws IOException {
			int end = bytes.limit();
			int before = Math.max(0, bytes.remaining() - BLOCK);
			int written = before == 0 ? 0 : forced(bytes.limit(bytes.position() + before), position);
			bytes.limit(end);
			return written < before ? written : written + forced(bytes, position + written);
		}

		private int forced(ByteBuffer bytes, long position) throws IOException {
			int written = file.write(bytes, position);
			file.force(false);
			return written;
		}

		@Override
		public FileChannel truncate(long size) throws IOException {
			file.truncate(size);
			file.force(true);
			return this;
		}

		@Override
		public void force(boolean withMetadata) throws IOException {
			file.force(withMetadata);
		}
	}
}
