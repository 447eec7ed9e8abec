package org.bihuan.web.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.bihuan.deployment.ModelDeployment;
import org.bihuan.deployment.Offers;
import org.bihuan.identity.Reader;
import org.bihuan.ledger.ModelSets;
import org.bihuan.model.FileSheet;
import org.bihuan.model.ModelCheck;
import org.bihuan.model.ModelEdit;
import org.bihuan.model.ModelFolder;
import org.bihuan.model.ModelSet;
import org.bihuan.model.SetDifference;
import org.bihuan.model.SetDifference.FileChange;
import org.bihuan.web.security.PageRefusal;
import org.bihuan.web.security.Scopes;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * 分析员手册: six changes, each made step by step in the Modeler's words. Before and after are drawn from the set in force with the edit made, so that an
 * analyst sees his own house; where the edit does not fit the set in force any more, from the packaged one.
 */
@Controller
class AnalystHelpController {

	private static final String PATH = "/help/analyst";

	private final ModelSets sets;
	private final ModelDeployment deployment;
	private final Offers offers;
	private volatile Known known;

	AnalystHelpController(ModelSets sets, ModelDeployment deployment, Offers offers) {
		this.sets = sets;
		this.deployment = deployment;
		this.offers = offers;
	}

	/** What was made of the set of this id, which never changes. */
	private record Known(long set, Map<WorkedChange, Made> made) {
	}

	/** @param ofTheHouse whether it is made on the packaged set, since it does not fit the one in force */
	private record Made(ModelSet before, ModelSet after, boolean ofTheHouse) {
	}

	/**
	 * A file of a change.
	 *
	 * @param sheet null for a diagram, which is drawn
	 */
	record Changed(FileChange change, FileSheet.Both sheet) {
	}

	/** A change as the page shows it. */
	record Shown(String code, String title, String sentence, boolean ofTheHouse, List<Changed> files) {
	}

	@GetMapping(PATH)
	String page(Reader reader, Model model) {
		Scopes.requireMaintainer(reader);
		Map<String, Shown> changes = new LinkedHashMap<>();
		Stream.of(WorkedChange.values()).forEach(one -> changes.put(one.code(), shown(one)));
		model.addAttribute("changes", changes);
		model.addAttribute("number", sets.latest());
		return "help-analyst";
	}

	private Shown shown(WorkedChange change) {
		Made made = made(change);
		return new Shown(change.code(), change.title(), change.sentence(), made.ofTheHouse(), SetDifference.between(made.before(), made.after())
				.stream().map(one -> new Changed(one, one.name().endsWith(".bpmn") ? null : FileSheet.of(one.name(), made.before(), made.after())))
				.toList());
	}

	private Made made(WorkedChange change) {
		long set = sets.setInForce();
		Known now = known;
		if (now == null || now.set() != set) {
			now = new Known(set, new ConcurrentHashMap<>());
			known = now;
		}
		return now.made().computeIfAbsent(change, one -> made(one, deployment.set(set)));
	}

	private Made made(WorkedChange change, ModelSet inForce) {
		try {
			ModelSet changed = change.applied(inForce);
			if (!changed.equals(inForce) && ModelCheck.problems(changed).isEmpty()) {
				return new Made(inForce, changed, false);
			}
		}
		catch (ModelEdit.NotThere changedByAnAnalyst) {
			// shown on the house's own
		}
		return new Made(offers.packaged(), change.applied(offers.packaged()), true);
	}

	private static WorkedChange of(String code) {
		return Stream.of(WorkedChange.values()).filter(one -> one.code().equals(code)).findFirst()
				.orElseThrow(() -> PageRefusal.notFound("没有这一例，请从手册里选择。"));
	}

	/** Both diagrams of a file, for the viewer. */
	@GetMapping(PATH + "/{change}/picture")
	@ResponseBody
	ModelPicture picture(Reader reader, @PathVariable("change") String code, @RequestParam("file") String file) {
		Scopes.requireMaintainer(reader);
		Made made = made(of(code));
		return ModelPicture.of(file, made.before(), made.after());
	}

	/** The files that the change makes or changes, ready to be deployed. */
	@GetMapping(PATH + "/{change}/files.zip")
	ResponseEntity<byte[]> zip(Reader reader, @PathVariable("change") String code) throws IOException {
		Scopes.requireMaintainer(reader);
		WorkedChange change = of(code);
		Made made = made(change);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
			for (FileChange one : SetDifference.between(made.before(), made.after())) {
				zip.putNextEntry(new ZipEntry(ModelFolder.part(one.name()) + "/" + one.name()));
				zip.write(made.after().files().get(one.name()));
				zip.closeEntry();
			}
		}
		return ModelsController.saved(change.code() + ".zip", bytes.toByteArray());
	}

	@GetMapping(PATH + "/{change}/files/{name}")
	ResponseEntity<byte[]> file(Reader reader, @PathVariable("change") String code, @PathVariable("name") String name) {
		Scopes.requireMaintainer(reader);
		byte[] bytes = made(of(code)).after().files().get(name);
		if (bytes == null) {
			throw PageRefusal.notFound("没有这个文件，请检查地址。");
		}
		return ModelsController.saved(name, bytes);
	}
}
