package org.bihuan.terms;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A word of a closed vocabulary, always a constant of an enum. What is kept is its code; what is read is its label. A constant may be renamed, its
 * code never: rows that are kept, forms, models and decision tables have it.
 */
public interface Term {

	/** As the database, forms, models and decision tables write it; letters and hyphens. JSON has it, too. */
	@JsonValue
	String code();

	/** In Chinese, as pages, forms and documents call it. */
	String label();

	/** The code as SQL writes it: {@code 'adopted'}. */
	default String quoted() {
		return "'" + code() + "'";
	}

	/** The codes as a list in SQL: {@code ('REPLIED', 'IMPLEMENTED')}. */
	static String quoted(Collection<? extends Term> terms) {
		return terms.stream().map(Term::quoted).collect(Collectors.joining(", ", "(", ")"));
	}

	/** @param code null for none, which no vocabulary has */
	static <T extends Term> Optional<T> find(Class<T> vocabulary, String code) {
		return Stream.of(vocabulary.getEnumConstants()).filter(term -> term.code().equals(code)).findFirst();
	}

	/** @throws IllegalStateException when the vocabulary has no such word: what is unknown is never shown as it is */
	static <T extends Term> T of(Class<T> vocabulary, String code) {
		return find(vocabulary, code).orElseThrow(() -> new IllegalStateException("“" + code + "”不在 " + vocabulary.getSimpleName() + " 之中，只有 "
				+ Stream.of(vocabulary.getEnumConstants()).map(term -> term.code()).collect(Collectors.joining("、")) + "。"));
	}

	/** Empty for null. */
	static String labelOf(Term term) {
		return term == null ? "" : term.label();
	}

	/** Null for null. */
	static String codeOf(Term term) {
		return term == null ? null : term.code();
	}

	/** For a form to choose from. */
	static List<Option> options(Collection<? extends Term> terms) {
		return terms.stream().map(term -> new Option(term.label(), term.code())).toList();
	}
}
