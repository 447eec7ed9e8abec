package org.bihuan.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Documents.Document;
import org.bihuan.ledger.Outcomes.Outcome;
import org.bihuan.ledger.Outcomes.Suggestion;
import org.bihuan.ledger.Records.Attached;
import org.bihuan.ledger.Records.Check;
import org.bihuan.ledger.Records.CoOpinion;
import org.bihuan.ledger.Records.Conversion;
import org.bihuan.ledger.Records.Implementation;
import org.bihuan.ledger.Records.Inspection;
import org.bihuan.ledger.Records.Instruction;
import org.bihuan.ledger.Records.LookBack;
import org.bihuan.ledger.Records.Meeting;
import org.bihuan.ledger.Records.Opinion;
import org.bihuan.ledger.Records.Plan;
import org.bihuan.ledger.Records.Rated;
import org.bihuan.ledger.Records.Reassignment;
import org.bihuan.ledger.Records.Reply;
import org.bihuan.ledger.Records.ReportVersion;
import org.bihuan.ledger.Records.Research;
import org.bihuan.ledger.Records.Review;
import org.bihuan.ledger.Records.Version;
import org.bihuan.terms.Term;

/** All that is kept of one outcome and its assignments, read at once. */
public final class CaseFile {

	private static final OfOutcome<Instruction> INSTRUCTIONS = OfOutcome.in("instruction", Instruction.class,
			"coalesce(t.written_on, t.limit_on), t.id");
	private static final OfOutcome<Reply> REPLIES = OfOutcome.byAssignment("reply_draft", Reply.class, "t.id");
	private static final OfOutcome<CoOpinion> CO_OPINIONS = OfOutcome.byAssignment("co_opinion", CoOpinion.class, "t.id");
	private static final OfOutcome<Reassignment> REASSIGNMENTS = OfOutcome.byAssignment("reassignment", Reassignment.class, "t.id");
	private static final OfOutcome<Implementation> IMPLEMENTATIONS = OfOutcome.byAssignment("implementation_report", Implementation.class, "t.id");
	private static final OfOutcome<LookBack> LOOK_BACKS = OfOutcome.byAssignment("look_back", LookBack.class, "t.look_round, t.party");
	private static final OfOutcome<Inspection> INSPECTIONS = OfOutcome.byAssignment("inspection", Inspection.class, "t.id");
	private static final OfOutcome<Conversion> CONVERSIONS = OfOutcome.byAssignment("conversion", Conversion.class, "t.id");
	private static final OfOutcome<Rated> RATINGS = OfOutcome.byAssignment("satisfaction", Rated.class, "t.look_round, t.id");
	private static final OfOutcome<Meeting> MEETINGS = OfOutcome.byAssignment("dissatisfaction", Meeting.class, "t.id");
	private static final OfOutcome<CoUnit> CO_UNITS = OfOutcome.byAssignment("assignment_unit", CoUnit.class, "t.unit");
	private static final OfOutcome<Answered> ANSWERED = OfOutcome.byAssignment("assignment_suggestion", Answered.class, "t.suggestion_id");
	private static final OfOutcome<Plan> PLANS = OfOutcome.in("research_plan", Plan.class, "t.outcome_id");
	private static final OfOutcome<Research> RESEARCH = OfOutcome.in("research_record", Research.class, "t.id");
	private static final OfOutcome<Opinion> OPINIONS = OfOutcome.in("opinion", Opinion.class, "t.opinion_round, t.id");
	private static final OfOutcome<Review> REVIEWS = OfOutcome.in("report_review", Review.class, "t.id");
	private static final OfOutcome<Check> CHECKS = OfOutcome.in("submission_check", Check.class, "t.id");
	/** The last two versions of the report: what stands, and what stood before. */
	private static final OfOutcome<Version> VERSIONS_OF_REPORT = new OfOutcome<>(Version.class, "t.outcome_id", """
			(select e.* from event e where e.outcome_id = :outcome and e.act in %s order by e.id desc limit 2) t""".formatted(
			Term.quoted(List.of(Act.REPORT_DRAFTED, Act.REPORT_REVISED, Act.SUBMISSION_MENDED))), "t.id");
	/** What was replied to, done for and found of each suggestion, by whose row it belongs to. */
	private static final OfOutcome<Point> POINTS = new OfOutcome<>(Point.class, "t.of_row", """
			(select 'reply ' || cast(p.reply_id as varchar) as of_row, p.suggestion_id, s.seq, p.text, s.outcome_id from reply_point p
			join suggestion s on s.id = p.suggestion_id
			union all select 'report ' || cast(p.report_id as varchar), p.suggestion_id, s.seq, p.text, s.outcome_id from measure p
			join suggestion s on s.id = p.suggestion_id
			union all select 'look-back ' || cast(p.look_back_id as varchar), p.suggestion_id, s.seq, p.text, s.outcome_id
			from look_back_evidence p join suggestion s on s.id = p.suggestion_id) t where t.outcome_id = :outcome""", "t.seq");

	private static final OfOutcome<Attached> ATTACHED = new OfOutcome<>(Attached.class, "t.outcome_id", """
			(select a.id, a.outcome_id, a.assignment_id, a.task_id, a.task_key, a.name, a.size_bytes, a.uploaded_by, a.uploaded_at,
			w.reason as withdrawn_for, w.withdrawn_by, w.withdrawn_at, %s as not_issued from attachment a
			left join attachment_withdrawal w on w.attachment_id = a.id) t where t.outcome_id = :outcome""".formatted(Records.NOT_ISSUED), "t.id");

	static final AtOnce ALL = new AtOnce(Outcomes.ITSELF, Outcomes.MEMBERS, Outcomes.SUGGESTIONS, Assignments.OF_OUTCOME, CO_UNITS, ANSWERED,
			INSTRUCTIONS, REPLIES, CO_OPINIONS, REASSIGNMENTS, IMPLEMENTATIONS, LOOK_BACKS, INSPECTIONS, CONVERSIONS, RATINGS, MEETINGS, POINTS,
			Promises.OF_OUTCOME, ClockEntries.OF_OUTCOME, Documents.OF_OUTCOME, Documents.VERSIONS, Corrections.OF_OUTCOME,
			Withdrawals.OF_OUTCOME, Trail.OF_OUTCOME, GivenAnswers.OF_OUTCOME, GivenAnswers.VALUES, ATTACHED);

	/** What the forms of every step show. */
	static final AtOnce FOR_FORMS = new AtOnce(Outcomes.ITSELF, Outcomes.SUGGESTIONS, Assignments.OF_OUTCOME, CO_UNITS, ANSWERED, INSTRUCTIONS,
			CO_OPINIONS);

	/** The same with how the report came about. */
	static final AtOnce FORMED = new AtOnce(Outcomes.ITSELF, Outcomes.SUGGESTIONS, Assignments.OF_OUTCOME, CO_UNITS, ANSWERED, INSTRUCTIONS,
			CO_OPINIONS, PLANS, RESEARCH, OPINIONS, REVIEWS, CHECKS, VERSIONS_OF_REPORT);

	private final AtOnce.Read read;
	private final Map<OfOutcome<?>, Map<String, ? extends List<?>>> byKey = new HashMap<>();

	CaseFile(AtOnce.Read read) {
		this.read = read;
	}

	record CoUnit(String unit) {
	}

	record Answered(String suggestionId) {
	}

	public Outcome outcome() {
		return read.list(Outcomes.ITSELF).get(0);
	}

	/** The accounts of those who took part. */
	public List<String> members() {
		return read.list(Outcomes.MEMBERS).stream().map(Outcomes.Member::member).toList();
	}

	public List<Suggestion> suggestions() {
		return read.list(Outcomes.SUGGESTIONS);
	}

	public List<Instruction> instructions() {
		return read.list(INSTRUCTIONS);
	}

	/** 调研方案; empty before it is made. */
	public String plan() {
		return read.list(PLANS).stream().map(Plan::plan).findFirst().orElse("");
	}

	public List<Research> research() {
		return read.list(RESEARCH);
	}

	/** Round by round. */
	public List<Opinion> opinions() {
		return read.list(OPINIONS);
	}

	public List<Review> reviews() {
		return read.list(REVIEWS);
	}

	public List<Check> checks() {
		return read.list(CHECKS);
	}

	/** The last two versions of the report, the one that stands last; fewer when there are fewer. */
	public List<ReportVersion> reportVersions() {
		return read.list(VERSIONS_OF_REPORT).stream().map(ReportVersion::of).toList();
	}

	public List<Assignment> assignments() {
		return read.list(Assignments.OF_OUTCOME);
	}

	public List<Document> documents() {
		return read.list(Documents.OF_OUTCOME);
	}

	/** All versions of each document, by its id, oldest first. */
	public Map<Long, List<Documents.Version>> versions() {
		return read.list(Documents.VERSIONS).stream().collect(Collectors.groupingBy(Documents.Version::documentId));
	}

	/** What was attached to its tasks, oldest first; what was withdrawn too. */
	public List<Attached> attached() {
		return read.list(ATTACHED);
	}

	public List<Corrections.Correction> corrections() {
		return read.list(Corrections.OF_OUTCOME);
	}

	public List<Withdrawals.Withdrawal> withdrawals() {
		return read.list(Withdrawals.OF_OUTCOME);
	}

	/** Oldest first. */
	public List<Trail.Event> events() {
		return read.list(Trail.OF_OUTCOME);
	}

	/** What was filled in, oldest first. */
	public List<GivenAnswers.Whole> answers() {
		return GivenAnswers.whole(read.list(GivenAnswers.OF_OUTCOME), read.list(GivenAnswers.VALUES));
	}

	/** Every version of a reply, the last one last. */
	public List<Reply> replies(String assignmentId) {
		return of(REPLIES, assignmentId);
	}

	public List<CoOpinion> coOpinions(String assignmentId) {
		return of(CO_OPINIONS, assignmentId);
	}

	public List<Reassignment> reassignments(String assignmentId) {
		return of(REASSIGNMENTS, assignmentId);
	}

	public List<Implementation> implementations(String assignmentId) {
		return of(IMPLEMENTATIONS, assignmentId);
	}

	public List<LookBack> lookBacks(String assignmentId) {
		return of(LOOK_BACKS, assignmentId);
	}

	public List<Inspection> inspections(String assignmentId) {
		return of(INSPECTIONS, assignmentId);
	}

	public List<Conversion> conversions(String assignmentId) {
		return of(CONVERSIONS, assignmentId);
	}

	public List<Rated> ratings(String assignmentId) {
		return of(RATINGS, assignmentId);
	}

	/** 面商 where the ratings allowed neither 核查销号 nor another redo, and what the offices then decided. */
	public List<Meeting> meetings(String assignmentId) {
		return of(MEETINGS, assignmentId);
	}

	public List<Promises.Promise> promises(String assignmentId) {
		return Promises.counted(of(Promises.OF_OUTCOME, assignmentId));
	}

	/** What happened to its clocks, oldest first. */
	public List<ClockEntries.Entry> clock(String assignmentId) {
		return of(ClockEntries.OF_OUTCOME, assignmentId).stream().map(ClockEntries.Row::entry).toList();
	}

	/** 协办. */
	public List<String> coUnits(String assignmentId) {
		return of(CO_UNITS, assignmentId).stream().map(CoUnit::unit).toList();
	}

	/** The ids of the suggestions that an assignment answers. */
	public List<String> suggestionIds(String assignmentId) {
		return of(ANSWERED, assignmentId).stream().map(Answered::suggestionId).toList();
	}

	/** What was replied to each suggestion. */
	public List<Point> points(Reply reply) {
		return of(POINTS, "reply " + reply.id());
	}

	/** What was done for each suggestion. */
	public List<Point> points(Implementation report) {
		return of(POINTS, "report " + report.id());
	}

	/** What was found for each suggestion. */
	public List<Point> points(LookBack lookBack) {
		return of(POINTS, "look-back " + lookBack.id());
	}

	@SuppressWarnings("unchecked")
	private <T extends Record> List<T> of(OfOutcome<T> part, String key) {
		return ((Map<String, List<T>>) byKey.computeIfAbsent(part, read::byKey)).getOrDefault(key, List.of());
	}
}
