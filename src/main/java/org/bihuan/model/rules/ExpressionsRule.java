package org.bihuan.model.rules;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.bihuan.model.Beans;
import org.bihuan.model.Diagram;
import org.bihuan.model.Expression;
import org.bihuan.model.Findings;
import org.bihuan.model.FullWidth;
import org.bihuan.model.Models;
import org.bihuan.model.Node;
import org.bihuan.model.Place;
import org.bihuan.model.Rule;
import org.w3c.dom.Element;

/** Every expression can be read, and calls beans and methods that there are, each with as many arguments as it takes. */
public final class ExpressionsRule implements Rule {

	/** What an expression knows without anybody's having written it. */
	static final Set<String> OF_THE_ENGINE = Set.of("execution", "task", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances",
			"loopCounter", "decisionResult");

	@Override
	public void check(Models models, Findings findings) {
		Set<String> variables = Known.of(models).everywhere();
		for (Diagram diagram : models.diagrams()) {
			for (Place place : diagram.places()) {
				try {
					Expression expression = Expression.parse(place.text());
					expression.visit(one -> member(place, one, variables, findings));
				}
				catch (Expression.Wrong wrong) {
					findings.of(place.file(), place.name(), place.id(), "表达式 " + place.text() + " 写错了：" + wrong.getMessage() + "。"
							+ FullWidth.sentence(place.text()) + "请改正。");
				}
			}
			diagram.nodes().forEach(node -> delegates(node, findings));
			conditions(diagram, findings);
		}
	}

	private static void conditions(Diagram diagram, Findings findings) {
		diagram.flows().stream().filter(flow -> flow.condition() != null && !flow.condition().matches("(?s)[$#]\\{.*}"))
				.forEach(flow -> findings.of(flow, flow.condition().isEmpty() ? "条件是空的。请写上条件，或者删去。"
						: "条件“" + flow.condition() + "”没有写在 ${ } 里，不会被计算。" + FullWidth.sentence(flow.condition()) + "请写成 ${变量 == '值'}。"));
	}

	private static void member(Place place, Expression one, Set<String> variables, Findings findings) {
		if (one instanceof Expression.Call call && call.base() instanceof Expression.Name name && !OF_THE_ENGINE.contains(name.name())) {
			call(place, name.name(), call, variables, findings);
		}
		if (one instanceof Expression.Get get && get.base() instanceof Expression.Name name && !OF_THE_ENGINE.contains(name.name())
				&& !variables.contains(name.name())) {
			Beans.Found bean = Beans.of(name.name());
			if (bean == null) {
				unknown(place, name.name(), findings);
			}
			else if (bean.methods("get" + Character.toUpperCase(get.name().charAt(0)) + get.name().substring(1)).findAny().isEmpty()) {
				findings.of(place.file(), place.name(), place.id(),
						"表达式 " + place.text() + " 里，组件 " + name.name() + " 没有 " + get.name() + "。调用方法要写括号，例如 " + get.name() + "(…)。");
			}
		}
	}

	private static void call(Place place, String name, Expression.Call call, Set<String> variables, Findings findings) {
		Beans.Found bean = Beans.of(name);
		if (bean == null) {
			if (!variables.contains(name)) {
				unknown(place, name, findings);
			}
			return;
		}
		List<Method> methods = bean.methods(call.method()).toList();
		if (methods.isEmpty()) {
			String near = nearest(call.method(), java.util.stream.Stream.of(bean.type().getMethods())
					.filter(one -> one.getDeclaringClass().getName().startsWith("org.bihuan")).map(Method::getName).collect(Collectors.toSet()));
			findings.of(place.file(), place.name(), place.id(), "表达式 " + place.text() + " 里，组件 " + name + " 没有方法 " + call.method() + "。"
					+ (near == null ? "请检查拼写。" : "是不是 " + near + "？请改正。"));
		}
		else if (methods.stream().noneMatch(one -> one.getParameterCount() == call.arguments().size())) {
			findings.of(place.file(), place.name(), place.id(), "表达式 " + place.text() + " 里，" + name + "." + call.method() + " 要 "
					+ methods.stream().map(one -> String.valueOf(one.getParameterCount())).distinct().collect(Collectors.joining(" 或 "))
					+ " 个参数，写了 " + call.arguments().size() + " 个。请改正。");
		}
	}

	private static void unknown(Place place, String name, Findings findings) {
		String near = nearest(name, Beans.all().keySet());
		findings.of(place.file(), place.name(), place.id(),
				"表达式 " + place.text() + " 里的组件 " + name + " 本系统没有。" + (near == null ? "请检查拼写，或者从同类的任务上复制。" : "是不是 " + near + "？请改正。"));
	}

	/** The name that differs by one or two letters; null for none. */
	static String nearest(String wrong, Set<String> names) {
		return new TreeSet<>(names).stream().filter(one -> distance(one, wrong) <= Math.max(1, wrong.length() / 6)).findFirst().orElse(null);
	}

	static int distance(String one, String other) {
		int[] row = new int[other.length() + 1];
		for (int j = 0; j < row.length; j++) {
			row[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int before = row[0];
			row[0] = i;
			for (int j = 1; j < row.length; j++) {
				int same = before + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
				before = row[j];
				row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
			}
		}
		return row[other.length()];
	}

	/** What is called as a whole is what the engine calls there. */
	private static void delegates(Node node, Findings findings) {
		String own = node.camunda("delegateExpression");
		if (!own.isEmpty()) {
			delegate(node, own, "", findings);
		}
		for (Element listener : java.util.stream.Stream.of("taskListener", "executionListener").flatMap(kind -> node.extensions(kind).stream())
				.toList()) {
			String expression = listener.getAttribute("delegateExpression");
			if (!expression.isEmpty()) {
				delegate(node, expression, listener.getLocalName(), findings);
			}
		}
	}

	private static void delegate(Node node, String expression, String listener, Findings findings) {
		String name = Node.bean(expression);
		if (name == null) {
			findings.of(node, "Delegate expression 应写成 ${组件名}，现在写的是 " + expression + "。请改正。");
			return;
		}
		Beans.Found bean = Beans.of(name);
		if (bean == null) {
			String near = nearest(name, Beans.all().keySet());
			findings.of(node,
					(listener.isEmpty() ? "办理它的组件 " : "监听器 ") + name + " 本系统没有。" + (near == null ? "请检查拼写，或者从同类的任务上复制。" : "是不是 " + near + "？请改正。"));
			return;
		}
		boolean fits = switch (listener) {
			case "taskListener" -> bean.isTaskListener();
			case "executionListener" -> bean.isExecutionListener() || bean.isDelegate();
			default -> bean.isDelegate() || bean.isExecutionListener();
		};
		if (!fits) {
			findings.of(node, "组件 " + name + " 不能用在这里："
					+ (bean.isTaskListener() ? "它是任务的监听器，应写在人工任务的 Task listeners 里。"
							: bean.isDelegate() ? "它由服务任务调用。" : "它不能整个调用，请写成 ${" + name + ".方法(…)}。")
					+ "请改用这里该用的组件。");
		}
	}
}
