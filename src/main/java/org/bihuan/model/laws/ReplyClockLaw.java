package org.bihuan.model.laws;

import java.util.List;
import java.util.Set;

import org.bihuan.model.Findings;
import org.bihuan.model.Models;
import org.bihuan.model.Node;
import org.bihuan.model.Rule;
import org.bihuan.model.Xml;

/**
 * 限期答复制: from receipt to the issued reply runs one clock, the ledger's, whatever is sent back within; what is overdue is marked, handled by the
 * offices, and is still owed [domain.md].
 */
public final class ReplyClockLaw implements Rule {

	private static final String LEDGER = "${handling.expiry(assignmentId)}";

	@Override
	public void check(Models models, Findings findings) {
		Ways ways = new Ways(models);
		started(models, ways, findings);
		for (Node issued : models.with("issueReply")) {
			Node part = part(issued);
			if (part == null) {
				findings.of(issued, "答复不在任何子流程里，两个月的时限没有地方附。规则：从签收到印发只有一个时限，内部反复不重新起算。请把拟定、审签、用印、印发放回同一个子流程。");
				continue;
			}
			List<Node> interrupting = timers(part).stream().filter(Node::interrupts).toList();
			List<Node> right = interrupting.stream().filter(one -> moment(one).equals(LEDGER)).toList();
			if (right.size() != 1 || interrupting.size() != 1) {
				findings.of(part, right.isEmpty() ? "没有答复到期的定时器。规则：书面答复限期办理，期限到了就收回、转入逾期处置。请在子流程的边上放一个中断的定时器，日期写 " + LEDGER + "。"
						: "有 " + interrupting.size() + " 个中断的定时器。规则：答复的时限只有一个，取自台账。请只留日期是 " + LEDGER + " 的一个。");
			}
			for (String step : List.of("draftReply", "signReply", "sealReply")) {
				models.with(step).stream().filter(one -> !within(one, part))
						.forEach(one -> findings.of(one, "放到了答复时限之外（子流程“" + part.name() + "”外面）。规则：从签收到印发只有一个时限。请放回这个子流程里。"));
			}
			right.forEach(one -> overdue(models, ways, one, part, findings));
			if (timers(part).stream().noneMatch(one -> !one.interrupts() && moment(one).contains("handling.reminders("))) {
				findings.of(part, "没有催办的定时器，到期前没有人提醒承办单位。请在子流程的边上放一个不中断的定时器，周期写 ${handling.reminders(assignmentId)}。");
			}
		}
	}

	/** Where a diagram starts the clock by a step of its own, nobody gets to the reply without it. */
	private static void started(Models models, Ways ways, Findings findings) {
		for (Node step : models.with("startReplyClock")) {
			for (String receipt : List.of("signReceipt", "deemReceived")) {
				Set<Node> reached = ways.from(models.with(receipt), one -> one.beans().contains("startReplyClock"));
				models.with("draftReply").stream().filter(reached::contains).forEach(one -> findings.of(step, "从“"
						+ models.with(receipt).get(0).name() + "”不经过这一步也能走到“" + one.name() + "”，那样的件没有到期日。规则：答复期限从签收起算。请让签收和视为签收以后的每条路都经过它。"));
			}
		}
	}

	private static void overdue(Models models, Ways ways, Node timer, Node part, Findings findings) {
		Set<Node> unmarked = ways.from(List.of(timer), one -> one.beans().contains("markOverdue"));
		if (unmarked.contains(part) || models.with("handleOverdue").stream().anyMatch(unmarked::contains)) {
			findings.of(timer, "到期以后没有记为逾期就往下走。规则：逾期要记入台账并告知三办。请先连到“记为逾期”。");
		}
		Set<Node> unhandled = ways.from(List.of(timer), one -> one.beans().contains("handleOverdue"));
		if (unhandled.contains(part)) {
			findings.of(timer, "到期以后没有经过逾期处置就接着办。规则：逾期的由党政办公室处置。请连到“处置逾期答复”。");
		}
		if (!ways.from(List.of(timer), one -> one.is("endEvent") && one.parent().is("process")).contains(part)) {
			findings.of(timer, "逾期以后再也回不到答复。规则：逾期的仍应答复。请把“处置逾期答复”的“督办”连回子流程“" + part.name() + "”。");
		}
	}

	/** The part with the clock; where none has it, the nearest part around; null for none. */
	private static Node part(Node issued) {
		Node nearest = null;
		for (Node at = issued.parent(); at != null && !at.is("process"); at = at.parent()) {
			nearest = nearest == null ? at : nearest;
			if (timers(at).stream().anyMatch(one -> moment(one).equals(LEDGER))) {
				return at;
			}
		}
		return nearest;
	}

	private static List<Node> timers(Node part) {
		return part.parent().children().stream()
				.filter(one -> one.is("boundaryEvent") && one.attribute("attachedToRef").equals(part.id()) && one.isOn("timer")).toList();
	}

	private static String moment(Node timer) {
		return timer.definitions().stream().map(Xml::text).findFirst().orElse("").replaceAll("\\s+", "").replaceFirst("^#", "\\$");
	}

	private static boolean within(Node node, Node part) {
		for (Node at = node; at != null; at = at.parent()) {
			if (at == part) {
				return true;
			}
		}
		return false;
	}
}
