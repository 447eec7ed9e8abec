package org.bihuan.model.laws;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.bihuan.model.Node;
import org.bihuan.model.Roles;
import org.bihuan.terms.ProcessKeys;
import org.bihuan.terms.Role;

/**
 * Which parts of the house's diagrams carry a law, and which: here alone. A sealed part is done as the house has it, comes where the house has it
 * come, and is offered to whom the rule names; how it is called and drawn, its days, its form, and what stands beside and between, is the analyst's.
 */
enum Seal {

	REVIEWED("规则：报送前要多层把关：专委会主任、政协办、分管副主席，再由主席会议审议；主要领导审阅以后报送，受理初审合格以后交办。", "reviewReport", "deliberate", "checkSubmission", "submitOutcome",
			"makeAssignments"),
	RECEIVED("规则：没有人填写签收日期，送达、签收由系统记下；签收之日起算一个答复期限。", "deliverAssignment", "signReceipt", "deemReceived", "startReplyClock", "decideReassignment"),
	SIGNED("规则：签的是什么，印发的就是什么：送审、审签、用印、印发都在同一个答复时限里。", "signReply", "sealReply", "issueReply", "signRedo", "sealRedo", "issueRedo"),
	OVERDUE("规则：答复到期只有一个时限，取自台账；逾期的记入台账、告知三办、由党政办公室处置，仍应答复。", "markOverdue", "handleOverdue", "sendReminders"),
	CONVERTED("规则：转化由党政办公室裁定；不予立案、不予采用的退回党政办公室，已转化不算已落实。", "decideConversion", "requestConversion", "openConversion", "judgeConversion",
			"reconsiderConversion"),
	REPORTED("规则：落实完成要报告区委办、区政府办和区政协办，三办各收一份。", "reportImplementation", "acknowledgeReport"),
	TRACKED("规则：专委会和督考办定期跟踪；不到位的加强督办、限期再办，督办级别只升不降。", "planFollowUp", "trackProgress", "raiseSupervision", "strengthenSupervision", "urgeProgress",
			"escalateTracking"),
	VERIFIED("规则：答复不等于落实；核查销号要有专委会和督考办两方回头看、两方签字，谁也不能单独核查。", "lookBack", "closeAssignment"),
	ASKED("规则：满意度直接问专委会和参与委员，沉默不算满意；不满意的重新办理一次，仍不满意的面商后由党政办公室处置。", "askSatisfaction", "rateSatisfaction", "recordUnrated", "orderRedo", "urgeRedo",
			"holdConsultation", "decideDissatisfaction"),
	CLOSED("规则：每一件交办件都已核查销号、已转化或已撤回，成果才办结。", "closeOutcome", "takeFurther"),
	ELSEWHERE("规则：流程怎样走到头由办法定下，结论不明的一律不算通过。");

	/** Processes that no law is about. */
	private static final Set<String> FREE_PROCESSES = Set.of(ProcessKeys.LATE_INSTRUCTION, ProcessKeys.MAIL_DELIVERY, ProcessKeys.OVERDUE_SHEET,
			ProcessKeys.TASK_LIMITS);

	/** What may be gone back to from anywhere, done by whom the place likes, or left out: work that decides nothing. */
	private static final Set<String> FREE_WORKS = Set.of("planResearch", "recordResearch", "draftReport", "reviseReport", "giveOpinion",
			"recordSilence", "mendSubmission", "sortInstructions", "enterInstruction", "recordNoInstruction", "confirmFollowUp", "addAssignment",
			"giveCoOpinion", "recordCoSilence", "draftReply", "draftRedo", "decideExtension", "draftConversion");

	private final String law;
	private final List<String> works;

	Seal(String law, String... works) {
		this.law = law;
		this.works = List.of(works);
	}

	/** The sentence of the rule. */
	String law() {
		return law;
	}

	/**
	 * Of a node of the packaged models; empty where it is the analyst's. What has no work, gateways, events, calls and parts of a process that laws
	 * are about, decides how a case goes on, and is sealed with it.
	 */
	static Optional<Seal> of(Node house) {
		if (FREE_PROCESSES.contains(house.process().id()) || house.beans().stream().anyMatch(FREE_WORKS::contains)) {
			return Optional.empty();
		}
		return Stream.of(values()).filter(one -> house.beans().stream().anyMatch(one.works::contains)).findFirst()
				.or(() -> around(house)).or(() -> Optional.of(ELSEWHERE));
	}

	/** A timer at the edge, or a gateway behind, is told with what it is about. */
	private static Optional<Seal> around(Node house) {
		if (Roles.of(house).filter(Set.of(Role.REPLY_DUE, Role.REPLY_REMINDER, Role.OVERDUE_REMINDER)::contains).isPresent()) {
			return Optional.of(OVERDUE);
		}
		return switch (house.process().id()) {
			case ProcessKeys.HANDLING -> Optional.of(house.isPart() ? OVERDUE : house.type().endsWith("Gateway") ? SIGNED : RECEIVED);
			case "conversion" -> Optional.of(CONVERTED);
			case "follow-up" -> Optional.of(TRACKED);
			case "look-back" -> Optional.of(VERIFIED);
			case "satisfaction" -> Optional.of(ASKED);
			case ProcessKeys.FORMATION, "submission" -> Optional.of(REVIEWED);
			case ProcessKeys.CONSULTATION_OUTCOME -> Optional.of(CLOSED);
			default -> Optional.empty();
		};
	}

	/**
	 * Whether a case comes here at once: from the receipt to the period of the reply, from its end to the record of it, and from the issued reply to
	 * where it counts as given. Who waited on the way would have no period, would never be overdue, or overdue although he has replied.
	 */
	static boolean isAtOnce(Node house) {
		return house.process().id().equals(ProcessKeys.HANDLING) && (house.isPart() || house.is("businessRuleTask")
				|| house.beans().stream().anyMatch(Set.of("startReplyClock", "markOverdue")::contains)
				|| (house.is("endEvent") && house.parent().isPart()));
	}

	/** Whether laws are about this process at all. */
	static boolean isAbout(String process) {
		return !FREE_PROCESSES.contains(process);
	}
}
