package org.bihuan.web.pages;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.bihuan.identity.Organisation;
import org.bihuan.identity.Reader;

/** What each role does first, in a sentence, and whether it looks at the whole district first: the one place for both. */
enum RoleFirst {

	LEADER(true, "先看领导驾驶舱里亮红灯的和将到期的承诺；等您批示的在“我的待办”里，也可以由党政办公室代录。", Organisation.LEADERS::equals),
	CHAIR(true, "先看领导驾驶舱里亮红灯的和将到期的承诺，再审阅等您把关的成果。",
			List.of(Organisation.CPPCC_CHAIR, Organisation.DEPUTY_CHAIR, Organisation.CHAIR_MEETING)::contains),
	ASSIGNING(true, "先受理成果、代录批示、分解交办，再处置逾期的答复，催一催亮红灯的单位。", Organisation.PARTY_AND_GOV_OFFICES::contains),
	CPPCC_OFFICE(true, "先把关、报送，再分送批示、确认跟踪专委会，知悉落实报告。", Organisation.CPPCC_OFFICE::equals),
	SUPERVISION(true, "先做到了日子的回头看，再看亮红灯的件，该督办的加强督办。", Organisation.SUPERVISION_OFFICE::equals),
	COMMITTEE(false, "先办快到期的，再看“回头看”和“待评价”；有了选题，点“协商成果闭环”发起。", Organisation::isCommittee),
	UNIT(false, "先签收（期限从签收之日起算），再拟定答复、审签、用印；答复以后抓落实，办成了报告。", Organisation::isUnit),
	MEMBER(false, "先评价：办得好不好由您说，沉默不算满意；再看您参与的成果到了哪一步。", Organisation.MEMBERS::equals),
	ANALYST(false, "先看“流程图和表单”里现行的一套；改动先检查，再演练，后生效。", Organisation.ANALYSTS::equals),
	ADMINISTRATOR(false, "先看“运行监控”里有没有事件，再看“对账”；账号变动、放假安排也在上面一行。", Organisation.ADMINS::equals);

	private static final String NOBODY = "您的账号还没有分到部门，看不到成果，也没有任务。请告诉系统管理员。";

	private final boolean overTheDistrict;
	private final String sentence;
	private final Predicate<String> groups;

	RoleFirst(boolean overTheDistrict, String sentence, Predicate<String> groups) {
		this.overTheDistrict = overTheDistrict;
		this.sentence = sentence;
		this.groups = groups;
	}

	private static Stream<RoleFirst> of(Reader reader) {
		return Stream.of(values()).filter(role -> reader.groups().stream().anyMatch(role.groups));
	}

	/** One for each role that the reader has; who has none is told where to turn. */
	static List<String> sentences(Reader reader) {
		List<String> all = of(reader).map(role -> role.sentence).toList();
		return all.isEmpty() ? List.of(NOBODY) : all;
	}

	/** Whether 领导驾驶舱 is the reader's: never of anybody who does not see everything. */
	static boolean seesTheCockpit(Reader reader) {
		return reader.seesEverything() && of(reader).anyMatch(role -> role.overTheDistrict);
	}
}
