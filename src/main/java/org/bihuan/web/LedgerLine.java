package org.bihuan.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.calendar.Light;
import org.bihuan.calendar.LightPolicy;
import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.ledger.LedgerFilter.Status;
import org.bihuan.ledger.LedgerRows.Conversion;
import org.bihuan.ledger.LedgerRows.Line;
import org.bihuan.ledger.LedgerRows.LookBack;
import org.bihuan.ledger.LedgerRows.Row;

/**
 * A row of the ledger in the words of the 台账, the same on the page and in the export.
 *
 * @param light null where no reply is owed
 */
record LedgerLine(int number, Row row, String kind, String committee, List<String> instructions, String unit, String coUnits, String replyClass,
		String process,
		String result, String status, String conversion, int lookBacks, LocalDate lastLookBack, Light light, String lightReason, String signers,
		String remark) {

	static LedgerLine of(int number, Line line, Names names, LightPolicy policy, LocalDate today) {
		Row row = line.row();
		Light light = row.openDueOn() == null ? null : policy.on(today, row.openDueOn());
		return new LedgerLine(number, row, Words.kind(row.kind()), names.of(row.committee()),
				line.instructions().stream().map(one -> names.of(one.leader()) + " " + Words.day(one.writtenOn()) + "：" + one.words()).toList(),
				names.of(row.leadUnit()),
				names.of(line.coUnits()), replyClass(row), Words.satisfaction(row.satisfiedProcess()),
				Words.satisfaction(row.satisfiedResult()), status(row), conversion(line.conversions()),
				(int) line.lookBacks().stream().map(LookBack::lookRound).distinct().count(),
				line.lookBacks().stream().map(one -> ShanghaiTime.dateAt(one.signedAt().toInstant())).max(LocalDate::compareTo).orElse(null), light,
				light == null ? "" : policy.reason(today, row.openDueOn()), signers(line, names), remark(line));
	}

	private static String replyClass(Row row) {
		return row.replyClass() == null || Objects.equals(row.replyClass(), row.trackedClass()) || row.trackedClass() == null
				? Objects.toString(row.replyClass(), "")
				: row.replyClass() + "，跟踪为 " + row.trackedClass();
	}

	private static String status(Row row) {
		if (Status.CLOSED.name().equals(row.state())) {
			return Words.closing(row.closing());
		}
		return Stream.of(Status.values()).filter(one -> one.name().equals(row.state())).map(Status::label).findFirst().orElse(row.state());
	}

	/** Where it went, with its number; refused ones are told as such. */
	private static String conversion(List<Conversion> conversions) {
		return conversions.stream().map(one -> Words.conversion(one.kind()) + switch (one.state()) {
			case "accepted" -> " " + Objects.toString(one.number(), "");
			case "refused" -> "（未采纳）";
			default -> "（办理中）";
		}).collect(Collectors.joining("；"));
	}

	/** Who signed the look-back that found it in place. */
	private static String signers(Line line, Names names) {
		if (!"VERIFIED".equals(line.row().state())) {
			return "";
		}
		int last = line.lookBacks().stream().mapToInt(LookBack::lookRound).max().orElse(0);
		return names.of(line.lookBacks().stream().filter(one -> one.lookRound() == last).map(LookBack::signedBy).toList());
	}

	private static String remark(Line line) {
		Row row = line.row();
		List<String> remarks = new ArrayList<>();
		boolean open = row.closedOn() == null && !Status.WITHDRAWN.name().equals(row.state());
		if (Boolean.TRUE.equals(row.dueProvisional())) {
			remarks.add("到期日暂定");
		}
		if ("deemed".equals(row.receipt())) {
			remarks.add("视为签收");
		}
		if (row.extendedOn() != null) {
			remarks.add("延期到 " + row.extendedOn());
		}
		if (row.promisedOn() != null) {
			remarks.add((open && row.repliedOn() == null ? "限 " : "曾限 ") + row.promisedOn() + " 前答复");
		}
		if (row.supervisionLevel() != null && row.supervisionLevel() > 0) {
			remarks.add("督办级别：" + Words.level(row.supervisionLevel()));
		}
		if (open && row.lookBackLimitOn() != null) {
			remarks.add("限 " + row.lookBackLimitOn() + " 前整改到位");
		}
		else if (open && row.nextLookBackOn() != null) {
			remarks.add("定于 " + row.nextLookBackOn() + " 回头看");
		}
		return String.join("；", remarks);
	}
}
