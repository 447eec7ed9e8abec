package org.bihuan.engine.guard;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.bihuan.database.Missing;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.acting.StatusWords;
import org.bihuan.engine.answer.Answers;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.server.ParamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a client of the platform's REST or of the webapps' API is told when it fails: whose fault it is, as a status, and one sentence in Chinese.
 * Only what failed within our own work, a model or the database is a failure of ours (HTTP 500); whatever else the platform throws comes from what
 * was sent. The platform's own words, English and with ids, stay in the log.
 */
final class RestWords {

	private static final Logger LOG = LoggerFactory.getLogger(RestWords.class);

	private static final int BAD = 400;
	private static final int FORBIDDEN = 403;
	private static final int NOT_FOUND = 404;
	private static final int CONFLICT = 409;
	private static final int FAILURE = 500;
	private static final int UNAVAILABLE = 503;
	/** In seconds. */
	private static final int SOON = 5;

	/** Where the platform's resources end and the engine begins to work for them. */
	private static final List<String> RESOURCES = List.of("org.camunda.bpm.engine.rest.", "org.glassfish.jersey.");
	private static final String OURS = "org.bihuan.";
	/** Our own around the engine's services, which hand on what was asked. */
	private static final List<String> SERVICES = List.of(RestWords.class.getPackageName() + ".", Answers.class.getName());
	/** What a model makes the engine do. */
	private static final List<String> MODELS = List.of("org.camunda.bpm.engine.impl.el.", "org.camunda.bpm.engine.impl.bpmn.behavior.",
			"org.camunda.bpm.engine.impl.bpmn.listener.", "org.camunda.bpm.engine.impl.bpmn.helper.");
	/** SQL's states that speak of what was asked: a wrong value, what may not stand together, a query that the engine made badly of it. */
	private static final Pattern VALUES = Pattern.compile("2[23]\\w{3}|4200\\d|42601|90008");
	private static final Pattern NONE = Pattern.compile("(?i)not found|not exist|no .*found|cannot find|could not find|no matching|couldn't find");
	private static final Pattern PARAMETER = Pattern.compile("(?i)query parameter '([\\w-]{1,60})'|for param(?:eter)? '?([\\w-]{1,60})");
	private static final Pattern VARIABLE = Pattern
			.compile("(?i)valueInfo|unsupported value type|must provide|cannot (?:set|convert|create|deserialize)"
					+ "|value type|serialize");

	private RestWords() {
	}

	/** The whole answer for a failure. A redirect, which is thrown like one, goes on as it is. */
	static Response answer(Throwable failed) {
		Refusal refusal = Refusal.in(failed);
		if (refusal != null) {
			return answer(refusal.kind().status(), refusal.getMessage(), Map.of());
		}
		if (failed instanceof WebApplicationException web && web.getResponse().getStatus() < BAD) {
			return web.getResponse();
		}
		if (Missing.is(failed)) {
			LOG.debug("A request finds no database", failed);
			return Response.fromResponse(answer(UNAVAILABLE, Missing.sentence(failed), Map.of())).header(HttpHeaders.RETRY_AFTER, SOON).build();
		}
		int status = status(failed);
		if (status >= FAILURE) {
			LOG.error("A request failed", failed);
		}
		else {
			LOG.debug("A request is answered with {}", status, failed);
		}
		return answer(status, sentence(status, failed), details(failed));
	}

	/** @param more what a program may want besides the sentence */
	static Response answer(int status, String sentence, Map<String, ?> more) {
		Map<String, Object> body = new LinkedHashMap<>(Map.of("type", "Refusal", "message", sentence));
		body.putAll(more);
		return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body).build();
	}

	private static int status(Throwable failed) {
		if (any(failed, AuthorizationException.class::isInstance)) {
			return FORBIDDEN;
		}
		if (Overtaken.isLocked(failed) || any(failed, TaskAlreadyClaimedException.class::isInstance)
				|| any(failed, SuspendedEntityInteractionException.class::isInstance)) {
			return CONFLICT;
		}
		if (isOurFailure(failed)) {
			return FAILURE;
		}
		if (failed instanceof ParamException.QueryParamException) {
			// Jersey takes it for an address that is not there
			return BAD;
		}
		int said = failed instanceof RestException rest && rest.getStatus() != null ? rest.getStatus().getStatusCode()
				: failed instanceof WebApplicationException web ? web.getResponse().getStatus() : FAILURE;
		if (said < FAILURE) {
			return said;
		}
		boolean none = any(failed, cause -> cause instanceof NullValueException && NONE.matcher(String.valueOf(cause.getMessage())).find());
		return none ? NOT_FOUND : BAD;
	}

	/** In our own work, in what a model tells the engine to do, or in the database unless it speaks of the values. */
	private static boolean isOurFailure(Throwable failed) {
		return any(failed, cause -> cause instanceof VirtualMachineError || (cause instanceof SQLException sql
				? !VALUES.matcher(String.valueOf(sql.getSQLState())).matches()
				: isIn(cause.getStackTrace())));
	}

	private static boolean isIn(StackTraceElement[] stack) {
		for (StackTraceElement at : stack) {
			String name = at.getClassName();
			if (RESOURCES.stream().anyMatch(name::startsWith)) {
				return false;
			}
			if ((name.startsWith(OURS) && SERVICES.stream().noneMatch(name::startsWith)) || MODELS.stream().anyMatch(name::startsWith)) {
				return true;
			}
		}
		return false;
	}

	private static String sentence(int status, Throwable failed) {
		if (any(failed, TaskAlreadyClaimedException.class::isInstance)) {
			return "该任务已由他人认领。请刷新任务列表。";
		}
		if (any(failed, SuspendedEntityInteractionException.class::isInstance)) {
			return "这一件已由系统管理员挂起，暂时不能办理，没有执行。请系统管理员在 Cockpit 里恢复（Activate）后再办。";
		}
		if (failed instanceof ByHand.NotByHand) {
			return failed.getMessage();
		}
		if (status != BAD) {
			return StatusWords.of(status);
		}
		if (failed instanceof ParamException.QueryParamException query) {
			return badly(query.getParameterName());
		}
		if (failed instanceof ParseException broken) {
			return "没有部署，写法不对：" + broken.getResorceReports().stream().flatMap(RestWords::places).limit(5).collect(Collectors.joining("；"))
					+ "。请改正后重新部署。";
		}
		if (failed instanceof JsonProcessingException json) {
			return ofJson(json);
		}
		String words = words(failed);
		Matcher parameter = PARAMETER.matcher(words);
		if (parameter.find()) {
			return badly(parameter.group(1) == null ? parameter.group(2) : parameter.group(1));
		}
		if (VARIABLE.matcher(words).find()) {
			return "变量的类型或值不对，没有执行。类型请写 String、Integer、Long、Double、Boolean、Date 或 Json，值与类型相符。";
		}
		return StatusWords.of(status);
	}

	private static String badly(String parameter) {
		return "“" + parameter + "”的写法不对，没有执行。请按接口说明改正后重试。";
	}

	private static java.util.stream.Stream<String> places(ResourceReport report) {
		String file = report.getResourceName().replaceAll(".*[/\\\\]", "");
		return report.getErrors().stream().map(error -> file + place(error));
	}

	private static String place(Problem error) {
		List<String> parts = new ArrayList<>();
		if (error.getLine() > 0) {
			parts.add(" 第 " + error.getLine() + " 行");
		}
		if (error.getMainElementId() != null) {
			parts.add("（" + error.getMainElementId() + "）");
		}
		return String.join("", parts);
	}

	private static String ofJson(JsonProcessingException json) {
		String where = json instanceof JsonMappingException mapping
				? mapping.getPath().stream().map(one -> one.getFieldName() == null ? "[" + one.getIndex() + "]" : one.getFieldName())
						.collect(Collectors.joining("."))
				: "";
		return where.isEmpty() ? "请求内容不是所要的 JSON，没有执行。请按接口说明改正后重试。" : "请求内容中“" + where + "”的写法不对，没有执行。请按接口说明改正后重试。";
	}

	/** What the parser says of a model is for who draws it, who has no other way to learn it. */
	private static Map<String, ?> details(Throwable failed) {
		return failed instanceof ParseException broken ? Map.of("details", broken.getResorceReports().stream()
				.collect(Collectors.toMap(ResourceReport::getResourceName, report -> report.getErrors().stream().map(Problem::getMessage).toList(),
						(one, other) -> one)))
				: Map.of();
	}

	private static String words(Throwable failed) {
		StringBuilder words = new StringBuilder();
		any(failed, cause -> {
			words.append(cause.getMessage()).append(' ');
			return false;
		});
		return words.toString();
	}

	private static boolean any(Throwable failed, Predicate<Throwable> found) {
		for (Throwable cause = failed; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
			if (found.test(cause)) {
				return true;
			}
		}
		return false;
	}
}
