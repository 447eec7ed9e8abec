package org.bihuan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.bihuan.CycleTest;
import org.bihuan.Scans;
import org.bihuan.engine.acting.Actors;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Trail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Attachments in a folder of their own: there with the commit, gone with the rollback. */
class AttachmentFolderTest extends CycleTest {

	@TempDir
	private Path folder;
	@Autowired
	private Actors actors;
	@Autowired
	private Organisation organisation;
	@Autowired
	private Clock clock;
	@Autowired
	private Trail trail;
	@Autowired
	private UploadQuota quota;
	@Autowired
	private PlatformTransactionManager transactions;

	private AttachmentRules rules;
	private Attachments inFolder;

	@BeforeEach
	void attachments() {
		rules = new AttachmentRules(List.of(FileType.PNG), DataSize.ofMegabytes(1), folder.toString(), Set.of(),
				DataSize.ofMegabytes(10), DataSize.ofMegabytes(10), DataSize.ofMegabytes(10));
		inFolder = new Attachments(jdbc, clock, tasks, rules, new AttachmentStore(rules), trail, quota,
				new VirusScanner(new ScannerSettings("", 1)), transactions, account -> {
				}, actors, organisation, elements, outcomes, new Turns(rules));
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.toList();
		}
	}

	private long attach(boolean rollBack) {
		String task = task("task_planResearch").getId();
		return as("chengxiang1", () -> new TransactionTemplate(transactions).execute(status -> {
			long id = inFolder.attach(task, "现场.png", Scans.png(), "chengxiang1");
			if (rollBack) {
				status.setRollbackOnly();
			}
			return id;
		}));
	}

	@Test
	void aCommittedOneIsThereAndReadBack() throws IOException {
		startUpTo("task_planResearch");
		long id = attach(false);
		assertThat(files()).hasSize(1).allSatisfy(file -> assertThat(file).hasBinaryContent(Scans.png()));
		assertThat(jdbc.sql("select count(*) from attachment where id = ? and content is null").param(id).query(Integer.class).single())
				.isEqualTo(1);
		assertThat(inFolder.read(inFolder.find(id).orElseThrow())).isEqualTo(Scans.png());
	}

	@Test
	void aRolledBackOneLeavesNothing() throws IOException {
		startUpTo("task_planResearch");
		Map<String, Object> before = ledger();
		attach(true);
		assertThat(files()).isEmpty();
		assertThat(ledger()).isEqualTo(before);
	}

	@Test
	void aRefusedOneLeavesNothing() throws IOException {
		startUpTo("task_planResearch");
		String task = task("task_planResearch").getId();
		assertThat(refused(() -> as("chengxiang1", () -> inFolder.attach(task, "现场.png", Scans.pdf(), "chengxiang1")))).contains("没有保存");
		assertThat(files()).isEmpty();
	}

	@Test
	void whatWasChangedInTheFolderIsNotServed() throws IOException {
		startUpTo("task_planResearch");
		long id = attach(false);
		Path file = files().get(0);
		Files.write(file, Scans.jpg());
		assertThat(refused(() -> inFolder.open(inFolder.find(id).orElseThrow()))).startsWith("成果 " + outcomeId + " 的附件“现场.png”（编号 " + id
				+ "）与上传时的不一致，没有下载。").contains("附件文件夹里（文件 " + file.getFileName() + "），从备份里恢复后即可下载");
		assertThat(files()).as("it stays for who looks into it").containsExactly(file);
	}

	/** On the former version it was a failure of the server's, in English. */
	@Test
	void whatIsMissingInTheFolderIsNamed() throws IOException {
		startUpTo("task_planResearch");
		long id = attach(false);
		Path file = files().get(0);
		Files.delete(file);
		assertThat(refused(() -> inFolder.open(inFolder.find(id).orElseThrow()))).startsWith("成果 " + outcomeId + " 的附件“现场.png”（编号 " + id
				+ "）找不到了，没有下载。请告知系统管理员：").contains("文件 " + file.getFileName());
		Files.write(file, Scans.png());
		assertThat(inFolder.read(inFolder.find(id).orElseThrow())).as("put back").isEqualTo(Scans.png());
	}

	@Test
	void whatAFallenMachineLeftIsClearedAtStartAndAnUnusableFolderEndsIt() throws IOException {
		Path half = Files.writeString(folder.resolve("half.part"), "half");
		Files.setLastModifiedTime(half, FileTime.from(Files.getLastModifiedTime(half).toInstant().minus(Duration.ofDays(2))));
		// on the former version a node that started took away what another one was just writing
		Path another = Files.writeString(folder.resolve("another-nodes.part"), "under way");
		new AttachmentStore(rules);
		assertThat(files()).containsExactly(another);
		Path file = Files.writeString(folder.resolve("file"), "no folder");
		AttachmentRules unusable = new AttachmentRules(List.of(FileType.PNG), DataSize.ofMegabytes(1), file.toString(), Set.of(),
				DataSize.ofMegabytes(10), DataSize.ofMegabytes(10), DataSize.ofMegabytes(10));
		assertThatThrownBy(() -> new AttachmentStore(unusable)).hasMessageContaining("无法写入");
	}
}
