package org.bihuan.model.laws;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.bihuan.model.Diagram;
import org.bihuan.model.Findings;
import org.bihuan.model.Models;
import org.bihuan.model.Node;
import org.bihuan.model.Rule;
import org.bihuan.model.laws.Entrances.Entrance;

/**
 * What carries a law ({@link Seal}) is what the house has: the engine executes of it the same, it stands in the same part, and a case comes to it
 * from where the house has it come, on the same conditions. So whatever is written there that the engine would understand otherwise is refused,
 * whether anybody foresaw it or not; beside and between stands what an analyst likes.
 */
public final class SealedPartsLaw implements Rule {

	@Override
	public void check(Models models, Findings findings) {
		Counterparts counterparts = new Counterparts(models);
		Entrances ours = new Entrances(models.packaged(), one -> counterparts.inSet(one) == null && Seal.of(one).isEmpty() ? null : one);
		Entrances theirs = new Entrances(models, counterparts::inHouse);
		Set<String> processes = processes(models.packaged());
		for (Node house : models.packaged().nodes()) {
			Node node = counterparts.inSet(house);
			if (node != null && Entrances.isSeen(house) && Seal.isAbout(house.process().id())) {
				executed(models, house, node, findings);
			}
			Seal.of(house).filter(seal -> Entrances.isSeen(house) && isThere(models, house)).ifPresent(seal -> {
				if (node == null) {
					findings.of(house, "不见了。" + seal.law() + "这一处可以改名、挪位置、在前后加步骤，不能去掉。请放回来。");
				}
				else {
					place(models, counterparts, theirs, house, node, seal, findings);
					entered(node, ours.to(house, Set.of()), theirs, seal, findings);
					atOnce(house, node, theirs, findings);
				}
			});
			if (node != null && Seal.isAbout(house.process().id()) && theirs.to(node, Set.of()).stream().anyMatch(one -> one.house() == null)) {
				findings.of(node, "不中断的事件走到了这里：同一件会办两遍。请让它走到自己的步骤，再到自己的结束事件。");
			}
		}
		models.nodes().stream().filter(node -> counterparts.inHouse(node) == null)
				.forEach(node -> added(counterparts, theirs, processes, node, findings));
	}

	/** A file that is gone, or cannot be read, is told of as a whole. */
	private static boolean isThere(Models models, Node house) {
		return models.diagrams().stream().anyMatch(one -> one.file().equals(house.file()));
	}

	private static Set<String> processes(Models models) {
		return models.diagrams().stream().flatMap(one -> one.processes().stream()).map(Node::id).collect(Collectors.toSet());
	}

	/** Of work that decides nothing too: only who does it is free. */
	private static void executed(Models models, Node house, Node node, Findings findings) {
		Diagram before = models.packaged().diagram(house.file());
		Diagram after = models.diagram(node.file());
		Map<String, String> expected = ExecutedForm.of(before, house);
		Map<String, String> found = ExecutedForm.of(after, node);
		if (expected.equals(found)) {
			return;
		}
		Seal seal = Seal.of(house).orElse(Seal.ELSEWHERE);
		Set<String> differing = new TreeSet<>(expected.keySet());
		differing.addAll(found.keySet());
		differing.removeIf(one -> expected.getOrDefault(one, "").equals(found.getOrDefault(one, "")));
		differing.removeIf(one -> Seal.of(house).isEmpty() && one.startsWith("candidate"));
		Map<String, String> from = ExecutedForm.asWritten(before, house);
		Map<String, String> to = ExecutedForm.asWritten(after, node);
		differing.forEach(
				one -> findings.of(node, "这一处由规则定下，引擎执行的内容不能改：" + one + " 从" + shown(from.get(one)) + "改成了" + shown(to.get(one)) + "。" + seal.law()
						+ "请改回来；名称、说明、期限、表单可以改，要加的请在前后另画一步。"));
	}

	private static String shown(String value) {
		return value == null || value.isEmpty() ? "没有" : "“" + value.replace("\n", "；") + "”";
	}

	/** In the part it was in, at the edge it was at. What was added around it does it once, and leaves it alone. */
	private static void place(Models models, Counterparts counterparts, Entrances theirs, Node house, Node node, Seal seal, Findings findings) {
		Node around = node.parent();
		Set<Node> climbed = new HashSet<>();
		boolean once = true;
		while (around != null && !isOfTheHouse(models, counterparts, around) && climbed.add(around)) {
			List<Node> calls = around.is("process") ? theirs.callers(around) : List.of();
			once &= around.loop() == null && !around.startedByEvent() && calls.size() == (around.is("process") ? 1 : 0)
					&& calls.stream().allMatch(one -> one.loop() == null);
			around = around.is("process") ? calls.isEmpty() ? null : calls.get(0).parent() : around.parent();
		}
		boolean same = around != null && (house.parent().is("process") ? around.is("process") && around.id().equals(house.parent().id())
				: counterparts.inHouse(around) == house.parent());
		if (!same || !once) {
			findings.of(node, (same ? "放进了会重复、或者由事件引起的部分里" : "不在原来的“" + house.parent().name() + "”里了") + "。" + seal.law() + "请放回原来的那一层，只办一次。");
		}
		if (house.is("boundaryEvent")) {
			Node attached = models.diagram(node.file()).node(node.attribute("attachedToRef"));
			Node edge = models.packaged().diagram(house.file()).node(house.attribute("attachedToRef"));
			if (attached == null || counterparts.inHouse(attached) != edge) {
				findings.of(node, "附到了别处，原来附在“" + edge.name() + "”（" + edge.id() + "）的边上。" + seal.law() + "请拖回去。");
			}
		}
	}

	private static boolean isOfTheHouse(Models models, Counterparts counterparts, Node part) {
		return part.is("process") ? models.packaged().process(part.id()) != null : counterparts.inHouse(part) != null;
	}

	private static void entered(Node node, Set<Entrance> expected, Entrances theirs, Seal seal, Findings findings) {
		Set<Entrance> found = theirs.to(node, expected);
		found.stream().filter(one -> one.house() != null && !expected.contains(one)).forEach(
				one -> findings.of(node, "从" + one.words() + "就能走到这里，原来不能（原来从" + words(expected) + "来）。" + seal.law() + "请照原来的条件和次序连接，加的步骤放在中间。"));
		expected.stream().filter(one -> !found.contains(one))
				.forEach(one -> findings.of(node, "从" + one.words() + "走不到这里了。" + seal.law() + "请让那条路经过加的步骤以后仍到这里。"));
	}

	private static void atOnce(Node house, Node node, Entrances theirs, Findings findings) {
		if (Seal.isAtOnce(house)) {
			theirs.waitingBefore(node)
					.forEach(one -> findings.of(one, "在走到“" + node.name() + "”（" + node.id() + "）以前要等人或者等时间，答复时限就没有起算、到期没有记下，或者已经答复还会算逾期。"
							+ Seal.OVERDUE.law() + "请把这一步放到“拟定答复”前后、审签前后，或者记为逾期以后。"));
		}
	}

	private static String words(Set<Entrance> entrances) {
		return entrances.isEmpty() ? "别处" : entrances.stream().map(Entrance::words).collect(Collectors.joining("、"));
	}

	private static void added(Counterparts counterparts, Entrances theirs, Set<String> processes, Node node, Findings findings) {
		boolean inTheHouse = node.parent().is("process") ? processes.contains(node.parent().id()) : counterparts.inHouse(node.parent()) != null;
		if (!Seal.isAbout(node.process().id())) {
			return;
		}
		if (node.is("endEvent") && inTheHouse && theirs.to(node, Set.of()).stream().anyMatch(one -> one.house() != null)) {
			findings.of(node, "加的结束事件让一件办到这里就算完了，后面该办的都不办。规则：流程怎样走到头由办法定下。请连到原来的下一步；只有不中断的事件引出的步骤才可以自己结束。");
		}
		if (node.is("callActivity") && processes.contains(node.attribute("calledElement"))) {
			findings.of(node, "另外调用了 " + node.attribute("calledElement") + "，那里的每一步就会办两遍。请只留原来的一处，要加的步骤画在自己的图里。");
		}
		if (node.is("boundaryEvent") && node.interrupts()) {
			node.parent().children().stream().filter(one -> one.id().equals(node.attribute("attachedToRef"))).map(counterparts::inHouse)
					.filter(one -> one != null).forEach(one -> Seal.of(one).ifPresent(seal -> findings.of(node,
							"会中断“" + one.name() + "”，它没有办完就走了。" + seal.law() + "请改为不中断（Non-interrupting），或者附在自己加的步骤上。")));
		}
	}
}
