package org.bihuan.web.pages;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.draft.Drafts;
import org.bihuan.draft.Drafts.Draft;
import org.bihuan.draft.Drafts.Kind;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.identity.Reader;
import org.bihuan.json.Json;
import org.bihuan.web.security.KeptSessions;
import org.bihuan.web.security.RefusalBody;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people have typed in Tasklist and not handed in yet, for the script that keeps it: each his own, and no way to another's. */
@RestController
class DraftsController {

	/** Twice the longest answer that any form takes. */
	private static final int MOST_BYTES = 2 * 1024 * 1024;

	private static final String UNREADABLE = "请求内容不是所要的 JSON，文字没有保存。应写成 {\"version\":0,\"fields\":{}}。";

	private final Drafts drafts;
	private final KeptSessions sessions;
	private final Clock clock;

	DraftsController(Drafts drafts, KeptSessions sessions, Clock clock) {
		this.drafts = drafts;
		this.sessions = sessions;
		this.clock = clock;
	}

	/**
	 * @param version 0 when nothing was ever kept for this form
	 * @param at when it was saved, in Shanghai: 10:32, on another day 11-24 10:32; empty when nothing is kept
	 * @param left when what is given was saved in a former task of the step that ended without an answer; empty when it is this form's own
	 * @param fields as they were sent
	 */
	record Kept(String account, int version, String at, String left, @JsonRawValue String fields) {
	}

	/** What is kept, without what was just sent. */
	record Saved(int version, String at) {
	}

	/** Another browser has saved since: which of the two stays, its writer says. */
	record Newer(String type, String message, int version, String at) {
	}

	/**
	 * @param taskId null for a start form
	 * @param processKey null for a task's form
	 */
	@GetMapping("/drafts")
	Kept read(Reader reader, @RequestParam(name = "task", required = false) String taskId,
			@RequestParam(name = "process", required = false) String processKey) {
		Optional<Draft> kept = drafts.find(reader.id(), kind(taskId, processKey), place(taskId, processKey));
		if (kept.isPresent()) {
			return new Kept(reader.id(), kept.get().version(), kept.get().isEmpty() ? "" : at(kept.get()), "", kept.get().fields());
		}
		Optional<Draft> left = taskId == null ? Optional.empty() : drafts.left(reader.id(), taskId);
		return left.map(one -> new Kept(reader.id(), 0, "", at(one), one.fields())).orElse(new Kept(reader.id(), 0, "", "", "{}"));
	}

	/**
	 * @param account who typed it: a browser that has kept it over the end of a session must not hand it to whoever came next
	 * @param content {@code {"version": the one that it goes on from, "fields": {…}}}
	 */
	@PutMapping("/drafts")
	ResponseEntity<Record> save(Reader reader, HttpServletRequest request, @RequestParam(name = "task", required = false) String taskId,
			@RequestParam(name = "process", required = false) String processKey, @RequestParam("account") String account, InputStream content)
			throws IOException {
		Kind kind = kind(taskId, processKey);
		String place = place(taskId, processKey);
		if (!reader.id().equals(account)) {
			throw Refusal.forbidden("这段文字是另一个账号写的，没有保存。请用原来的账号登录。");
		}
		JsonNode sent = sent(content);
		int version = sent.path("version").intValue();
		// who leaves a shared machine, on whichever node, takes with him also what was on its way
		Optional<Optional<Draft>> saved = sessions.whileOpen(request,
				() -> drafts.save(account, kind, place, version, Json.write(sent.path("fields"))));
		if (saved.isEmpty()) {
			return ResponseEntity.status(HttpStatus.UNAUTHORIZED).body(new RefusalBody("登录已经失效，文字没有保存。请重新登录。"));
		}
		if (saved.get().isPresent()) {
			return ResponseEntity.ok(new Saved(saved.get().get().version(), at(saved.get().get())));
		}
		Draft newer = drafts.find(reader.id(), kind, place).orElse(new Draft(0, "{}", OffsetDateTime.now(clock)));
		String done = newer.isEmpty() ? " 清空或者提交了这张表单，这里的没有保存。请选择留哪一份。" : " 保存了更新的文字，这里的没有保存。请选择留哪一份。";
		return ResponseEntity.status(HttpStatus.CONFLICT).body(new Newer("Newer", "另一处在 " + at(newer) + done, newer.version(), at(newer)));
	}

	private static JsonNode sent(InputStream content) throws IOException {
		byte[] bytes = content.readNBytes(MOST_BYTES + 1);
		Refusal.unless(bytes.length <= MOST_BYTES, "填写的内容过多（超过 " + MOST_BYTES / 1024 / 1024 + " MB），没有保存。请把长的材料改为附件上传。");
		JsonNode sent;
		try {
			sent = Json.read(new java.io.ByteArrayInputStream(bytes));
		}
		catch (IOException notJson) {
			throw Refusal.invalid(UNREADABLE, notJson);
		}
		boolean right = sent != null && sent.path("fields").isObject() && sent.path("version").isInt() && sent.path("version").intValue() >= 0
				&& sent.path("version").intValue() < Integer.MAX_VALUE;
		Refusal.unless(right, UNREADABLE);
		return sent;
	}

	private static Kind kind(String taskId, String processKey) {
		Refusal.unless((taskId == null) != (processKey == null), "请写明是哪张表单：任务写 task，启动表单写 process，只写一个。");
		return taskId == null ? Kind.START : Kind.TASK;
	}

	private static String place(String taskId, String processKey) {
		return taskId == null ? processKey : taskId;
	}

	private String at(Draft draft) {
		String minute = Words.minute(draft.savedAt());
		boolean today = ShanghaiTime.dateAt(draft.savedAt().toInstant()).equals(ShanghaiTime.dateAt(clock.instant()));
		return minute.substring(today ? "yyyy-MM-dd ".length() : "yyyy-".length());
	}

	@ExceptionHandler(Refusal.class)
	ResponseEntity<RefusalBody> refused(Refusal refusal) {
		return ResponseEntity.status(refusal.kind().status()).contentType(MediaType.APPLICATION_JSON).body(new RefusalBody(refusal.getMessage()));
	}
}
