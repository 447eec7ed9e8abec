package org.bihuan.model;

import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * The beans that an expression of a model reaches, by the names that Spring gives them, found without a context: our own components, and what they
 * make for the engine to call. Those that exist only under a condition are none, nor are the engine's own services; what is reached
 * in the running application, {@code engine.guard.OwnBeans} decides, and a test holds the two against each other.
 */
public final class Beans {

	private static final String HOUSE = "org.bihuan";
	private static final String SERVICES = HOUSE + ".engine.guard.";

	/** One bean. Its class is not loaded before somebody asks for it: of the hundreds that there are a model names some. */
	public static final class Found {

		private final Supplier<Class<?>> type;
		private final Method maker;

		private Found(Supplier<Class<?>> type, Method maker) {
			this.type = SingletonSupplier.of(type);
			this.maker = maker;
		}

		/** What its methods are read from. */
		public Class<?> type() {
			return type.get();
		}

		/** The method of a configuration that makes it; null for a component. */
		public Method maker() {
			return maker;
		}

		public boolean isDelegate() {
			return JavaDelegate.class.isAssignableFrom(type());
		}

		public boolean isTaskListener() {
			return TaskListener.class.isAssignableFrom(type());
		}

		public boolean isExecutionListener() {
			return ExecutionListener.class.isAssignableFrom(type());
		}

		/** The public methods of this name. */
		public Stream<Method> methods(String name) {
			return Stream.of(type().getMethods()).filter(one -> one.getName().equals(name) && one.getDeclaringClass() != Object.class);
		}
	}

	private static final Map<String, Found> ALL = Collections.unmodifiableMap(find());

	private Beans() {
	}

	public static Map<String, Found> all() {
		return ALL;
	}

	/** Null for none. */
	public static Found of(String name) {
		return ALL.get(name);
	}

	private static Map<String, Found> find() {
		ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(true);
		Map<String, Found> found = new TreeMap<>();
		SimpleBeanDefinitionRegistry nobody = new SimpleBeanDefinitionRegistry();
		for (BeanDefinition one : scan.findCandidateComponents(HOUSE)) {
			AnnotatedBeanDefinition definition = (AnnotatedBeanDefinition) one;
			if (!definition.getMetadata().isAnnotated(Conditional.class.getName())) {
				String type = String.valueOf(one.getBeanClassName());
				String name = AnnotationBeanNameGenerator.INSTANCE.generateBeanName(definition, nobody);
				// a class within another has a name with a point, which no expression can say
				if (!type.startsWith(SERVICES) && name.matches("\\w+")) {
					found.put(name, new Found(() -> loaded(type), null));
				}
				if (definition.getMetadata().hasAnnotatedMethods(Bean.class.getName())) {
					made(loaded(type), found);
				}
			}
		}
		return found;
	}

	private static Class<?> loaded(String type) {
		return ClassUtils.resolveClassName(type, Beans.class.getClassLoader());
	}

	private static void made(Class<?> configuration, Map<String, Found> found) {
		for (Method maker : configuration.getDeclaredMethods()) {
			Bean bean = AnnotatedElementUtils.findMergedAnnotation(maker, Bean.class);
			Class<?> type = maker.getReturnType();
			boolean called = type.getName().startsWith(HOUSE) || type == JavaDelegate.class || type == TaskListener.class
					|| type == ExecutionListener.class;
			if (bean != null && called && !AnnotatedElementUtils.isAnnotated(maker, Conditional.class) && !type.getName().startsWith(SERVICES)) {
				found.put(bean.name().length == 0 ? maker.getName() : bean.name()[0], new Found(() -> type, maker));
			}
		}
	}
}
