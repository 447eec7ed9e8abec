package org.bihuan.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file of H2's whose every write is on the disk before H2 goes on. H2 itself leaves that to the machine, which may take half a minute: without
 * power it would lose what people were told was done, and since it writes over what is outdated, it might find neither the old nor the new. Here
 * nothing is written over before what replaces it is safe. Made by H2, by the scheme of the address: {@code jdbc:h2:durable:/path}.
 */
public class DurableFile extends FilePathWrapper {

	static final String SCHEME = "durable";

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

		private int forced(int written) throws IOException {
			file.force(false);
			return written;
		}

		@Override
		public int write(ByteBuffer bytes) throws IOException {
			return forced(file.write(bytes));
		}

		@Override
		public synchronized int write(ByteBuffer bytes, long position) throws IOException {
			return forced(file.write(bytes, position));
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
