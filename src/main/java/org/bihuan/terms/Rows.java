package org.bihuan.terms;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;

/** Reads rows as records that have {@link Term}s: by their codes, so that a code which no vocabulary has fails where it is read. */
public final class Rows {

	private static final ConversionService CONVERSION = conversion();
	private static final Map<Class<?>, RowMapper<?>> KNOWN = new ConcurrentHashMap<>();

	private Rows() {
	}

	/** @param type a record whose components are called like the columns */
	@SuppressWarnings("unchecked")
	public static <T> RowMapper<T> of(Class<T> type) {
		return (RowMapper<T>) KNOWN.computeIfAbsent(type, one -> new SimplePropertyRowMapper<>(one, CONVERSION));
	}

	private static ConversionService conversion() {
		DefaultConversionService conversion = new DefaultConversionService();
		conversion.addConverterFactory(new OfText());
		conversion.addConverterFactory(new OfNumber());
		return conversion;
	}

	private static final class OfText implements ConverterFactory<String, Term> {

		@Override
		public <T extends Term> Converter<String, T> getConverter(Class<T> vocabulary) {
			return code -> Term.of(vocabulary, code);
		}
	}

	/** A vocabulary whose codes are kept as numbers: the levels of supervision. */
	private static final class OfNumber implements ConverterFactory<Integer, Term> {

		@Override
		public <T extends Term> Converter<Integer, T> getConverter(Class<T> vocabulary) {
			return code -> Term.of(vocabulary, String.valueOf(code));
		}
	}
}
