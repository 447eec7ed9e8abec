package org.bihuan.document;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.bihuan.identity.Organisation;
import org.bihuan.json.Fields;
import org.bihuan.json.Json;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
import org.bihuan.ledger.Corrections;
import org.bihuan.ledger.Corrections.Correction;
import org.bihuan.ledger.Documents;
import org.bihuan.ledger.Documents.Document;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Replies;
import org.bihuan.ledger.Replies.Draft;
import org.bihuan.numbering.Numbers;
import org.bihuan.numbering.Numbers.Kind;
import org.bihuan.terms.ReplyDecision;
import org.springframework.stereotype.Component;

/**
 * The paper of a reply (答复函), of the first and of 再次答复 alike, on its way: with its draft a number is reserved, at 审签 it is seen as it will be
 * issued, with the signature it is kept byte for byte, and that is what is sealed outside (用印) and issued. A number that is not used goes back
 * (ADR 27).
 */
@Component("replyPapers")
public class ReplyPapers {

	private final Numbers numbers;
	private final Replies replies;
	private final Assignments assignments;
	private final Outcomes outcomes;
	private final Documents documents;
	private final DocumentFiles files;
	private final AttachmentRules rules;
	private final Clock clock;
	private final Organisation organisation;

	ReplyPapers(Numbers numbers, Replies replies, Assignments assignments, Outcomes outcomes, Documents documents, DocumentFiles files,
			AttachmentRules rules, Clock clock, Organisation organisation) {
		this.organisation = organisation;
		this.numbers = numbers;
		this.replies = replies;
		this.assignments = assignments;
		this.outcomes = outcomes;
		this.documents = documents;
		this.files = files;
		this.rules = rules;
		this.clock = clock;
	}

	/** Whether this place seals electronically: then no paper is sealed outside and no scan handed in. */
	public boolean sealedElectronically() {
		return !rules.required().contains(Evidence.Kind.SIGNED_REPLY);
	}

	/** A version is drafted: a reply gets its number, of this year; for anything else there is no paper. */
	public void drafted(String assignmentId) {
		if (last(assignmentId).decision() == ReplyDecision.ADOPTED) {
			assignments.lock(assignmentId);
			numbers.reserveAnew(Kind.REPLY, assignmentId);
		}
		else {
			giveBack(assignmentId);
		}
	}

	/** The number that is reserved for the assignment's reply; empty when none is. */
	public Optional<String> number(String assignmentId) {
		return numbers.reserved(Kind.REPLY, assignmentId);
	}

	/** There will be no such reply, or not this one: its number is free for the next. */
	public void giveBack(String assignmentId) {
		assignments.lock(assignmentId);
		numbers.giveBack(Kind.REPLY, assignmentId);
	}

	/** First the assignment and then the number, whatever the step: of two that locked them in opposite order each would wait for the other. */
	private String reserve(String assignmentId) {
		assignments.lock(assignmentId);
		return numbers.reserve(Kind.REPLY, assignmentId);
	}

	/** Where the paper in hand is to be had by the people of the unit; empty when there is none. */
	public String path(String assignmentId) {
		return number(assignmentId).map(number -> "/papers/" + assignmentId).orElse("");
	}

	/** A paper that is not issued yet; nobody compares two. */
	@SuppressWarnings("ArrayRecordComponent")
	public record Paper(String name, byte[] content) {
	}

	/** The paper in hand: as it was signed, or before that as it would be issued if it were signed today; empty when there is none. */
	public Optional<Paper> inHand(String assignmentId) {
		return number(assignmentId).map(number -> {
			Draft draft = last(assignmentId);
			Document document = document(assignments.get(assignmentId), draft, number);
			Optional<byte[]> signed = files.signed(draft.id());
			return new Paper((signed.isPresent() ? "" : "送审稿 ") + DocumentFiles.name(document), signed.orElseGet(() -> files.draft(document)));
		});
	}

	/**
	 * What the paper in hand says otherwise than the ledger.
	 *
	 * @param what the field, as {@code 成果名称}
	 * @param from what was signed; {@code 无} for nothing
	 */
	public record Corrected(String what, String from, String to) {

		/** Without a stop. */
		public String inWords() {
			return "签发后" + what + "已更正：" + from + " → " + to;
		}
	}

	/** What the paper in hand says and was corrected since it was signed; empty before it is signed, since then it is made anew each time. */
	public List<Corrected> corrected(String assignmentId) {
		if (number(assignmentId).isEmpty()) {
			return List.of();
		}
		return files.corrected(last(assignmentId).id(), assignments.get(assignmentId)).stream()
				.map(one -> new Corrected(one.field().label().replace("：", ""), said(one, one.oldValue()), said(one, one.newValue()))).toList();
	}

	private String said(Correction correction, String value) {
		return value == null ? "无" : correction.field() == Corrections.Field.ASSIGNMENT_LEADER ? organisation.name(value) : value;
	}

	/** Why the paper in hand may not be sealed and issued, in Chinese with what to do; empty when it may. */
	public Optional<String> refusal(String assignmentId) {
		List<Corrected> corrected = corrected(assignmentId);
		return corrected.isEmpty() ? Optional.empty()
				: Optional.of(inWords(corrected) + "。已签的答复函不能用印印发，请选“发现差错，退回重拟”，重新拟定、审签后再用印。");
	}

	private static String inWords(List<Corrected> corrected) {
		return corrected.stream().map(Corrected::inWords).collect(Collectors.joining("；"));
	}

	/**
	 * What the unit has to know and to do now that something was corrected while its letter is on its way; empty when its letter does not say it, or
	 * there is none in hand.
	 *
	 * @param now what was corrected just now
	 */
	public Optional<String> toDo(Assignment assignment, Correction now) {
		List<Corrected> corrected = corrected(assignment.id());
		if (!corrected.isEmpty()) {
			return number(assignment.id()).map(number -> "交办件 " + assignment.id() + " 待用印的答复函（" + number + "）不能用印印发了：" + inWords(corrected)
					+ "。请在“给答复用印”中选“发现差错，退回重拟”，重新拟定、审签后再用印。");
		}
		return number(assignment.id()).filter(number -> last(assignment.id()).signedBy() == null)
				.filter(number -> files.says(document(assignment, last(assignment.id()), number), now))
				.map(number -> "交办件 " + assignment.id() + " 的答复函（" + number + "）送审稿已按更正重新生成，请重新查看后再审签；正文也要改的，请退回重新拟定。");
	}

	/** 审签: keeps the paper as it is signed; a case that began before numbers were reserved gets its number now. */
	public void sign(Assignment assignment, Draft draft, String actor) {
		replies.sign(draft, actor);
		if (draft.decision() == ReplyDecision.ADOPTED) {
			files.sign(document(assignment, draft, reserve(assignment.id())), draft.id(), actor);
		}
	}

	/**
	 * Issues the last version in the name of its signer, under its number; the day of the reply stands in the ledger before.
	 *
	 * @return the number
	 */
	public String issue(Assignment assignment) {
		Draft draft = last(assignment.id());
		String number = reserve(assignment.id());
		documents.issue(Documents.Kind.REPLY, number, title(assignment, draft), assignment.outcomeId(), assignment.id(), content(draft),
				draft.signedBy());
		return numbers.use(Kind.REPLY, assignment.id());
	}

	private Draft last(String assignmentId) {
		return replies.last(assignmentId).orElseThrow();
	}

	/** Of today, and not on record. */
	private Document document(Assignment assignment, Draft draft, String number) {
		return new Document(Long.MAX_VALUE, Documents.Kind.REPLY, number, title(assignment, draft), assignment.outcomeId(), assignment.id(),
				Json.write(content(draft)), draft.signedBy(), OffsetDateTime.now(clock));
	}

	private String title(Assignment assignment, Draft draft) {
		return "关于《" + outcomes.get(assignment.outcomeId()).title() + "》有关建议的" + (draft.redoneOn() == null ? "答复" : "再次答复");
	}

	private Map<String, Object> content(Draft draft) {
		return Fields.of("class", draft.replyClass(), "points", replies.points(draft), "contact", draft.contact(), "phone", draft.phone(), "talk",
				draft.talk());
	}
}
