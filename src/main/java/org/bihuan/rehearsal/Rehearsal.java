package org.bihuan.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

import org.bihuan.model.ModelSet;

/** A set that is tried against another one. */
final class Rehearsal {

	/** What sets came to before, by their hash: of the one in force the same is asked again and again. */
	private final Map<String, Walked> known;
	private final WalkProcess process;

	Rehearsal(List<Group> organisation, List<String> settings, Duration longest) {
		this(organisation, settings, longest, new ConcurrentHashMap<>());
	}

	/** @param known what was walked before with the same organisation and settings; is added to */
	Rehearsal(List<Group> organisation, List<String> settings, Duration longest, Map<String, Walked> known) {
		this.process = new WalkProcess(organisation, settings, longest);
		this.known = known;
	}

	/** How far it is. */
	interface Progress {

		/** @param which set is walked from now on, in Chinese */
		BiConsumer<Integer, Integer> of(String which);
	}

	void stop() {
		process.stop();
	}

	/**
	 * @param candidate sound by its check
	 * @param other what it is compared with, called so
	 * @throws WalkProcess.NotWalked when it does not come to an end
	 */
	Report of(ModelSet candidate, ModelSet other, String called, Progress progress) {
		long began = System.nanoTime();
		Walked walked = process.walk(candidate, progress.of("这一套"));
		known.put(candidate.hash(), walked);
		if (candidate.equals(other)) {
			return Report.of(walked, null, "", "它与" + called + "相同，没有比较。", seconds(began));
		}
		Walked before = known.get(other.hash());
		if (before == null) {
			try {
				before = process.walk(other, progress.of(called));
			}
			catch (WalkProcess.NotWalked failed) {
				if (process.isStopped()) {
					throw failed;
				}
				return Report.of(walked, null, "", called + "自己没有走完，没有比较：" + failed.getMessage(), seconds(began));
			}
			known.put(other.hash(), before);
		}
		return Report.of(walked, before, called, "", seconds(began));
	}

	private static long seconds(long began) {
		return Duration.ofNanos(System.nanoTime() - began).toSeconds();
	}
}
