package org.bihuan.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.bihuan.EngineTest;
import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.acting.Witness;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.ModelSets;
import org.bihuan.ledger.ModelSets.Force;
import org.bihuan.ledger.ModelSets.Source;
import org.bihuan.ledger.OwnModelSets;
import org.bihuan.model.ModelSet;
import org.bihuan.settings.ModelsFolder;
import org.bihuan.settings.StartRefused;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a start does, on a ledger of its own beside the common engine: first there is nothing, or what a former version left. */
@Tag("long")
@ExtendWith(OutputCaptureExtension.class)
class ModelsAtStartTest extends EngineTest {

	@Autowired
	private ProcessEngine engine;
	@Autowired
	private Actors actors;
	@Autowired
	private Witness witness;
	@Autowired
	private Organisation organisation;
	@Autowired
	private AuthorizationService authorizations;

	@TempDir
	private Path folder;

	private OwnModelSets ledger;
	private ModelSets sets;
	private Set<String> before;

	@BeforeEach
	void anEmptyLedger() {
		ledger = OwnModelSets.create();
		sets = ledger.sets();
		before = repository.createDeploymentQuery().list().stream().map(Deployment::getId).collect(Collectors.toSet());
	}

	@AfterEach
	void nothingOfItStaysInTheCommonEngine() {
		repository.createDeploymentQuery().list().stream().map(Deployment::getId).filter(one -> !before.contains(one))
				.forEach(one -> repository.deleteDeployment(one, true, true, true));
	}

	private ModelDeployment deployment(Offers offers) {
		return new ModelDeployment(sets, ledger.rehearsals(), offers, actors, witness, organisation, repository, authorizations, identity,
				ledger.transactions());
	}

	/** @param models empty for none */
	private void start(String models) {
		Offers offers = new Offers(new ModelsFolder(models));
		new ModelsAtStart(sets, deployment(offers), offers).postProcessEngineBuild(engine);
	}

	private ModelSet inForce() {
		return new ModelSet(sets.files(sets.setInForce()));
	}

	private String models(ModelSet set) throws IOException {
		Path models = Files.createTempDirectory(folder, "models");
		for (Map.Entry<String, byte[]> file : set.files().entrySet()) {
			String part = file.getKey().endsWith(".form") ? "forms" : file.getKey().endsWith(".docx") ? "documents" : "processes";
			Files.createDirectories(models.resolve(part));
			Files.write(models.resolve(part).resolve(file.getKey()), file.getValue());
		}
		return models.toString();
	}

	private static ModelSet renamed(String name) {
		return ModelSet.packaged().with("mail-delivery.bpmn",
				new String(ModelSet.packaged().files().get("mail-delivery.bpmn"), StandardCharsets.UTF_8)
						.replace("name=\"邮件送达\"", "name=\"" + name + "\"").getBytes(StandardCharsets.UTF_8));
	}

	private List<String> inUse() {
		return repository.createProcessDefinitionQuery().latestVersion().list().stream().map(ProcessDefinition::getDeploymentId).distinct().toList();
	}

	/** As a former version deployed: under names with their places. */
	private String formerly(ModelSet set, String place) {
		DeploymentBuilder builder = repository.createDeployment().name("bihuan");
		set.files().forEach((name, bytes) -> {
			if (!name.endsWith(".docx")) {
				builder.addInputStream(place + name, new ByteArrayInputStream(bytes));
			}
		});
		return builder.deploy().getId();
	}

	@Test
	void anEmptyDatabaseTakesThePackagedSetOnceAndForGood() {
		start("");
		Force first = sets.inForce().orElseThrow();
		assertThat(first.number()).isEqualTo(1);
		assertThat(first.source()).isEqualTo(Source.PACKAGED);
		assertThat(first.decidedBy()).isEqualTo(Actors.SYSTEM);
		assertThat(inForce()).isEqualTo(ModelSet.packaged());
		assertThat(inUse()).containsExactly(first.deploymentId());
		start("");
		assertThat(sets.history()).containsExactly(first);
	}

	@Test
	void anEmptyDatabaseTakesTheFolderAndLaterItIsOfferedAlone(CapturedOutput log) throws IOException {
		start(models(renamed("文件夹一")));
		assertThat(sets.inForce().orElseThrow().source()).isEqualTo(Source.FOLDER);
		assertThat(inForce()).isEqualTo(renamed("文件夹一"));
		assertThat(log).contains("随程序打包的一套与现行的第 1 套不同，没有采用").doesNotContain("文件夹里的一套与现行的");
		start(models(renamed("文件夹二")));
		assertThat(inForce()).isEqualTo(renamed("文件夹一"));
		assertThat(sets.latest()).isEqualTo(1);
		assertThat(log).contains("bihuan.models 文件夹里的一套与现行的第 1 套不同，没有采用", "/models");
	}

	@Test
	void aFolderWithoutTemplatesHasThePackagedOnes() throws IOException {
		ModelSet without = renamed("没有模板");
		for (String name : ModelSet.packaged().files().keySet().stream().filter(one -> one.endsWith(".docx")).toList()) {
			without = without.without(name);
		}
		start(models(without));
		assertThat(inForce()).isEqualTo(renamed("没有模板"));
	}

	@Test
	void aFolderThatIsWrongEndsTheFirstStartWithAllThatIsWrong() throws IOException {
		String models = models(renamed("错").without("sign-reply.form").with("conversion.bpmn", "<bpmn".getBytes(StandardCharsets.UTF_8))
				.with("closing.docx", "no word".getBytes(StandardCharsets.UTF_8)));
		assertThatThrownBy(() -> start(models)).isInstanceOf(StartRefused.class).hasMessageContainingAll("sign-reply.form：缺少这个文件",
				"conversion.bpmn：第 1 行附近不是完整的 BPMN 文件", "closing.docx 的“销号单”：模板不是 Word 文档");
		assertThat(sets.latest()).isZero();
	}

	@Test
	void theHousesOwnSetIsFollowedByThatOfANewerProgram() {
		start("");
		ledger.alter("model_set", "update", "update model_set set hash = 'of a former program'");
		start("");
		assertThat(sets.history()).extracting(Force::source).containsExactly(Source.UPGRADE, Source.PACKAGED);
		assertThat(inForce()).isEqualTo(ModelSet.packaged());
		assertThat(sets.inForce().orElseThrow().why()).startsWith("程序升级");
	}

	@Test
	void aSetThatAPersonChangedStaysEvenWhereItNoLongerFits(CapturedOutput log) throws IOException {
		start(models(renamed("分析员的")));
		ledger.alter("model_set_file", "delete", "delete from model_set_file where name = 'sign-reply.form'");
		start("");
		assertThat(sets.latest()).isEqualTo(1);
		assertThat(log).contains("现行的第 1 套与这一版程序有 2 处不合，照常启动", "sign-reply.form：缺少这个文件");
	}

	@Test
	void whatAFormerVersionHadOfAFolderIsTheFirstSetAndStays() {
		String deployment = formerly(renamed("从前的文件夹"), "/srv/models/processes/");
		start("");
		assertThat(sets.history()).extracting(Force::source, Force::deploymentId)
				.containsExactly(org.assertj.core.groups.Tuple.tuple(Source.FOLDER, deployment));
		assertThat(inForce()).isEqualTo(renamed("从前的文件夹"));
	}

	/** Everything that asks it would stand still otherwise. */
	@Test
	void aSetOfAPersonGetsTheTablesThatANewerProgramAsksAndNothingElse() {
		formerly(renamed("从前的文件夹").without("notices.dmn").without("reply-limit.dmn"), "/srv/models/processes/");
		start("");
		assertThat(inForce()).isEqualTo(renamed("从前的文件夹"));
		assertThat(sets.history()).extracting(Force::source).containsExactly(Source.FOLDER, Source.FOLDER);
		assertThat(sets.inForce().orElseThrow().why()).endsWith("补上新的程序要问、这一套里还没有的决策表：notices.dmn、reply-limit.dmn");
		assertThat(inUse()).containsExactly(sets.inForce().orElseThrow().deploymentId());
		start("");
		assertThat(sets.latest()).isEqualTo(2);
	}

	/** What was deployed by a former program may be none that a newer one would deploy. */
	@Test
	void whereATableCannotBeAddedTheStartGoesOnAndSaysSo(CapturedOutput log) throws IOException {
		start(models(renamed("分析员的")));
		ledger.alter("model_file", "update", "update model_file set content = X'3c62706d6e' where hash = "
				+ "(select hash from model_set_file where name = 'conversion.bpmn')");
		ledger.alter("model_set_file", "delete", "delete from model_set_file where name = 'notices.dmn'");
		start("");
		assertThat(sets.latest()).isEqualTo(1);
		assertThat(log).contains("缺少新的程序要问的决策表 notices.dmn，其余的文件也有不合的，补不上");
	}

	@Test
	void whatAFormerVersionHadOfItsJarIsFollowed() {
		formerly(renamed("从前的程序"), "/opt/bihuan/target/classes/processes/");
		start("");
		assertThat(sets.history()).extracting(Force::source).containsExactly(Source.UPGRADE, Source.PACKAGED);
		assertThat(inForce()).isEqualTo(ModelSet.packaged());
	}

	@Test
	void whatAFormerVersionHadUnchangedMakesNoNewVersion() {
		String deployment = formerly(ModelSet.packaged(), "");
		long versions = repository.createProcessDefinitionQuery().count();
		start("");
		assertThat(sets.history()).extracting(Force::source, Force::deploymentId)
				.containsExactly(org.assertj.core.groups.Tuple.tuple(Source.PACKAGED, deployment));
		assertThat(repository.createProcessDefinitionQuery().count()).isEqualTo(versions);
	}

	@Test
	void whereAFileWasDeployedAloneTheSetIsWholeAgain() {
		String deployment = formerly(renamed("从前的文件夹"), "/srv/models/processes/");
		repository.createDeployment().name("alone").addInputStream("mail-delivery.bpmn",
				new ByteArrayInputStream(renamed("单独").files().get("mail-delivery.bpmn"))).deploy();
		start("");
		Force now = sets.inForce().orElseThrow();
		assertThat(now.number()).isEqualTo(2);
		assertThat(now.deploymentId()).isNotEqualTo(deployment);
		assertThat(inUse()).containsExactly(now.deploymentId());
		assertThat(inForce()).isEqualTo(renamed("从前的文件夹"));
	}
}
