package org.bihuan.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A disk of H2's, {@code weak:/path}, as disks are: it is full as long as a file {@code full} lies beside what is written, and without power it has
 * kept what was forced, and of everything else some and some not.
 */
public class WeakDisk extends FilePathWrapper {

	/** The beginning of what a machine would not tear. */
	private static final int SECTOR = 4096;

	/** What is on the disk for good, and what was written since, of the file that {@link #remember} names. */
	private static Remembered remembered;

	/** For an application in a process of its own. */
	public static class Registered implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			register();
		}
	}

	static void register() {
		FilePath.register(new WeakDisk());
	}

	/**
	 * From now on what is written to this file is known by whether it was forced.
	 *
	 * @param aboutToBeForced is asked in the worst of moments, when all that was written is to be on the disk in the next
	 */
	static Remembered remember(Path file, Consumer<Remembered> aboutToBeForced) {
		remembered = new Remembered(file.toString(), aboutToBeForced);
		return remembered;
	}

	@Override
	public String getScheme() {
		return "weak";
	}

	private void requireRoom() throws IOException {
		if (Files.exists(Path.of(getBase().toString()).resolveSibling("full"))) {
			throw new IOException("No space left on device");
		}
	}

	@Override
	public OutputStream newOutputStream(boolean append) throws IOException {
		requireRoom();
		return super.newOutputStream(append);
	}

	@Override
	public FileChannel open(String mode) throws IOException {
		Remembered memory = remembered != null && remembered.name.equals(getBase().toString()) ? remembered : null;
		return new Weak(getBase().open(mode), memory);
	}

	/** What a file has kept if the power fails now. */
	static final class Remembered {

		private final String name;
		private final Consumer<Remembered> aboutToBeForced;
		private final Content kept = new Content();
		private final List<Written> since = new ArrayList<>();

		private static final class Written {

			private final long position;
			private final byte[] bytes;

			/** @param bytes null where the file was cut to that length */
			Written(long position, byte[] bytes) {
				this.position = position;
				this.bytes = bytes;
			}
		}

		Remembered(String name, Consumer<Remembered> aboutToBeForced) {
			this.name = name;
			this.aboutToBeForced = aboutToBeForced;
		}

		private synchronized void write(long position, byte[] bytes) {
			since.add(new Written(position, bytes));
		}

		private synchronized void force() {
			aboutToBeForced.accept(this);
			since.forEach(one -> kept.put(one.position, one.bytes, 0, one.bytes == null ? 0 : one.bytes.length));
			since.clear();
		}

		/** The file as it may be found when there is power again: each sector that was not forced is there or is not. */
		synchronized byte[] afterPowerFailed(Random chance) {
			Content found = kept.copy();
			for (Written one : since) {
				int length = one.bytes == null ? 1 : one.bytes.length;
				for (int from = 0; from < length; from += SECTOR) {
					if (chance.nextBoolean()) {
						found.put(one.position + from, one.bytes, from, Math.min(SECTOR, length - from));
					}
				}
			}
			return found.copy().bytes;
		}
	}

	private static final class Content {

		private byte[] bytes = new byte[1 << 20];
		private int length;

		/** @param written null to cut the content to that length */
		void put(long position, byte[] written, int from, int count) {
			if (written == null) {
				length = (int) position;
				return;
			}
			int end = (int) position + count;
			if (end > bytes.length) {
				bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
			}
			System.arraycopy(written, from, bytes, (int) position, count);
			length = Math.max(length, end);
		}

		Content copy() {
			Content copy = new Content();
			copy.bytes = Arrays.copyOf(bytes, length);
			copy.length = length;
			return copy;
		}
	}

	private final class Weak extends Passing {

		private final Remembered memory;

		Weak(FileChannel file, Remembered memory) {
			super(file);
			this.memory = memory;
		}

		@Override
		public synchronized int write(ByteBuffer bytes, long position) throws IOException {
			requireRoom();
			if (memory != null) {
				byte[] copy = new byte[bytes.remaining()];
				bytes.duplicate().get(copy);
				memory.write(position, copy);
			}
			return file.write(bytes, position);
		}

		@Override
		public int write(ByteBuffer bytes) throws IOException {
			long position = file.position();
			int written = write(bytes, position);
			file.position(position + written);
			return written;
		}

		@Override
		public FileChannel truncate(long size) throws IOException {
			if (memory != null) {
				memory.write(size, null);
			}
			file.truncate(size);
			return this;
		}

		@Override
		public void force(boolean withMetadata) {
			if (memory != null) {
				memory.force();
			}
		}
	}
}
