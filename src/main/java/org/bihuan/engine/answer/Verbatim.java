package org.bihuan.engine.answer;

import java.util.List;

import org.bihuan.ledger.GivenAnswers.Value;
import org.bihuan.terms.Markdown;

/** What a person filled in, for a form's text: in the form's own words, every character as it was written. */
public final class Verbatim {

	private Verbatim() {
	}

	/** A whole answer, each field under its name; a row under what it is about, where it begins with that. */
	public static Markdown of(List<Value> values) {
		return Markdown.paragraphs(values.stream().map(one -> about(one) ? Markdown.of("**%s**", one.shown())
				: Markdown.of("**%s**  \n%s", headed(one, values) ? one.label() : one.name(), one.shown())).toList());
	}

	private static boolean about(Value one) {
		return one.listRow() != null && "select".equals(one.type());
	}

	/** Whether its row says what it is about. */
	private static boolean headed(Value one, List<Value> values) {
		return one.listRow() != null && values.stream().anyMatch(it -> about(it) && it.listField().equals(one.listField())
				&& it.listRow().equals(one.listRow()));
	}

	/** What is to be signed: all that was filled in; a draft of a former version of the system, which did not keep that, in its one text. */
	public static Markdown drafted(List<Value> values, String former) {
		return values.isEmpty() ? Markdown.literal(former) : of(values);
	}
}
