package org.bihuan.database;

import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;

/**
 * Keeps H2's file small. Each commit leaves a piece of it mostly outdated, and a piece can be written over only when nothing in it is needed: what is
 * still needed is written anew, a little while people work and more while nobody does, when the pieces are also moved together and the file is cut.
 */
final class Tidying {

	private static final int LITTLE = 1 << 20;
	private static final int MORE = 4 << 20;

	/** In percent: below that share of what is needed it is worth the trouble. */
	private static final int WORTH_IT_AT_WORK = 50;
	private static final int WORTH_IT_AT_REST = 80;
	private static final int TOGETHER = 90;

	private final MVStore store;
	private final RandomAccessStore file;
	private long writes;
	private boolean tidy;

	Tidying(MVStore store) {
		this.store = store;
		this.file = (RandomAccessStore) store.getFileStore();
	}

	/** One round, shorter than a person notices; to be repeated every second. */
	void round() {
		if (file.getWriteCount() != writes) {
			tidy = false;
			store.compact(WORTH_IT_AT_WORK, LITTLE);
		}
		else if (!tidy) {
			long size = file.size();
			int needed = file.getChunksFillRate();
			store.compact(WORTH_IT_AT_REST, MORE);
			store.commit();
			if (file.getFillRate() < TOGETHER) {
				file.compactMoveChunks(TOGETHER, MORE, store);
			}
			// where a round changes nothing the next would not either
			tidy = file.size() >= size && file.getChunksFillRate() <= needed;
		}
		writes = file.getWriteCount();
	}
}
