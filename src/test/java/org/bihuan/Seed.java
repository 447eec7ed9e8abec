package org.bihuan;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Says of shuffled tests how they are run in the same order again. */
public final class Seed implements LauncherSessionListener {

	@Override
	public void launcherSessionOpened(LauncherSession session) {
		String seed = System.getProperty("bihuan.test.seed");
		if (seed != null) {
			System.out.println("Classes and methods in random order; the same order again: mvn verify -Pfull -Dtest.seed=" + seed);
		}
	}
}
