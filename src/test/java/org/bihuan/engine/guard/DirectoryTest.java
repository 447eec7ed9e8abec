package org.bihuan.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;

import org.bihuan.EngineTest;
import org.bihuan.web.Http;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Production with the accounts and groups of a directory (LDAP), as people and programs come in. */
@ActiveProfiles("production")
@TestPropertySource(properties = { "camunda.bpm.process-engine-name=directory", "camunda.bpm.webapp.enabled=false", "bihuan.hosts=127.0.0.1",
		"server.servlet.session.cookie.secure=false", "camunda.bpm.run.ldap.enabled=true", "camunda.bpm.run.ldap.base-dn=dc=example,dc=cn",
		"camunda.bpm.run.ldap.manager-dn=cn=reader,dc=example,dc=cn", "camunda.bpm.run.ldap.manager-password=reader",
		"bihuan.sign-in.groups=camunda-admin:IT,committee-chengxiang:城乡建设委" })
@Tag("long")
@DirtiesContext
class DirectoryTest extends EngineTest {

	private static final DirectoryServer SERVER = new DirectoryServer().person("zhangsan", "张三").person("lisi", "李四").person("wangwu", "王五")
			.person("zhaoliu", "赵六").group("IT", "系统管理员", "lisi").group("城乡建设委", "城乡委", "zhangsan")
			.group("cppcc-office", "区政协办", "wangwu").group("party-office", "区委办", "wangwu").group("gov-office", "区政府办", "wangwu").start();

	private static final String TASKS = "/engine-rest/engine/directory/task/count";

	@DynamicPropertySource
	static void directory(DynamicPropertyRegistry registry) {
		registry.add("camunda.bpm.run.ldap.server-url", SERVER::url);
	}

	private List<String> members(String group) {
		return identity.createUserQuery().memberOfGroup(group).list().stream().map(User::getId).toList();
	}

	@Test
	void whoIsInItLogsInWithItsPasswordAndIsCalledAsThere() {
		Http.Answer page = Http.pages(port, "zhangsan").get("/ledger");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("张三");
		assertThat(Http.basic(port, "zhangsan").get(TASKS).status()).isEqualTo(200);
		assertThat(Http.basic(port, "zhangsan", "lisi").get(TASKS).status()).isEqualTo(401);
		assertThat(Http.basic(port, "nobody").get(TASKS).status()).isEqualTo(401);
	}

	@Test
	void anEmptyPasswordIsNone() {
		assertThat(Http.basic(port, "zhangsan", "").get(TASKS).status()).isEqualTo(401);
	}

	/** The directory itself takes the first for the account. */
	@Test
	void anAccountIsWrittenAsItStandsThere() {
		for (String otherwise : List.of("ZhangSan", "zhang*", "*", "zhangsan)(uid=*")) {
			assertThat(Http.basic(port, otherwise, "zhangsan").get(TASKS).status()).as(otherwise).isEqualTo(401);
		}
	}

	@Test
	void itsGroupsAreOursByTheNameThatIsConfigured() {
		assertThat(identity.createGroupQuery().groupMember("zhangsan").list()).extracting(Group::getId, Group::getName)
				.containsExactly(org.assertj.core.groups.Tuple.tuple("committee-chengxiang", "城乡委"));
		assertThat(members("committee-chengxiang")).containsExactly("zhangsan");
		assertThat(members("party-office")).containsExactly("wangwu");
		assertThat(members("城乡建设委")).as("its name there is no id here").isEmpty();
		assertThat(identity.createGroupQuery().groupIdIn("committee-chengxiang", "party-office").count()).isEqualTo(2);
		assertThat(identity.createGroupQuery().groupNameLike("%委%").list()).extracting(Group::getId)
				.containsExactlyInAnyOrder("committee-chengxiang", "party-office");
	}

	/** Of the plugin alone, a group that is not there has the members of all, and a star means any. */
	@Test
	void aGroupThatIsNotThereHasNobody() {
		for (String none : List.of("unit-nowhere", "*", "party*", "x)(cn=*")) {
			assertThat(members(none)).as(none).isEmpty();
			assertThat(identity.createGroupQuery().groupId(none).count()).as(none).isZero();
		}
		assertThat(identity.createGroupQuery().groupMember("nobody").count()).isZero();
	}

	@Test
	void whoComesHasTheTaskListsOfHisRole() {
		assertThat(Http.basic(port, "wangwu").get(TASKS).status()).isEqualTo(200);
		assertThat(Http.basic(port, "wangwu").get(TASKS).status()).isEqualTo(200);
		assertThat(Http.basic(port, "wangwu").get("/engine-rest/engine/directory/filter?resourceType=Task").json().findValuesAsText("name"))
				.contains("我的待办", "本组待办", "三天内到期", "已逾期").doesNotHaveDuplicates();
	}

	@Test
	void itsAdministratorsAreOursAndNobodyElseSeesWhoIsThere() {
		assertThat(Http.basic(port, "lisi").get("/engine-rest/engine/directory/user").json()).hasSize(4);
		assertThat(Http.basic(port, "zhangsan").get("/engine-rest/engine/directory/user").json()).hasSize(1);
	}

	@Test
	void guessingIsSlowedDownAsEverywhere() {
		for (int one = 0; one < 5; one++) {
			assertThat(Http.basic(port, "zhaoliu", "guess" + one).get(TASKS).status()).isEqualTo(401);
		}
		assertThat(Http.basic(port, "zhaoliu").get(TASKS).status()).isEqualTo(401);
	}

	/** The step behind asks for people while a person acts who may see none. */
	@Test
	void aCaseGoesItsWay() {
		// what the group may do comes with who comes first
		assertThat(Http.basic(port, "zhangsan").get(TASKS).status()).isEqualTo(200);
		start("zhangsan", "consultation-outcome", Map.of("secret", "no", "title", "基层派出所改造", "kind", "research", "background", "贴近基层治理"));
		assertThat(as("zhangsan", () -> tasks.createTaskQuery().taskCandidateUser("zhangsan").count())).isEqualTo(1);
		assertThat(as("wangwu", () -> tasks.createTaskQuery().taskCandidateUser("wangwu").count())).isZero();
	}

	@Test
	void aDirectoryThatDoesNotAnswerIsToldInOneSentence() {
		SERVER.away(() -> {
			assertThat(catchThrowable(() -> Http.pages(port, "zhangsan"))).hasMessageContaining("status=503").hasMessageContaining("目录服务连不上");
			Http.Answer basic = Http.basic(port, "zhangsan").get(TASKS);
			assertThat(basic.status()).isEqualTo(503);
			assertThat(basic.message()).contains("目录服务连不上，没有登录。请稍后再试");
		});
		assertThat(Http.basic(port, "zhangsan").get(TASKS).status()).isEqualTo(200);
	}
}
