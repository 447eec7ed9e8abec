package org.bihuan;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Remembers which flows the engine took, by where they leave and what the diagram calls them. */
@Component
public class PathRecorder extends AbstractProcessEnginePlugin {

	/** {@code label} is null for a flow without a name. */
	public record Taken(String source, String label) {
	}

	private final List<Taken> path = new CopyOnWriteArrayList<>();

	public List<Taken> path() {
		return path;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl engine) {
		List<org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener> listeners = engine.getCustomPostBPMNParseListeners() == null
				? new java.util.ArrayList<>() : new java.util.ArrayList<>(engine.getCustomPostBPMNParseListeners());
		listeners.add(new AbstractBpmnParseListener() {

			@Override
			public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
				Taken taken = new Taken(element.attribute("sourceRef"), element.attribute("name"));
				flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> path.add(taken));
			}
		});
		engine.setCustomPostBPMNParseListeners(listeners);
	}
}
