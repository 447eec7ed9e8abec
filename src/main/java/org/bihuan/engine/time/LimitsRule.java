package org.bihuan.engine.time;

import java.util.Arrays;
import java.util.List;

import org.bihuan.model.Findings;
import org.bihuan.model.Models;
import org.bihuan.model.Node;
import org.bihuan.model.Rule;
import org.bihuan.terms.Term;

/** Every task that people do has its limit, and somebody else who hears after it. */
public final class LimitsRule implements Rule {

	private static final String SUPERIOR = "superior";

	@Override
	public void check(Models models, Findings findings) {
		models.nodes().stream().filter(node -> node.is("userTask")).forEach(task -> {
			String wrong = TaskLimit.wrong(task.properties());
			if (wrong != null) {
				findings.of(task, wrong + "。");
			}
			else if (hears(task).equals(task.groups())) {
				findings.of(task, "扩展属性 superior=" + task.properties().get(SUPERIOR) + " 就是办这一步的人自己，超期了没有别人知道。请改为告知他们的上级。");
			}
		});
	}

	/** The words that are a group's id at the same time. */
	private static List<String> hears(Node task) {
		return Arrays.stream(task.properties().get(SUPERIOR).split(",")).map(String::strip)
				.filter(word -> Term.find(Superior.class, word).isPresent()).toList();
	}
}
