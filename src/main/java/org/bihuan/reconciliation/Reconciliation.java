package org.bihuan.reconciliation;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.role.Elements;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Outcomes;
import org.bihuan.terms.ProcessKeys;
import org.bihuan.terms.Rows;
import org.bihuan.terms.TaskKeys;
import org.bihuan.terms.TimerIds;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares what the ledger has open with what the engine runs, case by case. Both are written in one transaction, so nothing differs unless somebody
 * reached into one of them: by SQL, by a restored backup, by an older version. Reads alone, some ten statements whatever the number of cases.
 */
@Component
public class Reconciliation {

	/** A timer's moment and the ledger's are the same when they are no further apart: databases round. */
	private static final Duration SAME = Duration.ofSeconds(2);

	private static final String WITHDRAW = "请在“更正、撤回、改派、补交办”中撤回（整件成果由区政协办，交办件由区委办、区政府办）；仍要办理的，重新登记选题或补交办。";
	private static final String WITHDRAW_OUTCOME = "请区政协办在“更正、撤回、改派、补交办”中撤回整件成果，写明理由；仍要办理的，重新登记选题。";
	private static final String WITHDRAW_ASSIGNMENT = "请区委办、区政府办在“更正、撤回、改派、补交办”中撤回这一件；仍要办理的，再补交办。";
	private static final String DELETE = "请系统管理员在 Cockpit 里删除这个流程实例：台账里没有它未办完的事，删除不会丢失什么。";
	private static final String RETRY = "请系统管理员在 Cockpit 里看清原因，修好后重试。";
	private static final String ACTIVATE = "请系统管理员在 Cockpit 里恢复（Activate）。";
	private static final String RECALCULATE = "请系统管理员在 Cockpit 里对这个定时器重新计算到期日（Recalculate）。";
	private static final String PEOPLE = "请系统管理员在 Admin 里给这个小组添加人员，或请三办改派。";

	/** What an execution belongs to: the outcome whose case it is part of, or whose number is its key; the assignment that it carries. */
	private static final String NUMBER = """
			coalesce((select max(a.id) from act_ru_variable v join assignment a on a.id = v.text_
			where v.proc_inst_id_ = p.id_ and v.name_ = 'assignmentId' and p.super_exec_ is not null),
			(select o.id from outcome o where o.process_instance_id = p.root_proc_inst_id_), p.business_key_, d.key_)""";

	private static final String INSTANCES = " from act_ru_execution p join act_re_procdef d on d.id_ = p.proc_def_id_ "
			+ "where p.parent_id_ is null and ";

	private static final String GONE = """
			select o.id as number, o.title as detail from outcome o where o.closed_at is null
			and not exists (select 1 from act_ru_execution e where e.id_ = o.process_instance_id)""";

	/** Neither a part of the case nor a task of it has the assignment, nor waits a job that would begin one. */
	private static final String NOT_CARRIED = """
			not exists (select 1 from act_ru_execution p join act_ru_variable v on v.proc_inst_id_ = p.id_ and v.name_ = 'assignmentId'
				where p.root_proc_inst_id_ = o.process_instance_id and p.super_exec_ is not null and p.parent_id_ is null and v.text_ = a.id)
			and not exists (select 1 from act_ru_task t join act_ru_variable n on n.task_id_ = t.id_ and n.name_ = 'caseNumber'
				where t.proc_inst_id_ = o.process_instance_id and n.text_ = a.id)
			and not exists (select 1 from act_ru_job j where j.process_instance_id_ = o.process_instance_id)
			and not exists (select 1 from act_ru_execution p join act_re_procdef d on d.id_ = p.proc_def_id_
				where p.root_proc_inst_id_ = o.process_instance_id and d.key_ = 'assignment')""";

	/** Handed out, and not carried though the case itself runs. */
	private static final String LOST = """
			select a.id as number, a.lead_unit as detail from assignment a join outcome o on o.id = a.outcome_id
			where o.closed_at is null and o.state = :sent and a.state not in (:ended)
			and exists (select 1 from act_ru_execution e where e.id_ = o.process_instance_id) and\s""" + NOT_CARRIED;

	private final JdbcClient jdbc;
	private final IdentityService identity;
	private final Actors actors;
	private final Elements elements;

	Reconciliation(JdbcClient jdbc, @Lazy IdentityService identity, Actors actors, Elements elements) {
		this.elements = elements;
		this.jdbc = jdbc;
		this.identity = identity;
		this.actors = actors;
	}

	private record Found(String number, String detail) {
	}

	private record Expiry(String number, OffsetDateTime expires, Timestamp due) {
	}

	private record Holder(String taskId, String number, String task, String assignee, String groupId, String userId) {
	}

	/** Every difference, those of outcomes first; empty when ledger and engine agree. */
	@Transactional(readOnly = true)
	public List<Difference> differences() {
		List<Difference> found = new ArrayList<>();
		found.addAll(outcomesWithoutInstance());
		found.addAll(instancesWithoutOutcome());
		found.addAll(assignmentsWithoutWork());
		found.addAll(assignmentsEndedAndWorkedOn());
		found.addAll(standstill());
		found.addAll(stopped());
		found.addAll(moments());
		found.addAll(withoutHolder());
		return found;
	}

	/** Whether the engine has anything of an assignment: a part or a task of its case, or a job that will begin one. */
	public boolean carries(String assignmentId) {
		return jdbc.sql("select count(*) from assignment a join outcome o on o.id = a.outcome_id where a.id = :id and " + NOT_CARRIED)
				.param("id", assignmentId).query(Integer.class).single() == 0;
	}

	private static List<String> ended() {
		return Assignments.ENDS.stream().map(Assignments.State::code).toList();
	}

	private List<Difference> outcomesWithoutInstance() {
		return jdbc.sql(GONE + " order by o.id").query(Rows.of(Found.class)).list().stream()
				.map(one -> new Difference(one.number(), "台账上《" + one.detail() + "》还在办，引擎里已没有它的流程，没有人会再收到任务。", WITHDRAW_OUTCOME)).toList();
	}

	private List<Difference> instancesWithoutOutcome() {
		List<Difference> found = new ArrayList<>();
		jdbc.sql("select o.id as number, o.title as detail" + INSTANCES.replace("where", "join outcome o on o.process_instance_id = p.id_ where")
				+ "o.closed_at is not null order by o.id").query(Rows.of(Found.class)).list()
				.forEach(one -> found.add(new Difference(one.number(), "台账上《" + one.detail() + "》已经办结、终止或撤回，引擎里的流程还在运行。", DELETE)));
		jdbc.sql("select coalesce(p.business_key_, p.id_) as number, p.id_ as detail" + INSTANCES + "p.super_exec_ is null and d.key_ = :whole "
				+ "and not exists (select 1 from outcome o where o.process_instance_id = p.id_) order by 1")
				.param("whole", ProcessKeys.CONSULTATION_OUTCOME).query(Rows.of(Found.class)).list()
				.forEach(one -> found.add(new Difference(one.number(), "引擎里有一个流程（实例 " + one.detail() + "）在运行，台账上没有这件成果。", DELETE)));
		jdbc.sql("select a.id as number, o.id as detail from assignment a join outcome o on o.id = a.outcome_id where o.closed_at is not null "
				+ "and a.state not in (:ended) order by a.id").param("ended", ended()).query(Rows.of(Found.class)).list()
				.forEach(one -> found.add(new Difference(one.number(), "台账上成果 " + one.detail() + " 已经办结，这件交办件却还在办。", WITHDRAW_ASSIGNMENT)));
		return found;
	}

	private List<Difference> assignmentsWithoutWork() {
		return jdbc.sql(LOST + " order by a.id").param("ended", ended()).param("sent", Outcomes.State.HANDLING.code())
				.query(Rows.of(Found.class)).list().stream()
				.map(one -> new Difference(one.number(), "台账上这件交办件还在办，引擎里却没有它的办理、转化或回头看。", WITHDRAW_ASSIGNMENT)).toList();
	}

	private List<Difference> assignmentsEndedAndWorkedOn() {
		return jdbc.sql("""
				select distinct a.id as number, d.name_ as detail from assignment a join outcome o on o.id = a.outcome_id
				join act_ru_variable v on v.name_ = 'assignmentId' and v.text_ = a.id
				join act_ru_execution p on p.id_ = v.proc_inst_id_ and p.root_proc_inst_id_ = o.process_instance_id and p.super_exec_ is not null
				join act_re_procdef d on d.id_ = p.proc_def_id_
				where o.closed_at is null and a.state in (:ended) order by a.id""").param("ended", ended()).query(Rows.of(Found.class)).list()
				.stream()
				.map(one -> new Difference(one.number(), "台账上这件交办件已经销号、转化或撤回，引擎里的“" + one.detail() + "”还在运行。",
						"请从备份恢复台账或引擎中被改动的一边；恢复之前请承办单位不要再提交它的任务。"))
				.toList();
	}

	/** Where the case stands and nothing waits: the task is gone, or the timer. */
	private List<Difference> standstill() {
		List<Difference> found = new ArrayList<>();
		Set<String> tasks = elements.tasks();
		jdbc.sql("select " + NUMBER + " as number, e.act_id_ as detail from act_ru_execution e join act_ru_execution p on p.id_ = e.proc_inst_id_ "
				+ "join act_re_procdef d on d.id_ = p.proc_def_id_ where e.is_active_ = true and e.act_id_ in (:tasks) "
				+ "and not exists (select 1 from act_ru_task t where t.execution_id_ = e.id_) "
				+ "and not exists (select 1 from act_ru_job j where j.execution_id_ = e.id_) order by 1").param("tasks", tasks)
				.query(Rows.of(Found.class)).list()
				.forEach(one -> found.add(new Difference(one.number(), "流程停在“" + one.detail() + "”，任务却不见了，没有人能办理。", WITHDRAW)));
		jdbc.sql("select " + NUMBER + " as number, d.name_ as detail" + INSTANCES + """
				not exists (select 1 from act_ru_task t where t.proc_inst_id_ = p.id_)
				and not exists (select 1 from act_ru_job j where j.process_instance_id_ = p.id_)
				and not exists (select 1 from act_ru_execution s join act_ru_execution c on c.id_ = s.super_exec_ where c.proc_inst_id_ = p.id_)
				and not exists (select 1 from act_ru_execution e where e.proc_inst_id_ = p.id_ and e.is_active_ = true
				and e.act_id_ in (:tasks)) order by 1""").param("tasks", tasks).query(Rows.of(Found.class)).list()
				.forEach(one -> found.add(new Difference(one.number(), "“" + one.detail() + "”没有任务，也没有定时器在等，不会再往下走。", WITHDRAW)));
		return found;
	}

	/** What is suspended, and what failed until it had no try left. */
	private List<Difference> stopped() {
		List<Difference> found = new ArrayList<>();
		jdbc.sql("select " + NUMBER + " as number, d.name_ as detail" + INSTANCES + "p.suspension_state_ = 2 order by 1").query(Rows.of(Found.class))
				.list().forEach(one -> found.add(new Difference(one.number(), "“" + one.detail() + "”已被挂起，任务不能提交，期限也不走。", ACTIVATE)));
		jdbc.sql("select max(d.key_) as number, max(d.name_) as detail from act_re_procdef d where d.suspension_state_ = 2 and d.version_ = "
				+ "(select max(n.version_) from act_re_procdef n where n.key_ = d.key_) group by d.key_ order by 1").query(Rows.of(Found.class))
				.list()
				.forEach(one -> found.add(new Difference(one.number(), "流程图“" + one.detail() + "”已被挂起，不能发起新的。", ACTIVATE)));
		jdbc.sql("select " + NUMBER + " as number, max(coalesce(f.act_id_, d.name_)) as detail from act_ru_job j "
				+ "join act_ru_execution p on p.id_ = j.process_instance_id_ join act_re_procdef d on d.id_ = p.proc_def_id_ "
				+ "left join act_ru_jobdef f on f.id_ = j.job_def_id_ where j.suspension_state_ = 2 and p.suspension_state_ = 1 "
				+ "group by p.id_, p.super_exec_, p.root_proc_inst_id_, p.business_key_, d.key_ order by 1").query(Rows.of(Found.class)).list()
				.forEach(one -> found.add(new Difference(one.number(), "“" + one.detail() + "”的作业已被挂起，到期也不会发生什么。", ACTIVATE)));
		// what runs for the whole house belongs to no instance: the morning's reminders, the week's list
		jdbc.sql("select f.proc_def_key_ as number, max(coalesce(d.name_, f.act_id_)) as detail from act_ru_jobdef f "
				+ "join act_re_procdef d on d.id_ = f.proc_def_id_ "
				+ "left join act_ru_job j on j.job_def_id_ = f.id_ and j.process_instance_id_ is null "
				+ "where f.suspension_state_ = 2 or j.suspension_state_ = 2 group by f.proc_def_key_ order by 1").query(Rows.of(Found.class)).list()
				.forEach(one -> found.add(new Difference(one.number(), "“" + one.detail() + "”的定时器已被挂起，到期也不会发生什么。", ACTIVATE)));
		jdbc.sql("select " + NUMBER + " as number, coalesce(f.act_id_, d.name_) as detail from act_ru_job j "
				+ "join act_ru_execution p on p.id_ = j.process_instance_id_ join act_re_procdef d on d.id_ = p.proc_def_id_ "
				+ "left join act_ru_jobdef f on f.id_ = j.job_def_id_ where j.retries_ = 0 order by 1").query(Rows.of(Found.class)).list()
				.forEach(one -> found.add(new Difference(one.number(), "“" + one.detail() + "”出错停下，这里不会再往下走。", RETRY)));
		return found;
	}

	/** The end of a reply's time: once in the ledger, once as a timer. */
	private List<Difference> moments() {
		return jdbc
				.sql("""
						select a.id as number, a.expires_at as expires, (select max(j.duedate_)
						from act_ru_job j join act_ru_jobdef f on f.id_ = j.job_def_id_
						where j.process_instance_id_ = p.id_ and f.act_id_ in (:timers)) as due
						from assignment a join outcome o on o.id = a.outcome_id
						join act_ru_variable v on v.name_ = 'assignmentId' and v.text_ = a.id
						join act_ru_execution p on p.id_ = v.proc_inst_id_ and p.root_proc_inst_id_ = o.process_instance_id
						and p.super_exec_ is not null and p.parent_id_ is null and v.execution_id_ = p.id_
						join act_ru_task t on t.proc_inst_id_ = p.id_ and t.task_def_key_ in (:replying)
						where a.state = :received order by a.id""")
				.param("timers", elements.everywhere(TimerIds.REPLY_DUE))
				.param("replying", elements.everywhere(TaskKeys.DRAFT_REPLY, TaskKeys.SIGN_REPLY, TaskKeys.SEAL_REPLY))
				.param("received", Assignments.State.RECEIVED.code())
				.query(Rows.of(Expiry.class)).list().stream().filter(one -> !same(one)).map(Reconciliation::moment).toList();
	}

	private static boolean same(Expiry one) {
		return one.due() != null && one.expires() != null
				&& Duration.between(one.due().toInstant(), one.expires().toInstant()).abs().compareTo(SAME) <= 0;
	}

	private static Difference moment(Expiry one) {
		String ledger = one.expires() == null ? "没有到期时刻" : "到期时刻是 " + ShanghaiTime.minute(one.expires());
		return one.due() == null ? new Difference(one.number(), "台账上" + ledger + "，引擎里却没有“答复到期”的定时器，逾期了也不会有人知道。", WITHDRAW_ASSIGNMENT)
				: new Difference(one.number(), "台账上" + ledger + "，引擎里“答复到期”的定时器却是 "
						+ ShanghaiTime.minute(OffsetDateTime.ofInstant(one.due().toInstant(), ShanghaiTime.ZONE)) + "。", RECALCULATE);
	}

	/** Tasks that nobody can do: of an account that is none, or of groups without anybody. */
	private List<Difference> withoutHolder() {
		Map<String, List<Holder>> tasks = jdbc.sql("select t.id_ as task_id, " + NUMBER + " as number, t.name_ as task, t.assignee_ as assignee, "
				+ "l.group_id_ as group_id, l.user_id_ as user_id from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_ "
				+ "join act_re_procdef d on d.id_ = p.proc_def_id_ "
				+ "left join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate' and t.assignee_ is null order by 2, 1")
				.query(Rows.of(Holder.class)).list().stream()
				.collect(Collectors.groupingBy(Holder::taskId, LinkedHashMap::new, Collectors.toList()));
		Map<String, Boolean> groups = new HashMap<>();
		Map<String, Boolean> accounts = new HashMap<>();
		Predicate<String> hasSomebody = group -> groups.computeIfAbsent(group,
				it -> identity.createUserQuery().memberOfGroup(it).count() > 0);
		Predicate<String> is = account -> accounts.computeIfAbsent(account, it -> identity.createUserQuery().userId(it).count() > 0);
		return actors.openly(() -> tasks.values().stream().filter(links -> links.stream().noneMatch(link -> canDo(link, hasSomebody, is)))
				.map(links -> new Difference(links.get(0).number(), "任务“" + links.get(0).task() + "”没有可以办理的人员（" + candidates(links) + "）。", PEOPLE))
				.toList());
	}

	private static boolean canDo(Holder link, Predicate<String> hasSomebody, Predicate<String> is) {
		if (link.assignee() != null) {
			return is.test(link.assignee());
		}
		return link.groupId() != null ? hasSomebody.test(link.groupId()) : link.userId() != null && is.test(link.userId());
	}

	private static String candidates(List<Holder> links) {
		return links.stream().map(link -> link.assignee() != null ? link.assignee() : link.groupId() != null ? link.groupId() : link.userId())
				.map(one -> one == null ? "没有候选人" : one).distinct().collect(Collectors.joining("、"));
	}
}
