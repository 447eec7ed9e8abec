package org.bihuan.settings;

import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * One setting of the house: a component of a record with {@link ConfigurationProperties}, wherever it is used.
 *
 * @param name in full, for example {@code bihuan.limits.opinion}
 * @param owner the record
 */
record Known(ConfigurationPropertyName name, Class<?> owner, RecordComponent component) {

	private static final String HOUSE = "org.bihuan";
	private static final Pattern NUMBER = Pattern.compile("\\d+");

	/** All settings, in the order of their names' groups and of the records' components. */
	static List<Known> all() {
		List<Known> known = new ArrayList<>();
		owners().forEach(owner -> Stream.of(owner.getRecordComponents()).forEach(component -> known.add(of(owner, component))));
		return known;
	}

	/** The records, by prefix. */
	static List<Class<?>> owners() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
		return scanner.findCandidateComponents(HOUSE).stream().map(BeanDefinition::getBeanClassName)
				.<Class<?>>map(name -> ClassUtils.resolveClassName(name, Known.class.getClassLoader())).filter(Class::isRecord)
				.sorted(Comparator.<Class<?>, String>comparing(Known::prefix).thenComparing(Class::getName)).toList();
	}

	static String prefix(Class<?> owner) {
		return owner.getAnnotation(ConfigurationProperties.class).value();
	}

	private static Known of(Class<?> owner, RecordComponent component) {
		String dashed = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
		return new Known(ConfigurationPropertyName.of(prefix(owner) + "." + dashed), owner, component);
	}

	/** Whether a name that somebody wrote means this setting, or an element of it: of a list by its number. */
	boolean is(ConfigurationPropertyName written) {
		return name.equals(written) || (Map.class.isAssignableFrom(component.getType()) ? name.isAncestorOf(written) : isElement(written));
	}

	private boolean isElement(ConfigurationPropertyName written) {
		return Collection.class.isAssignableFrom(component.getType()) && name.isParentOf(written) && written.isLastElementIndexed()
				&& NUMBER.matcher(written.getLastElement(Form.UNIFORM)).matches();
	}

	ResolvableType type() {
		return ResolvableType.forType(component.getGenericType());
	}

	String meaning() {
		return setting().value();
	}

	Allowed allowed() {
		return setting().allowed();
	}

	/** What it may be, in words. */
	String allowedWords() {
		return allowed().words(type());
	}

	/** As the configuration would write it; empty for nothing. */
	String byDefault() {
		DefaultValue given = parameter().getAnnotation(DefaultValue.class);
		return given == null ? "" : String.join(",", given.value());
	}

	/** Whether its default stands on the record. */
	boolean hasDefault() {
		return parameter().isAnnotationPresent(DefaultValue.class);
	}

	/** Of the constructor: a default belongs to it, not to the component. */
	private Parameter parameter() {
		return Stream.of(owner.getDeclaredConstructors()[0].getParameters()).filter(one -> one.getName().equals(component.getName())).findFirst()
				.orElseThrow();
	}

	private Setting setting() {
		return component.getAnnotation(Setting.class);
	}
}
