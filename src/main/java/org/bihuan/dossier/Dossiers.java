package org.bihuan.dossier;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.Assignments.State;
import org.bihuan.ledger.CaseFile;
import org.bihuan.ledger.Outcomes.Outcome;
import org.bihuan.ledger.Outcomes.Suggestion;
import org.bihuan.ledger.Records;
import org.bihuan.ledger.Records.ReportVersion;
import org.bihuan.terms.Asking;
import org.bihuan.terms.Deliberation;
import org.bihuan.terms.InstructionState;
import org.bihuan.terms.Markdown;
import org.bihuan.terms.ReviewLevel;
import org.bihuan.terms.ReviewVerdict;
import org.bihuan.terms.Term;
import org.springframework.stereotype.Component;

/** Opens the 案卷 of a case: the one place that says what forms show of it, read in one statement. */
@Component
public class Dossiers {

	private final Records records;
	private final Organisation organisation;

	Dossiers(Records records, Organisation organisation) {
		this.records = records;
		this.organisation = organisation;
	}

	/** The 案卷 for a step's form. There must be such an outcome. */
	public Opened of(String outcomeId) {
		return new Opened(records.forForms(outcomeId));
	}

	/** The same with {@link Opened#formed()}. */
	public Opened formed(String outcomeId) {
		return new Opened(records.formed(outcomeId));
	}

	/** An open 案卷, of one moment. */
	public final class Opened {

		private final CaseFile file;

		private Opened(CaseFile file) {
			this.file = file;
		}

		public CaseFile file() {
			return file;
		}

		/** About the outcome as a whole. */
		public Dossier whole(String step) {
			return dossier(step, file.suggestions(), List.of());
		}

		/** About one assignment. */
		public Dossier part(String step, String assignmentId) {
			List<String> own = file.suggestionIds(assignmentId);
			return dossier(step, file.suggestions().stream().filter(one -> own.contains(one.id())).toList(), file.coUnits(assignmentId));
		}

		private Dossier dossier(String step, List<Suggestion> suggestions, List<String> coUnits) {
			Outcome outcome = file.outcome();
			return new Dossier(step, outcome.id(), outcome.title(), Markdown.link("成果的全部情况", "/outcomes/" + outcome.id()),
					organisation.name(outcome.committee()), outcome.background(),
					outcome.submissionNo() == null ? "" : outcome.submissionNo() + "（" + outcome.submittedOn() + " 报送）", instructions(),
					Markdown.folded(Markdown.literal(outcome.summary())), Suggestion.numbered(suggestions),
					suggestions.stream().map(Suggestion::option).toList(),
					names(coUnits));
		}

		private Markdown instructions() {
			return Markdown.paragraphs(file.instructions().stream().filter(one -> one.state() != InstructionState.ASKED
					&& one.state() != InstructionState.SILENT)
					.map(one -> Markdown.of("- **%s**（%s%s）：%s", organisation.name(one.leader(), one.enteredAt()), one.writtenOn(),
							one.late() ? "，补录" : "", one.words() == null ? "圈阅" : one.words()))
					.toList());
		}

		/** Which assignment each unit was given, with its suggestions and what is demanded; of those that stand. */
		public Markdown assigned() {
			return Markdown.paragraphs(file.assignments().stream().filter(one -> one.state() != State.WITHDRAWN).map(one -> {
				List<String> own = file.suggestionIds(one.id());
				return Markdown.of("- **%s**　主办%s%s，%s。办理要求：%s", one.id(), organisation.name(one.leadUnit()),
						file.coUnits(one.id()).isEmpty() ? "" : "，协办" + names(file.coUnits(one.id())),
						file.suggestions().stream().filter(it -> own.contains(it.id())).map(Suggestion::name).collect(Collectors.joining("、")),
						one.requirement());
			}).toList());
		}

		private String names(List<String> ids) {
			return ids.stream().map(organisation::name).collect(Collectors.joining("、"));
		}

		/** 协办意见 of an assignment, each with who gave it. */
		public Markdown coOpinions(String assignmentId) {
			return Markdown.paragraphs(file.coOpinions(assignmentId).stream().map(one -> Markdown.of("- **%s**：%s", organisation.name(one.unit()),
					one.state() == Asking.GIVEN ? one.text() : one.state() == Asking.SILENT ? "逾期未提意见" : "还没有提出，限 " + one.limitOn())).toList());
		}

		/** How the report came about; only of what {@link Dossiers#formed} opened. */
		public Formed formed() {
			return new Formed(Markdown.folded(Markdown.literal(file.plan())), Markdown.folded(Markdown.paragraphs(file.research().stream()
					.map(one -> Markdown.of("**%s %s %s**  \n%s", one.kind().label(), one.heldOn(), one.place(), one.findings())).toList())),
					Markdown.folded(Markdown.paragraphs(file.opinions().stream().filter(one -> one.state() != Asking.GIVEN || one.disposal() != null)
							.map(this::heard).toList())),
					verdicts(), changes());
		}

		private Markdown heard(Records.Opinion one) {
			return Markdown.of("- **%s**（第 %s 轮）：%s%s", organisation.name(one.asked(), one.givenAt()), one.opinionRound(),
					one.state() == Asking.GIVEN ? one.text() : one.state() == Asking.SILENT ? "逾期未反馈" : "还没有反馈",
					one.disposal() == null ? Markdown.NOTHING
							: Markdown.of("  \n**%s**%s", one.disposal().label(), one.disposalReason() == null ? "" : "：" + one.disposalReason()));
		}

		private Markdown verdicts() {
			return Markdown.paragraphs(Stream.concat(file.reviews().stream().map(one -> new Said(one.level().label(), verdict(one), one.reason(),
					one.reviewedBy(), one.reviewedAt())),
					file.checks().stream().map(one -> new Said(one.step().label(), one.verdict().label(), one.reason(), one.checkedBy(),
							one.checkedAt())))
					.sorted(Comparator.comparing(Said::at)).map(this::said).toList());
		}

		private Markdown said(Said one) {
			return Markdown.of("- **%s**（%s，%s）：%s%s", one.where(), organisation.name(one.by(), one.at()), ShanghaiTime.dateAt(one.at().toInstant()),
					one.verdict(), one.reason() == null ? "" : "。" + one.reason());
		}

		private static String verdict(Records.Review one) {
			Term verdict = one.level() == ReviewLevel.CHAIR_MEETING ? Term.of(Deliberation.class, one.verdict())
					: Term.of(ReviewVerdict.class, one.verdict());
			return verdict.label();
		}

		private Markdown changes() {
			List<ReportVersion> versions = file.reportVersions();
			if (versions.size() < 2) {
				return Markdown.NOTHING;
			}
			ReportVersion before = versions.get(0);
			ReportVersion now = versions.get(1);
			List<String> suggestions = Objects.requireNonNullElse(now.suggestions(), List.of());
			List<String> former = now.suggestions() == null ? List.of() : Objects.requireNonNullElse(before.suggestions(), suggestions);
			return Markdown.folded(Markdown.paragraphs(Stream.concat(Stream.of(Changes.between(before.report(), now.report())),
					Stream.iterate(0, at -> at < Math.max(suggestions.size(), former.size()), at -> at + 1)
							.map(at -> suggestion(at, Changes.between(text(former, at), text(suggestions, at)))))
					.filter(one -> !one.isEmpty()).toList()));
		}

		private static String text(List<String> suggestions, int at) {
			return at < suggestions.size() ? suggestions.get(at) : "";
		}

		private static Markdown suggestion(int at, Markdown change) {
			return change.isEmpty() ? change : Markdown.of("**建议 %s**　%s", at + 1, change);
		}
	}

	/** One verdict. */
	private record Said(String where, String verdict, String reason, String by, OffsetDateTime at) {
	}
}
