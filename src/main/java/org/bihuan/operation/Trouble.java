package org.bihuan.operation;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A step that the engine could not take, however often it tried: it waits until somebody has put right why.
 *
 * @param id of the engine's incident
 * @param job what is to be tried again; null where there is none
 * @param instance in which it happened; null for a timer that would have begun one
 * @param diagram what the process is called
 * @param step what the element is called; empty where it has no name
 * @param message what failed, as it was said; may be empty
 * @param outcomeId null where it belongs to no case
 * @param assignmentId null where it is about the outcome as a whole
 * @param unit who handles the assignment, else the committee of the outcome; null where it belongs to no case
 * @param since when it was given up
 */
public record Trouble(String id, String job, String instance, String diagram, String step, String message, String outcomeId, String assignmentId,
		String unit, boolean ofMail, OffsetDateTime since) {

	private static final String MEND_AND_RETRY = "照左边的话改好原因，再点“重试”。";
	private static final String MAIL = "看邮件服务器通不通、地址对不对（spring.mail 的各项），恢复后点“重试”；收件人在 /notices 里已经看得到。";
	private static final String INSIDE = "看日志里这一时刻的错误。数据库或别的系统恢复了就点“重试”；还不行，把日志交给维护人员，件停在原处，什么也不会丢。";
	/** A refusal of ours is a Chinese sentence, whatever the engine wraps it into. */
	private static final Pattern OURS = Pattern.compile("\\p{IsHan}.*。", Pattern.DOTALL);

	/** The number of the assignment, else of the outcome; empty where it belongs to no case. */
	public String number() {
		return assignmentId != null ? assignmentId : outcomeId == null ? "" : outcomeId;
	}

	/** What the administrator is to do. */
	public String instead() {
		return ofMail ? MAIL : saidByUs().isPresent() ? MEND_AND_RETRY : INSIDE;
	}

	/** What failed, for who reads no English. */
	public String what() {
		return saidByUs().orElse("程序没有办成这一步。" + (message.isEmpty() ? "" : "原话：" + message));
	}

	private Optional<String> saidByUs() {
		return OURS.matcher(message).results().map(MatchResult::group).findFirst();
	}
}
