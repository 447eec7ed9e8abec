package org.bihuan.document;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.bihuan.engine.acting.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets ClamAV look at an upload before it is kept, by the command {@code INSTREAM} of its protocol: the file goes over in parts, each after its
 * length, and an empty one ends it; one line comes back. What is not found clean is not taken: neither what has a virus nor what nobody
 * could look at.
 */
@Component
class VirusScanner {

	private static final Logger LOG = LoggerFactory.getLogger(VirusScanner.class);
	private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
	private static final int AT_A_TIME = 1 << 16;
	private static final int LONGEST_ANSWER = 1_024;
	private static final String CLEAN = "stream: OK";
	private static final String FOUND = " FOUND";
	private static final String NOT_LOOKED_AT = "查毒程序没有应答，文件“%s”没有保存。请稍后再上传；一直这样的，请告知系统管理员（bihuan.scanner.address）。";

	private final ScannerSettings settings;

	VirusScanner(ScannerSettings settings) {
		this.settings = settings;
	}

	/**
	 * Waits for the answer, at most so long as is configured. Never within a transaction: a scanner that is slow would hold the database.
	 *
	 * @param name of the file, for the sentences
	 * @throws Refusal unless the file was found clean, or nobody is to look at it
	 */
	void check(String name, Path file) {
		if (settings.address().isBlank()) {
			return;
		}
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("a transaction would wait for the scanner");
		}
		String answer;
		try {
			answer = ask(file);
		}
		catch (IOException unreachable) {
			LOG.warn("查毒程序 {} 没有应答：{}", settings.address(), unreachable.toString());
			throw Refusal.invalid(NOT_LOOKED_AT.formatted(name), unreachable);
		}
		if (answer.endsWith(FOUND)) {
			String virus = answer.substring(answer.indexOf(' ') + 1, answer.length() - FOUND.length());
			LOG.warn("附件“{}”查出病毒 {}，没有保存", name, virus);
			throw Refusal.invalid("文件“" + name + "”查出病毒（" + virus + "），没有保存。请不要再打开或转发它，并告知系统管理员。");
		}
		if (!CLEAN.equals(answer)) {
			LOG.warn("查毒程序 {} 没有查附件“{}”：{}", settings.address(), name, answer);
			throw Refusal.invalid("查毒程序查不了文件“" + name + "”（" + answer + "），没有保存。请拆分或另存为 PDF 后再上传；仍不行的，请告知系统管理员。");
		}
	}

	private String ask(Path file) throws IOException {
		int colon = settings.address().lastIndexOf(':');
		int wait = Math.toIntExact(TimeUnit.SECONDS.toMillis(settings.timeout()));
		try (Socket socket = new Socket()) {
			// a scanner that takes nothing in would hold a write for ever: whatever goes on then ends with the socket
			CompletableFuture.delayedExecutor(settings.timeout(), TimeUnit.SECONDS).execute(() -> close(socket));
			socket.setSoTimeout(wait);
			socket.connect(new InetSocketAddress(settings.address().substring(0, colon).replaceAll("[\\[\\]]", ""),
					Integer.parseInt(settings.address().substring(colon + 1))), wait);
			send(file, new DataOutputStream(socket.getOutputStream()));
			return line(socket.getInputStream());
		}
	}

	private static void send(Path file, DataOutputStream out) throws IOException {
		out.write(COMMAND);
		byte[] part = new byte[AT_A_TIME];
		try (InputStream content = Files.newInputStream(file)) {
			for (int length = content.read(part); length > 0; length = content.read(part)) {
				out.writeInt(length);
				out.write(part, 0, length);
			}
		}
		out.writeInt(0);
		out.flush();
	}

	private static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int character = in.read(); character > 0 && line.length() < LONGEST_ANSWER; character = in.read()) {
			line.append((char) character);
		}
		return line.toString().strip();
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException gone) {
			LOG.debug("socket to the scanner", gone);
		}
	}
}
