package org.bihuan.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

import org.bihuan.settings.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The folder of {@code bihuan.attachments.folder}, for a place that keeps files out of its database. A file is written under a
 * temporary name at once and gets its own just before the commit; whatever does not commit is taken away again.
 */
@Component
class AttachmentStore {

	private static final String UNFINISHED = ".part";
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
			// what a machine that was switched off left half-way
			try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
				for (Path one : unfinished) {
					Files.delete(one);
				}
			}
			Files.delete(Files.createTempFile(folder, "trial", UNFINISHED));
		}
		catch (IOException unusable) {
			throw new StartRefused("附件文件夹 " + folder + "（bihuan.attachments.folder）无法写入。", unusable);
		}
	}

	boolean isUsed() {
		return folder != null;
	}

	/**
	 * Keeps the bytes if the running transaction commits.
	 *
	 * @return where, within the folder
	 */
	String keep(byte[] bytes) {
		String place = UUID.randomUUID().toString();
		Path unfinished = folder.resolve(place + UNFINISHED);
		Path file = folder.resolve(place);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void beforeCommit(boolean readOnly) {
				try {
					Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
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
			Files.write(unfinished, bytes);
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
		return place;
	}

	/** @throws UncheckedIOException if the file is not there any more */
	byte[] read(String place) {
		try {
			return Files.readAllBytes(folder.resolve(place));
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
