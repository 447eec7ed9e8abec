package org.bihuan.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.bihuan.model.Expression;
import org.bihuan.model.Findings;
import org.bihuan.model.Models;
import org.bihuan.model.Node;
import org.bihuan.model.Rule;
import org.bihuan.model.Table;

/**
 * Tasks are offered to groups that there may be: the offices by their fixed names, committees and units by theirs. Which committees and units a
 * place has, is its directory's to say, which is not asked here; a name that is a slip of one that the packaged models or the sample know is none.
 */
public final class GroupsRule implements Rule {

	private static final Set<String> OFFICES = Set.of(Organisation.CPPCC_OFFICE, Organisation.CPPCC_CHAIR, Organisation.DEPUTY_CHAIR,
			Organisation.CHAIR_MEETING, Organisation.PARTY_OFFICE, Organisation.GOV_OFFICE, Organisation.SUPERVISION_OFFICE, Organisation.MEMBERS,
			Organisation.LEADERS);

	/** Those of the rule [domain.md] and the units of the published case: a name that is nearly one of them is a slip. */
	private static final List<String> OFTEN = List.of("committee-tian", "committee-jingke", "committee-chengxiang", "committee-shefa",
			"committee-jiaowei", "committee-wenshi", "unit-gongan", "unit-caizheng", "unit-nongye", "unit-fagai", "unit-zhujian", "unit-jiaotong",
			"unit-jiaoyu", "unit-weijian", "unit-minzheng", "unit-shangwu", "unit-gongxin", "unit-jinrong");

	@Override
	public void check(Models models, Findings findings) {
		for (Node node : models.nodes()) {
			for (String group : node.groups()) {
				if (Expression.in(group).isEmpty()) {
					String wrong = wrong(group);
					if (wrong != null) {
						findings.of(node, "候选小组 " + wrong);
					}
				}
			}
		}
		for (Table table : models.tables()) {
			if (table.table() != null) {
				groups(table, findings);
			}
		}
	}

	private static void groups(Table table, Findings findings) {
		for (Table.Row row : table.rows()) {
			for (String cell : row.outputs()) {
				String group = cell.replaceAll("^\"|\"$", "");
				if (group.matches("(committee|unit)-.*") && wrong(group) != null) {
					findings.of(table.file(), table.name(), row.id(), "第 " + (table.rows().indexOf(row) + 1) + " 行的小组 " + wrong(group));
				}
			}
		}
	}

	/** What is wrong with the name of a group, after it; null for nothing. */
	private static String wrong(String group) {
		if (OFFICES.contains(group) || OFTEN.contains(group)) {
			return null;
		}
		String near = near(group);
		if (near != null) {
			return group + " 没有，是不是 " + near + "？请改正。";
		}
		if (Set.of(Organisation.ADMINS, Organisation.ANALYSTS).contains(group)) {
			return group + " 不办理案件。请改为办这一步的小组。";
		}
		return group.matches("(committee|unit)-[a-z0-9][a-z0-9-]*") ? null
				: group + " 没有。可以是 " + String.join("、", new TreeSet<>(OFFICES)) + "，专委会写 committee-…，承办单位写 unit-…。";
	}

	/** Nearly the same: one letter more, less or other, or two beside each other turned round. */
	private static String near(String group) {
		return java.util.stream.Stream.concat(OFFICES.stream().sorted(), OFTEN.stream()).filter(one -> isSlip(one, group)).findFirst().orElse(null);
	}

	static boolean isSlip(String right, String written) {
		int from = 0;
		while (from < Math.min(right.length(), written.length()) && right.charAt(from) == written.charAt(from)) {
			from++;
		}
		String right1 = right.substring(from);
		String written1 = written.substring(from);
		return Arrays.asList(cut(right1, 1) + "|" + cut(written1, 1), right1 + "|" + cut(written1, 1), cut(right1, 1) + "|" + written1).stream()
				.map(both -> both.split("\\|", -1)).anyMatch(both -> both[0].equals(both[1])) || isTurned(right1, written1);
	}

	private static boolean isTurned(String right, String written) {
		return right.length() > 1 && right.length() == written.length() && right.charAt(0) == written.charAt(1)
				&& right.charAt(1) == written.charAt(0)
				&& right.substring(2).equals(written.substring(2));
	}

	private static String cut(String text, int letters) {
		return text.length() < letters ? text : text.substring(letters);
	}
}
