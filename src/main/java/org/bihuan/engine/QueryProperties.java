package org.bihuan.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.ibatis.ognl.ObjectPropertyAccessor;
import org.apache.ibatis.ognl.OgnlContext;
import org.apache.ibatis.ognl.OgnlException;
import org.apache.ibatis.ognl.OgnlRuntime;

/**
 * How the engine's statements read what a query asks for. MyBatis finds a getter such as {@code isOrQueryActive()} by going through all methods of
 * the query's class and writing each name in small letters, each time anew and some hundred times a statement: a tenth of what a submit costs. Here
 * each is looked for once; what is found is what MyBatis itself finds.
 */
final class QueryProperties extends ObjectPropertyAccessor {

	private static final ClassValue<Map<String, Optional<Method>>> GETTERS = new ClassValue<>() {
		@Override
		protected Map<String, Optional<Method>> computeValue(Class<?> type) {
			return new ConcurrentHashMap<>();
		}
	};

	/** From now on, for every engine of this process. */
	static void use() {
		OgnlRuntime.setPropertyAccessor(Object.class, new QueryProperties());
	}

	@Override
	public Object getPossibleProperty(OgnlContext context, Object target, String name) throws OgnlException {
		Class<?> type = target.getClass();
		Optional<Method> getter = GETTERS.get(type).computeIfAbsent(name, first -> getter(type, first));
		if (getter.isEmpty()) {
			return super.getPossibleProperty(context, target, name);
		}
		try {
			return getter.get().invoke(target);
		}
		catch (InvocationTargetException failed) {
			throw new OgnlException(name, failed.getTargetException());
		}
		catch (IllegalAccessException hidden) {
			throw new OgnlException(name, hidden);
		}
	}

	/** Empty where only MyBatis may: a field, or a method that is not for everybody. */
	private static Optional<Method> getter(Class<?> type, String name) {
		Method found = OgnlRuntime.getGetMethod(type, name);
		Method getter = found == null ? OgnlRuntime.getReadMethod(type, name) : found;
		return Optional.ofNullable(getter)
				.filter(one -> Modifier.isPublic(one.getModifiers()) && Modifier.isPublic(one.getDeclaringClass().getModifiers()));
	}
}
