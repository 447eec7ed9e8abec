package org.bihuan.model.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.bihuan.model.Beans;
import org.bihuan.model.Diagram;
import org.bihuan.model.Expression;
import org.bihuan.model.Findings;
import org.bihuan.model.Form;
import org.bihuan.model.Models;
import org.bihuan.model.Node;
import org.bihuan.model.Place;
import org.bihuan.model.Rule;
import org.bihuan.model.VariableUse;
import org.bihuan.model.Xml;
import org.w3c.dom.Element;

/** What is read was written: in the process itself, or handed to it by the call activity that calls it, and handed back. */
public final class VariablesRule implements Rule {

	/** A variable that is read somewhere. */
	private record Read(String process, String name, String id, String file, String variable) {
	}

	@Override
	public void check(Models models, Findings findings) {
		Known known = Known.of(models);
		List<Read> reads = models.diagrams().stream().flatMap(one -> reads(one).stream()).toList();
		for (Diagram diagram : models.diagrams()) {
			for (Read read : reads.stream().filter(one -> one.file().equals(diagram.file())).toList()) {
				if (!known.has(read.process(), read.variable())) {
					tell(models, read, known, findings);
				}
			}
			// of what cannot be read, or is not there, others tell
			diagram.nodes().stream().filter(node -> node.is("callActivity") && models.process(node.attribute("calledElement")) != null)
					.forEach(call -> {
						back(call, known, findings);
						in(call, models, reads, known, findings);
					});
		}
	}

	private static List<Read> reads(Diagram diagram) {
		List<Read> reads = new ArrayList<>();
		for (Place place : diagram.places()) {
			if (place.process() != null && !place.element().getLocalName().equals("out")) {
				names(place).forEach(name -> reads.add(new Read(place.process(), place.name(), place.id(), place.file(), name)));
			}
		}
		for (Node node : diagram.nodes()) {
			for (Element in : node.extensions("in")) {
				if (!in.getAttribute("source").isEmpty()) {
					reads.add(new Read(node.process().id(), node.name(), node.id(), node.file(), in.getAttribute("source")));
				}
			}
		}
		return reads;
	}

	private static Set<String> names(Place place) {
		Set<String> names = new TreeSet<>();
		try {
			names.addAll(Expression.parse(place.text()).names());
		}
		catch (Expression.Wrong told) {
			return names;
		}
		names.removeIf(name -> ExpressionsRule.OF_THE_ENGINE.contains(name) || Beans.of(name) != null);
		// a misspelt bean is told of as such
		names.removeAll(calledOn(place));
		return names;
	}

	private static Set<String> calledOn(Place place) {
		Set<String> bases = new TreeSet<>();
		try {
			Expression.parse(place.text()).visit(one -> {
				Expression base = one instanceof Expression.Call call ? call.base() : one instanceof Expression.Get get ? get.base() : null;
				if (base instanceof Expression.Name name) {
					bases.add(name.name());
				}
			});
			if (place.element().hasAttribute("delegateExpression") || place.element().hasAttributeNS(Xml.CAMUNDA, "delegateExpression")) {
				bases.addAll(Expression.parse(place.text()).names());
			}
		}
		catch (Expression.Wrong told) {
			return bases;
		}
		return bases;
	}

	private static void tell(Models models, Read read, Known known, Findings findings) {
		List<Node> callers = known.callers(read.process());
		List<Node> could = callers.stream().filter(call -> known.has(call.process().id(), read.variable())).toList();
		Form.Field forgotten = could.isEmpty() ? notDecisive(models, read) : null;
		if (forgotten != null) {
			findings.of(read.file(), read.name(), read.id(), "用到变量 " + read.variable() + "，它是字段“" + forgotten.label()
					+ "”，而字段“" + forgotten.label() + "”没有标为决定去向（decisive=true），填的内容只存档、不进流程。请在表单里选中这一栏，在 Custom properties 里加上 decisive，值写 true。");
		}
		else if (could.isEmpty()) {
			String near = ExpressionsRule.nearest(read.variable(), known.everywhere());
			findings.of(read.file(), read.name(), read.id(), "用到变量 " + read.variable() + "，但没有哪一步写它，也没有从外面传进来。"
					+ (near == null || near.equals(read.variable()) ? "请检查拼写，或者改用有的变量。" : "是不是 " + near + "？请改正。"));
		}
		could.forEach(call -> missing(call, read.variable(), findings));
	}

	/** The field of an added step's form that the variable was to be; null for none. */
	private static Form.Field notDecisive(Models models, Read read) {
		return models.nodes().stream()
				.filter(node -> node.is("userTask") && node.listeners().isEmpty() && node.process().id().equals(read.process()))
				.map(node -> models.form(node.camunda("formRef"))).filter(Objects::nonNull).map(form -> form.field(read.variable()))
				.filter(Objects::nonNull).findFirst().orElse(null);
	}

	private static void missing(Node call, String variable, Findings findings) {
		findings.of(call, "调用“" + call.attribute("calledElement") + "”时没有传入 " + variable + "，那里要用。请在 In mappings 里加上 source 和 target 都是 " + variable
				+ " 的一行。");
	}

	/** Each caller hands in what the called process reads, by its expressions and by its beans. */
	private static void in(Node call, Models models, List<Read> reads, Known known, Findings findings) {
		String called = call.attribute("calledElement");
		Set<String> needed = new TreeSet<>();
		reads.stream().filter(read -> read.process().equals(called)).map(Read::variable).forEach(needed::add);
		Known packaged = Known.packaged(models);
		for (String bean : known.beans(called)) {
			VariableUse.of(bean).reads().stream().filter(variable -> everywhere(packaged, models.packaged(), bean, variable)).forEach(needed::add);
		}
		needed.stream().filter(variable -> !known.writes(called, variable) && !Known.hands(call, variable)
				&& known.has(call.process().id(), variable)).forEach(variable -> missing(call, variable, findings));
	}

	/** Whether a variable is there wherever the packaged models use a bean that reads it: the bean cannot do without it then. */
	private static boolean everywhere(Known packaged, Models models, String bean, String variable) {
		List<String> using = models.diagrams().stream().flatMap(one -> one.processes().stream()).map(Node::id)
				.filter(process -> packaged.beans(process).contains(bean)).toList();
		return !using.isEmpty() && using.stream().allMatch(process -> packaged.has(process, variable));
	}

	/** What is handed back was written there. */
	private static void back(Node call, Known known, Findings findings) {
		String called = call.attribute("calledElement");
		for (Element out : call.extensions("out")) {
			String source = out.getAttribute("source");
			if (!source.isEmpty() && !known.has(called, source)) {
				findings.of(call, "要从“" + called + "”取回 " + source + "，但那里没有哪一步写它。请检查 Out mappings 的 source。");
			}
		}
	}
}
