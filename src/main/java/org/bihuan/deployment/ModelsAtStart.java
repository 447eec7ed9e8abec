package org.bihuan.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.ledger.ModelSets;
import org.bihuan.ledger.ModelSets.Force;
import org.bihuan.ledger.ModelSets.Source;
import org.bihuan.model.ModelSet;
import org.bihuan.model.Problem;
import org.bihuan.settings.StartRefused;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.Resource;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * What a start does about the set in force: where there is one it stays, whatever the program or the folder brings, until a person changes it. Only
 * the house's own set, which nobody has changed, is followed by the one of a newer program. See adr/0033.
 */
@Component
class ModelsAtStart implements CamundaDeploymentConfiguration {

	private static final Logger LOG = LoggerFactory.getLogger(ModelsAtStart.class);

	/** What former versions called their deployments. */
	private static final String FORMER = "bihuan";
	/** As former versions named what they deployed: by its place in the jar or in the classes, else it lay in an analyst's folder. */
	private static final Pattern OF_THE_PROGRAM = Pattern.compile("[^/\\\\]+|.*[/\\\\]classes[/\\\\](processes|forms)[/\\\\][^/\\\\]+");

	private final ModelSets sets;
	private final ModelDeployment deployment;
	private final Offers offers;

	ModelsAtStart(ModelSets sets, ModelDeployment deployment, Offers offers) {
		this.sets = sets;
		this.deployment = deployment;
		this.offers = offers;
	}

	/** None: the engine's own way compares with what it deployed last, and takes whatever differs. */
	@Override
	public Set<org.springframework.core.io.Resource> getDeploymentResources() {
		return Set.of();
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl engine) {
		List<BpmnParseListener> listeners = engine.getCustomPostBPMNParseListeners();
		listeners = listeners == null ? new ArrayList<>() : new ArrayList<>(listeners);
		listeners.add(new SetNumber());
		engine.setCustomPostBPMNParseListeners(listeners);
	}

	@Override
	public void postInit(ProcessEngineConfigurationImpl engine) {
		// nothing to add
	}

	/** @throws StartRefused when there is nothing in force yet and the folder's set is not sound */
	@Override
	public void postProcessEngineBuild(ProcessEngine engine) {
		try {
			begin(engine.getRepositoryService());
		}
		catch (DuplicateKeyException | ConcurrencyFailureException | Refusal another) {
			LOG.info("另一个节点同时启动，已使一套流程图生效。");
			begin(engine.getRepositoryService());
		}
	}

	private void begin(RepositoryService engine) {
		Optional<Force> before = sets.inForce();
		if (before.isEmpty()) {
			Deployment former = engine.createDeploymentQuery().deploymentName(FORMER).orderByDeploymentTime().desc().list().stream().findFirst()
					.orElse(null);
			if (former == null) {
				first(engine);
			}
			else {
				takeOver(engine, former);
			}
		}
		Force now = sets.inForce().orElseThrow();
		if (now.source().isTheHouses() && !now.hash().equals(offers.packaged().hash())) {
			deployment.put(engine, offers.packaged(), now.number(), false, Source.UPGRADE, null, Actors.SYSTEM,
					"程序升级" + version() + "，原来那套没有人改过，换成随程序打包的新的一套");
		}
		else if (!now.source().isTheHouses()) {
			addTables(engine, now);
		}
		tell();
	}

	/**
	 * A set of a person stays, but for the tables that a newer program asks and the set has never had: without one nothing that asks it goes on.
	 * What they say is what the program said before there was a table.
	 */
	private void addTables(RepositoryService engine, Force now) {
		ModelSet filled = deployment.set(now.setId());
		List<String> added = new ArrayList<>();
		for (String table : offers.packaged().files().keySet()) {
			if (table.endsWith(".dmn") && !filled.files().containsKey(table)) {
				filled = filled.with(table, offers.packaged().files().get(table));
				added.add(table);
			}
		}
		if (!added.isEmpty()) {
			try {
				deployment.put(engine, filled, now.number(), false, now.source(), null, Actors.SYSTEM,
						"程序升级" + version() + "，补上新的程序要问、这一套里还没有的决策表：" + String.join("、", added));
			}
			// what was deployed once need not pass the guards of a newer program: the start goes on, and tells
			catch (Refusal | ProcessEngineException doesNotFit) {
				if (sets.latest() != now.number()) {
					// another node was faster: what it has put in force is looked at
					throw doesNotFit;
				}
				LOG.error("现行的第 {} 套缺少新的程序要问的决策表 {}，其余的文件也有不合的，补不上。请流程分析员在 /models 改正后部署。", now.number(),
						String.join("、", added), doesNotFit);
			}
		}
	}

	private void first(RepositoryService engine) {
		Optional<ModelSet> folder = offers.folder(offers::packaged);
		folder.ifPresent(set -> {
			List<Problem> problems = deployment.problems(set);
			if (!problems.isEmpty()) {
				throw new StartRefused("bihuan.models 里的一套有 " + problems.size() + " 处要改：\n"
						+ String.join("\n", problems.stream().map(Problem::sentence).toList()));
			}
		});
		boolean packaged = folder.isEmpty();
		deployment.put(engine, folder.orElseGet(offers::packaged), 0, false, packaged ? Source.PACKAGED : Source.FOLDER, null, Actors.SYSTEM,
				packaged ? "首次启动，采用随程序打包的一套" + version() : "首次启动，采用 bihuan.models 文件夹里的一套");
	}

	/** A database of before sets were kept: what it has deployed is the first. */
	private void takeOver(RepositoryService engine, Deployment former) {
		SortedMap<String, byte[]> files = new TreeMap<>();
		boolean ofTheProgram = true;
		for (Resource one : engine.getDeploymentResources(former.getId())) {
			ofTheProgram &= OF_THE_PROGRAM.matcher(one.getName()).matches();
			files.put(one.getName().replaceAll(".*[/\\\\]", ""), bytes(engine, former, one));
		}
		// templates of documents were read from the folder or the program at each start
		offers.folder(offers::packaged).orElseGet(offers::packaged).files().forEach((name, bytes) -> {
			if (name.endsWith(".docx")) {
				files.put(name, bytes);
			}
		});
		ModelSet set = new ModelSet(files);
		Force taken = deployment.record(set, ofTheProgram ? Source.PACKAGED : Source.FOLDER, former.getId(), "升级之前已部署的一套");
		boolean whole = engine.createProcessDefinitionQuery().latestVersion().list().stream()
				.allMatch(one -> one.getDeploymentId().equals(former.getId()) || engine.createProcessDefinitionQuery()
						.deploymentId(former.getId()).processDefinitionKey(one.getKey()).count() == 0);
		if (!whole && !(ofTheProgram && !set.equals(offers.packaged()))) {
			deployment.put(engine, set, taken.number(), true, taken.source(), null, Actors.SYSTEM, "其中个别文件曾被单独部署，各图不再是一套，重新整套部署");
		}
	}

	private static byte[] bytes(RepositoryService engine, Deployment deployment, Resource file) {
		try (InputStream bytes = engine.getResourceAsStreamById(deployment.getId(), file.getId())) {
			return bytes.readAllBytes();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private void tell() {
		Force now = sets.inForce().orElseThrow();
		ModelSet inForce = deployment.set(now.setId());
		LOG.info("现行的流程图和表单是第 {} 套（{}，{}，{}）。", now.number(), ShanghaiTime.minute(now.since()), now.source().label(), now.why());
		for (Offers.Offer offer : offers.beside(inForce)) {
			LOG.warn("{}与现行的第 {} 套不同，没有采用：现行的一套由人来换。要看有什么不同、要采用，请流程分析员或系统管理员打开 /models。",
					offer.source() == Source.PACKAGED ? "随程序打包的一套" : "bihuan.models 文件夹里的一套", now.number());
		}
		if (!inForce.equals(offers.packaged())) {
			List<Problem> problems = deployment.problems(inForce);
			if (!problems.isEmpty()) {
				LOG.error("现行的第 {} 套与这一版程序有 {} 处不合，照常启动，在办的照原来的图办理。请流程分析员在 /models 改正后部署：\n{}", now.number(), problems.size(),
						String.join("\n", problems.stream().map(Problem::sentence).toList()));
			}
		}
	}

	private static String version() {
		String version = ModelsAtStart.class.getPackage().getImplementationVersion();
		return version == null ? "" : "（" + version + " 版）";
	}
}
