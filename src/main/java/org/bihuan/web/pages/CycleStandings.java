package org.bihuan.web.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.bihuan.calendar.Light;
import org.bihuan.calendar.LightPolicy;
import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.role.Elements;
import org.bihuan.operation.Standings;
import org.bihuan.operation.Standings.Standing;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;

/** How many stand at each step of the cycle, and with which lights: the same as those of Tasklist's cards. */
@Component
class CycleStandings {

	private final Standings standings;
	private final RepositoryService repository;
	private final PathTaken paths;
	private final Actors actors;
	private final Elements elements;
	private final LightPolicy policy;
	private final Clock clock;

	CycleStandings(Standings standings, RepositoryService repository, PathTaken paths, Actors actors, Elements elements, LightPolicy policy,
			Clock clock) {
		this.standings = standings;
		this.repository = repository;
		this.paths = paths;
		this.actors = actors;
		this.elements = elements;
		this.policy = policy;
		this.clock = clock;
	}

	/**
	 * A step with what stands there.
	 *
	 * @param day whether a day is waited for there, and nobody's work
	 */
	record Step(String process, String diagram, String element, String name, boolean day, int red, int yellow, int green, int unlit) {

		public int all() {
			return red + yellow + green + unlit;
		}

		/** The worst of its lights, as a class of the style sheet; empty without any. */
		public String light() {
			return red > 0 ? "red" : yellow > 0 ? "yellow" : green > 0 ? "green" : "";
		}
	}

	/** A badge at an element of a diagram. */
	record Badge(String element, int count, String light) {
	}

	/** A diagram as it is in force, with what stands at its elements, also what runs in former versions of it. */
	record Drawn(String xml, List<Badge> badges) {
	}

	/** By diagram and element; steps at which nothing stands are left out. */
	List<Step> steps() {
		Map<String, List<Standing>> byStep = standings.all().stream()
				.collect(Collectors.groupingBy(one -> one.process() + " " + one.element(), LinkedHashMap::new, Collectors.toList()));
		LocalDate today = LocalDate.now(clock);
		return byStep.values().stream().map(all -> step(all, today)).toList();
	}

	private Step step(List<Standing> all, LocalDate today) {
		Standing last = all.get(all.size() - 1);
		Map<Light, Integer> lights = new EnumMap<>(Light.class);
		all.forEach(one -> light(one, today).ifPresent(light -> lights.merge(light, 1, Integer::sum)));
		int lit = lights.values().stream().mapToInt(Integer::intValue).sum();
		return new Step(last.process(), last.diagram(), last.element(), last.step() != null ? last.step() : name(last.definition(), last.element()),
				last.step() == null, lights.getOrDefault(Light.RED, 0), lights.getOrDefault(Light.YELLOW, 0), lights.getOrDefault(Light.GREEN, 0),
				all.size() - lit);
	}

	private Optional<Light> light(Standing one, LocalDate today) {
		if (one.owedOn() != null && one.step() != null && TaskCards.isOfTheAssignment(elements.key(one.definition(), one.element()))) {
			return Optional.of(policy.on(today, one.owedOn()));
		}
		return one.dueOn() == null ? Optional.empty() : Optional.of(policy.on(one.begunOn(), today, one.dueOn()));
	}

	/** Empty where no such diagram is deployed. */
	Optional<Drawn> drawn(String process) {
		return actors.openly(() -> Optional.ofNullable(repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion()
				.singleResult())).map(ProcessDefinition::getId).map(definition -> {
					List<Badge> badges = new ArrayList<>();
					steps().stream().filter(one -> one.process().equals(process))
							.forEach(one -> badges.add(new Badge(one.element(), one.all(), one.light())));
					return new Drawn(paths.xml(definition), badges);
				});
	}

	private String name(String definition, String element) {
		BpmnModelInstance model = actors.openly(() -> repository.getBpmnModelInstance(definition));
		return model.getModelElementById(element) instanceof FlowElement flow && flow.getName() != null ? flow.getName() : element;
	}
}
