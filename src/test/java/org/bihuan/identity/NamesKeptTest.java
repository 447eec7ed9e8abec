package org.bihuan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.bihuan.CycleTest;
import org.bihuan.ledger.KnownAs;
import org.bihuan.web.Http;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Who signed is who he was then. On the former version a rename, an account deleted and made anew, or a renamed group rewrote every page of the
 * past, whoever had left a unit kept its tasks and his session, and everybody could rename or delete himself.
 */
@Tag("database")
@Tag("wide")
class NamesKeptTest extends CycleTest {

	@Autowired
	private KnownAs known;

	/** As they were before, whatever a test made of them. */
	@AfterEach
	void putBack() {
		rename("chengxiang1", "宋长江");
		rename("weiyuan1", "李春生");
		renameGroup("committee-chengxiang", "城乡委");
		if (identity.createGroupQuery().groupMember("gongan1").groupId("unit-gongan").count() == 0) {
			identity.createMembership("gongan1", "unit-gongan");
		}
	}

	private void rename(String account, String name) {
		User user = identity.createUserQuery().userId(account).singleResult();
		user.setFirstName(name);
		identity.saveUser(user);
	}

	private void renameGroup(String id, String name) {
		Group group = identity.createGroupQuery().groupId(id).singleResult();
		group.setName(name);
		identity.saveGroup(group);
	}

	private void add(String account, String name) {
		User user = identity.newUser(account);
		user.setFirstName(name);
		user.setLastName("");
		user.setPassword(account);
		identity.saveUser(user);
	}

	private String page() {
		return Http.pages(port, "zhengxie1").get("/outcomes/" + outcomeId).body();
	}

	@Test
	void anActKeepsTheNameAndTheUnitOfItsMoment() {
		add("liming9", "李原名");
		identity.createMembership("liming9", "committee-chengxiang");
		clockTo(MONDAY);
		outcomeId = start("liming9", "consultation-outcome", topic()).getBusinessKey();
		clockTo(LocalDateTime.of(2023, 9, 13, 9, 0));
		rename("liming9", "李新名");
		renameGroup("committee-chengxiang", "城建环保委");
		clockTo(LocalDateTime.of(2023, 9, 14, 9, 0));
		complete("liming9", "task_planResearch", plain(task("task_planResearch")));

		assertThat(page()).as("what was done before").contains("李原名（城乡委）").as("what was done after").contains("李新名（城建环保委）");
	}

	@Test
	void theNameOfAnAccountThatIsGoneStays() {
		add("zhaoym", "赵一鸣");
		identity.createMembership("zhaoym", "committee-chengxiang");
		clockTo(MONDAY);
		outcomeId = start("zhaoym", "consultation-outcome", topic()).getBusinessKey();
		clockTo(LocalDateTime.of(2023, 9, 12, 9, 0));
		identity.deleteUser("zhaoym");

		assertThat(page()).contains("赵一鸣（城乡委）").doesNotContain("zhaoym");
	}

	@Test
	void anIdIsNeverGivenAnew() {
		add("qianer", "钱二");
		identity.deleteUser("qianer");

		assertThat(refused(() -> add("qianer", "孙三"))).contains("“qianer”已经用过（钱二）", "请另取一个编号");
		assertThat(identity.createUserQuery().userId("qianer").count()).isZero();
	}

	@Test
	void aGroupsIdIsNotGivenToAPersonAndNobodyIsCalledSystem() {
		assertThat(refused(() -> add("unit-gongan", "冒名"))).contains("已经用过（公安局）");
		assertThat(refused(() -> add("system", "冒名"))).contains("“system”已经用过");
	}

	@Test
	void anIdInOtherLettersIsTheSameToPeople() {
		assertThat(refused(() -> add("GONGAN1", "冒名"))).contains("“GONGAN1”已经用过");
		assertThat(refused(() -> add("System", "冒名"))).contains("“System”已经用过");
	}

	@Test
	void aNameHasNothingThatNobodySees() {
		assertThat(refused(() -> rename("chengxiang1", "宋\u202e江长"))).contains("看不见的字符");
		assertThat(refused(() -> renameGroup("committee-chengxiang", "城乡\u0000委"))).contains("看不见的字符");
		// on the former version these were taken, and two people had one name to every eye
		for (String unseen : List.of("\u200b", "\u200d", "\ufeff", "\u00ad", "\u2060", "\u3164", "\u2800", "\ufe0f")) {
			assertThat(refused(() -> rename("chengxiang1", "宋" + unseen + "长江"))).as(unseen).contains("看不见的字符");
		}
	}

	/** The session that nobody has looked at since its login ends with the others. */
	@Test
	void aSessionIsThatOfItsFirstMoment() {
		Http unseen = Http.session(port, "gongan1", "tasklist");
		identity.deleteMembership("gongan1", "unit-gongan");

		assertThat(unseen.get("/camunda/api/engine/engine/default/task").status()).isEqualTo(401);
	}

	@Test
	void nobodyChangesAnAccountButAnAdministrator() {
		Map<String, Object> before = ledger();
		User self = identity.createUserQuery().userId("gongan1").singleResult();
		self.setFirstName("局长");

		assertThat(refused(() -> as("gongan1", () -> {
			identity.saveUser(self);
			return null;
		}))).contains("只由系统管理员更改");
		assertThat(refused(() -> as("gongan1", () -> {
			identity.deleteUser("gongan1");
			return null;
		}))).contains("只由系统管理员更改");
		assertThat(refused(() -> as("gongan1", () -> {
			identity.createMembership("gongan1", "leader");
			return null;
		}))).contains("只由系统管理员更改");
		assertThat(Http.basic(port, "gongan1").delete("/engine-rest/user/gongan1").status()).isEqualTo(403);
		assertThat(ledger()).isEqualTo(before);
	}

	@Test
	void oneChangesOnesOwnPassword() {
		User self = identity.createUserQuery().userId("gongan2").singleResult();
		self.setPassword("gongan2");

		assertThat(catchThrowable(() -> as("gongan2", () -> {
			identity.saveUser(self);
			return null;
		}))).isNull();
	}

	/** On the former version it passed, and the trail said that a password was set. */
	@Test
	void whoSavesAnAccountAsItIsHasSetNoPassword() {
		User asItIs = identity.createUserQuery().userId("gongan2").singleResult();

		assertThat(refused(() -> as("gongan2", () -> {
			identity.saveUser(asItIs);
			return null;
		}))).contains("只由系统管理员更改");
		as("admin", () -> {
			identity.saveUser(asItIs);
			return null;
		});
		assertThat(jdbc.sql("select act from event where actor = 'admin' order by id desc limit 1").query(String.class).single())
				.isEqualTo("account-changed");
	}

	/** On the former version there were two, and a paper said the same of both. */
	@Test
	void noTwoGroupsHaveTheSameNameToPeople() {
		Group second = identity.newGroup("unit-namesake");
		for (String name : List.of("公安局", " 公安 局\u3000")) {
			second.setName(name);
			assertThat(refused(() -> identity.saveGroup(second))).as(name).isEqualTo("已有小组叫“公安局”（unit-gongan）。文书和页面上只写名称，两个小组不能同名，请另取一个名称。");
		}
		assertThat(identity.createGroupQuery().groupId("unit-namesake").count()).isZero();
		assertThat(refused(() -> renameGroup("committee-chengxiang", "公安局"))).contains("已有小组叫“公安局”");
		renameGroup("committee-chengxiang", "城乡委");
	}

	@Test
	void whatAnAdministratorChangesStandsOnTheTrail() {
		as("admin", () -> {
			rename("chengxiang1", "新名字");
			identity.deleteMembership("gongan1", "unit-gongan");
			identity.createMembership("gongan1", "unit-gongan");
			return null;
		});

		assertThat(Http.pages(port, "admin").get("/accounts").body()).contains("修改账号", "编号 chengxiang1", "名称 新名字", "原名 宋长江", "移出小组", "加入小组",
				"小组 公安局");
		assertThat(Http.pages(port, "gongan1").get("/accounts").status()).isEqualTo(403);
	}

	@Test
	void whoLeavesAUnitLosesItsTasksAtOnce() {
		startUpTo("task_draftReply");
		Task draft = task("task_draftReply");
		as("gongan1", () -> {
			tasks.claim(draft.getId(), "gongan1");
			return null;
		});
		as("admin", () -> {
			identity.deleteMembership("gongan1", "unit-gongan");
			return null;
		});

		assertThat(task("task_draftReply").getAssignee()).isNull();
		assertThat(page()).contains("领办人离开小组，任务退回");
		assertThat(Http.pages(port, "admin").get("/accounts").body()).contains("领办人离开小组，任务退回", outcomeId + "-1");
		assertThat(refused(() -> as("gongan1", () -> {
			forms.submitTaskForm(draft.getId(), Map.of());
			return null;
		}))).contains("这项任务不由您办理");
	}

	/** On the former version nobody got in any more, and the platform led everybody to its setup, which is shut. */
	@Test
	void theLastAdministratorStays() {
		List<Runnable> ways = List.of(() -> identity.deleteUser("admin"), () -> identity.deleteMembership("admin", Organisation.ADMINS),
				() -> identity.deleteGroup(Organisation.ADMINS));

		assertThat(ways).allSatisfy(way -> assertThat(refused(() -> as("admin", () -> {
			way.run();
			return null;
		}))).contains("系统管理员"));
		assertThat(identity.createUserQuery().memberOfGroup(Organisation.ADMINS).count()).isEqualTo(1);
	}

	@Test
	void aSessionEndsWithTheMembership() {
		Http pages = Http.pages(port, "gongan1");
		Http tasklist = Http.session(port, "gongan1", "tasklist");
		assertThat(pages.get("/notices").status()).isEqualTo(200);
		assertThat(tasklist.get("/camunda/api/engine/engine/default/task").status()).isEqualTo(200);

		identity.deleteMembership("gongan1", "unit-gongan");

		assertThat(pages.get("/notices").status()).isEqualTo(302);
		assertThat(tasklist.get("/camunda/api/engine/engine/default/task").status()).isEqualTo(401);
	}

	@Test
	void aGroupWithTasksIsNotDeleted() {
		startUpTo("task_draftReply");

		assertThat(refused(() -> identity.deleteGroup("unit-gongan"))).contains("“公安局”还有没办结的任务");
		assertThat(identity.createGroupQuery().groupId("unit-gongan").count()).isEqualTo(1);
	}

	@Test
	void whatWasKnownIsKeptOnceAndForEver() {
		int before = known.of("zhengxie1").size();
		startUpTo("task_readByChair");

		assertThat(known.of("zhengxie1")).as("no row without a change").hasSize(before);
		assertThat(List.of(catchThrowable(() -> jdbc.sql("update known_as set name = '别人'").update()),
				catchThrowable(() -> jdbc.sql("delete from known_as").update()))).doesNotContainNull();
	}

	/** On the former version a rename rewrote the column 签字人, on the page and in the spreadsheet, and who was told in 通知. */
	@Test
	void theLedgerNamesWhoSignedAsHeWasCalledThen() throws IOException {
		startUpTo("task_lookBackByCommittee");
		add("zhouqian", "周签名");
		identity.createMembership("zhouqian", "committee-chengxiang");
		complete("zhouqian", "task_lookBackByCommittee", plain(task("task_lookBackByCommittee")));
		toTheEnd();
		clockTo(LocalDateTime.of(2026, 1, 5, 9, 0));
		rename("zhouqian", "周改名");

		assertThat(Http.pages(port, "zhengxie1").get("/ledger?text=" + outcomeId).body()).contains("周签名").doesNotContain("周改名");
		byte[] spreadsheet = Http.pages(port, "zhengxie1").download("/ledger/export.xlsx?text=" + outcomeId).body();
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(spreadsheet));
				XSSFExcelExtractor words = new XSSFExcelExtractor(workbook)) {
			assertThat(words.getText()).contains("周签名").doesNotContain("周改名");
		}
		identity.deleteUser("zhouqian");
	}

	@Test
	void aNoticeAndARatingKeepTheNameOfWhomTheyWereFor() {
		String name = identity.createUserQuery().userId("weiyuan1").singleResult().getFirstName();
		startUpTo("task_rateSatisfaction");
		complete("weiyuan1", tasks.createTaskQuery().taskDefinitionKey("task_rateSatisfaction").taskCandidateUser("weiyuan1").singleResult(),
				Map.of("process", "satisfied", "result", "satisfied", "remark", "满意"));
		toTheEnd();
		clockTo(LocalDateTime.of(2026, 1, 5, 9, 0));
		rename("weiyuan1", "委员改名");

		assertThat(Http.pages(port, "weiyuan1").get("/notices").body()).as("those of before").contains(">" + name + "</td>")
				.doesNotContain(">委员改名</td>");
		assertThat(page()).as("who rated").contains("<b>" + name + "</b>").doesNotContain("<b>委员改名</b>");
	}
}
