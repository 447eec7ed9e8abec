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

	private ModelCheck() {
	}

	/** @return nothing when the set is sound; by files */
	public static List<Problem> problems(ModelSet set) {
		Findings findings = new Findings();
		byRule(set, findings);
		return findings.sorted();
	}

	/** Which rules find something; what they find, and what cannot be read, goes to the findings. */
	static Set<Class<?>> byRule(ModelSet set, Findings findings) {
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
				findings.of("（全部文件）", "检查到一半时出了意外（" + rule.getClass().getSimpleName() + "），这一套不能用。请把文件夹交给维护人员查看。");
			}
			if (findings.sorted().size() > before) {
				finding.add(rule.getClass());
			}
		}
		return finding;
	}

	static List<Rule> rules() {
		return ServiceLoader.load(Rule.class, ModelCheck.class.getClassLoader()).stream().map(ServiceLoader.Provider::get).toList();
	}
}
