package org.bihuan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.beans.Introspector;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.apache.ibatis.ognl.MemberAccess;
import org.apache.ibatis.ognl.ObjectPropertyAccessor;
import org.apache.ibatis.ognl.Ognl;
import org.apache.ibatis.ognl.OgnlContext;
import org.apache.ibatis.ognl.OgnlException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** It finds what MyBatis finds, whatever a statement of the engine may ask of a query. */
class QueryPropertiesTest {

	private final OgnlContext context = Ognl.createDefaultContext(new Object(), new Everything());

	/** As MyBatis lets its statements. */
	private static final class Everything implements MemberAccess {

		@Override
		public Object setup(OgnlContext of, Object target, Member member, String property) {
			return null;
		}

		@Override
		public void restore(OgnlContext of, Object target, Member member, String property, Object before) {
			// nothing was set up
		}

		@Override
		public boolean isAccessible(OgnlContext of, Object target, Member member, String property) {
			return Modifier.isPublic(member.getModifiers());
		}
	}

	static Stream<Object> parameters() {
		TaskQueryImpl query = new TaskQueryImpl();
		query.taskAssignee("gongan1").active().or().taskName("签收").taskNameLike("签%").endOr();
		PermissionCheck check = new PermissionCheck();
		check.setResourceId("7");
		CompositePermissionCheck all = new CompositePermissionCheck(true);
		all.addAtomicCheck(check);
		AuthorizationCheck authorization = new AuthorizationCheck("gongan1", List.of("unit-gongan"), all, false);
		return Stream.of(query, check, all, authorization, new ListQueryParameterObject("x", 0, 7), new Object(), List.of("a"));
	}

	/** As an expression writes it: of a getter what stands behind get or is, the whole name, and a field. */
	private static Stream<String> names(Object of) {
		Stream<String> methods = Stream.of(of.getClass().getMethods()).filter(one -> one.getParameterCount() == 0)
				.map(one -> one.getName()).filter(one -> one.matches("(get|is)[A-Z].*"))
				.flatMap(one -> Stream.of(one, one.replaceFirst("^(get|is)", ""), decapitalized(one)));
		return Stream.of(methods, Stream.of(of.getClass().getFields()).map(one -> one.getName()), Stream.of("nothing", "isNothing"))
				.flatMap(one -> one).filter(one -> !one.isEmpty()).distinct();
	}

	private static String decapitalized(String method) {
		return Introspector.decapitalize(method.replaceFirst("^(get|is)", ""));
	}

	@ParameterizedTest
	@MethodSource("parameters")
	void whatMyBatisFindsIsFound(Object parameter) {
		assertThat(names(parameter)).isNotEmpty().allSatisfy(name -> assertThat(read(new QueryProperties(), parameter, name))
				.as(name).isEqualTo(read(new ObjectPropertyAccessor(), parameter, name)));
	}

	private String read(ObjectPropertyAccessor accessor, Object parameter, String name) {
		Object[] value = new Object[1];
		Throwable failed = catchThrowable(() -> value[0] = accessor.getPossibleProperty(context, parameter, name));
		return failed instanceof OgnlException said ? "fails: " + said.getMessage() : comparable(value[0]);
	}

	private static String comparable(Object value) {
		return Objects.toString(value).replaceAll("@[0-9a-f]+$", "");
	}
}
