package org.bihuan.telling;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.bihuan.engine.acting.Actors;
import org.bihuan.terms.Channel;
import org.bihuan.terms.Decisions;
import org.bihuan.terms.Occasion;
import org.bihuan.terms.Supervision;
import org.bihuan.terms.Term;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * 告知安排 as it is in force: the newest version that is deployed. What a version says of an occasion is asked once and remembered; there are few
 * questions, and versions do not change.
 */
@Component
class TellingTable {

	private final DecisionService decisions;
	private final RepositoryService repository;
	private final Actors actors;
	private final Map<Asked, List<TellingRow>> answers = new ConcurrentHashMap<>();

	TellingTable(@Lazy DecisionService decisions, @Lazy RepositoryService repository, Actors actors) {
		this.decisions = decisions;
		this.repository = repository;
		this.actors = actors;
	}

	private record Asked(String version, Occasion occasion, Supervision level) {
	}

	/**
	 * The rows that speak, in the order of the table; empty when nobody is told.
	 *
	 * @throws IllegalStateException when no such table is deployed
	 */
	List<TellingRow> rows(Occasion occasion, Supervision level) {
		DecisionDefinition newest = actors.openly(
				() -> repository.createDecisionDefinitionQuery().decisionDefinitionKey(Decisions.Notices.KEY).latestVersion().singleResult());
		if (newest == null) {
			throw new IllegalStateException("没有部署决策表“告知安排”（notices.dmn），不知道该告知谁。请把它连同全部流程图一起部署。");
		}
		return answers.computeIfAbsent(new Asked(newest.getId(), occasion, level), this::ask);
	}

	private List<TellingRow> ask(Asked asked) {
		return actors.openly(() -> decisions.evaluateDecisionById(asked.version())
				.variables(Map.of(Decisions.Notices.OCCASION, asked.occasion().code(), Decisions.Notices.LEVEL, asked.level().level()))
				.evaluate()).getResultList().stream()
				.map(row -> new TellingRow((String) row.get(Decisions.Notices.TO),
						Term.of(Channel.class, (String) row.get(Decisions.Notices.CHANNEL))))
				.toList();
	}
}
