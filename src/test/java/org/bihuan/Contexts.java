package org.bihuan;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.springframework.boot.ConfigurableBootstrapContext;
import org.springframework.boot.SpringApplicationRunListener;

/**
 * Counts the applications that are started in this JVM. Each costs everybody seconds; a test with a property of its own starts one. One more
 * than {@link #MOST} does not start.
 */
public final class Contexts implements SpringApplicationRunListener, LauncherSessionListener {

	/** All tests' own, in one JVM: the common one, with mail, without extension, the sample year's read, worked on and
	 * with the cases of this month, with LDAP, with OIDC. */
	static final int MOST = 8;

	private static final AtomicInteger STARTED = new AtomicInteger();

	@Override
	public void starting(ConfigurableBootstrapContext context) {
		int started = STARTED.incrementAndGet();
		if (started > MOST) {
			throw new IllegalStateException("This would be application " + started + " in one JVM, and the tests make do with " + MOST
					+ ": use the common one of EngineTest, or say in Contexts why there must be one more.");
		}
	}

	@Override
	public void launcherSessionClosed(LauncherSession session) {
		System.out.println("Applications started in this JVM: " + STARTED + " of at most " + MOST);
	}
}
