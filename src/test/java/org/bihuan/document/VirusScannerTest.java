package org.bihuan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.bihuan.CycleTest;
import org.bihuan.Scans;
import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Trail;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** ClamAV's protocol against a stand-in on this machine that speaks it. Before, nobody looked at what was uploaded. */
@Tag("wide")
class VirusScannerTest extends CycleTest {

	private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

	@Autowired
	private Actors actors;
	@Autowired
	private Organisation organisation;
	@Autowired
	private DataSource database;
	@Autowired
	private PlatformTransactionManager transactions;
	@Autowired
	private Clock clock;
	@Autowired
	private Trail trail;
	@Autowired
	private UploadQuota quota;
	@Autowired
	private AttachmentRules rules;
	@Autowired
	private AttachmentStore store;

	/** A clamd for one file: reads the command and the file as the protocol has them, then answers what it is told to. */
	private static final class StandIn implements AutoCloseable {

		private final ServerSocket door;
		private final CompletableFuture<String> read = new CompletableFuture<>();

		StandIn(Function<String, String> answer) throws IOException {
			door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
			Thread serving = new Thread(() -> serve(answer), "clamd");
			serving.setDaemon(true);
			serving.start();
		}

		private void serve(Function<String, String> answer) {
			try (Socket caller = door.accept();
					DataInputStream in = new DataInputStream(caller.getInputStream());
					OutputStream out = caller.getOutputStream()) {
				assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
				StringBuilder file = new StringBuilder();
				for (int length = in.readInt(); length > 0; length = in.readInt()) {
					file.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
				}
				read.complete(file.toString());
				out.write((answer.apply(file.toString()) + "\0").getBytes(StandardCharsets.US_ASCII));
			}
			catch (IOException | AssertionError failed) {
				read.completeExceptionally(failed);
			}
		}

		String address() {
			return "127.0.0.1:" + door.getLocalPort();
		}

		@Override
		public void close() throws IOException {
			door.close();
		}
	}

	private static String found(String file) {
		return file.contains(EICAR) ? "stream: Win.Test.EICAR_HDB-1 FOUND" : "stream: OK";
	}

	private static void check(ScannerSettings settings, byte[] bytes) {
		try (ReceivedFile file = ReceivedFile.of(bytes)) {
			new VirusScanner(settings).check("件.pdf", file.path());
		}
	}

	private static String refused(String address, byte[] bytes) {
		return Refusal.in(catchThrowable(() -> check(new ScannerSettings(address, 1), bytes))).getMessage();
	}

	@Test
	void whatIsCleanIsTakenAndSentAsItIs() throws Exception {
		try (StandIn clamd = new StandIn(VirusScannerTest::found)) {
			byte[] large = new byte[200_000];
			large[199_999] = 7;
			check(new ScannerSettings(clamd.address(), 5), large);
			assertThat(clamd.read.get().getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(large);
		}
	}

	@Test
	void whatHasAVirusIsRefused() throws Exception {
		try (StandIn clamd = new StandIn(VirusScannerTest::found)) {
			assertThat(refused(clamd.address(), EICAR.getBytes(StandardCharsets.US_ASCII)))
					.isEqualTo("文件“件.pdf”查出病毒（Win.Test.EICAR_HDB-1），没有保存。请不要再打开或转发它，并告知系统管理员。");
		}
	}

	@Test
	void whatNobodyCouldLookAtIsRefused() throws Exception {
		try (StandIn clamd = new StandIn(file -> "INSTREAM size limit exceeded. ERROR")) {
			assertThat(refused(clamd.address(), new byte[10])).contains("查不了文件“件.pdf”（INSTREAM size limit exceeded. ERROR），没有保存");
		}
		try (StandIn clamd = new StandIn(file -> "")) {
			assertThat(refused(clamd.address(), new byte[10])).contains("没有保存");
		}
		ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
		closed.close();
		assertThat(refused("127.0.0.1:" + closed.getLocalPort(), new byte[10])).startsWith("查毒程序没有应答，文件“件.pdf”没有保存。请稍后再上传");
	}

	@Test
	void aScannerThatNeverAnswersIsWaitedForNoLongerThanConfigured() throws Exception {
		CompletableFuture<String> never = new CompletableFuture<>();
		try (StandIn clamd = new StandIn(file -> never.join())) {
			assertThat(refused(clamd.address(), new byte[10])).startsWith("查毒程序没有应答");
			never.complete("stream: OK");
		}
		// one that takes nothing in either: its door is open, and nobody reads
		try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThat(refused("127.0.0.1:" + deaf.getLocalPort(), new byte[60 << 20])).startsWith("查毒程序没有应答");
		}
	}

	@Test
	void withoutAnAddressNobodyIsAsked() {
		assertThatCode(() -> check(new ScannerSettings("", 1), EICAR.getBytes(StandardCharsets.US_ASCII)))
				.doesNotThrowAnyException();
	}

	@Test
	void noTransactionEverWaitsForIt() throws Exception {
		startUpTo("task_planResearch");
		String task = task("task_planResearch").getId();
		HikariDataSource pool = database.unwrap(HikariDataSource.class);
		CompletableFuture<Integer> connections = new CompletableFuture<>();
		try (StandIn clamd = new StandIn(file -> {
			connections.complete(pool.getHikariPoolMXBean().getActiveConnections());
			return "stream: OK";
		})) {
			Attachments scanned = new Attachments(jdbc, clock, tasks, rules, store, trail, quota,
					new VirusScanner(new ScannerSettings(clamd.address(), 5)), transactions, account -> {
					}, actors, organisation, elements, outcomes, new Turns(rules));
			as("chengxiang1", () -> scanned.attach(task, "现场.png", Scans.png(), "chengxiang1"));
			assertThat(connections.get()).isZero();
			assertThat(clamd.read.get()).hasSize(Scans.png().length);
			Throwable within = catchThrowable(() -> as("chengxiang1", () -> new TransactionTemplate(transactions)
					.execute(status -> scanned.attach(task, "现场.png", Scans.png(), "chengxiang1"))));
			assertThat(within).hasMessageContaining("a transaction would wait");
		}
	}

	@Test
	void aRefusedUploadLeavesNothing() throws IOException, ExecutionException, InterruptedException {
		startUpTo("task_planResearch");
		String task = task("task_planResearch").getId();
		Map<String, Object> before = ledger();
		try (StandIn clamd = new StandIn(file -> "stream: Test FOUND")) {
			Attachments scanned = new Attachments(jdbc, clock, tasks, rules, store, trail, quota,
					new VirusScanner(new ScannerSettings(clamd.address(), 5)), transactions, account -> {
					}, actors, organisation, elements, outcomes, new Turns(rules));
			assertThat(refused(() -> as("chengxiang1", () -> scanned.attach(task, "现场.png", Scans.png(), "chengxiang1")))).contains("查出病毒（Test）");
		}
		assertThat(ledger()).isEqualTo(before);
	}
}
