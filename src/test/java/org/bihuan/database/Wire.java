package org.bihuan.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The wire to a server: it can be torn out, so that connections end and none is made, or swallow everything in silence. */
final class Wire implements AutoCloseable {

	private static final int PIECE = 1 << 14;

	private final int server;
	private final int port;
	private final Set<Socket> open = ConcurrentHashMap.newKeySet();
	private final Object lock = new Object();
	private ServerSocket listening;
	private boolean silent;

	Wire(int server) {
		this.server = server;
		try {
			listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
		this.port = listening.getLocalPort();
		accept(listening);
	}

	int port() {
		return port;
	}

	private void accept(ServerSocket door) {
		daemon(() -> {
			while (!door.isClosed()) {
				Socket near = door.accept();
				open.add(near);
				Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
				open.add(far);
				daemon(() -> pass(near, far));
				daemon(() -> pass(far, near));
			}
		});
	}

	private void pass(Socket from, Socket to) throws IOException {
		try (from; to) {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			byte[] piece = new byte[PIECE];
			for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
				untilItSpeaks();
				out.write(piece, 0, read);
			}
		}
		finally {
			open.remove(from);
			open.remove(to);
		}
	}

	private void untilItSpeaks() {
		synchronized (lock) {
			while (silent) {
				try {
					lock.wait();
				}
				catch (InterruptedException interrupted) {
					Thread.currentThread().interrupt();
					throw new IllegalStateException(interrupted);
				}
			}
		}
	}

	/** As when the server is stopped. */
	void tearOut() throws IOException {
		listening.close();
		for (Socket one : open) {
			one.close();
		}
	}

	void plugIn() throws IOException {
		listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
		accept(listening);
	}

	/** Nothing comes through any more, and nobody is told; new connections are taken, and not answered either. */
	void swallow() {
		synchronized (lock) {
			silent = true;
		}
	}

	/** What was swallowed is lost with the connections. */
	void speak() throws IOException {
		tearOut();
		synchronized (lock) {
			silent = false;
			lock.notifyAll();
		}
		plugIn();
	}

	@Override
	public void close() throws IOException {
		tearOut();
	}

	private interface Work {

		void run() throws IOException;
	}

	private static void daemon(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException | IllegalStateException ended) {
				// as wires do
			}
		});
		thread.setDaemon(true);
		thread.start();
	}
}
