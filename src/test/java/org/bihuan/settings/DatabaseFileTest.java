package org.bihuan.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody else on the machine reads the database. Every one fell before: the file was as the machine makes files, mostly for all to read. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its files have no such rights")
class DatabaseFileTest {

	@TempDir
	private Path folder;

	private static String rights(Path file) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
	}

	private static void rights(Path file, String rights) throws IOException {
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
	}

	private static String url(Path database) {
		return "jdbc:h2:file:" + database + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
	}

	/** Writes what is not there yet, as the application would. */
	private static int rows(Path database) throws SQLException {
		try (Connection connection = DriverManager.getConnection(url(database), "sa", ""); Statement statement = connection.createStatement()) {
			statement.execute("create table if not exists kept (id int)");
			statement.execute("insert into kept values (1)");
			try (ResultSet count = statement.executeQuery("select count(*) from kept")) {
				count.next();
				return count.getInt(1);
			}
		}
	}

	@Test
	void aNewDatabaseIsForItsOwnerAlone() throws Exception {
		Path database = folder.resolve("data/bihuan");
		DatabaseFile.keepToOneself(url(database));
		assertThat(rows(database)).isEqualTo(1);
		assertThat(rights(folder.resolve("data"))).isEqualTo("rwx------");
		try (Stream<Path> files = Files.list(folder.resolve("data"))) {
			assertThat(files.toList()).isNotEmpty().allSatisfy(file -> assertThat(rights(file)).isEqualTo("rw-------"));
		}
	}

	@Test
	void oneOfBeforeIsPutRightAndKeepsWhatIsInIt() throws Exception {
		Path database = folder.resolve("data/bihuan");
		Files.createDirectories(database.getParent());
		assertThat(rows(database)).isEqualTo(1);
		Path trace = Files.createFile(folder.resolve("data/bihuan.trace.db"));
		rights(trace, "rw-rw-rw-");
		rights(folder.resolve("data/bihuan.mv.db"), "rw-r--r--");
		rights(database.getParent(), "rwxr-xr-x");
		DatabaseFile.keepToOneself(url(database));
		assertThat(rights(folder.resolve("data/bihuan.mv.db"))).isEqualTo("rw-------");
		assertThat(rights(trace)).isEqualTo("rw-------");
		assertThat(rights(database.getParent())).isEqualTo("rwx------");
		assertThat(rows(database)).isEqualTo(2);
	}

	@Test
	void aFolderWithSomethingElseInItIsLeftAsItIs() throws Exception {
		Path other = Files.createFile(folder.resolve("notes.txt"));
		rights(other, "rw-r--r--");
		rights(folder, "rwxr-xr-x");
		DatabaseFile.keepToOneself(url(folder.resolve("bihuan")));
		assertThat(rights(folder)).isEqualTo("rwxr-xr-x");
		assertThat(rights(other)).isEqualTo("rw-r--r--");
		assertThat(rights(folder.resolve("bihuan.mv.db"))).isEqualTo("rw-------");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "jdbc:h2:mem:x;DB_CLOSE_DELAY=-1", "jdbc:h2:tcp://localhost/~/x", "jdbc:postgresql://127.0.0.1/bihuan" })
	void whatIsNoFileIsLeftAlone(String url) {
		assertThatCode(() -> DatabaseFile.keepToOneself(url)).doesNotThrowAnyException();
	}
}
