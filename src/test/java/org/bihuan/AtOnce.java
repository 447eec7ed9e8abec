package org.bihuan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many who do something at the same moment. */
public final class AtOnce {

	private AtOnce() {
	}

	/** What one of them does. */
	public interface Act<T> {

		/** @param number which of them it is, from 0 */
		T by(int number) throws Exception;
	}

	/** What each of them got, in their order; who fails fails the test. */
	public static <T> List<T> all(int many, Act<T> act) throws Exception {
		CyclicBarrier together = new CyclicBarrier(many);
		ExecutorService threads = Executors.newFixedThreadPool(many);
		try {
			List<Future<T>> begun = IntStream.range(0, many).mapToObj(number -> threads.submit(() -> {
				together.await();
				return act.by(number);
			})).toList();
			List<T> got = new ArrayList<>();
			for (Future<T> one : begun) {
				got.add(one.get());
			}
			return got;
		}
		finally {
			threads.shutdown();
		}
	}
}
