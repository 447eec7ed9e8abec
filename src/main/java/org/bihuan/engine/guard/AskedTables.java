package org.bihuan.engine.guard;

import org.bihuan.engine.acting.Refusal;
import org.camunda.bpm.engine.impl.bpmn.behavior.DmnBusinessRuleTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.FlowNodeActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * A table that a business-rule task asks and that cannot answer is told in Chinese, by its name, to whoever has brought the case there; nothing is
 * written. The engine would speak English of rules and entries.
 */
public class AskedTables extends AbstractBpmnParseListener {

	@Override
	public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
		// one that is no table's is refused elsewhere
		if (activity.getActivityBehavior() instanceof DmnBusinessRuleTaskActivityBehavior asking) {
			activity.setActivityBehavior(new Asking(asking, String.valueOf(activity.getProperty("name"))));
		}
	}

	private static final class Asking extends FlowNodeActivityBehavior {

		private final DmnBusinessRuleTaskActivityBehavior engines;
		private final String step;

		Asking(DmnBusinessRuleTaskActivityBehavior engines, String step) {
			this.engines = engines;
			this.step = step;
		}

		@Override
		public void execute(ActivityExecution execution) throws Exception {
			try {
				engines.execute(execution);
			}
			// the engine of expressions has exceptions of its own, and promises none of them
			catch (RuntimeException impossible) {
				if (Refusal.in(impossible) != null) {
					throw impossible;
				}
				throw Refusal.invalid("“" + step + "”查的决策表算不出结果，可能是几行同时对得上，没有一行对得上，或者某一格的表达式不对。请告诉流程分析员：修改这张表后重新部署。",
						impossible);
			}
		}
	}
}
