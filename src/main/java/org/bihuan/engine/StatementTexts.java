package org.bihuan.engine;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.ibatis.builder.SqlSourceBuilder;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.reflection.property.PropertyTokenizer;
import org.apache.ibatis.scripting.xmltags.DynamicContext;
import org.apache.ibatis.scripting.xmltags.DynamicSqlSource;
import org.apache.ibatis.scripting.xmltags.SqlNode;
import org.apache.ibatis.session.Configuration;
import org.springframework.util.ReflectionUtils;

/**
 * The engine's statements, each text parsed once. MyBatis puts a statement together anew for every query, which it must, and then looks through the
 * text for its parameters and for how each is written, which comes out the same for the same text and types: a sixth of what a submit costs.
 */
final class StatementTexts implements SqlSource {

	/** Of one statement; lists of many lengths make many texts, and those that come after are parsed as ever. */
	private static final int MOST = 200;

	private static final Field SOURCE = accessible(MappedStatement.class, "sqlSource");
	private static final Field ROOT = accessible(DynamicSqlSource.class, "rootSqlNode");

	private final Configuration configuration;
	private final SqlNode root;
	private final Map<Text, SqlSource> parsed = new ConcurrentHashMap<>();

	/** What the parsing depends on: how a parameter is written follows from its type. */
	private record Text(String sql, Class<?> parameter, List<Object> bound) {
	}

	private StatementTexts(Configuration configuration, SqlNode root) {
		this.configuration = configuration;
		this.root = root;
	}

	/** From now on, for all statements of an engine. */
	static void use(Configuration configuration) {
		// what stands there under a short name that two have is no statement
		for (Object one : new ArrayList<Object>(configuration.getMappedStatements())) {
			if (one instanceof MappedStatement statement && statement.getSqlSource() instanceof DynamicSqlSource dynamic) {
				ReflectionUtils.setField(SOURCE, statement, of(configuration, dynamic));
			}
		}
	}

	/** The same statement. */
	static StatementTexts of(Configuration configuration, DynamicSqlSource dynamic) {
		return new StatementTexts(configuration, (SqlNode) ReflectionUtils.getField(ROOT, dynamic));
	}

	/** As MyBatis itself would put it together. */
	SqlSource plain() {
		return new DynamicSqlSource(configuration, root);
	}

	@Override
	public BoundSql getBoundSql(Object parameter) {
		DynamicContext context = new DynamicContext(configuration, parameter);
		root.apply(context);
		Map<String, Object> bindings = context.getBindings();
		Class<?> type = parameter == null ? Object.class : parameter.getClass();
		Text text = new Text(context.getSql(), type, types(bindings));
		SqlSource source = parsed.get(text);
		if (source == null) {
			source = new SqlSourceBuilder(configuration).parse(context.getSql(), type, bindings);
			if (parsed.size() < MOST && toldByTypes(source.getBoundSql(parameter), bindings)) {
				parsed.put(text, source);
			}
		}
		BoundSql bound = source.getBoundSql(parameter);
		bindings.forEach(bound::setAdditionalParameter);
		return bound;
	}

	private static List<Object> types(Map<String, Object> bindings) {
		List<Object> types = new ArrayList<>(2 * bindings.size());
		bindings.forEach((name, value) -> {
			if (!name.equals(DynamicContext.PARAMETER_OBJECT_KEY)) {
				types.add(name);
				types.add(value == null ? Object.class : value.getClass());
			}
		});
		return types;
	}

	/** A list or a map does not tell by its own type what is in it: a statement that asks for something in one is parsed every time. */
	private static boolean toldByTypes(BoundSql bound, Map<String, Object> bindings) {
		return bound.getParameterMappings().stream().map(one -> bindings.get(new PropertyTokenizer(one.getProperty()).getName()))
				.noneMatch(value -> value instanceof Map || value instanceof Collection);
	}

	private static Field accessible(Class<?> type, String name) {
		Field field = ReflectionUtils.findField(type, name);
		if (field == null) {
			throw new IllegalStateException(type + " has no " + name + " any more: leave StatementTexts out, all runs as ever");
		}
		ReflectionUtils.makeAccessible(field);
		return field;
	}
}
