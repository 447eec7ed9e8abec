package org.bihuan.model.rules;

import java.lang.reflect.Method;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.temporal.Temporal;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.bihuan.model.Beans;
import org.bihuan.model.Diagram;
import org.bihuan.model.Expression;
import org.bihuan.model.Findings;
import org.bihuan.model.Models;
import org.bihuan.model.Node;
import org.bihuan.model.Rule;
import org.bihuan.model.Xml;
import org.springframework.scheduling.support.CronExpression;
import org.w3c.dom.Element;

/** Every timer says a moment, a time or a cycle that the engine understands; what the ledger says is asked of the ledger. */
public final class TimersRule implements Rule {

	private static final Map<String, String> KINDS = Map.of("timeDate", "日期", "timeDuration", "时长", "timeCycle", "周期");

	private static final Duration LEAST = Duration.ofHours(1);
	private static final Duration MOST = Duration.ofDays(2 * 365L);
	private static final Duration MOST_SELDOM = Duration.ofDays(40);
	private static final int MOMENTS = 30;
	/** Any day serves to see how often a cycle comes. */
	private static final LocalDateTime LONG_AGO = LocalDateTime.of(2026, 1, 1, 0, 0);
	private static final Duration LEAST_RETRY = Duration.ofSeconds(10);
	private static final Duration MOST_RETRY = Duration.ofDays(1);

	/** The ways of writing a moment. */
	private static final List<Function<String, Temporal>> READERS = List.of(LocalDate::parse, LocalDateTime::parse, OffsetDateTime::parse);

	@Override
	public void check(Models models, Findings findings) {
		Map<String, String> ofTheLedger = new TreeMap<>();
		models.packaged().nodes().forEach(node -> timers(node).forEach(timer -> parts(timer).stream().map(Xml::text)
				.filter(text -> text.startsWith("${")).forEach(text -> ofTheLedger.put(node.id(), text))));
		stillEnds(models, ofTheLedger, findings);
		for (Diagram diagram : models.diagrams()) {
			for (Node node : diagram.nodes()) {
				interrupts(models, node, findings);
				for (Element timer : timers(node)) {
					timer(node, parts(timer), ofTheLedger.get(node.id()), findings);
				}
				node.extensions("failedJobRetryTimeCycle").forEach(one -> retries(node, Xml.text(one), findings));
			}
		}
	}

	/** Whether the task ends with it: with the other of the two a case goes on twice, or waits for somebody who never answers. */
	private static void interrupts(Models models, Node node, Findings findings) {
		if (node.is("boundaryEvent")
				&& models.packaged().nodes().stream().anyMatch(one -> one.id().equals(node.id()) && one.interrupts() != node.interrupts())) {
			findings.of(node, node.interrupts() ? "原来不结束所在的任务，现在会结束它，没有办完的就断了。请改回不中断（Non-interrupting）。"
					: "原来会结束所在的任务，现在到时任务还在，同一件会往两处走。请改回中断（Interrupting）。");
		}
	}

	/** Who never answers stops nothing: what ends a task by the ledger's moment is somewhere in the set. */
	private static void stillEnds(Models models, Map<String, String> ofTheLedger, Findings findings) {
		Set<String> written = models.diagrams().stream().flatMap(diagram -> diagram.nodes().stream()).flatMap(node -> timers(node).stream())
				.flatMap(timer -> parts(timer).stream()).map(Xml::text).collect(Collectors.toSet());
		models.packaged().nodes().stream().filter(node -> node.is("boundaryEvent") && node.interrupts() && ofTheLedger.containsKey(node.id())
				&& models.set().files().containsKey(node.file()) && !written.contains(ofTheLedger.get(node.id())))
				.forEach(node -> findings.of(node, "没有了这个定时器（" + ofTheLedger.get(node.id()) + "），到时没有人办，这一件就停在那里。请把它放回来。"));
	}

	private static List<Element> timers(Node node) {
		return node.definitions().stream().filter(one -> one.getLocalName().equals("timerEventDefinition")).toList();
	}

	private static List<Element> parts(Element timer) {
		return Xml.children(timer).stream().filter(one -> KINDS.containsKey(one.getLocalName())).toList();
	}

	private static void timer(Node node, List<Element> parts, String ofTheLedger, Findings findings) {
		if (parts.size() != 1 || Xml.text(parts.get(0)).isEmpty()) {
			findings.of(node, "定时器没有写明何时。请在 Timer 里选日期、时长或周期中的一种，写上值。");
			return;
		}
		String kind = parts.get(0).getLocalName();
		String text = Xml.text(parts.get(0));
		if (ofTheLedger != null && !text.startsWith("${") && !text.startsWith("#{")) {
			findings.of(node, "这个时刻由台账给出，现在写成了固定的“" + text + "”，办理中的反复会让它重新起算。请改回 " + ofTheLedger + "。");
			return;
		}
		boolean fits = text.matches("(?s)[$#]\\{.*") ? computed(kind, text) : written(kind, text);
		if (!fits) {
			findings.of(node, "定时器的" + KINDS.get(kind) + "“" + text + "”不是" + KINDS.get(kind) + "。" + switch (kind) {
				case "timeDate" -> "请写成 2026-11-26T08:00:00，或者写给出日期的表达式，例如 ${handling.expiry(assignmentId)}。";
				case "timeDuration" -> "请写成 P10D（十天）、PT2H（两小时）这样。";
				default -> "请写成 R/PT24H、R3/PT10M，或者 0 30 8 ? * MON（每周一 8:30）这样。";
			});
		}
		else if (!text.matches("(?s)[$#]\\{.*") && !kind.equals("timeDate")) {
			bounds(node, kind, text, findings);
		}
	}

	/** What fires all the time stops everything else, and what fires in ten years is a case that nobody finds again. */
	private static void bounds(Node node, String kind, String text, Findings findings) {
		if (kind.equals("timeCycle") && !text.startsWith("R")) {
			List<LocalDateTime> moments = Stream
					.iterate(CronExpression.parse(text).next(LONG_AGO), one -> one != null, CronExpression.parse(text)::next)
					.limit(MOMENTS).toList();
			if (moments.size() < MOMENTS || !moments.get(0).isBefore(LONG_AGO.plus(MOST_SELDOM))) {
				findings.of(node, "周期“" + text + "”太久才到一次。至少 40 天要到一次，请改写，例如 0 30 8 ? * MON（每周一 8:30）。");
			}
			else if (IntStream.range(1, MOMENTS).anyMatch(at -> moments.get(at).isBefore(moments.get(at - 1).plus(LEAST)))) {
				findings.of(node, "周期“" + text + "”太密，别的都会停下来。最密一小时一次，请改写，例如 0 10 8 ? * *（每天 8:10）。");
			}
			return;
		}
		Duration each = length(text.substring(text.lastIndexOf('/') + 1));
		if (each.compareTo(LEAST) < 0 || each.compareTo(MOST) > 0) {
			findings.of(node, "定时器的" + KINDS.get(kind) + "“" + text + "”不行：最短一小时（PT1H），最长两年（P2Y）。太短的不停地到，太长的一件就停在那里没有人管。请改写。");
		}
	}

	/** Months of 30 days, years of 365. */
	private static Duration length(String text) {
		int time = text.indexOf('T');
		String days = time < 0 ? text : text.substring(0, time);
		Period period = days.equals("P") ? Period.ZERO : Period.parse(days);
		Duration rest = time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time));
		return Duration.ofDays(period.getYears() * 365L + period.getMonths() * 30L + period.getDays()).plus(rest);
	}

	/** What is called gives a date, or a text that is one when it is called. */
	private static boolean computed(String kind, String text) {
		try {
			if (Expression.parse(text) instanceof Expression.Call call && call.base() instanceof Expression.Name name
					&& Beans.of(name.name()) != null) {
				List<Method> methods = Beans.of(name.name()).methods(call.method()).toList();
				return methods.isEmpty() || methods.stream().anyMatch(one -> kind.equals("timeDate") ? isMoment(one.getReturnType())
						: one.getReturnType() == String.class || (kind.equals("timeDuration") && one.getReturnType() == Duration.class));
			}
			return true;
		}
		catch (Expression.Wrong toldByOthers) {
			return true;
		}
	}

	private static boolean isMoment(Class<?> type) {
		return Date.class.isAssignableFrom(type) || Temporal.class.isAssignableFrom(type);
	}

	private static boolean written(String kind, String text) {
		return switch (kind) {
			case "timeDate" -> isDate(text);
			case "timeDuration" -> isDuration(text);
			default -> text.matches("R\\d*/.+") ? cycle(text) : isCron(text);
		};
	}

	private static boolean cycle(String text) {
		String[] parts = text.split("/");
		return parts.length == 2 ? isDuration(parts[1]) : parts.length == 3 && isDate(parts[1]) && isDuration(parts[2]);
	}

	private static boolean isDate(String text) {
		return READERS.stream().anyMatch(reader -> {
			try {
				return reader.apply(text) != null;
			}
			catch (DateTimeException notThis) {
				return false;
			}
		});
	}

	/** {@code P1M2DT3H}: days and longer, then hours and shorter. */
	private static boolean isDuration(String text) {
		int time = text.indexOf('T');
		String days = time < 0 ? text : text.substring(0, time);
		try {
			if (!days.equals("P")) {
				Period.parse(days);
			}
			if (time >= 0) {
				Duration.parse("P" + text.substring(time));
			}
			return text.length() > 1;
		}
		catch (DateTimeException wrong) {
			return false;
		}
	}

	private static boolean isCron(String text) {
		return CronExpression.isValidExpression(text);
	}

	private static void retries(Node node, String text, Findings findings) {
		if (!text.matches("R\\d+/P.+") || !isDuration(text.substring(text.indexOf('/') + 1))) {
			findings.of(node, "重试间隔“" + text + "”写错了。请写成 R3/PT1M（重试三次，每次隔一分钟）这样。");
			return;
		}
		Duration each = length(text.substring(text.indexOf('/') + 1));
		if (!text.matches("R([1-9]|1\\d|20)/.+") || each.compareTo(LEAST_RETRY) < 0 || each.compareTo(MOST_RETRY) > 0) {
			findings.of(node, "重试“" + text + "”不行：1 至 20 次，每次隔 10 秒至一天；不成的要及时告诉系统管理员。请写成 R3/PT1M（重试三次，每次隔一分钟）这样。");
		}
	}
}
