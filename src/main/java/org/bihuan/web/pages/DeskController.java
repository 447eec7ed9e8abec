package org.bihuan.web.pages;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.draft.Drafts;
import org.bihuan.engine.acting.Others;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.acting.StatusWords;
import org.bihuan.engine.answer.PlainAnswer;
import org.bihuan.engine.answer.PlainAnswers;
import org.bihuan.identity.Reader;
import org.bihuan.json.Json;
import org.bihuan.web.security.RefusalBody;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The open task on a person's desk: whether he may fill it in, who else is at it, how it ended; and plain answers to several at once. */
@RestController
class DeskController {

	private static final Logger LOG = LoggerFactory.getLogger(DeskController.class);

	/** Who has typed nothing for so long is not told of any more. */
	private static final Duration LATELY = Duration.ofMinutes(15);
	private static final int MOST = 50;
	private static final int MOST_BYTES = 10_000;
	private static final String UNREADABLE = "请求内容不是所要的 JSON，没有办理。应写成 {\"answer\":\"同意\",\"tasks\":[…]}，一次最多 " + MOST + " 件。";

	private final TaskCards cards;
	private final Drafts drafts;
	private final Others others;
	private final PlainAnswers plain;
	private final TaskService tasks;
	private final Clock clock;

	DeskController(TaskCards cards, Drafts drafts, Others others, PlainAnswers plain, TaskService tasks, Clock clock) {
		this.cards = cards;
		this.drafts = drafts;
		this.others = others;
		this.plain = plain;
		this.tasks = tasks;
		this.clock = clock;
	}

	/**
	 * @param card null where the task is not open any more, or not for the reader to see
	 * @param beside who else is filling it in; empty where nobody is
	 * @param ended who has answered it; empty while it is open, or where nobody has
	 */
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	record Desk(TaskCards.Card card, String beside, String ended) {
	}

	/** As of now; asked again every few seconds while the task lies open. */
	@GetMapping("/desk")
	Desk desk(Reader reader, @RequestParam("task") String taskId) {
		TaskCards.Card card = cards.of(reader, List.of(taskId)).get(taskId);
		if (card == null) {
			return new Desk(null, "", TaskCards.isId(taskId) ? others.answered(taskId).map(by -> "已由" + by + "办结。").orElse("") : "");
		}
		return new Desk(card, card.open() ? beside(reader, taskId) : "", "");
	}

	private String beside(Reader reader, String taskId) {
		String who = drafts.others(reader.id(), taskId, OffsetDateTime.now(clock).minus(LATELY)).entrySet().stream()
				.map(one -> others.called(one.getKey()) + "（" + time(one.getValue()) + "）").collect(Collectors.joining("、"));
		return who.isEmpty() ? "" : who + "也在填写这项任务，尚未提交。先提交的算数；要由您办，请点“由我办理”。";
	}

	private static String time(OffsetDateTime at) {
		return ShanghaiTime.minute(at).substring("yyyy-MM-dd ".length());
	}

	/**
	 * How it went with one of several.
	 *
	 * @param said why it was not done; empty when it was
	 */
	record Done(String task, String name, boolean done, String said) {
	}

	/**
	 * Gives the same plain answer to several tasks. Each is an answer of its own, in its own transaction and on the trail by itself; one that is
	 * refused keeps none of the others back.
	 *
	 * @param content {@code {"answer": 知悉 or 同意, "tasks": ids}}
	 */
	@PostMapping("/desk/answers")
	List<Done> answer(InputStream content) throws IOException {
		JsonNode sent = sent(content);
		String answer = sent.path("answer").asText();
		Set<String> ids = new LinkedHashSet<>();
		sent.path("tasks").forEach(one -> ids.add(one.asText()));
		Refusal.unless(!ids.isEmpty() && ids.size() <= MOST && !answer.isEmpty() && ids.stream().allMatch(TaskCards::isId), UNREADABLE);
		List<Done> done = new ArrayList<>();
		ids.forEach(id -> done.add(answered(id, answer)));
		return done;
	}

	private Done answered(String taskId, String answer) {
		Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
		if (task == null) {
			return new Done(taskId, "", false, others.answered(taskId).map(by -> "已由" + by + "办结。").orElse("任务已经办结、已被收回，或者不由您办理。"));
		}
		Optional<PlainAnswer> plainly = plain.of(task).filter(one -> one.label().equals(answer));
		if (plainly.isEmpty()) {
			return new Done(taskId, task.getName(), false, "这项任务不能这样办理，请打开表单填写。");
		}
		try {
			plain.give(task, plainly.get());
			return new Done(taskId, task.getName(), true, "");
		}
		catch (RuntimeException failed) {
			Refusal refusal = Refusal.in(failed);
			if (refusal == null) {
				LOG.error("A plain answer failed", failed);
			}
			return new Done(taskId, task.getName(), false, refusal == null ? StatusWords.of(500) : refusal.getMessage());
		}
	}

	private static JsonNode sent(InputStream content) throws IOException {
		byte[] bytes = content.readNBytes(MOST_BYTES + 1);
		Refusal.unless(bytes.length <= MOST_BYTES, UNREADABLE);
		try {
			JsonNode sent = Json.read(new java.io.ByteArrayInputStream(bytes));
			Refusal.unless(sent != null && sent.path("tasks").isArray(), UNREADABLE);
			return sent;
		}
		catch (IOException notJson) {
			throw Refusal.invalid(UNREADABLE, notJson);
		}
	}

	@ExceptionHandler(Refusal.class)
	ResponseEntity<RefusalBody> refused(Refusal refusal) {
		return ResponseEntity.status(refusal.kind().status()).contentType(MediaType.APPLICATION_JSON).body(new RefusalBody(refusal.getMessage()));
	}
}
