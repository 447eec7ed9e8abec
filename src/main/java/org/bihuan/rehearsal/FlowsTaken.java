package org.bihuan.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Remembers which flows the engine has taken, also on ways that were taken back. The engine's history does not keep them. */
class FlowsTaken extends AbstractProcessEnginePlugin {

	private final Set<String> taken = ConcurrentHashMap.newKeySet();

	/** @param flow its id, which is unique in a set */
	boolean took(String flow) {
		return taken.contains(flow);
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl engine) {
		List<BpmnParseListener> listeners = engine.getCustomPostBPMNParseListeners();
		listeners = listeners == null ? new ArrayList<>() : new ArrayList<>(listeners);
		listeners.add(new AbstractBpmnParseListener() {

			@Override
			public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
				String id = flow.getId();
				flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> taken.add(id));
			}
		});
		engine.setCustomPostBPMNParseListeners(listeners);
	}
}
