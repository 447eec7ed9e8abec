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

	/** What stands on the step that watches the limits. */
	private static final String AGAIN = "again";

	@Override
	public void check(Models models, Findings findings) {
		models.nodes().stream().filter(node -> node.is("userTask")).forEach(task -> {
			List<String> wrong = TaskLimit.all(task.properties());
			wrong.forEach(one -> findings.of(task, one + "。"));
			if (wrong.isEmpty() && hears(task).equals(task.groups())) {
				findings.of(task, "扩展属性 superior=" + task.properties().get(SUPERIOR) + " 就是办这一步的人自己，超期了没有别人知道。请改为告知他们的上级。");
			}
			ownDates(task, findings);
		});
		models.nodes().forEach(node -> {
			String again = node.properties().get(AGAIN);
			if (again != null && !TaskLimit.isNumber(again)) {
				findings.of(node, "扩展属性 again=" + again + " 不对，应为 1 至 60 的整数：超期后过几个工作日再告知上级一次，以后间隔加倍" + TaskLimit.fullWidth(again) + "。");
			}
		});
	}

	/** The day of a task is counted from its limit, or the ledger's: one that stands beside it would be overwritten, or shown instead. */
	private static void ownDates(Node task, Findings findings) {
		if (!task.camunda("dueDate").isEmpty()) {
			findings.of(task, "另写了到期日（Due date：" + task.camunda("dueDate") + "），与期限对不上。期限只写在扩展属性 limit 里，请删去 Due date。");
		}
		if (!task.camunda("followUpDate").isEmpty()) {
			findings.of(task, "另写了跟进日（Follow up date：" + task.camunda("followUpDate") + "），没有人看它。提醒照扩展属性 limit、reminder，请删去 Follow up date。");
		}
		String priority = task.camunda("priority");
		if (!priority.matches("|\\d{1,3}")) {
			findings.of(task, "优先级 priority=" + priority + " 不对，应为 0 至 999 的整数" + TaskLimit.fullWidth(priority) + "。请改正，或者删去。");
		}
	}

	/** The words that are a group's id at the same time. */
	private static List<String> hears(Node task) {
		return Arrays.stream(task.properties().get(SUPERIOR).split(",")).map(String::strip)
				.filter(word -> Term.find(Superior.class, word).isPresent()).toList();
	}
}
