package org.bihuan.terms;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Reads rows as records, and their {@link Term}s by their codes, so that a code which no vocabulary has fails where it is read. Columns are
 * looked for among those that the result says it has: JdbcClient's own way asks for {@code leadUnit} before {@code lead_unit}, and each such
 * question is an exception that the database makes, and H2 writes to its trace.
 */
public final class Rows {

	private static final ConversionService CONVERSION = conversion();
	private static final Map<Class<?>, RowMapper<?>> KNOWN = new ConcurrentHashMap<>();

	private Rows() {
	}

	/**
	 * @param type a record whose components are called like the columns: {@code leadUnit} reads {@code lead_unit} or {@code leadunit}, whichever
	 *            letters are capital; of two columns with one name the first. Columns without a component are left out; a component without a
	 *            column fails with what the driver says of the column, and so does null for a primitive. An empty field is null.
	 */
	@SuppressWarnings("unchecked")
	public static <T extends Record> RowMapper<T> of(Class<T> type) {
		return (RowMapper<T>) KNOWN.computeIfAbsent(type, one -> new OfRecord<>(type));
	}

	/**
	 * The same by place, for a result that has rows of several kinds.
	 *
	 * @param columns where each component stands in the result, from 1
	 */
	public static <T extends Record> RowMapper<T> at(Class<T> type, int... columns) {
		OfRecord<T> record = new OfRecord<>(type);
		return (row, number) -> record.read(row, columns);
	}

	private static final class OfRecord<T extends Record> implements RowMapper<T> {

		private final Constructor<T> constructor;
		private final String[] names;
		private final TypeDescriptor[] types;

		OfRecord(Class<T> type) {
			RecordComponent[] components = type.getRecordComponents();
			constructor = BeanUtils.getResolvableConstructor(type);
			names = Stream.of(components).map(RecordComponent::getName).toArray(String[]::new);
			types = new TypeDescriptor[names.length];
			for (int i = 0; i < names.length; i++) {
				types[i] = new TypeDescriptor(new MethodParameter(constructor, i));
			}
		}

		@Override
		public T mapRow(ResultSet row, int number) throws SQLException {
			Map<String, Integer> columns = columns(row.getMetaData());
			int[] places = new int[names.length];
			for (int i = 0; i < places.length; i++) {
				places[i] = column(row, columns, names[i]);
			}
			return read(row, places);
		}

		private T read(ResultSet row, int[] columns) throws SQLException {
			Object[] values = new Object[names.length];
			for (int i = 0; i < values.length; i++) {
				values[i] = CONVERSION.convert(JdbcUtils.getResultSetValue(row, columns[i], types[i].getType()), types[i]);
			}
			return BeanUtils.instantiateClass(constructor, values);
		}

		private static int column(ResultSet row, Map<String, Integer> columns, String name) throws SQLException {
			String underscored = JdbcUtils.convertPropertyNameToUnderscoreName(name);
			Integer column = columns.getOrDefault(name.toLowerCase(Locale.ROOT), columns.get(underscored));
			return column != null ? column : row.findColumn(underscored);
		}

		/** Where each column stands, by its name in small letters. */
		private static Map<String, Integer> columns(ResultSetMetaData result) throws SQLException {
			Map<String, Integer> columns = new HashMap<>();
			for (int column = 1; column <= result.getColumnCount(); column++) {
				columns.putIfAbsent(JdbcUtils.lookupColumnName(result, column).toLowerCase(Locale.ROOT), column);
			}
			return columns;
		}
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
