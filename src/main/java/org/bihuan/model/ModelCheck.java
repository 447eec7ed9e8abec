package org.bihuan.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one check of a set of models, the same at start, at the command line, at an upload and at a deployment: everything that is wrong, at once.
 * What it knows stands in the {@link Rule}s; a new one is listed in {@code META-INF/services/org.bihuan.model.Rule}.
 */
public final class ModelCheck {

	private static final Logger LOG = LoggerFactory.getLogger(ModelCheck.class);
	private static final String ALL_FILES = "（全部文件）";
	private static final Kept<List<Problem>> SAID = new Kept<>(16);

	private ModelCheck() {
	}

	/**
	 * What is wrong is a matter of the files and the program alone, so the same files are checked once.
	 *
	 * @return nothing when the set is sound; by files
	 */
	public static List<Problem> problems(ModelSet set) {
		String hash = set.hash();
		List<Problem> problems = SAID.of(hash, same -> {
			Findings findings = new Findings();
			byRule(set, findings);
			return List.copyOf(findings.sorted());
		});
		if (problems.stream().anyMatch(one -> one.file().equals(ALL_FILES))) {
			// what no rule foresaw may have been of that moment alone
			SAID.forget(hash);
		}
		return problems;
	}

	/**
	 * Which rules find something; what they find, and what cannot be read, goes to the findings. One check at a time: files that are the same
	 * are read once, and two who come together need not both do the work.
	 */
	static synchronized Set<Class<?>> byRule(ModelSet set, Findings findings) {
		Models models = Models.of(set, findings);
		Set<Class<?>> finding = new LinkedHashSet<>();
		for (Rule rule : rules()) {
			int before = findings.sorted().size();
			try {
				rule.check(models, findings);
			}
			catch (RuntimeException unforeseen) {
				// what no rule foresaw is no sound set: whoever asks hears so, the reason is in the log
				LOG.error("the rule {} failed", rule.getClass().getSimpleName(), unforeseen);
				findings.of(ALL_FILES, "检查到一半时出了意外（" + rule.getClass().getSimpleName() + "），这一套不能用。请把文件夹交给维护人员查看。");
			}
			if (findings.sorted().size() > before) {
				finding.add(rule.getClass());
			}
		}
		return finding;
	}

	/**
	 * Begins, beside what the caller does next, to read what every check needs and a cold program reads for seconds: its own components, and the
	 * language of tables and forms.
	 */
	static void readAhead() {
		Thread ahead = new Thread(() -> {
			Beans.all();
			Feel.isExpression("a = b");
		}, "model-check-ahead");
		ahead.setDaemon(true);
		ahead.start();
	}

	static List<Rule> rules() {
		return ServiceLoader.load(Rule.class, ModelCheck.class.getClassLoader()).stream().map(ServiceLoader.Provider::get).toList();
	}
}
