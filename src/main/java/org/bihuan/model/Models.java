package org.bihuan.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A set as it is read: what cannot be read is not here, and told of already. */
public final class Models {

	private final ModelSet set;
	private final List<Diagram> diagrams = new ArrayList<>();
	private final List<Table> tables = new ArrayList<>();
	private final List<Form> forms = new ArrayList<>();
	private final Map<String, byte[]> templates = new LinkedHashMap<>();
	private final List<Node> nodes = new ArrayList<>();
	private final Set<String> beans = new TreeSet<>();
	private final Map<Flow, Map.Entry<String, String>> equalities = new LinkedHashMap<>();

	private Models(ModelSet set, Findings findings) {
		this.set = set;
		set.files().forEach((name, bytes) -> {
			if (name.endsWith(".docx")) {
				templates.put(name, bytes);
			}
			else {
				FileRead read = FileRead.of(name, bytes, set.hash(name));
				read.problems().forEach(findings::add);
				Optional.ofNullable(read.diagram()).ifPresent(diagrams::add);
				tables.addAll(read.tables());
				Optional.ofNullable(read.form()).ifPresent(forms::add);
			}
		});
		for (Diagram diagram : diagrams) {
			nodes.addAll(diagram.nodes());
			diagram.flows().forEach(flow -> Optional.ofNullable(equality(flow)).ifPresent(one -> equalities.put(flow, one)));
		}
		nodes.forEach(node -> beans.addAll(node.beans()));
	}

	private static Map.Entry<String, String> equality(Flow flow) {
		try {
			return flow.condition() == null ? null : Expression.parse(flow.condition()).equality();
		}
		catch (Expression.Wrong toldByARule) {
			return null;
		}
	}

	/** Reads a set; what cannot be read goes to the findings. */
	static Models of(ModelSet set, Findings findings) {
		return new Models(set, findings);
	}

	/** The set that travels in the jar: what the program was written against. */
	public Models packaged() {
		return Packaged.MODELS;
	}

	/** Read once. */
	private static final class Packaged {

		private static final Models MODELS = of(ModelSet.packaged(), new Findings());
	}

	public ModelSet set() {
		return set;
	}

	public List<Diagram> diagrams() {
		return diagrams;
	}

	public List<Table> tables() {
		return tables;
	}

	public List<Form> forms() {
		return forms;
	}

	/** Templates of documents by the names of their files. */
	public Map<String, byte[]> templates() {
		return templates;
	}

	/** All nodes of all diagrams. */
	public List<Node> nodes() {
		return nodes;
	}

	/** The beans behind any node. */
	public Set<String> beans() {
		return beans;
	}

	/** The flows whose condition is that a variable is a text, with both. */
	public Map<Flow, Map.Entry<String, String>> equalities() {
		return equalities;
	}

	/** Those behind which one of these beans stands. */
	public List<Node> with(String bean) {
		return nodes.stream().filter(one -> one.beans().contains(bean)).toList();
	}

	public Diagram diagram(String file) {
		return diagrams.stream().filter(one -> one.file().equals(file)).findFirst().orElseThrow();
	}

	/** The process of this key; null for none. */
	public Node process(String key) {
		return diagrams.stream().flatMap(one -> one.processes().stream()).filter(one -> one.id().equals(key)).findFirst().orElse(null);
	}

	/** The form of this id; null for none. */
	public Form form(String id) {
		return forms.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
	}

	/** The decision of this key; null for none. */
	public Table table(String key) {
		return tables.stream().filter(one -> one.key().equals(key)).findFirst().orElse(null);
	}
}
