package org.bihuan.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.bihuan.BihuanApplication;
import org.bihuan.Postgres;
import org.bihuan.ledger.ModelSets;
import org.bihuan.ledger.ModelSets.Force;
import org.bihuan.ledger.ModelSets.Source;
import org.bihuan.model.ModelSet;
import org.bihuan.settings.StartRefused;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One database, started again and again. On the former version each start took what the jar or the folder had: what was deployed from the Modeler
 * was gone, or was used in part.
 */
@Tag("database")
@Tag("long")
@ExtendWith(OutputCaptureExtension.class)
class SetStaysInForceTest {

	private static int engines;

	@TempDir
	private Path folder;

	private final List<String> database = new ArrayList<>();

	@BeforeAll
	static void shanghai() {
		BihuanApplication.useShanghaiTime();
	}

	/** An application of its own, on the database of this test. */
	private final class Started implements AutoCloseable {

		private final String engine = "sets" + ++engines;
		private final ConfigurableApplicationContext application;

		Started(String... more) {
			List<String> arguments = new ArrayList<>(database());
			arguments.addAll(List.of("--server.port=0", "--camunda.bpm.job-execution.enabled=false", "--camunda.bpm.process-engine-name=" + engine,
					// closing the webapps would close them for every other application in this JVM
					"--camunda.bpm.webapp.enabled=false", "--bihuan.sample=false"));
			arguments.addAll(List.of(more));
			application = new SpringApplicationBuilder(BihuanApplication.class).run(arguments.toArray(String[]::new));
		}

		ModelSets sets() {
			return application.getBean(ModelSets.class);
		}

		Force now() {
			return sets().inForce().orElseThrow();
		}

		ModelSet inForce() {
			return application.getBean(ModelDeployment.class).inForce();
		}

		Modeler modeler() {
			return new Modeler("http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port") + "/engine-rest/engine/" + engine,
					"fenxi1");
		}

		List<String> deploymentsInUse() {
			return application.getBean(RepositoryService.class).createProcessDefinitionQuery().latestVersion().list().stream()
					.map(ProcessDefinition::getDeploymentId).distinct().toList();
		}

		long definitions() {
			return application.getBean(RepositoryService.class).createProcessDefinitionQuery().count();
		}

		void sql(String... statements) {
			List.of(statements).forEach(one -> application.getBean(JdbcClient.class).sql(one).update());
		}

		@Override
		public void close() {
			application.close();
		}
	}

	private List<String> database() {
		if (database.isEmpty()) {
			database.addAll("postgresql".equals(System.getProperty("bihuan.test.database"))
					? List.of("--spring.datasource.url=" + Postgres.newDatabase(), "--spring.datasource.username=postgres",
							"--spring.datasource.password=postgres")
					: List.of("--spring.datasource.url=jdbc:h2:file:" + folder.resolve("bihuan") + ";TRACE_LEVEL_FILE=0"));
		}
		return database;
	}

	/** A folder as an analyst has it, with one diagram of another name. */
	private Path models(String name) throws IOException {
		Path models = folder.resolve(name);
		for (Map.Entry<String, byte[]> file : renamed(name).files().entrySet()) {
			String part = file.getKey().endsWith(".form") ? "forms" : file.getKey().endsWith(".docx") ? "documents" : "processes";
			Files.createDirectories(models.resolve(part));
			Files.write(models.resolve(part).resolve(file.getKey()), file.getValue());
		}
		return models;
	}

	private static ModelSet renamed(String name) {
		return ModelSet.packaged().with("mail-delivery.bpmn", mail(name));
	}

	private static byte[] mail(String name) {
		return new String(ModelSet.packaged().files().get("mail-delivery.bpmn"), StandardCharsets.UTF_8)
				.replace("name=\"邮件送达\"", "name=\"" + name + "\"").getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void whatTheAnalystDeployedStaysHoweverItIsStartedAgain(CapturedOutput log) throws IOException {
		long definitions;
		String deployment;
		try (Started first = new Started()) {
			assertThat(first.now().source()).isEqualTo(Source.PACKAGED);
			assertThat(first.inForce()).isEqualTo(ModelSet.packaged());
			assertThat(first.modeler().deploy("送达", Map.of("mail-delivery.bpmn", mail("分析员的"))).status()).isEqualTo(200);
			definitions = first.definitions();
			deployment = first.now().deploymentId();
		}
		for (String[] way : new String[][] { {}, { "--bihuan.models=" + models("另一个文件夹") }, {} }) {
			try (Started again = new Started(way)) {
				assertThat(again.inForce()).as(String.join(" ", way)).isEqualTo(renamed("分析员的"));
				assertThat(again.now().number()).isEqualTo(2);
				assertThat(again.definitions()).as("no new version").isEqualTo(definitions);
				assertThat(again.deploymentsInUse()).containsExactly(deployment);
			}
		}
		assertThat(log).contains("随程序打包的一套与现行的第 2 套不同，没有采用", "bihuan.models 文件夹里的一套与现行的第 2 套不同，没有采用", "/models");
	}

	@Test
	void aFolderIsTheFirstOnAnEmptyDatabaseAndAWrongOneEndsTheStart() throws IOException {
		Path models = models("第一个文件夹");
		Files.writeString(models.resolve("processes/conversion.bpmn"), "<bpmn");
		Files.delete(models.resolve("forms/sign-reply.form"));
		assertThatThrownBy(() -> new Started("--bihuan.models=" + models)).hasRootCauseInstanceOf(StartRefused.class).rootCause()
				.hasMessageContainingAll("conversion.bpmn：不是完整的流程图", "sign-reply.form：缺少这个文件");
		try (Started first = new Started("--bihuan.models=" + models("又一个文件夹"))) {
			assertThat(first.now().source()).isEqualTo(Source.FOLDER);
			assertThat(first.inForce()).isEqualTo(renamed("又一个文件夹"));
		}
	}

	@Test
	void theHousesOwnSetIsFollowedByThatOfANewerProgramAndAnAnalystsIsNot(CapturedOutput log) {
		try (Started former = new Started()) {
			// as if the program of then had had one file less
			former.sql(permanent("model_set", false), "update model_set set hash = 'former'", permanent("model_set", true));
		}
		try (Started newer = new Started()) {
			assertThat(newer.now().number()).isEqualTo(2);
			assertThat(newer.now().source()).isEqualTo(Source.UPGRADE);
			assertThat(newer.inForce()).isEqualTo(ModelSet.packaged());
			assertThat(newer.modeler().deploy("送达", Map.of("mail-delivery.bpmn", mail("分析员的"))).status()).isEqualTo(200);
			newer.sql(permanent("model_set_file", false), "delete from model_set_file where name = 'sign-reply.form' and set_id = "
					+ newer.sets().setInForce(), permanent("model_set_file", true));
		}
		try (Started newest = new Started()) {
			assertThat(newest.now().number()).as("a set that a person changed stays, even where it does not fit").isEqualTo(3);
			assertThat(log).contains("现行的第 3 套与这一版程序有 1 处不合，照常启动", "sign-reply.form：缺少这个文件");
		}
	}

	/** The database itself refuses what only this test does. */
	private static String permanent(String table, boolean again) {
		boolean postgres = "postgresql".equals(System.getProperty("bihuan.test.database"));
		String trigger = postgres ? table + "_append_only" : table + (table.equals("model_set") ? "_no_update" : "_no_delete");
		String event = table.equals("model_set") ? "update" : "delete";
		return Map.of("truefalse", "drop trigger " + trigger + " on " + table, "falsefalse", "drop trigger " + trigger, "truetrue",
				"create trigger " + trigger + " before update or delete on " + table + " for each row execute function is_permanent()", "falsetrue",
				"create trigger " + trigger + " before " + event + " on " + table + " for each row call \"org.bihuan.ledger.AppendOnly\"")
				.get(String.valueOf(postgres) + again);
	}

	/** What a version of before sets were kept leaves: a deployment and nothing of it in the ledger. */
	private void asOfAFormerVersion(Started started, String place) {
		boolean postgres = "postgresql".equals(System.getProperty("bihuan.test.database"));
		String id = started.now().deploymentId();
		for (String table : List.of("model_force", "model_set_file", "model_set", "model_file")) {
			started.sql(postgres ? "drop trigger " + table + "_append_only on " + table : "drop trigger " + table + "_no_delete", "delete from " + table,
					postgres ? "create trigger " + table + "_append_only before update or delete on " + table
							+ " for each row execute function is_permanent()"
							: "create trigger " + table + "_no_delete before delete on " + table + " for each row call \"org.bihuan.ledger.AppendOnly\"");
		}
		started.sql("update act_re_deployment set name_ = 'bihuan' where id_ = '" + id + "'",
				"update act_ge_bytearray set name_ = '" + place + "' || name_ where deployment_id_ = '" + id + "'");
	}

	@Test
	void whatAFormerVersionHadOfAFolderIsTheFirstSetAndStays() throws IOException {
		Path models = models("文件夹");
		try (Started former = new Started("--bihuan.models=" + models)) {
			asOfAFormerVersion(former, "/srv/models/processes/");
		}
		try (Started now = new Started()) {
			assertThat(now.sets().history()).extracting(Force::source).containsExactly(Source.FOLDER);
			assertThat(now.inForce()).isEqualTo(renamed("文件夹"));
			assertThat(now.deploymentsInUse()).containsExactly(now.now().deploymentId());
		}
	}

	@Test
	void whatAFormerVersionHadOfItsJarIsFollowedAndWhatWasDeployedAloneIsWholeAgain() throws IOException {
		Path models = models("从前的程序");
		try (Started former = new Started("--bihuan.models=" + models)) {
			former.application.getBean(RepositoryService.class).createDeployment().name("alone").addString("mail-delivery.bpmn",
					new String(mail("单独部署"), StandardCharsets.UTF_8)).deploy();
			asOfAFormerVersion(former, "");
		}
		try (Started now = new Started()) {
			assertThat(now.sets().history()).extracting(Force::source).containsExactly(Source.UPGRADE, Source.PACKAGED);
			assertThat(now.inForce()).isEqualTo(ModelSet.packaged());
			assertThat(now.deploymentsInUse()).containsExactly(now.now().deploymentId());
		}
	}
}
