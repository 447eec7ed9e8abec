package org.bihuan.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;

import org.h2.store.fs.FileBase;

/** A file of H2's that hands on whatever it does not do itself: reading, its length, its lock. Whoever writes does it his own way. */
abstract class Passing extends FileBase {

	final FileChannel file;

	Passing(FileChannel file) {
		this.file = file;
	}

	@Override
	public int read(ByteBuffer bytes) throws IOException {
		return file.read(bytes);
	}

	/** Several may read at once, as in the file itself. */
	@Override
	@SuppressWarnings("UnsynchronizedOverridesSynchronized")
	public int read(ByteBuffer bytes, long position) throws IOException {
		return file.read(bytes, position);
	}

	@Override
	public long position() throws IOException {
		return file.position();
	}

	@Override
	public FileChannel position(long position) throws IOException {
		file.position(position);
		return this;
	}

	@Override
	public long size() throws IOException {
		return file.size();
	}

	@Override
	public FileLock tryLock(long position, long size, boolean shared) throws IOException {
		return file.tryLock(position, size, shared);
	}

	@Override
	protected void implCloseChannel() throws IOException {
		file.close();
	}
}
