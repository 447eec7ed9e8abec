package org.bihuan.document;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

import org.bihuan.json.Fields;
import org.bihuan.json.Json;
import org.bihuan.ledger.Assignments;
import org.bihuan.ledger.Assignments.Assignment;
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

	ReplyPapers(Numbers numbers, Replies replies, Assignments assignments, Outcomes outcomes, Documents documents, DocumentFiles files,
			AttachmentRules rules, Clock clock) {
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

	/** A version is drafted: a reply gets its number, for anything else there is no paper. */
	public void drafted(String assignmentId) {
		if (last(assignmentId).decision() == ReplyDecision.ADOPTED) {
			reserve(assignmentId);
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
