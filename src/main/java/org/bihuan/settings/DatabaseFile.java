package org.bihuan.settings;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * H2's file is for who runs the application alone, before anything is in it: H2 itself makes it as the machine has it, which mostly is for
 * everybody to read. A file of before is put right, and so is everything of the database's beside it (traces, locks). Its folder is shut as well,
 * if it is made here or holds nothing else. Where files have no such rights (Windows), or the database is no file, nothing is done.
 */
class DatabaseFile implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final Pattern FILE = Pattern.compile("jdbc:h2:(?:file:|nio:|split:|durable:)?(?!\\w{2,}:)([^;]+).*");
	private static final Set<PosixFilePermission> OWN_FILE = PosixFilePermissions.fromString("rw-------");
	private static final Set<PosixFilePermission> OWN_FOLDER = PosixFilePermissions.fromString("rwx------");

	/** @throws StartRefused if it cannot be done */
	@Override
	public void initialize(ConfigurableApplicationContext context) {
		keepToOneself(context.getEnvironment().getProperty("spring.datasource.url", ""));
	}

	/** @param url of JDBC, whatever database it names */
	static void keepToOneself(String url) {
		Matcher file = FILE.matcher(url);
		if (!file.matches() || !FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
			return;
		}
		Path database = Path.of(file.group(1).replaceFirst("^~(?=/)", System.getProperty("user.home"))).toAbsolutePath().normalize();
		try {
			shut(database);
		}
		catch (IOException impossible) {
			throw new StartRefused("数据库文件 " + database + " 不能设为只有本人可读写。请检查它和所在文件夹属于运行本系统的账号。", impossible);
		}
	}

	private static void shut(Path database) throws IOException {
		Path folder = database.getParent();
		if (!Files.exists(folder)) {
			Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWN_FOLDER));
		}
		try {
			Files.createFile(folder.resolve(database.getFileName() + ".mv.db"), PosixFilePermissions.asFileAttribute(OWN_FILE));
		}
		catch (FileAlreadyExistsException ofBefore) {
			// it is put right below, with what is beside it
		}
		List<Path> all = list(folder);
		List<Path> own = all.stream()
				.filter(one -> one.getFileName().toString().startsWith(database.getFileName() + ".") && Files.isRegularFile(one))
				.toList();
		for (Path one : own) {
			Files.setPosixFilePermissions(one, OWN_FILE);
		}
		if (own.size() == all.size()) {
			Files.setPosixFilePermissions(folder, OWN_FOLDER);
		}
	}

	private static List<Path> list(Path folder) throws IOException {
		try (Stream<Path> entries = Files.list(folder)) {
			return entries.toList();
		}
	}
}
