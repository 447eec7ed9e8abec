package org.bihuan;

import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.commons.support.AnnotationSupport;

/** Asserts, after a class, what its tests have done together; nothing when a person ran only some of them. */
public final class WhenAllRan implements BeforeEachCallback, AfterAllCallback {

	private final Set<String> ran = new ConcurrentSkipListSet<>();
	private final Assertion assertion;

	/** What the tests of a class have done together. */
	@FunctionalInterface
	public interface Assertion {

		void hold() throws Exception;
	}

	public WhenAllRan(Assertion assertion) {
		this.assertion = assertion;
	}

	@Override
	public void beforeEach(ExtensionContext test) {
		ran.add(test.getRequiredTestMethod().getName());
	}

	@Override
	public void afterAll(ExtensionContext tests) throws Exception {
		if (ran.containsAll(names(tests.getRequiredTestClass()))) {
			assertion.hold();
		}
	}

	private static Set<String> names(Class<?> type) {
		return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass).flatMap(one -> Stream.of(one.getDeclaredMethods()))
				.filter(WhenAllRan::isTest).map(Method::getName).collect(Collectors.toSet());
	}

	private static boolean isTest(Method method) {
		return Stream.of(Test.class, ParameterizedTest.class, RepeatedTest.class).anyMatch(kind -> AnnotationSupport.isAnnotated(method, kind));
	}
}
