package org.bihuan.demo.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.core.type.TypeReference;
import org.bihuan.json.Json;

/**
 * One outcome of the sample year, as {@code sample/outcomes.json} tells it.
 *
 * @param path where it leaves the straight way: {@code returned-by-meeting second-round sent-back deemed failed-once failed-twice inspection
 * dissatisfied silent}
 * @param end {@code verified}, or how far it has come: {@code looking-back supervised in-progress}
 */
record SampleOutcome(String title, String kind, String committee, LocalDate start, List<String> members, String background, String findings,
		List<Research> research, String report, List<Suggestion> suggestions, List<Instruction> instructions, List<Instruction> late, String unit,
		List<String> coUnits, String requirement, String responsible, String replyClass, List<String> path, String end) {

	record Research(String kind, String place, String findings) {
	}

	record Suggestion(String text, String reply, String measure) {
	}

	/** @param words null for 圈阅 */
	record Instruction(String leader, String words) {
	}

	static List<SampleOutcome> all() {
		try (InputStream source = SampleOutcome.class.getResourceAsStream("/sample/outcomes.json")) {
			return Json.read(source, new TypeReference<>() {
			});
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	SampleOutcome from(LocalDate day) {
		return new SampleOutcome(title, kind, committee, day, members, background, findings, research, report, suggestions, instructions, late, unit,
				coUnits, requirement, responsible, replyClass, path, end);
	}

	boolean goes(String way) {
		return path.contains(way);
	}
}
