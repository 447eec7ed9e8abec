package org.bihuan.web.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.bihuan.calendar.Light;
import org.bihuan.calendar.LightPolicy;
import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.ledger.Assignments.State;
import org.bihuan.ledger.LedgerRows.Conversion;
import org.bihuan.ledger.LedgerRows.Line;
import org.bihuan.ledger.LedgerRows.LookBack;
import org.bihuan.ledger.LedgerRows.Row;
import org.bihuan.ledger.Outcomes;
import org.bihuan.ledger.Owed;
import org.bihuan.terms.Rating;
import org.bihuan.terms.Receipt;
import org.bihuan.web.pages.InHand.Now;

/**
 * A row of the ledger in the words of the 台账, the same on the page and in the export.
 *
 * @param light null where nothing is owed
 * @param now what waits on it; empty where it has ended, and where its reader sees nothing of that
 */
record LedgerLine(int number, Row row, String kind, String committee, List<String> instructions, String unit, String coUnits, String replyClass,
		String process,
		String result, String status, String conversion, int lookBacks, LocalDate lastLookBack, Light light, String lightReason, String signers,
		String remark, List<Now> now) {

	static LedgerLine of(int number, Line line, List<Now> now, Names names, LightPolicy policy, LocalDate today) {
		Row row = line.row();
		Owed owed = row.owed();
		Light light = owed == null ? null : owed.light(policy, today);
		return new LedgerLine(number, row, row.kind().label(), names.of(row.committee()),
				line.instructions().stream()
						.map(one -> names.of(one.leader(), one.writtenOn()) + " " + Words.day(one.writtenOn()) + "：" + one.words()).toList(),
				names.of(row.leadUnit()),
				names.of(line.coUnits()), replyClass(row), together(row.satisfiedProcess()),
				together(row.satisfiedResult()), status(row), conversion(line.conversions()),
				(int) line.lookBacks().stream().map(LookBack::lookRound).distinct().count(),
				line.lookBacks().stream().map(one -> ShanghaiTime.dateAt(one.signedAt().toInstant())).max(LocalDate::compareTo).orElse(null), light,
				light == null ? "" : owed.reason(policy, today), signers(line, names), remark(line), now);
	}

	private static String together(Rating rating) {
		return rating == null ? "" : rating.together();
	}

	private static String replyClass(Row row) {
		if (row.replyClass() == null) {
			return "";
		}
		boolean tracked = row.trackedClass() != null && row.trackedClass() != row.replyClass();
		return row.replyClass().code() + (tracked ? "，跟踪为 " + row.trackedClass().code() : "");
	}

	private static String status(Row row) {
		return row.state() == Outcomes.State.CLOSED ? row.closing().label() : row.state().label();
	}

	/** Where it went, with its number; refused ones are told as such. */
	private static String conversion(List<Conversion> conversions) {
		return conversions.stream().map(one -> one.kind().label() + switch (one.state()) {
			case ACCEPTED -> " " + Objects.toString(one.number(), "");
			case REFUSED, OPEN -> "（" + one.state().label() + "）";
		}).collect(Collectors.joining("；"));
	}

	/** Who signed the look-back that found it in place. */
	private static String signers(Line line, Names names) {
		if (line.row().state() != State.VERIFIED) {
			return "";
		}
		int last = line.lookBacks().stream().mapToInt(LookBack::lookRound).max().orElse(0);
		return line.lookBacks().stream().filter(one -> one.lookRound() == last).map(one -> names.of(one.signedBy(), one.signedAt()))
				.collect(Collectors.joining("、"));
	}

	private static String remark(Line line) {
		Row row = line.row();
		List<String> remarks = new ArrayList<>();
		boolean open = row.closedOn() == null && row.state() != State.WITHDRAWN;
		if (Boolean.TRUE.equals(row.dueProvisional())) {
			remarks.add("到期日暂定");
		}
		if (row.receipt() == Receipt.DEEMED) {
			remarks.add(Receipt.DEEMED.label());
		}
		if (row.extendedOn() != null) {
			remarks.add("延期到 " + row.extendedOn());
		}
		if (row.promisedOn() != null) {
			remarks.add((open && row.repliedOn() == null ? "限 " : "曾限 ") + row.promisedOn() + " 前答复"
					+ (row.promises() > 1 ? "（第 " + row.promises() + " 次承诺）" : ""));
		}
		String level = Words.level(row.supervisionLevel());
		if (!level.isEmpty()) {
			remarks.add("督办级别：" + level);
		}
		if (open && row.lookBackLimitOn() != null && !row.owed().isLookedAt()) {
			remarks.add("限 " + row.lookBackLimitOn() + " 前整改到位");
		}
		else if (open && row.nextLookBackOn() != null) {
			remarks.add(row.owed().isLookedAt() ? "核查日期 " + row.nextLookBackOn() : "定于 " + row.nextLookBackOn() + " 回头看");
		}
		return String.join("；", remarks);
	}
}
