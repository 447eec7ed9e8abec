package org.bihuan.identity;

import java.util.Set;
import java.util.function.Predicate;

import org.bihuan.terms.TaskKeys;

/** The lists of tasks in Tasklist, in their order there: whose each is, and what it says of itself. What one holds is in {@link TaskLists}. */
enum TaskList {

	MINE("我的待办", "现在就能办的：已由我认领的，和本组还没有人认领的。打开就能填，提交即由我办理。", "没有等您办理的任务。有了新任务，这里和通知里都会出现。", group -> true),
	GROUP("本组待办", "所在部门全部在办的任务，包括同事已经认领的。", "本组没有在办的任务。", group -> true),
	RECEIPT("待签收", "新交办来、还没有签收的。期限从签收之日起算，逾期视为签收。", "没有待签收的交办件。", Organisation::isUnit, TaskKeys.SIGN_RECEIPT),
	TO_SIGN("待审签", "等分管领导审签的答复。", "没有待审签的答复。", Organisation::isUnit, TaskKeys.SIGN_REPLY, TaskKeys.SIGN_REDO),
	ACKNOWLEDGE("待知悉", "报送三办、等待知悉的落实报告。可以一次知悉多件。", "没有待知悉的落实报告。", Organisation.THREE_OFFICES::contains,
			TaskKeys.ACKNOWLEDGE_REPORT),
	LOOK_BACK("回头看", "等待回头看和跟踪的交办件。", "没有等待回头看的交办件。到了日子会出现在这里。",
			group -> Organisation.isCommittee(group) || group.equals(Organisation.SUPERVISION_OFFICE), TaskKeys.LOOK_BACK_BY_COMMITTEE,
			TaskKeys.LOOK_BACK_BY_SUPERVISION, TaskKeys.TRACK_BY_COMMITTEE, TaskKeys.TRACK_BY_SUPERVISION),
	RATE("待评价", "请您评价满意度的交办件。沉默不算满意。", "没有等您评价的交办件。",
			group -> Organisation.isCommittee(group) || group.equals(Organisation.MEMBERS), TaskKeys.RATE_SATISFACTION),
	SOON("三天内到期", "今天起三天之内到期的，包括今天。", "三天之内没有到期的任务。", group -> true),
	OVERDUE("已逾期", "期限已过、还没有办结的。", "没有逾期的任务。", group -> true),
	EVERYTHING("全部在办", "全部部门在办的任务，只供查看。", "没有在办的任务。", Organisation.ADMINS::equals);

	private final String title;
	private final String description;
	private final String empty;
	private final Predicate<String> groups;
	private final Set<String> steps;

	TaskList(String title, String description, String empty, Predicate<String> groups, String... steps) {
		this.title = title;
		this.description = description;
		this.empty = empty;
		this.groups = groups;
		this.steps = Set.of(steps);
	}

	String title() {
		return title;
	}

	/** What is in it, and what to do there. */
	String description() {
		return description;
	}

	/** What is said where it is empty. */
	String empty() {
		return empty;
	}

	/** How what is in it is lit, as one looks at the list from outside; empty where its tasks have each their own. */
	String light() {
		return this == OVERDUE ? "red" : this == SOON ? "yellow" : "";
	}

	/** Whether everybody has it, in whatever group or in none. */
	boolean isEverybodys() {
		return this == MINE || this == GROUP || this == SOON || this == OVERDUE;
	}

	/** Whether a group has it, by the group's id. */
	boolean isOf(String group) {
		return groups.test(group);
	}

	/** Whether it is a reader's, in whatever group he is. */
	boolean isOf(Reader reader) {
		return isEverybodys() || reader.groups().stream().anyMatch(groups);
	}

	/** The keys of the roles of its steps; none where it holds any step. */
	String[] steps() {
		return steps.toArray(String[]::new);
	}
}
