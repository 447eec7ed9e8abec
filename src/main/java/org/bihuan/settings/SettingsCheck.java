package org.bihuan.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Looks at every setting before the first bean is made: one that is wrong, or that nobody knows, ends the start with a sentence
 * for each. A setting that was misspelt would otherwise have no effect, and nobody would notice before a deadline is missed.
 */
class SettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final ConfigurationPropertyName HOUSE = ConfigurationPropertyName.of("bihuan");

	private static final String PRODUCTION = "production";

	/** How many letters may be wrong in a name that is still guessed. */
	private static final int NEAR = 4;
	private static final int NEAR_HOUSE = 2;

	/** @throws StartRefused with what is wrong */
	@Override
	public void initialize(ConfigurableApplicationContext context) {
		check(context.getEnvironment());
	}

	/** @throws StartRefused with what is wrong */
	static void check(ConfigurableEnvironment environment) {
		List<Known> known = Known.all();
		List<String> wrong = new ArrayList<>();
		otherProfiles(environment).forEach(name -> wrong.add("没有“" + name + "”这个运行方式：生产环境请写 " + PRODUCTION + "，评估不必写。"));
		unknown(environment, known).forEach(name -> wrong.add(unknown(name, known)));
		arguments(environment, known, wrong);
		Binder binder = Binder.get(environment);
		known.stream().filter(setting -> setting.component().isAnnotationPresent(Setting.class))
				.filter(setting -> !isRight(setting, environment, binder)).forEach(setting -> wrong.add(sentence(setting, environment, binder)));
		if (wrong.isEmpty()) {
			contradictions(binder, wrong);
		}
		if (!wrong.isEmpty()) {
			throw new StartRefused(String.join("\n", wrong));
		}
	}

	/** A misspelt {@code production} must not start the evaluation, whose passwords everybody knows. */
	private static List<String> otherProfiles(ConfigurableEnvironment environment) {
		return Stream.of(environment.getActiveProfiles()).filter(name -> !PRODUCTION.equals(name)).toList();
	}

	private static boolean isRight(Known setting, ConfigurableEnvironment environment, Binder binder) {
		String written;
		try {
			written = environment.getProperty(setting.name().toString());
		}
		catch (IllegalArgumentException placeholderWithoutValue) {
			return false;
		}
		if (written != null && written.isBlank()) {
			// what is written as nothing would be taken for not written at all
			return setting.allowed().allowsNothing();
		}
		try {
			return binder.bind(setting.name(), Bindable.of(setting.type()).withAnnotations(setting.component().getAccessor().getAnnotations()))
					.map(setting.allowed()::allows).orElse(true);
		}
		catch (BindException unreadable) {
			return false;
		}
	}

	private static String sentence(Known setting, ConfigurableEnvironment environment, Binder binder) {
		return "配置 " + setting.name() + "=" + given(setting, environment, binder) + " 不对，应为：" + setting.allowedWords() + "（" + setting.meaning()
				+ "）。";
	}

	private static String given(Known setting, ConfigurableEnvironment environment, Binder binder) {
		try {
			String written = environment.getProperty(setting.name().toString());
			return written != null ? written : String.join(",", binder.bind(setting.name(), Bindable.listOf(String.class)).orElse(List.of()));
		}
		catch (IllegalArgumentException | BindException unreadable) {
			// a ${…} without a value, or a list with a gap
			return "…";
		}
	}

	/** What each alone is right, and together is not. */
	private static void contradictions(Binder binder, List<String> wrong) {
		for (Class<?> owner : Known.owners()) {
			try {
				binder.bindOrCreate(Known.prefix(owner), Bindable.of(owner));
			}
			catch (BindException contradiction) {
				StartRefused reason = StartRefused.in(contradiction);
				if (reason == null) {
					throw contradiction;
				}
				wrong.add(reason.getMessage());
			}
		}
	}

	private static Set<ConfigurationPropertyName> unknown(ConfigurableEnvironment environment, List<Known> known) {
		Set<ConfigurationPropertyName> unknown = new TreeSet<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource names) {
				boolean variables = source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
				names.stream().filter(HOUSE::isAncestorOf)
						.filter(name -> known.stream().noneMatch(one -> one.is(name) || (variables && isVariable(name, one.name()))))
						.forEach(unknown::add);
			}
		}
		return unknown;
	}

	/** What stands on the command line and would be passed over: a misspelt prefix, and what is no setting at all. */
	private static void arguments(ConfigurableEnvironment environment, List<Known> known, List<String> wrong) {
		for (PropertySource<?> source : environment.getPropertySources()) {
			if (source instanceof CommandLinePropertySource<?> line) {
				Stream.of(line.getPropertyNames()).filter(SettingsCheck::isAlmostOurs).sorted()
						.forEach(name -> wrong.add(unknown(ConfigurationPropertyName.adapt(name, '.'), known)));
				String others = line.getProperty(CommandLinePropertySource.DEFAULT_NON_OPTION_ARGS_PROPERTY_NAME);
				if (others != null) {
					wrong.add("命令行上的“" + others + "”不起作用：配置要写成 --名称=值，例如 --bihuan.sample=false。");
				}
			}
		}
	}

	/** Whether the first word of a name is nearly, and not quite, the one of the house. */
	private static boolean isAlmostOurs(String name) {
		String first = name.split("[.\\[]", 2)[0].toLowerCase(Locale.ROOT);
		return !first.equals(HOUSE.toString()) && (first.startsWith("bih") || distance(HOUSE.toString(), first) <= NEAR_HOUSE);
	}

	/** A variable of the environment has an underscore for a point, and for a hyphen nothing or an underscore. */
	private static boolean isVariable(ConfigurationPropertyName variable, ConfigurationPropertyName setting) {
		return variable.toString().equals(setting.toString().replace("-", "")) || variable.toString().equals(setting.toString().replace('-', '.'));
	}

	private static String unknown(ConfigurationPropertyName name, List<Known> known) {
		String former = Former.sentence(name);
		if (former != null) {
			return former;
		}
		String nearest = known.stream().filter(one -> one.component().isAnnotationPresent(Setting.class)).map(one -> one.name().toString())
				.min(Comparator.comparingInt(one -> distance(one, name.toString()))).orElseThrow();
		return "没有 " + name + " 这个配置项" + (distance(nearest, name.toString()) <= NEAR ? "，您要写的可能是 " + nearest + "。" : "，全部配置项见 README。");
	}

	/** How many letters must be added, taken away or changed to make one of the other. */
	private static int distance(String one, String other) {
		String right = other.toLowerCase(Locale.ROOT);
		int[] row = Stream.iterate(0, at -> at + 1).limit(right.length() + 1L).mapToInt(Integer::intValue).toArray();
		for (int i = 1; i <= one.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= right.length(); j++) {
				int changed = diagonal + (one.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
			}
		}
		return row[right.length()];
	}
}
