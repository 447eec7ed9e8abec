package org.bihuan.model.rules;

import java.util.Set;
import java.util.stream.Collectors;

import org.bihuan.model.Findings;
import org.bihuan.model.Form;
import org.bihuan.model.Models;
import org.bihuan.model.Node;
import org.bihuan.model.Rule;
import org.bihuan.model.Table;
import org.bihuan.model.TableUse;
import org.bihuan.model.Xml;
import org.w3c.dom.Element;

/** Every task is done by somebody: a person with a form, or a component of the house. */
public final class TasksRule implements Rule {

	private static final int MOST_TIMES = 20;

	private static final Set<String> UNKNOWN_KINDS = Set.of("task", "manualTask", "sendTask", "receiveTask");

	@Override
	public void check(Models models, Findings findings) {
		for (Node node : models.nodes()) {
			if (node.is("userTask")) {
				user(models, node, findings);
			}
			else if (node.is("serviceTask")) {
				if (node.camunda("delegateExpression").isEmpty() && node.camunda("expression").isEmpty() && node.camunda("class").isEmpty()
						&& node.camunda("type").isEmpty()) {
					findings.of(node, "服务任务没有写由谁办（Delegate expression），走到这里就出错。请写上本系统的组件，例如 ${sendReminders}。");
				}
			}
			else if (node.is("businessRuleTask")) {
				rules(models, node, findings);
			}
			else if (UNKNOWN_KINDS.contains(node.type())) {
				findings.of(node, "这种任务没有人办，流程会直接走过去（或者永远等着）。由人办的请改为人工任务（User task），由系统办的改为服务任务。");
			}
			if (node.is("startEvent") && !node.camunda("formRef").isEmpty()) {
				form(models, node, findings);
			}
			repeated(node, findings);
			listeners(node, findings);
		}
	}

	private static void user(Models models, Node task, Findings findings) {
		if (task.camunda("formRef").isEmpty()) {
			findings.of(task,
					task.camunda("formKey").isEmpty() && task.extensions("formData").isEmpty() ? "没有表单，办的人没有东西可填。请在 Forms 里选 Camunda Forms，写上表单编号。"
							: "用的不是 Camunda Forms，本系统打不开。请在 Forms 里选 Camunda Forms，写上表单编号。");
		}
		else {
			form(models, task, findings);
		}
		String people = task.camunda("candidateUsers");
		if (!task.camunda("assignee").isEmpty()) {
			findings.of(task, "指定了一个人（Assignee），他不在时没有人能办。请改为在 Candidate groups 里写小组。");
		}
		else if (task.groups().isEmpty() && people.isEmpty()) {
			findings.of(task, "没有写谁可以办，谁也看不到这个任务。请在 Candidate groups 里写上小组。");
		}
		if (!people.isEmpty() && !people.matches("[$#]\\{\\s*\\w+\\.\\w+\\s*\\(.*\\)\\s*}")) {
			findings.of(task, "把任务给了固定的人（Candidate users：" + people + "），不问他属于哪一方。请改为在 Candidate groups 里写小组。");
		}
	}

	private static void form(Models models, Node node, Findings findings) {
		String id = node.camunda("formRef");
		Form form = models.form(id);
		if (form == null && !models.set().files().containsKey(id + ".form")) {
			String near = ExpressionsRule.nearest(id, models.forms().stream().map(Form::id).collect(Collectors.toSet()));
			findings.of(node, "表单 " + id + " 不在这一套里。" + (near == null ? "请把它放进 forms，或者改正编号。" : "是不是 " + near + "？请改正。"));
		}
		if (!node.camunda("formRefBinding").equals("deployment")) {
			findings.of(node, "表单没有写明用同一套的（Binding = deployment），办到一半会换成别的版本。请把 Binding 选为 deployment。");
		}
	}

	private static void rules(Models models, Node task, Findings findings) {
		String key = task.camunda("decisionRef");
		if (key.isEmpty()) {
			findings.of(task, "没有写查哪张决策表（Decision reference）。请写上决策编号。");
		}
		else if (models.table(key) == null) {
			findings.of(task, "决策表 " + key + " 不在这一套里。请把它放进 processes，或者改正编号。");
		}
		else if (TableUse.of(key).isPresent()) {
			if (!Set.of("", "latest").contains(task.camunda("decisionRefBinding"))) {
				findings.of(task, "决策表 " + key + " 程序也查，查的是现行的那一张；这里查的可能是从前的，两处说法会不同。请把 Binding 选为 latest。");
			}
		}
		else if (!task.camunda("decisionRefBinding").equals("deployment")) {
			findings.of(task, "查表时没有写明用同一套的（Binding = deployment）。请把 Binding 选为 deployment。");
		}
		answered(models, task, models.table(key), findings);
	}

	/** What the table answers is written somewhere, as one value each, and somebody reads it. */
	private static void answered(Models models, Node task, Table table, Findings findings) {
		String variable = task.camunda("resultVariable");
		Set<String> written = task.extensions("inputOutput").stream().flatMap(one -> Xml.children(one).stream())
				.filter(one -> one.getLocalName().equals("outputParameter")).map(one -> one.getAttribute("name")).collect(Collectors.toSet());
		if (variable.isEmpty() && written.isEmpty()) {
			findings.of(task, "查了表，却没有把结果记下来，等于没有查。请写结果变量（Result variable），或者在 Outputs 里逐个写输出。");
			return;
		}
		if (!variable.isEmpty()) {
			if (!task.camunda("mapDecisionResult").equals("singleEntry")) {
				findings.of(task, "结果变量 " + variable + " 只能装一个值。请把 Map decision result 选为 singleEntry；要几个值的，在 Outputs 里逐个写。");
			}
			else if (table != null && table.table() != null && (table.outputs().size() != 1 || !TablesRule.ONE_ANSWER.contains(table.hitPolicy()))) {
				findings.of(task, "决策表 " + table.key() + " 回答的不止一个值，装不进结果变量 " + variable + "。请在 Outputs 里逐个写。");
			}
			written.add(variable);
		}
		Set<String> read = Known.reads(models, task.process().id());
		written.stream().filter(one -> !read.contains(one)).sorted()
				.forEach(one -> findings.of(task, "查到的结果 " + one + " 后面没有人用。请在网关的条件里用它，或者改成要用的名字。"));
	}

	private static void repeated(Node node, Findings findings) {
		Element loop = node.loop();
		if (loop == null) {
			return;
		}
		String collection = loop.getAttributeNS(Xml.CAMUNDA, "collection");
		String variable = loop.getAttributeNS(Xml.CAMUNDA, "elementVariable");
		if (collection.isEmpty() && Xml.child(loop, "loopCardinality") == null) {
			findings.of(node, "标了多实例，却没有写对谁重复（Collection）。请写上给出名单的表达式，或者去掉多实例。");
		}
		Element times = Xml.child(loop, "loopCardinality");
		if (times != null && Xml.text(times).matches("\\d+") && (Xml.text(times).length() > 2 || Integer.parseInt(Xml.text(times)) > MOST_TIMES)) {
			findings.of(node, "多实例要办 " + Xml.text(times) + " 份，一次全部建立，系统会停住。最多 " + MOST_TIMES + " 份，请改小，或者写上给出名单的表达式（Collection）。");
		}
		if (!collection.isEmpty() && variable.isEmpty()) {
			findings.of(node, "多实例没有写每一个叫什么（Element variable），每一份都分不清是谁的。请写上变量名。");
		}
	}

	private static void listeners(Node node, Findings findings) {
		for (Node.Listener one : node.listeners()) {
			if (one.ofTask() && !node.is("userTask")) {
				findings.of(node, "任务监听器只能写在人工任务上。请删去，或者改为执行监听器。");
			}
			if (one.expression().isEmpty()) {
				findings.of(node, "监听器没有写由谁办（Delegate expression）。请写上本系统的组件，或者删去。");
			}
			Set<String> events = one.ofTask() ? Set.of("create", "complete", "assignment", "update", "delete", "timeout")
					: Set.of("start", "end", "take");
			if (!events.contains(one.event())) {
				findings.of(node, "监听器的时机“" + one.event() + "”不对。请选 " + (one.ofTask() ? "create 或 complete" : "start 或 end") + "。");
			}
		}
	}
}
