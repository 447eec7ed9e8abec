package org.bihuan.model.laws;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.bihuan.model.Findings;
import org.bihuan.model.Flow;
import org.bihuan.model.Models;
import org.bihuan.model.Node;
import org.bihuan.model.Rule;

/**
 * 核查销号 needs two look-backs, by 专委会 and by 督考办, of people outside the handling unit; a reply closes nothing; and those who took part were
 * asked whether they are satisfied [domain.md].
 */
public final class NobodyVerifiesAloneLaw implements Rule {

	private static final String LOOK_BACK = "lookBack";
	private static final String CLOSING = "closeAssignment";
	private static final String SUPERVISION = "supervision-office";

	@Override
	public void check(Models models, Findings findings) {
		List<Node> closing = models.with(CLOSING);
		List<Node> lookBacks = models.with(LOOK_BACK).stream().filter(one -> one.is("userTask")).toList();
		Ways ways = new Ways(models);
		for (Node one : lookBacks) {
			if (one.groups().stream().anyMatch(group -> group.contains("Unit(") || group.startsWith("unit-"))) {
				findings.of(one, "回头看交给了承办单位自己。规则：核查的人不是办理的人，由专委会和督考办分别核查。请把 Candidate groups 改回来。");
			}
			if (one.groups().size() > 1) {
				findings.of(one, "回头看同时交给了几方（" + String.join("、", one.groups()) + "），一方办了另一方就看不到。规则：专委会和督考办各自回头看、各自签字。请一方一个任务。");
			}
		}
		Predicate<Node> bySupervision = one -> lookBacks.contains(one) && one.groups().equals(List.of(SUPERVISION));
		Predicate<Node> byCommittee = one -> lookBacks.contains(one) && one.groups().stream().anyMatch(group -> group.contains("ommittee"));
		passes(ways, closing, bySupervision, "不经督考办回头看就可以核查销号。规则：核查销号要有专委会和督考办两方签字，谁也不能单独核查。请让到这里的每条路都经过两方的回头看。", findings);
		passes(ways, closing, byCommittee, "不经专委会回头看就可以核查销号。规则：核查销号要有专委会和督考办两方签字，谁也不能单独核查。请让到这里的每条路都经过两方的回头看。", findings);
		passes(ways, closing, one -> one.beans().contains("askSatisfaction"),
				"不征询满意度就可以核查销号。规则：满意度直接问专委会和参与委员，没有不满意才销号。请让到这里的每条路都经过征询满意度。", findings);
		for (String reply : List.of("issueReply", "issueRedo")) {
			Collection<Node> issued = models.with(reply);
			Set<Node> reached = ways.from(issued, lookBacks::contains, NobodyVerifiesAloneLaw::asksTheLedger);
			closing.stream().filter(reached::contains).findFirst()
					.ifPresent(one -> issued
							.forEach(from -> findings.of(from, "答复以后不经回头看就到了“" + one.name() + "”。规则：答复不等于落实，只有回头看认定到位才销号。请把这条路接回回头看。")));
		}
	}

	/** The ledger says yes for an assignment alone whose look-backs of this round stand: what was issued meanwhile is not let through. */
	private static boolean asksTheLedger(Flow flow) {
		return flow.condition() != null && flow.condition().matches("\\$\\{\\s*(satisfaction\\.settled|followUp\\.verified)\\(.*");
	}

	private static void passes(Ways ways, List<Node> closing, Predicate<Node> needed, String sentence, Findings findings) {
		Set<Node> reached = ways.from(ways.beginnings(), needed);
		closing.stream().filter(reached::contains).forEach(one -> findings.of(one, sentence));
	}
}
