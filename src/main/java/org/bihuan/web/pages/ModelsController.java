package org.bihuan.web.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.servlet.http.HttpServletResponse;
import org.bihuan.deployment.FoundAtStart;
import org.bihuan.deployment.ModelDeployment;
import org.bihuan.deployment.Offers;
import org.bihuan.deployment.UploadedFiles;
import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.identity.Organisation;
import org.bihuan.identity.Reader;
import org.bihuan.ledger.ModelRehearsals;
import org.bihuan.ledger.ModelSets;
import org.bihuan.ledger.ModelSets.Force;
import org.bihuan.ledger.ModelSets.Source;
import org.bihuan.model.ModelFolder;
import org.bihuan.model.ModelSet;
import org.bihuan.model.Problem;
import org.bihuan.model.SetDifference;
import org.bihuan.rehearsal.Rehearsals;
import org.bihuan.web.security.PageRefusal;
import org.bihuan.web.security.Scopes;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 流程图和表单: which set of models is in force and which were, what a new one would change, and putting one in force: first the look, then the act. */
@Controller
class ModelsController {

	private final ModelSets sets;
	private final ModelDeployment deployment;
	private final Offers offers;
	private final Organisation organisation;
	private final Rehearsals rehearsals;
	private final ModelRehearsals rehearsed;
	private final FoundAtStart found;
	private volatile Checked checked;

	ModelsController(ModelSets sets, ModelDeployment deployment, Offers offers, Organisation organisation, Rehearsals rehearsals,
			ModelRehearsals rehearsed, FoundAtStart found) {
		this.rehearsals = rehearsals;
		this.rehearsed = rehearsed;
		this.found = found;
		this.sets = sets;
		this.deployment = deployment;
		this.offers = offers;
		this.organisation = organisation;
	}

	/** What the check says of the set in force, which does not change while the program runs. */
	private record Checked(long setId, List<Problem> problems) {
	}

	/**
	 * @param former the number that was gone back to; null for none
	 * @param rehearsed whether it was rehearsed before or since, and what that said
	 * @param despite why, although cases are stuck; null for none
	 */
	record Line(long number, long setId, String hash, String source, Long former, String since, String by, String why, String rehearsed,
			String despite) {
	}

	record File(String name, String hash) {
	}

	record Offered(String which, String what, List<String> files) {
	}

	@GetMapping("/models")
	String page(Reader reader, Model model) {
		Scopes.requireMaintainer(reader);
		List<Line> history = sets.history().stream().map(this::line).toList();
		Line now = history.get(0);
		ModelSet inForce = deployment.set(now.setId());
		model.addAttribute("now", now);
		model.addAttribute("files", files(now.setId()));
		model.addAttribute("former", history.subList(1, history.size()));
		model.addAttribute("back", sets.formerOne().map(this::line).orElse(null));
		model.addAttribute("unfit", unfit(now.setId(), inForce));
		model.addAttribute("found", found.all());
		model.addAttribute("offers", offers.beside(inForce).stream()
				.map(one -> new Offered(one.source().code(), one.source() == Source.PACKAGED ? "随程序打包的一套" : "bihuan.models 文件夹里的一套",
						SetDifference.between(inForce, one.set()).stream().map(file -> file.kind().label() + " " + file.name()).toList()))
				.toList());
		return "models";
	}

	private List<Problem> unfit(long setId, ModelSet inForce) {
		Checked known = checked;
		if (known == null || known.setId() != setId) {
			known = new Checked(setId, deployment.problems(inForce));
			checked = known;
		}
		return known.problems();
	}

	private Line line(Force one) {
		return new Line(one.number(), one.setId(), one.hash(), one.source().label(), one.former(), Words.minute(one.since()),
				Actors.SYSTEM.equals(one.decidedBy()) ? "系统" : organisation.name(one.decidedBy(), one.since()), one.why(), rehearsed(one),
				one.despite());
	}

	/** Nothing where nobody has changed it: the house's own is walked before it is given out. */
	private String rehearsed(Force one) {
		return rehearsed.of(one.setId())
				.map(last -> (last.endedAt().isAfter(one.since()) ? "生效以后演练（" : "已演练（") + Words.minute(last.endedAt()) + "）：" + last.summary())
				.orElse(one.source().isTheHouses() ? "" : "未演练");
	}

	private List<File> files(long setId) {
		return sets.hashes(setId).entrySet().stream().map(one -> new File(one.getKey(), one.getValue())).toList();
	}

	/** @param whole whether what is sent is all of the set, so that a file which is not among it goes */
	@PostMapping("/models/check")
	String check(Reader reader, @RequestParam(name = "file", required = false) List<MultipartFile> sent,
			@RequestParam(name = "whole", defaultValue = "false") boolean whole, Model model, HttpServletResponse response,
			RedirectAttributes after) throws IOException {
		Scopes.requireMaintainer(reader);
		Map<String, byte[]> files = new LinkedHashMap<>();
		List<Problem> problems = new ArrayList<>();
		for (MultipartFile one : sent == null ? List.<MultipartFile>of() : sent) {
			String name = String.valueOf(one.getOriginalFilename());
			if (!one.isEmpty() && files.put(name, one.getBytes()) != null) {
				problems.add(new Problem(name, "", "", "上传的文件里有两个叫这个名字。一套里文件不能同名，请只留一个。"));
			}
		}
		UploadedFiles uploaded = UploadedFiles.of(files);
		problems.addAll(uploaded.problems());
		if (problems.isEmpty() && uploaded.files().isEmpty()) {
			return refused(Refusal.invalid("请选择要上传的文件：流程图、决策表、表单、文书模板，或把它们压缩成一个 ZIP。"), reader, model, response);
		}
		if (!uploaded.left().isEmpty()) {
			after.addFlashAttribute("left", uploaded.left());
		}
		return proposed(whole ? new ModelSet(uploaded.files()) : uploaded.on(deployment.inForce()), problems, reader, model, response);
	}

	/** @param which {@code packaged} or {@code folder} */
	@PostMapping("/models/offered")
	String offered(Reader reader, @RequestParam("which") String which, Model model, HttpServletResponse response) {
		Scopes.requireMaintainer(reader);
		Optional<Offers.Offer> offer = offers.beside(deployment.inForce()).stream().filter(one -> one.source().code().equals(which)).findFirst();
		return offer.isEmpty() ? refused(Refusal.overtaken("它与现行的一套已经没有不同。"), reader, model, response)
				: proposed(offer.get().set(), List.of(), reader, model, response);
	}

	private String proposed(ModelSet candidate, List<Problem> problems, Reader reader, Model model, HttpServletResponse response) {
		List<Problem> all = new ArrayList<>(problems);
		if (all.isEmpty()) {
			all.addAll(deployment.problems(candidate));
		}
		if (!all.isEmpty()) {
			response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
			model.addAttribute("problems", all);
			return page(reader, model);
		}
		try {
			long base = sets.latest();
			return "redirect:/models/sets/" + deployment.propose(candidate) + "?on=" + base;
		}
		catch (Refusal refused) {
			return refused(refused, reader, model, response);
		}
	}

	private String refused(Refusal refused, Reader reader, Model model, HttpServletResponse response) {
		response.setStatus(refused.kind().status());
		model.addAttribute("refusal", refused.getMessage());
		return page(reader, model);
	}

	/**
	 * What a set would change of the one in force.
	 *
	 * @param on the number of the entry in force on which it was put together; what came into force since would be undone by it
	 */
	@GetMapping("/models/sets/{id}")
	String set(Reader reader, @PathVariable("id") long id, @RequestParam(name = "on", required = false) Long on, Model model) {
		Scopes.requireMaintainer(reader);
		requireSet(id);
		Force now = sets.inForce().orElseThrow();
		Optional<Force> former = sets.history().stream().filter(one -> one.setId() == id).findFirst();
		model.addAttribute("title", former.isPresent() ? "恢复第 " + former.get().number() + " 套" : "部署前预览");
		long base = former.isPresent() ? now.number() : on == null ? sets.latestWhenBrought(id) : on;
		model.addAttribute("base", base);
		model.addAttribute("since", deployment.since(base).orElse(null));
		model.addAttribute("candidate", id);
		model.addAttribute("inForce", now.setId() == id);
		model.addAttribute("why", "");
		model.addAttribute("undone",
				former.map(one -> sets.history().stream().filter(later -> later.number() > one.number()).map(this::line).toList())
						.orElse(List.of()));
		model.addAttribute("back", sets.formerOne().filter(one -> one.setId() == id).isPresent());
		model.addAttribute("problems", deployment.problems(deployment.set(id)));
		ModelRehearsals.Rehearsed last = rehearsed.of(id).orElse(null);
		model.addAttribute("stuck", last == null ? 0 : last.stuck());
		model.addAttribute("rehearsed", rehearsals.of(id).map(ModelsController::inWords).orElse(last == null ? "" : last.summary()));
		model.addAttribute("unrehearsed", last == null);
		model.addAttribute("outdated", last != null && last.against() != now.number());
		model.addAttribute("rehearsing", rehearsals.of(id).filter(Rehearsals.State::isRunning).isPresent());
		return compared(now.setId(), id, "现行的第 " + now.number() + " 套", former.map(one -> "第 " + one.number() + " 套").orElse("这一套"), model);
	}

	private static String inWords(Rehearsals.State state) {
		return state.isRunning() ? "正在演练" : state.report() == null ? state.failed() : state.report().summary();
	}

	/** What changed when an entry came into force. */
	@GetMapping("/models/changes/{number}")
	String change(Reader reader, @PathVariable("number") long number, Model model) {
		Scopes.requireMaintainer(reader);
		Force after = sets.force(number).filter(one -> number > 1).orElseThrow(() -> PageRefusal.notFound("没有这一套，请检查地址。"));
		Force before = sets.force(number - 1).orElseThrow();
		model.addAttribute("title", "第 " + number + " 套改了什么");
		model.addAttribute("line", line(after));
		return compared(before.setId(), after.setId(), "第 " + before.number() + " 套", "第 " + number + " 套", model);
	}

	private String compared(long before, long after, String nameBefore, String nameAfter, Model model) {
		model.addAttribute("before", before);
		model.addAttribute("after", after);
		model.addAttribute("nameBefore", nameBefore);
		model.addAttribute("nameAfter", nameAfter);
		model.addAttribute("changes", SetDifference.between(deployment.set(before), deployment.set(after)));
		return "models-change";
	}

	private void requireSet(long id) {
		if (!sets.has(id)) {
			throw PageRefusal.notFound("没有这一套，请检查地址。");
		}
	}

	/** @param base the number of the entry that was in force when the set was looked at */
	@PostMapping("/models/sets/{id}/force")
	String force(Reader reader, @PathVariable("id") long id, @RequestParam("base") long base,
			@RequestParam(name = "why", defaultValue = "") String why, @RequestParam(name = "despite", defaultValue = "") String despite,
			Model model,
			HttpServletResponse response, RedirectAttributes after) {
		Scopes.requireMaintainer(reader);
		try {
			after.addFlashAttribute("forced", deployment.putInForce(id, base, why, despite).number());
			return "redirect:/models";
		}
		catch (Refusal refused) {
			return refused(refused, reader, model, response);
		}
	}

	@GetMapping("/models/picture")
	@ResponseBody
	ModelPicture picture(Reader reader, @RequestParam("before") long before, @RequestParam("after") long after,
			@RequestParam("file") String file) {
		Scopes.requireMaintainer(reader);
		return ModelPicture.of(file, deployment.set(before), deployment.set(after));
	}

	/** A set as an analyst edits it: {@code processes}, {@code forms} and {@code documents} in one ZIP. */
	@GetMapping("/models/sets/{id}/files.zip")
	ResponseEntity<byte[]> zip(Reader reader, @PathVariable("id") long id) throws IOException {
		Scopes.requireMaintainer(reader);
		requireSet(id);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
			for (Map.Entry<String, byte[]> file : sets.files(id).entrySet()) {
				String name = file.getKey();
				zip.putNextEntry(new ZipEntry(ModelFolder.part(name) + "/" + name));
				zip.write(file.getValue());
				zip.closeEntry();
			}
		}
		return saved("models-" + id + ".zip", bytes.toByteArray());
	}

	@GetMapping("/models/sets/{id}/files/{name}")
	ResponseEntity<byte[]> file(Reader reader, @PathVariable("id") long id, @PathVariable("name") String name) {
		Scopes.requireMaintainer(reader);
		byte[] bytes = sets.files(id).get(name);
		if (bytes == null) {
			throw PageRefusal.notFound("没有这个文件，请检查地址。");
		}
		return saved(name, bytes);
	}

	/** To be saved, not shown. */
	static ResponseEntity<byte[]> saved(String name, byte[] bytes) {
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
				.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
				.header("Content-Security-Policy", "sandbox; default-src 'none'").body(bytes);
	}
}
