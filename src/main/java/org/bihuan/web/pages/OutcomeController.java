package org.bihuan.web.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.calendar.Light;
import org.bihuan.calendar.LightPolicy;
import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.document.FileReaders;
import org.bihuan.handling.ClockSheet;
import org.bihuan.identity.Organisation;
import org.bihuan.identity.Reader;
import org.bihuan.ledger.Act;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.CaseFile;
import org.bihuan.ledger.Documents;
import org.bihuan.ledger.GivenAnswers;
import org.bihuan.ledger.LedgerRows;
import org.bihuan.ledger.LedgerRows.Row;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Outcomes.Outcome;
import org.bihuan.ledger.Outcomes.Suggestion;
import org.bihuan.ledger.Owed;
import org.bihuan.ledger.Point;
import org.bihuan.ledger.Promises;
import org.bihuan.ledger.Records;
import org.bihuan.ledger.Trail;
import org.bihuan.operation.Troubles;
import org.bihuan.terms.InPlace;
import org.bihuan.terms.InstructionState;
import org.bihuan.terms.TaskKeys;
import org.bihuan.terms.Term;
import org.bihuan.web.pages.PathTaken.Path;
import org.bihuan.web.pages.PathTaken.Phase;
import org.bihuan.web.security.PageRefusal;
import org.bihuan.web.security.Scopes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * An outcome's page. Who sees the outcome only through assignments of the own unit is shown nothing of the others, nor of how the outcome came
 * about.
 */
@Controller
class OutcomeController {

	private final LedgerRows rows;
	private final Outcomes outcomes;
	private final Records records;
	private final Trail trail;
	private final PathTaken paths;
	private final ClockSheet clockSheet;
	private final Organisation organisation;
	private final LightPolicy lights;
	private final InHand inHand;
	private final Troubles troubles;
	private final Clock clock;

	OutcomeController(LedgerRows rows, Outcomes outcomes, Records records, Trail trail, PathTaken paths, ClockSheet clockSheet,
			Organisation organisation, LightPolicy lights, InHand inHand, Troubles troubles, Clock clock) {
		this.inHand = inHand;
		this.troubles = troubles;
		this.rows = rows;
		this.outcomes = outcomes;
		this.records = records;
		this.trail = trail;
		this.paths = paths;
		this.clockSheet = clockSheet;
		this.organisation = organisation;
		this.lights = lights;
		this.clock = clock;
	}

	/**
	 * What a reader sees of an outcome.
	 *
	 * @param whole everything; else only what is about these assignments
	 */
	record Seen(Outcome outcome, boolean whole, List<String> assignmentIds) {

		boolean shows(String assignmentId) {
			return whole || (assignmentId != null && assignmentIds.contains(assignmentId));
		}
	}

	record InstructionView(String leader, String date, String words, String sorted, boolean late) {
	}

	/**
	 * A reply as it was issued.
	 *
	 * @param points empty if it is of a former version of the system, in one text
	 * @param more what else its form asked for, such as a field that an analyst added
	 */
	record ReplyView(Records.Reply it, List<Point> points, List<GivenAnswers.Value> more) {
	}

	record ImplementationView(Records.Implementation it, List<Point> measures) {
	}

	record LookBackView(Records.LookBack it, String party, InPlace inPlace, List<Point> evidence, String signer, String at) {
	}

	/** A correction or withdrawal in words. */
	record NoteView(String what, String day, String words) {
	}

	record RatingView(int round, String party, String said, String remark) {
	}

	record ConversionView(long id, String kind, String title, String number, String state, String reason, Long documentId) {
	}

	/**
	 * What was answered in a step that an analyst added, for which the page has no section of its own.
	 *
	 * @param step as the diagram called it then
	 */
	record StepView(String step, String by, String at, List<GivenAnswers.Value> values) {
	}

	record AssignmentView(Assignment it, String status, String unit, List<String> coOpinions, String leader, List<Suggestion> suggestions,
			List<ClockSheet.Line> clock, Light light,
			String lightReason, ReplyView reply, String replyClass, String trackedClass, String replySigner,
			List<Records.Reassignment> reassignments,
			List<ImplementationView> implementations, List<LookBackView> lookBacks, List<Records.Inspection> inspections,
			List<ConversionView> conversions, String level, List<RatingView> ratings,
			List<Records.Meeting> meetings, List<NoteView> notes, String acknowledged,
			List<Promises.Promise> promises, List<StepView> steps, List<InHand.Now> now, List<Mending.Offer> offers) {
	}

	/**
	 * @param from the assignment that was converted into this document; null for any other document
	 * @param versions oldest first: more than one after a correction
	 */
	record DocumentView(long id, String kind, String number, String title, String assignmentId, String from, String issuer, String at,
			List<Documents.Version> versions) {
	}

	/**
	 * What somebody attached to a task.
	 *
	 * @param step the task's name; empty where a timer ended the step before its form was sent
	 * @param href null for what was withdrawn
	 * @param withdrawn why, by whom and when it was; null for what stands
	 * @param notIssued whether it is the scan of a letter that was not issued
	 */
	record AttachedView(String name, String href, String step, String assignmentId, String by, String at, String size, String withdrawn,
			boolean notIssued) {
	}

	@GetMapping("/outcomes/{id}")
	String outcome(Reader reader, @PathVariable("id") String id, Model model) {
		List<Row> visible = visible(reader, id);
		CaseFile file = records.file(id);
		Outcome outcome = file.outcome();
		Seen seen = seen(reader, visible, outcome, file.members());
		Names names = new Names(organisation);
		List<Documents.Document> issued = file.documents().stream().filter(one -> seen.shows(one.assignmentId())).toList();
		List<Suggestion> suggestions = file.suggestions();
		InHand.Held held = inHand.of(reader, List.of(id));
		Mending offers = new Mending(reader);
		Whole whole = new Whole(file, suggestions, issued, file.answers(), names, held, seen.whole(), offers);
		List<AssignmentView> parts = file.assignments().stream().filter(one -> seen.shows(one.id())).map(one -> assignment(one, whole)).toList();
		Set<String> own = parts.stream().flatMap(one -> one.suggestions().stream()).map(Suggestion::id).collect(Collectors.toSet());
		Map<String, String> converted = new HashMap<>();
		parts.forEach(
				part -> part.conversions().stream().filter(one -> one.number() != null).forEach(one -> converted.put(one.number(), part.it().id())));
		model.addAttribute("stuck", troubles.ofOutcome(id).stream().filter(one -> seen.shows(one.assignmentId())).toList());
		model.addAttribute("outcome", outcome);
		model.addAttribute("whole", seen.whole());
		model.addAttribute("now", seen.whole() ? held.ofOutcome(id) : List.of());
		model.addAttribute("offers", offers.ofOutcome(id, outcome.state(), outcome.submittedOn()));
		model.addAttribute("kind", outcome.kind().label());
		model.addAttribute("committee", names.of(outcome.committee()));
		model.addAttribute("followUpCommittee", names.of(outcome.followUpCommittee()));
		model.addAttribute("state", state(outcome));
		model.addAttribute("registered", names.of(outcome.registeredBy(), outcome.registeredAt()) + " " + Words.minute(outcome.registeredAt()));
		model.addAttribute("closed", Words.minute(outcome.closedAt()));
		model.addAttribute("members", seen.whole() ? names.of(file.members()) : "");
		model.addAttribute("suggestions", suggestions.stream().filter(one -> seen.whole() || own.contains(one.id())).toList());
		model.addAttribute("instructions", file.instructions().stream().map(one -> instruction(one, names)).toList());
		List<StepView> steps = seen.whole() ? steps(null, whole) : List.of();
		model.addAttribute("steps", steps);
		model.addAttribute("assignments", parts);
		Map<Long, List<Documents.Version>> versions = file.versions();
		model.addAttribute("documents",
				issued.stream().map(one -> new DocumentView(one.id(), one.kind().label(), one.number(), one.title(), one.assignmentId(),
						converted.get(one.number()), names.of(one.issuedBy(), one.issuedAt()), Words.minute(one.issuedAt()),
						versions.getOrDefault(one.id(), List.of()))).toList());
		model.addAttribute("attached", attached(reader, seen, whole));
		model.addAttribute("events", Timeline.of(file.events(), whole.answers(), above(seen, parts, steps, whole), seen::shows, names));
		model.addAttribute("phases", labelled(phases(seen, file.events())));
		model.addAttribute("notes", seen.whole() ? notes(null, whole) : List.of());
		model.addAttribute("names", names);
		return "outcome";
	}

	/** What the page says before it tells how it came about, as far as this reader sees it. */
	private static Timeline.Above above(Seen seen, List<AssignmentView> parts, List<StepView> steps, Whole whole) {
		CaseFile file = whole.file();
		Stream<String> ofAll = seen.whole() ? Stream.of(file.outcome().background(), file.outcome().summary()) : Stream.empty();
		Stream<String> ofParts = parts.stream().flatMap(part -> {
			String id = part.it().id();
			return Stream.of(Stream.of(part.it().requirement()), file.coOpinions(id).stream().map(Records.CoOpinion::text), reply(part.reply()),
					part.conversions().stream().map(ConversionView::reason), part.promises().stream().map(Promises.Promise::reason),
					part.implementations().stream().flatMap(one -> Stream.concat(Stream.of(one.it().report()), texts(one.measures()))),
					part.lookBacks().stream().flatMap(
							one -> Stream.concat(Stream.of(one.it().evidence(), one.it().siteCheck()), texts(one.evidence()))),
					part.ratings().stream().map(RatingView::remark), part.inspections().stream().map(Records.Inspection::reason),
					part.meetings().stream().flatMap(one -> Stream.of(one.participants(), one.result(), one.decisionReason())), said(part.steps()),
					part.reassignments().stream().flatMap(one -> Stream.of(one.reason(), one.decision()))).flatMap(texts -> texts);
		});
		Stream<String> said = Stream.of(ofAll, said(steps), file.suggestions().stream().filter(one -> seen.whole()).map(Suggestion::text),
				file.instructions().stream().map(Records.Instruction::words), ofParts).flatMap(texts -> texts);
		return new Timeline.Above(file.suggestions(), said.filter(Objects::nonNull).collect(Collectors.toSet()));
	}

	private static Stream<String> said(List<StepView> steps) {
		return steps.stream().flatMap(one -> one.values().stream()).map(GivenAnswers.Value::shown);
	}

	/**
	 * The steps that an analyst added, in the order in which they were taken.
	 *
	 * @param assignmentId null for those about the outcome as a whole
	 */
	private static List<StepView> steps(String assignmentId, Whole whole) {
		Set<String> taken = whole.file().events().stream().filter(one -> one.act() == Act.STEP_TAKEN).map(Trail.Event::taskId)
				.collect(Collectors.toSet());
		return whole.answers().stream()
				.filter(one -> taken.contains(one.answer().uid()) && Objects.equals(assignmentId, one.answer().assignmentId()))
				.map(one -> new StepView(one.answer().stepName(), whole.names().signed(one.answer().givenBy(), one.answer().givenAt()),
						Words.minute(one.answer().givenAt()), one.values()))
				.toList();
	}

	private static Stream<String> reply(ReplyView reply) {
		return reply == null ? Stream.empty()
				: Stream.of(texts(reply.points()), Stream.of(reply.it().reply(), reply.it().policyBasis(), reply.it().talk()),
						reply.more().stream().map(GivenAnswers.Value::shown)).flatMap(texts -> texts);
	}

	private static Stream<String> texts(List<Point> points) {
		return points.stream().map(Point::text);
	}

	/** Whoever sees a step's record sees what was handed in at it, and whoever sees only some of the outcome what he is given of the whole. */
	private static List<AttachedView> attached(Reader reader, Seen seen, Whole whole) {
		Names names = whole.names();
		Map<String, String> steps = new HashMap<>();
		whole.answers().forEach(one -> steps.put(one.answer().uid(), one.answer().stepName()));
		return whole.file().attached().stream()
				.filter(one -> seen.shows(one.assignmentId())
						|| (one.assignmentId() == null && FileReaders.mayReadOfWhole(reader, one.taskKey(), one.uploadedBy())))
				.map(one -> new AttachedView(one.name(), one.withdrawnAt() == null ? "/attachments/" + one.id() : null,
						steps.getOrDefault(one.taskId(), whole.held().stepOf(one.taskId())), one.assignmentId(),
						names.signed(one.uploadedBy(), one.uploadedAt()), Words.minute(one.uploadedAt()), Words.size(one.sizeBytes()),
						one.withdrawnAt() == null ? null
								: one.withdrawnFor() + "（" + names.of(one.withdrawnBy(), one.withdrawnAt()) + "，" + Words.minute(one.withdrawnAt())
										+ "）",
						one.notIssued()))
				.toList();
	}

	/** The path taken so far in one of the case's diagrams, for the viewer on the page. */
	@GetMapping("/outcomes/{id}/diagram")
	@ResponseBody
	Path diagram(Reader reader, @PathVariable("id") String id, @RequestParam("instance") String instance) {
		Seen seen = seen(reader, visible(reader, id), outcomes.get(id), outcomes.members(id));
		if (phases(seen, trail.ofOutcome(id)).stream().noneMatch(phase -> phase.instance().equals(instance))) {
			throw PageRefusal.notFound("没有这张图，或者您无权查看。请刷新页面后再试。");
		}
		return paths.of(instance);
	}

	/** @throws PageRefusal (HTTP 404) when there is none, or the reader sees nothing of it */
	private List<Row> visible(Reader reader, String id) {
		List<Row> visible = rows.ofOutcome(Scopes.of(reader), id);
		if (visible.isEmpty()) {
			throw PageRefusal.notFound("没有这件成果，或者您无权查看。");
		}
		return visible;
	}

	private static Seen seen(Reader reader, List<Row> visible, Outcome outcome, List<String> members) {
		return new Seen(outcome, Scopes.of(reader).seesWhole(members), visible.stream().map(Row::assignmentId).filter(Objects::nonNull).toList());
	}

	private List<Phase> phases(Seen seen, List<Trail.Event> events) {
		return paths.phases(events, seen.outcome().processInstanceId()).stream().filter(phase -> seen.shows(phase.assignmentId()))
				.toList();
	}

	/** Each with a name of its own: the second handling of an assignment is told from the first. */
	private static List<Phase> labelled(List<Phase> phases) {
		Map<String, Integer> times = new HashMap<>();
		return phases.stream().map(phase -> {
			String name = phase.name() + (phase.assignmentId() == null ? "" : " " + phase.assignmentId());
			int time = times.merge(name, 1, Integer::sum);
			return new Phase(phase.instance(), time == 1 ? name : name + "（第 " + time + " 次）", phase.assignmentId(), phase.running());
		}).toList();
	}

	private static String state(Outcome outcome) {
		return outcome.state() == Outcomes.State.CLOSED ? outcome.closing().label() : outcome.state().label();
	}

	private static InstructionView instruction(Records.Instruction one, Names names) {
		String words = one.state() == InstructionState.WRITTEN ? one.words() : one.state().label();
		String sorted = one.committee() == null ? "" : one.category() + "，分送" + names.of(one.committee());
		return new InstructionView(names.of(one.leader(), one.writtenOn()), Words.day(one.writtenOn()), words, sorted, one.late());
	}

	/**
	 * @param issued those that the reader sees
	 * @param held what waits
	 * @param all whether he sees all of the outcome
	 */
	private record Whole(CaseFile file, List<Suggestion> suggestions, List<Documents.Document> issued, List<GivenAnswers.Whole> answers,
			Names names, InHand.Held held, boolean all, Mending offers) {
	}

	private AssignmentView assignment(Assignment it, Whole whole) {
		CaseFile file = whole.file();
		Names names = whole.names();
		String id = it.id();
		LocalDate today = LocalDate.now(clock);
		Owed owed = Owed.of(it);
		List<Records.Reply> replies = it.repliedOn() == null ? List.of() : file.replies(id);
		Map<String, String> told = file.coOpinions(id).stream()
				.collect(Collectors.toMap(Records.CoOpinion::unit, one -> switch (one.state()) {
					case GIVEN -> one.text();
					case SILENT -> "到期未提意见";
					case ASKED -> "限 " + one.limitOn() + " 前提出意见";
				}, (first, second) -> second));
		Set<String> answered = Set.copyOf(file.suggestionIds(id));
		return new AssignmentView(it, it.state().label(), names.of(it.leadUnit()),
				file.coUnits(id).stream().map(unit -> names.of(unit) + (told.containsKey(unit) ? "：" + told.get(unit) : "")).toList(),
				names.of(it.responsibleLeader()), whole.suggestions().stream().filter(one -> answered.contains(one.id())).toList(),
				file.clock(id).stream().map(clockSheet::line).toList(), owed.light(lights, today),
				owed.reason(lights, today),
				replies.isEmpty() ? null : reply(it, replies.get(replies.size() - 1), whole), Term.labelOf(it.replyClass()),
				Objects.equals(it.trackedClass(), it.replyClass()) ? "" : Term.labelOf(it.trackedClass()),
				signer(whole.issued(), it, replies, names),
				file.reassignments(id), file.implementations(id).stream().map(one -> new ImplementationView(one, file.points(one))).toList(),
				file.lookBacks(id).stream().map(one -> lookBack(one, whole)).toList(), file.inspections(id),
				file.conversions(id).stream().map(one -> conversion(one, whole.issued())).toList(), Words.level(it.supervisionLevel()),
				file.ratings(id).stream().map(one -> new RatingView(one.lookRound(), names.of(one.party(), one.givenAt()), said(one), one.remark()))
						.toList(),
				file.meetings(id), notes(id, whole), acknowledged(it, whole), file.promises(id), steps(id, whole),
				whole.held().ofAssignment(it.outcomeId(), id, it.state(), it.nextLookBackOn(), whole.all()),
				whole.offers().ofAssignment(id, it.state()));
	}

	/** The last paper with the name of who signed what stands in it; a paper of a former version has its drafter as its issuer. */
	private static String signer(Collection<Documents.Document> issued, Assignment it, List<Records.Reply> replies, Names names) {
		String signed = replies.stream().filter(one -> one.signedBy() != null).reduce((first, second) -> second)
				.map(one -> names.of(one.signedBy(), one.signedAt())).orElse(null);
		return issued.stream().filter(one -> one.kind() == Documents.Kind.REPLY && it.id().equals(one.assignmentId()))
				.reduce((first, second) -> second)
				.map(one -> one.number() + "，" + (signed == null ? names.of(one.issuedBy(), one.issuedAt()) : signed) + "签发").orElse("");
	}

	/**
	 * What the offices put right afterwards.
	 *
	 * @param assignmentId null for the outcome itself
	 */
	private static List<NoteView> notes(String assignmentId, Whole whole) {
		Names names = whole.names();
		Stream<NoteView> corrected = whole.file().corrections().stream().filter(one -> Objects.equals(one.assignmentId(), assignmentId))
				.map(one -> new NoteView("更正" + one.field().label(), day(one.correctedAt()), names.of(one.correctedBy(), one.correctedAt()) + "：原为“"
						+ (one.oldValue() == null ? "空" : names.of(one.oldValue(), one.correctedAt())) + "”，改为“"
						+ names.of(one.newValue(), one.correctedAt()) + "”。理由：" + one.reason()));
		Stream<NoteView> withdrawn = whole.file().withdrawals().stream().filter(one -> Objects.equals(one.assignmentId(), assignmentId))
				.map(one -> new NoteView("撤回", day(one.withdrawnAt()), names.of(one.withdrawnBy(), one.withdrawnAt()) + "：" + one.reason()
						+ (one.remainder() == null ? "" : "。余下建议：" + one.remainder())));
		return Stream.concat(corrected, withdrawn).toList();
	}

	/** Which of the three offices has read the last report of completion [S], and which has not; empty before there is one. */
	private static String acknowledged(Assignment it, Whole whole) {
		Optional<OffsetDateTime> claimed = whole.file().implementations(it.id()).stream().filter(one -> one.completedOn() != null)
				.map(Records.Implementation::reportedAt)
				.reduce((first, second) -> second);
		if (claimed.isEmpty()) {
			return "";
		}
		Map<String, String> read = new HashMap<>();
		whole.file().events().stream()
				.filter(one -> one.act() == Act.REPORT_ACKNOWLEDGED && it.id().equals(one.assignmentId()) && !one.at().isBefore(claimed.get()))
				.forEach(one -> read.put(one.field("office"), day(one.at())));
		return Organisation.THREE_OFFICES.stream()
				.map(office -> whole.names().of(office) + (read.containsKey(office) ? " " + read.get(office) + " 已知悉" : " 尚未知悉"))
				.collect(Collectors.joining("、"));
	}

	private static String day(OffsetDateTime at) {
		return ShanghaiTime.dateAt(at.toInstant()).toString();
	}

	private static String said(Records.Rated one) {
		return switch (one.state()) {
			case GIVEN -> "办理过程" + one.process().label() + "，办理结果" + one.result().label();
			case SILENT -> "到期未评价，不算满意";
			case ASKED -> "待评价";
		};
	}

	private static ReplyView reply(Assignment it, Records.Reply one, Whole whole) {
		Set<String> said = Stream
				.of(one.decision().label(), Term.labelOf(one.replyClass()), one.policyBasis(), one.talk(), one.contact(), one.phone(),
						one.reply())
				.collect(Collectors.toCollection(HashSet::new));
		String step = one.redoneOn() == null ? TaskKeys.DRAFT_REPLY : TaskKeys.REDO;
		return new ReplyView(one, whole.file().points(one),
				whole.answers().stream().filter(answer -> step.equals(answer.answer().stepKey()) && it.id().equals(answer.answer().assignmentId()))
						.reduce((first, second) -> second).map(answer -> answer.values().stream()
								.filter(value -> value.listRow() == null && !said.contains(value.shown())).toList())
						.orElse(List.of()));
	}

	private static LookBackView lookBack(Records.LookBack one, Whole whole) {
		return new LookBackView(one, one.party().label(), InPlace.of(one.inPlace()), whole.file().points(one),
				whole.names().of(one.signedBy(), one.signedAt()),
				ShanghaiTime.dateAt(one.signedAt().toInstant()).toString());
	}

	private static ConversionView conversion(Records.Conversion one, Collection<Documents.Document> issued) {
		Long document = issued.stream().filter(it -> it.number().equals(one.number())).map(Documents.Document::id).findFirst().orElse(null);
		return new ConversionView(one.id(), one.kind().label(), one.title(), one.number(), one.state().label(), one.reason(), document);
	}
}
