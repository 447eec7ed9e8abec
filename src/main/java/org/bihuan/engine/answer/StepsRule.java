package org.bihuan.engine.answer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.bihuan.model.Beans;
import org.bihuan.model.Findings;
import org.bihuan.model.Form;
import org.bihuan.model.Models;
import org.bihuan.model.Node;
import org.bihuan.model.Rule;

/**
 * Behind each step of the house stands its work, at both of its moments; and its form asks for what the work reads. A task without a listener is a
 * step of the general kind and right as it is, unless it has a form that belongs to a step of the house.
 */
public final class StepsRule implements Rule {

	/** The work behind a step that nobody wrote any for. */
	private static final String DRAWN = "drawnStep";

	private static final Set<String> MOMENTS = Set.of("create", "complete");

	@Override
	public void check(Models models, Findings findings) {
		Map<String, Set<String>> workOfForm = workOfForms(models.packaged());
		for (Node node : models.nodes()) {
			if (node.is("userTask")) {
				task(models, node, workOfForm, findings);
			}
			else if (node.is("startEvent") && !node.camunda("formRef").isEmpty()) {
				start(models, node, workOfForm, findings);
			}
		}
		for (Form form : models.forms()) {
			form.fields().stream().filter(field -> !FormRules.SUPPORTED.contains(field.type()))
					.forEach(field -> tell(form, field, "栏目的类型 " + field.type() + " 本系统不支持。请改用文字、选择、日期、数字、勾选或动态列表。", findings));
		}
	}

	/** Of each packaged form the work behind the steps that use it. */
	private static Map<String, Set<String>> workOfForms(Models packaged) {
		Map<String, Set<String>> work = new TreeMap<>();
		packaged.nodes().forEach(node -> work(node)
				.forEach(bean -> work.computeIfAbsent(node.camunda("formRef"), form -> new TreeSet<>()).add(bean)));
		return work;
	}

	/** The beans behind a node that take an answer. */
	private static List<String> work(Node node) {
		return node.beans().stream().filter(bean -> Beans.of(bean) != null && isWork(Beans.of(bean))).toList();
	}

	private static boolean isWork(Beans.Found bean) {
		return TaskWork.class.isAssignableFrom(bean.type()) || StartWork.class.isAssignableFrom(bean.type());
	}

	private static void tell(Form form, Form.Field field, String what, Findings findings) {
		findings.of(form.file(), field.label(), field.id(), what);
	}

	private static void task(Models models, Node task, Map<String, Set<String>> workOfForm, Findings findings) {
		List<String> work = work(task);
		String form = task.camunda("formRef");
		if (work.isEmpty()) {
			if (models.form(form) != null && task.listeners().isEmpty() && !workOfForm.containsKey(form)) {
				new FormOfStep(models, models.form(form), DRAWN, task.name()).check(findings);
			}
			if (workOfForm.containsKey(form)) {
				String bean = String.join("} 或 ${", workOfForm.get(form));
				findings.of(task, "表单 " + form + " 属于本系统已有的步骤，这里却没有它的监听器：填的内容不会按那一步办理。请在 Task listeners 里加上 create 和 complete 各一个，都写 ${" + bean
						+ "}；如果这是新加的一步，请另做一张表单。");
			}
			return;
		}
		if (work.size() > 1) {
			findings.of(task, "有几个办理它的监听器（" + String.join("、", work) + "），一步只能由一个办理。请只留一个。");
		}
		String bean = work.get(0);
		Set<String> moments = task.listeners().stream().filter(one -> bean.equals(Node.bean(one.expression()))).map(Node.Listener::event)
				.collect(Collectors.toCollection(TreeSet::new));
		for (String moment : new TreeSet<>(MOMENTS)) {
			if (!moments.contains(moment)) {
				findings.of(task, "缺少 " + moment + " 监听器 ${" + bean + "}，" + (moment.equals("create") ? "打开时没有内容、没有到期日" : "填的内容不会保存")
						+ "。请在 Task listeners 里加上。");
			}
		}
		if (workOfForm.containsKey(form) && !workOfForm.get(form).contains(bean)) {
			findings.of(task, "表单 " + form + " 是 ${" + String.join("} 或 ${", workOfForm.get(form)) + "} 那一步的，监听器却是 ${" + bean
					+ "}：填的内容会记到别的步骤名下。请用配套的表单和监听器；新加的步骤不要监听器，另做一张表单。");
			return;
		}
		Form asked = models.form(form);
		if (asked != null) {
			new FormOfStep(models, asked, bean, task.name()).check(findings);
		}
	}

	private static void start(Models models, Node start, Map<String, Set<String>> workOfForm, Findings findings) {
		List<String> work = work(start);
		Form form = models.form(start.camunda("formRef"));
		if (work.isEmpty()) {
			String bean = workOfForm.containsKey(start.camunda("formRef")) ? String.join("} 或 ${", workOfForm.get(start.camunda("formRef"))) : null;
			findings.of(start, "启动表单没有监听器，填的内容不会保存。请在 Execution listeners 里加上 start" + (bean == null ? "，写上受理它的组件。" : "，写 ${" + bean + "}。"));
			return;
		}
		if (start.listeners().stream().noneMatch(one -> work.contains(Node.bean(one.expression())) && one.event().equals("start"))) {
			findings.of(start, "监听器 ${" + work.get(0) + "} 的时机应为 start。请改正。");
		}
		if (form != null) {
			new FormOfStep(models, form, work.get(0), start.name()).check(findings);
		}
	}
}
