package org.bihuan.engine;

import org.bihuan.engine.time.GivenUp;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.context.ApplicationEventPublisher;

/** Says of each job that is given up that it is; the engine itself says it to nobody. */
class AnnouncedIncidents extends DefaultIncidentHandler {

	private final ApplicationEventPublisher events;

	AnnouncedIncidents(ApplicationEventPublisher events) {
		super(Incident.FAILED_JOB_HANDLER_TYPE);
		this.events = events;
	}

	@Override
	public Incident handleIncident(IncidentContext context, String message) {
		Incident incident = super.handleIncident(context, message);
		events.publishEvent(new GivenUp(context.getConfiguration()));
		return incident;
	}
}
