package org.bihuan.model.laws;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.bihuan.model.Findings;
import org.bihuan.model.Models;
import org.bihuan.model.Node;
import org.bihuan.model.Rule;
import org.bihuan.terms.ProcessKeys;

/**
 * What the rule has before what [domain.md]: 多层把关 and 主席会议 before 报送, 受理 before 交办, 审签 before 印发; and no step of the cycle is
 * gone. Steps may be added anywhere between.
 */
public final class StepsInOrderLaw implements Rule {

	/** A step that must have been taken, by its bean and, where several tasks have it, by a part of its people's name. */
	private record Before(String bean, String people, String called, String then, String law) {
	}

	private static final String REVIEWED = "规则：报送前要多层把关：专委会主任、政协办、分管副主席，再由主席会议审议。";
	private static final List<Before> ORDER = List.of(new Before("reviewReport", "ommittee(", "专委会主任把关", "submitOutcome", REVIEWED),
			new Before("reviewReport", "cppcc-office", "政协办把关", "submitOutcome", REVIEWED),
			new Before("reviewReport", "cppcc-deputy-chair", "分管副主席把关", "submitOutcome", REVIEWED),
			new Before("deliberate", "", "主席会议审议", "submitOutcome", REVIEWED),
			new Before("checkSubmission", "cppcc-chair", "主要领导审阅", "submitOutcome", "规则：报送前由区政协主要领导审阅。"),
			new Before("checkSubmission", "-office", "受理初审", "makeAssignments", "规则：报送以后由党政办公室受理、初审，合格的才交办。"),
			new Before("submitOutcome", "", "报送成果", "makeAssignments", "规则：先报送，后交办。"),
			new Before("signReply", "", "审签答复", "issueReply", "规则：书面答复由分管领导审签，签的是什么印发的就是什么。"),
			new Before("reportImplementation", "", "落实并报告", "closeAssignment", "规则：承办单位报告完成，再回头看、核查销号。"));

	/** What the program waits for, or the rule asks for, and no diagram may be without. */
	private static final List<String> NEEDED = List.of("registerOutcome", "submitOutcome", "makeAssignments", "deliverAssignment", "signReceipt",
			"deemReceived", "draftReply", "signReply", "issueReply", "markOverdue", "handleOverdue", "reportImplementation", "acknowledgeReport",
			"lookBack", "raiseSupervision", "askSatisfaction", "closeAssignment", "closeOutcome", "amend", "lateInstruction", "sendMail",
			"makeOverdueSheet", "watchTaskLimits");

	@Override
	public void check(Models models, Findings findings) {
		for (String bean : NEEDED) {
			if (models.with(bean).isEmpty()) {
				models.packaged().with(bean).stream().findFirst()
						.ifPresent(node -> findings.of(node, "没有了这一步（${" + bean + "}）。规则要有它，可以改名、挪位置、在前后加步骤，不能去掉。请放回来。"));
			}
		}
		Ways ways = new Ways(models);
		for (Before one : ORDER) {
			before(models, ways, one, findings);
		}
		again(models, ways, findings);
	}

	private static void before(Models models, Ways ways, Before one, Findings findings) {
		Predicate<Node> needed = node -> node.beans().contains(one.bean())
				&& (one.people().isEmpty() || node.groups().stream().anyMatch(group -> group.contains(one.people())));
		Set<Node> reached = ways.from(ways.beginnings(), needed);
		models.with(one.then()).stream().filter(node -> reached.contains(node) && !node.process().id().equals(ProcessKeys.AMENDMENT))
				.forEach(node -> findings.of(node, "不经“" + one.called() + "”就到了这里。" + one.law() + "请让到这里的每条路都经过它。"));
	}

	/** A redone reply is a reply: own signature. */
	private static void again(Models models, Ways ways, Findings findings) {
		Set<Node> reached = ways.from(models.with("draftRedo"), node -> node.beans().contains("signRedo"));
		models.with("issueRedo").stream().filter(reached::contains)
				.forEach(node -> findings.of(node, "再次答复不经审签就印发。规则：再次答复也是答复，由分管领导审签。请让到这里的每条路都经过“审签再次答复”。"));
	}
}
