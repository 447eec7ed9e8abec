package org.bihuan.database;

import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;

/**
 * Keeps H2's file small. Each commit leaves a piece of it mostly outdated, and a piece can be written over only when nothing in it is needed: what
 * is still needed is written anew, a little while people work and more while nobody does, when the pieces are also moved together and the file is
 * cut.
 */
final class Tidying {

	private static final int LITTLE = 1 << 20;
	private static final int MORE = 4 << 20;
	/** A piece that is larger stays where it is: a start writes some of several. */
	private static final int MOVED = 16 << 20;

	/** In percent: below that share of what is needed it is worth the trouble. */
	private static final int WORTH_IT_AT_WORK = 50;
	private static final int WORTH_IT_AT_REST = 80;
	private static final int TOGETHER = 90;

	/** So many rounds at rest bring a file of 100 MB together; a small one may never be as tidy as that. */
	private static final int ROUNDS_AT_REST = 30;

	private static final int ROUNDS_AT_THE_END = 3;

	private final MVStore store;
	private final RandomAccessStore file;
	private long writes;
	private int rounds;

	Tidying(MVStore store) {
		this.store = store;
		this.file = (RandomAccessStore) store.getFileStore();
	}

	/** One round, to be repeated every second: a moment while people work, half a second at most while nobody does. */
	void round() {
		if (file.getWriteCount() != writes) {
			rounds = ROUNDS_AT_REST;
			store.compact(WORTH_IT_AT_WORK, LITTLE);
		}
		else if (rounds > 0) {
			rounds = atRest() ? rounds - 1 : 0;
		}
		writes = file.getWriteCount();
	}

	/** @return whether there may be more to do */
	private boolean atRest() {
		long size = file.size();
		boolean rewritten = store.compact(WORTH_IT_AT_REST, MORE);
		store.commit();
		if (file.getFillRate() < TOGETHER) {
			file.compactMoveChunks(TOGETHER, MOVED, store);
		}
		return rewritten || file.size() < size;
	}

	/** What is left when the application stops; H2 does not move what is only apart. */
	void last() {
		for (int round = 0; round < ROUNDS_AT_THE_END && atRest(); round++) {
			// as long as it is of use
		}
	}
}
