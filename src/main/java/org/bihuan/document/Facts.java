package org.bihuan.document;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.decision.ReplyLimits;
import org.bihuan.identity.Organisation;
import org.bihuan.json.Json;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Corrections.Correction;
import org.bihuan.ledger.Documents;
import org.bihuan.ledger.Documents.Document;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Outcomes.Outcome;
import org.bihuan.ledger.Outcomes.Suggestion;
import org.bihuan.ledger.Point;
import org.bihuan.numbering.Numbers;
import org.bihuan.terms.Adoption;
import org.bihuan.terms.InPlace;
import org.bihuan.terms.InstructionState;
import org.bihuan.terms.Party;
import org.bihuan.terms.ReplyClass;
import org.bihuan.terms.Rows;
import org.bihuan.terms.Supervision;
import org.bihuan.terms.Term;
import org.bihuan.terms.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a document says, from its record and the ledger: the text of each tag, and for each block a list of such. Dates are written as 2023年9月11日.
 */
@Component
class Facts {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

	private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;
	private final Outcomes outcomes;
	private final Assignments assignments;
	private final Organisation organisation;
	private final FormalNames formal;
	private final SubmissionPaper paper;
	private final ReplyLimits limits;

	Facts(JdbcClient jdbc, Outcomes outcomes, Assignments assignments, Organisation organisation, FormalNames formal, SubmissionPaper paper,
			ReplyLimits limits) {
		this.limits = limits;
		this.jdbc = jdbc;
		this.outcomes = outcomes;
		this.assignments = assignments;
		this.organisation = organisation;
		this.formal = formal;
		this.paper = paper;
	}

	Map<String, Object> of(Document document) {
		DocumentKind kind = DocumentKind.of(document.kind());
		Map<String, Object> facts = new HashMap<>();
		JsonNode content = Json.read(document.content());
		Outcome outcome = outcomes.get(document.outcomeId());
		facts.put("地区", formal.place());
		facts.put("文号", document.number());
		facts.put("标题", document.title());
		facts.put("日期", day(document.issuedAt()));
		aboutOutcome(facts, outcome);
		if (kind != DocumentKind.SUBMISSION) {
			aboutAssignment(facts, assignments.get(document.assignmentId()));
		}
		switch (kind) {
			case SUBMISSION -> submission(facts, outcome, document, content);
			case ASSIGNMENT -> {
				facts.put("成果内容", paragraphs(outcome.summary()));
				facts.put("机关", formal.officeOf(document.issuedBy()));
				facts.put("主送", facts.get("主办单位"));
			}
			case REPLY -> reply(facts, outcome, document, content);
			case SUPERVISION -> supervision(facts, document, content);
			case INSPECTION -> {
				facts.put("机关", formal.of(Organisation.SUPERVISION_OFFICE));
				facts.put("主送", facts.get("主办单位"));
				facts.put("督查事由", grounds(document, content));
				facts.put("督查要求", text(content, "demands"));
				facts.put("期限", limit(document, content));
			}
			case OPINION_REPORT, PROPOSAL, REFERENCE -> conversion(kind, facts, document, content);
			case CLOSING -> closing(facts, document);
		}
		return facts;
	}

	private void aboutOutcome(Map<String, Object> facts, Outcome outcome) {
		facts.put("成果名称", outcome.title());
		facts.put("成果编号", outcome.id());
		facts.put("报送文号", text(outcome.submissionNo()));
		facts.put("报送日期", day(outcome.submittedOn()));
		facts.put("牵头专委会", organisation.name(outcome.committee()));
		facts.put("参与委员", outcomes.members(outcome.id()).stream().map(organisation::name).collect(Collectors.joining("、")));
		facts.put("建议", suggestions(outcomes.suggestions(outcome.id())));
		facts.put("批示",
				jdbc.sql("select leader, written_on, words, entered_at from instruction where outcome_id = ? and state = ? order by written_on, id")
						.params(outcome.id(), InstructionState.WRITTEN.code())
						.query((row, number) -> Map.of("领导", organisation.name(row.getString(1), row.getObject(4, OffsetDateTime.class)), "日期",
								day(row.getObject(2, LocalDate.class)), "内容",
								clean(row.getString(3))))
						.list());
	}

	private void aboutAssignment(Map<String, Object> facts, Assignment assignment) {
		facts.put("交办件", assignment.id());
		facts.put("交办文号", number(assignment.id(), Documents.Kind.ASSIGNMENT));
		facts.put("交办日期", day(assignment.assignedAt()));
		facts.put("主办单位", formal.of(assignment.leadUnit()));
		String coUnits = assignments.coUnits(assignment.id()).stream().map(formal::of).collect(Collectors.joining("、"));
		facts.put("协办单位", coUnits.isEmpty() ? "无" : coUnits);
		facts.put("办理要求", clean(assignment.requirement()));
		facts.put("责任领导", assignment.responsibleLeader() == null ? "未指定" : organisation.name(assignment.responsibleLeader()));
		facts.put("签收日期", assignment.receivedOn() == null ? "尚未签收" : day(assignment.receivedOn()));
		String period = limits.of(assignment).words();
		facts.put("答复期限", period);
		facts.put("到期日期", assignment.dueOn() == null ? "签收之日起" + period : day(assignment.dueOn()));
		facts.put("答复文号", number(assignment.id(), Documents.Kind.REPLY));
		facts.put("答复日期", lastReply(assignment.id()));
		facts.put("落实日期", assignment.implementedOn() == null ? "尚未报告完成" : day(assignment.implementedOn()));
		facts.put("建议", suggestions(assignments.suggestions(assignment.id())));
	}

	private String number(String assignmentId, Documents.Kind kind) {
		return jdbc.sql("select number from document where assignment_id = ? and kind = ? order by id desc limit 1")
				.params(assignmentId, kind.code())
				.query(String.class).optional().orElse("无");
	}

	/** Of the paper whose number is told beside it: a 再次答复 has a day of its own. */
	private String lastReply(String assignmentId) {
		return jdbc.sql("select issued_at from document where assignment_id = ? and kind = ? order by id desc limit 1")
				.params(assignmentId, Documents.Kind.REPLY.code()).query(OffsetDateTime.class).optional().map(Facts::day).orElse("尚未答复");
	}

	private static List<Map<String, String>> suggestions(List<Suggestion> suggestions) {
		return suggestions.stream().map(one -> Map.of("序号", String.valueOf(one.seq()), "内容", clean(one.text()))).toList();
	}

	private void submission(Map<String, Object> facts, Outcome outcome, Document document, JsonNode content) {
		String party = "中共" + formal.place() + "委员会";
		String government = formal.place() + "人民政府";
		boolean toParty = paper.recipient() == SubmissionPaper.Recipient.PARTY;
		facts.put("机关", "政协" + formal.place() + "委员会");
		facts.put("主送", toParty ? party : government);
		facts.put("抄送", toParty ? government : party);
		facts.put("签发人", reader(outcome.id()));
		facts.put("联系人", organisation.name(document.issuedBy(), document.issuedAt()));
		facts.put("联系电话", paper.phone());
		facts.put("成果内容", paragraphs(outcome.summary()));
		List<String> leaders = new ArrayList<>();
		content.path("leaders").forEach(leader -> leaders.add(organisation.name(leader.asText())));
		facts.put("送交领导", leaders.isEmpty() ? "不送领导批示" : String.join("、", leaders));
	}

	/** Who of the chair read it last and let it go: he signs what goes up. */
	private String reader(String outcomeId) {
		return jdbc.sql("""
				select checked_by, checked_at from submission_check
				where outcome_id = ? and step = 'chair' and verdict = ? order by id desc limit 1""")
				.params(outcomeId, Verdict.PASS.code())
				.query((row, number) -> organisation.name(row.getString(1), row.getObject(2, OffsetDateTime.class))).optional().orElse("");
	}

	private void reply(Map<String, Object> facts, Outcome outcome, Document document, JsonNode content) {
		Assignment assignment = assignments.get(document.assignmentId());
		facts.put("机关", formal.of(assignment.leadUnit()));
		facts.put("主送", formal.of(outcome.committee()));
		// the paper itself, also before it is issued
		facts.put("答复文号", document.number());
		facts.put("答复日期", day(document.issuedAt()));
		facts.put("结果分类", Term.of(ReplyClass.class, text(content, "class")).label());
		facts.put("联系人", text(content, "contact"));
		facts.put("联系电话", text(content, "phone"));
		facts.put("面商情况", paragraphs(text(content, "talk")));
		Map<String, String> replied = new HashMap<>();
		content.path("points").forEach(point -> replied.put(point.path("suggestionId").asText(), point.path("text").asText()));
		facts.put("答复", assignments.suggestions(assignment.id()).stream().map(suggestion -> Map.of("序号", String.valueOf(suggestion.seq()), "建议",
				clean(suggestion.text()), "内容", clean(replied.getOrDefault(suggestion.id(), "")))).toList());
	}

	private void supervision(Map<String, Object> facts, Document document, JsonNode content) {
		boolean overdue = content.has("promisedOn");
		facts.put("机关", overdue ? formal.officeOf(document.issuedBy()) : formal.of(Organisation.SUPERVISION_OFFICE));
		facts.put("主送", facts.get("主办单位"));
		facts.put("督办级别", (content.has("level") ? Supervision.of(content.path("level").asInt()) : Supervision.ORDER).label());
		if (overdue) {
			facts.put("督办事由", "该交办件应于" + facts.get("到期日期") + "前书面答复，逾期未答复。");
			facts.put("督办要求", text(content, "reason"));
		}
		else {
			facts.put("督办事由", grounds(document, content));
			facts.put("督办要求", content.has("demands") ? text(content, "demands") : "请对照核查中指出的问题逐项整改，落实到位后书面报告，届时再次回头看。");
		}
		facts.put("期限", limit(document, content));
	}

	/** Why it is supervised or inspected: what was written with it, else what the last look-back found. */
	private String grounds(Document document, JsonNode content) {
		String grounds = text(content, "grounds");
		return !grounds.isEmpty() ? stopped(grounds) : stopped("经回头看核查，落实不到位："
				+ String.join("；", lookBacks(document.assignmentId()).stream().filter(one -> !one.inPlace()).map(LookBack::words).toList()));
	}

	/** The day that was set with the paper. Those of a former version were issued before it was set. */
	private String limit(Document document, JsonNode content) {
		String written = text(content, content.has("promisedOn") ? "promisedOn" : "limit");
		LocalDate limit = written.isEmpty() ? assignments.get(document.assignmentId()).lookBackLimitOn() : LocalDate.parse(written);
		return limit == null ? "由督考办另行通知" : day(limit) + "前";
	}

	/** With a stop at its end, and only one. */
	private static String stopped(String text) {
		return text.replaceFirst("[。；：]+$", "") + "。";
	}

	private void conversion(DocumentKind kind, Map<String, Object> facts, Document document, JsonNode content) {
		String proposer = text(content, "proposer");
		facts.put("机关", switch (kind) {
			case OPINION_REPORT -> formal.of(Organisation.CPPCC_OFFICE);
			case PROPOSAL -> "政协" + formal.place() + "委员会";
			default -> formal.officeOf(document.issuedBy());
		});
		facts.put("主送", "");
		if (kind != DocumentKind.REFERENCE) {
			facts.put("对策", paragraphs(text(content, "proposal")));
			facts.put("情况", paragraphs(text(content, "situation")));
		}
		if (kind == DocumentKind.PROPOSAL) {
			facts.put("案由", text(content, "cause"));
			facts.put("提案者", proposer.isEmpty() ? "" : formal.of(proposer));
			facts.put("审查意见", "立案。" + text(content, "reason"));
			return;
		}
		facts.put("期号", String.valueOf(Numbers.running(document.number())));
		if (kind == DocumentKind.OPINION_REPORT) {
			facts.put("分析", paragraphs(text(content, "analysis")));
			facts.put("录用情况", content.has("adoption") ? Term.of(Adoption.class, text(content, "adoption")).label() : "");
		}
		else {
			facts.put("不采纳理由", paragraphs(text(content, "reasons")));
			facts.put("政策依据", paragraphs(text(content, "policyBasis")));
			facts.put("说明对象", text(content, "addressee"));
			facts.put("发送范围", text(content, "distribution"));
			facts.put("签发人", text(content, "signer"));
		}
	}

	private record LookBack(Party party, boolean inPlace, String siteCheck, String signedBy, OffsetDateTime signedAt) {

		String words() {
			return party.label() + "：" + clean(siteCheck).replaceFirst("[。；]$", "");
		}
	}

	/** What both parties found in the latest round. */
	private List<LookBack> lookBacks(String assignmentId) {
		return jdbc.sql("""
				select party, in_place, site_check, signed_by, signed_at from look_back where assignment_id = :id
				and look_round = (select max(look_round) from look_back where assignment_id = :id) order by party""").param("id", assignmentId)
				.query(Rows.of(LookBack.class)).list();
	}

	private void closing(Map<String, Object> facts, Document document) {
		facts.put("机关", formal.of(Organisation.SUPERVISION_OFFICE));
		facts.put("主送", facts.get("主办单位"));
		facts.put("落实情况", paragraphs(report(document.assignmentId())));
		for (LookBack one : lookBacks(document.assignmentId())) {
			String party = one.party().label();
			facts.put(party + "意见", one.inPlace() ? InPlace.YES.label() + "，同意销号" : InPlace.NO.label());
			facts.put(party + "核查", clean(one.siteCheck()));
			facts.put(party + "签字人", organisation.name(one.signedBy(), one.signedAt()));
			facts.put(party + "日期", day(one.signedAt()));
		}
	}

	/**
	 * What was said, with a correction in the place of what stood there; a fact that was another when the document was issued stays.
	 *
	 * @return a copy; equal where the document does not say what was corrected
	 */
	Map<String, Object> corrected(Map<String, Object> said, Correction correction) {
		Map<String, Object> facts = new HashMap<>(said);
		String old = clean(correction.oldValue());
		String now = clean(correction.newValue());
		switch (correction.field()) {
			case OUTCOME_TITLE -> {
				facts.replace("成果名称", old, now);
				facts.computeIfPresent("标题",
						(tag, title) -> ((String) title).equals(old) ? now : ((String) title).replace("《" + old + "》", "《" + now + "》"));
			}
			case INSTRUCTION_WORDS -> facts.computeIfPresent("批示", (tag, all) -> instructions(all, correction, "内容", old, now));
			case INSTRUCTION_WRITTEN_ON -> facts.computeIfPresent("批示",
					(tag, all) -> instructions(all, correction, "日期", day(LocalDate.parse(old)), day(LocalDate.parse(now))));
			case ASSIGNMENT_REQUIREMENT -> facts.replace("办理要求", old, now);
			case ASSIGNMENT_LEADER -> facts.computeIfPresent("责任领导",
					(tag, leader) -> old.isEmpty() || organisation.wasCalled(old, (String) leader) ? organisation.name(now) : leader);
			case REPLY_CONTACT -> facts.replace("联系人", old, now);
			case REPLY_PHONE -> facts.replace("联系电话", old, now);
			case IMPLEMENTATION_REPORT -> facts.replace("落实情况", paragraphs(old), paragraphs(now));
			case IMPLEMENTATION_COMPLETED_ON -> facts.replace("落实日期", day(LocalDate.parse(old)), day(LocalDate.parse(now)));
			case ASSIGNMENT_TRACKED_CLASS -> {
				// no document says it
			}
		}
		return facts;
	}

	/** The one of the corrected leader that says it. */
	private List<Map<String, Object>> instructions(Object all, Correction correction, String tag, String old, String now) {
		String leader = jdbc.sql("select leader from instruction where id = ?").param(Long.valueOf(correction.subjectId())).query(String.class)
				.single();
		return Json.convert(all, ROWS).stream().map(one -> {
			Map<String, Object> row = new HashMap<>(one);
			if (organisation.wasCalled(leader, (String) row.get("领导"))) {
				row.replace(tag, old, now);
			}
			return row;
		}).toList();
	}

	/** The last report of implementation, point by point, or as it was corrected. */
	private String report(String assignmentId) {
		record Report(long id, String report) {
		}
		return jdbc.sql("select id, report from implementation_report where assignment_id = ? order by id desc limit 1").param(assignmentId)
				.query(Rows.of(Report.class)).optional().map(one -> one.report() != null ? one.report() : Point.inWords(jdbc.sql("""
						select m.suggestion_id, s.seq, m.text from measure m join suggestion s on s.id = m.suggestion_id
						where m.report_id = ? order by s.seq""").param(one.id()).query(Rows.of(Point.class)).list()))
				.orElse("");
	}

	private static List<Map<String, String>> paragraphs(String text) {
		return clean(text).lines().map(String::strip).filter(line -> !line.isEmpty()).map(line -> Map.of("段", line)).toList();
	}

	private static String day(LocalDate day) {
		return day == null ? "" : DAY.format(day);
	}

	static String day(OffsetDateTime moment) {
		return day(ShanghaiTime.dateAt(moment.toInstant()));
	}

	private static String text(JsonNode content, String field) {
		return clean(content.path(field).asText(""));
	}

	private static String text(String text) {
		return text == null ? "" : text;
	}

	/** Without what no document can hold. */
	private static String clean(String text) {
		return text(text).replaceAll("[\\p{Cntrl}&&[^\n]]", "").strip();
	}
}
