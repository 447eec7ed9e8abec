package org.bihuan.engine.guard;

import java.util.List;
import java.util.regex.Pattern;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.model.NoticeTable;
import org.bihuan.model.Problem;
import org.bihuan.model.Reach;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/**
 * The last line before a deployment, on whichever way it comes: what a model may have run, {@link Reach} says, of each file by itself. Whole sets
 * are checked before they come here ({@link org.bihuan.model.ModelCheck}).
 */
public class ModelRules implements Deployer {

	private static final Pattern MODEL = Pattern.compile("(?i).+\\.(bpmn|bpmn20\\.xml|dmn|dmn11\\.xml|cmmn|cmmn10\\.xml|cmmn11\\.xml)");

	@Override
	public void deploy(DeploymentEntity deployment) {
		if (!deployment.isNew() || deployment.getResources() == null) {
			return;
		}
		List<String> wrong = deployment.getResources().values().stream().filter(one -> MODEL.matcher(one.getName()).matches())
				.flatMap(one -> problems(one.getName().replaceAll(".*[/\\\\]", ""), one.getBytes()).stream()).map(Problem::sentence).toList();
		Refusal.unless(wrong.isEmpty(), () -> String.join("\n", wrong));
	}

	/** The table of notices is asked what it says, so only after nothing in it may run a program. */
	private static List<Problem> problems(String file, byte[] xml) {
		List<Problem> reach = Reach.problems(file, xml);
		return reach.isEmpty() ? NoticeTable.wrong(file, xml) : reach;
	}
}
