package org.bihuan.operation;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.engine.acting.Actors;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Trail;
import org.bihuan.terms.ProcessKeys;
import org.bihuan.terms.Rows;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The engine's open incidents, each once and where it began, with the case that it is about. They lie in the engine's own tables, as jobs do. */
@Component
public class Troubles {

	/** Of the process instance {@code :instance}, or of the incident's own. */
	private static final String CASE = """
			left join act_ru_execution p on p.id_ = %s
			left join outcome o on o.process_instance_id = p.root_proc_inst_id_ or (o.id = p.business_key_ and p.super_exec_ is null)
			left join assignment a on a.outcome_id = o.id and a.id = (select max(v.text_) from act_ru_variable v
				where v.proc_inst_id_ = p.id_ and v.name_ = 'assignmentId' and p.super_exec_ is not null)""";

	private static final String OPEN = """
			select i.id_ as id, i.configuration_ as job, i.proc_inst_id_ as instance, i.proc_def_id_ as definition, d.key_ as process_key,
			d.name_ as diagram, coalesce(i.failed_activity_id_, i.activity_id_) as element, i.incident_msg_ as message,
			i.incident_timestamp_ as since, o.id as outcome_id, a.id as assignment_id, coalesce(a.lead_unit, o.committee) as unit
			from act_ru_incident i left join act_re_procdef d on d.id_ = i.proc_def_id_ CASE
			where i.id_ = i.root_cause_incident_id_ and\s""".replace("CASE", CASE.formatted("i.proc_inst_id_"));

	private final JdbcClient jdbc;
	private final RepositoryService repository;
	private final ManagementService management;
	private final Actors actors;
	private final Trail trail;

	Troubles(JdbcClient jdbc, @Lazy RepositoryService repository, @Lazy ManagementService management, Actors actors, Trail trail) {
		this.jdbc = jdbc;
		this.repository = repository;
		this.management = management;
		this.actors = actors;
		this.trail = trail;
	}

	private record Row(String id, String job, String instance, String definition, String processKey, String diagram, String element, String message,
			Timestamp since, String outcomeId, String assignmentId, String unit) {
	}

	/** The latest first. */
	public List<Trouble> open() {
		return jdbc.sql(OPEN + "1 = 1 order by i.incident_timestamp_ desc, i.id_").query(Rows.of(Row.class)).list().stream().map(this::trouble)
				.toList();
	}

	/** Those of an outcome and its assignments. */
	public List<Trouble> ofOutcome(String outcomeId) {
		return jdbc.sql(OPEN + "o.id = ? order by i.incident_timestamp_, i.id_").param(outcomeId).query(Rows.of(Row.class)).list().stream()
				.map(this::trouble).toList();
	}

	/** The number of the outcome that a running process instance belongs to; empty where it belongs to none, or has ended. */
	public Optional<String> outcomeOf(String instance) {
		return jdbc.sql("select o.id from act_ru_execution i " + CASE.formatted("i.id_") + " where i.id_ = ? and o.id is not null").param(instance)
				.query(String.class).list().stream().findFirst();
	}

	/** That of a job; empty where it is none, or not any more. */
	Optional<Trouble> ofJob(String job) {
		return jdbc.sql(OPEN + "i.configuration_ = ?").param(job).query(Rows.of(Row.class)).list().stream().map(this::trouble).findFirst();
	}

	/**
	 * Has the engine try once more, soon, and keeps who asked for it.
	 *
	 * @param actor an administrator
	 * @return what is tried again; empty where it is settled already, or nothing of it can be tried
	 */
	@Transactional
	public Optional<Trouble> retry(String id, String actor) {
		Optional<Trouble> found = jdbc.sql(OPEN + "i.id_ = ?").param(id).query(Rows.of(Row.class)).list().stream().map(this::trouble)
				.filter(one -> one.job() != null).findFirst();
		found.ifPresent(one -> {
			management.setJobRetries(one.job(), 1);
			trail.add(actor, Act.STEP_RETRIED, new Trail.Subject(one.outcomeId(), one.assignmentId(), null, null),
					Map.of("diagram", one.diagram(), "task", one.step(), "reason", one.what()));
		});
		return found;
	}

	private Trouble trouble(Row row) {
		return new Trouble(row.id(), row.job(), row.instance(), row.diagram() == null ? "" : row.diagram(), name(row.definition(), row.element()),
				row.message() == null ? "" : row.message(), row.outcomeId(), row.assignmentId(), row.unit(),
				ProcessKeys.MAIL_DELIVERY.equals(row.processKey()), row.since().toInstant().atZone(ShanghaiTime.ZONE).toOffsetDateTime());
	}

	/** As its version of the diagram calls it. */
	private String name(String definition, String element) {
		if (definition == null || element == null) {
			return "";
		}
		return actors.openly(() -> repository.getBpmnModelInstance(definition))
				.getModelElementById(element.replaceAll("#.*", "")) instanceof FlowElement flow
				&& flow.getName() != null ? flow.getName() : "";
	}
}
