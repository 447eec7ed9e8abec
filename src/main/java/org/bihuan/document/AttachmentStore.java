package org.bihuan.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.bihuan.settings.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The folder of {@code bihuan.attachments.folder}, for a place that keeps files out of its database; several nodes may write there. A file is
 * written under a temporary name at once and gets its own just before the commit; whatever does not commit is taken away again.
 */
@Component
class AttachmentStore {

	private static final String UNFINISHED = ".part";
	/** From then on nobody writes it any more: by the clock that gives the folder's files their times. */
	private static final Duration LEFT = Duration.ofDays(1);
	private static final Logger LOG = LoggerFactory.getLogger(AttachmentStore.class);

	private final Path folder;

	/** @throws StartRefused which ends the start, if the folder cannot be used */
	AttachmentStore(AttachmentRules rules) {
		this.folder = rules.folder().isBlank() ? null : Path.of(rules.folder());
		if (folder != null) {
			prepare();
		}
	}

	private void prepare() {
		try {
			Files.createDirectories(folder);
			Path trial = Files.createTempFile(folder, "trial", UNFINISHED);
			// what a machine that was switched off left half-way; of another node's, which writes there now, nothing is so old
			Instant old = Files.getLastModifiedTime(trial).toInstant().minus(LEFT);
			Files.delete(trial);
			try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
				for (Path one : unfinished) {
					removeIfBefore(old, one);
				}
			}
		}
		catch (IOException unusable) {
			throw new StartRefused("附件文件夹 " + folder + "（bihuan.attachments.folder）无法写入。", unusable);
		}
	}

	/** Another node may do so at the same moment. */
	private static void removeIfBefore(Instant moment, Path one) throws IOException {
		try {
			if (Files.getLastModifiedTime(one).toInstant().isBefore(moment)) {
				Files.deleteIfExists(one);
			}
		}
		catch (NoSuchFileException gone) {
			LOG.debug("{} is gone", one, gone);
		}
	}

	boolean isUsed() {
		return folder != null;
	}

	/**
	 * Keeps a file if the running transaction commits; by then it is on the disk, under its name, also if the machine fails.
	 *
	 * @return where, within the folder
	 */
	String keep(Path content) {
		String place = UUID.randomUUID().toString();
		Path unfinished = folder.resolve(place + UNFINISHED);
		Path file = folder.resolve(place);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void beforeCommit(boolean readOnly) {
				try {
					Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
					force(folder);
				}
				catch (IOException failed) {
					throw new UncheckedIOException(failed);
				}
			}

			@Override
			public void afterCompletion(int status) {
				if (status == STATUS_ROLLED_BACK) {
					remove(unfinished);
					remove(file);
				}
			}
		});
		try {
			Files.copy(content, unfinished);
			force(unfinished);
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
		return place;
	}

	/** On the disk, not only on its way there. A folder that the system does not open like a file (Windows) keeps its names by itself. */
	private static void force(Path path) throws IOException {
		boolean isFolder = Files.isDirectory(path);
		try (FileChannel channel = FileChannel.open(path, isFolder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
			channel.force(true);
		}
		catch (AccessDeniedException noFile) {
			if (!isFolder) {
				throw noFile;
			}
		}
	}

	/** What lies there; empty if there is no such file any more. */
	Optional<ReceivedFile> open(String place) {
		try {
			return Optional.of(ReceivedFile.kept(folder.resolve(place)));
		}
		catch (NoSuchFileException gone) {
			return Optional.empty();
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	private static void remove(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException failed) {
			LOG.warn("附件文件 {} 未能清理，请手工删除。", file, failed);
		}
	}
}
