package org.bihuan.engine.answer;

import java.util.List;

import org.bihuan.ledger.GivenAnswers.Value;
import org.bihuan.terms.Markdown;

/** What a person filled in, for a form's text: in the form's own words, every character as it was written. */
public final class Verbatim {

	private Verbatim() {
	}

	/** A whole answer, each field under its name. */
	public static Markdown of(List<Value> values) {
		return Markdown.paragraphs(values.stream().map(one -> Markdown.of("**%s**  \n%s", one.name(), one.shown())).toList());
	}

	/** What is to be signed: all that was filled in; a draft of a former version of the system, which did not keep that, in its one text. */
	public static Markdown drafted(List<Value> values, String former) {
		return values.isEmpty() ? Markdown.literal(former) : of(values);
	}
}
