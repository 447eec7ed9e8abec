package org.bihuan.model;

import java.util.ArrayList;
import java.util.Comparator;
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
	private final Set<String> copies = new TreeSet<>();
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
		copies(findings);
		for (Diagram diagram : diagrams) {
			nodes.addAll(diagram.nodes());
			diagram.flows().forEach(flow -> Optional.ofNullable(equality(flow)).ifPresent(one -> equalities.put(flow, one)));
		}
		nodes.forEach(node -> beans.addAll(node.beans()));
	}

	/**
	 * Two files that hold the same process, table or form are one and its copy: that is told once, and the copy is not looked at, so that each of
	 * its elements is not told of, too.
	 */
	private void copies(Findings findings) {
		Map<String, String> seen = new LinkedHashMap<>();
		diagrams.stream().sorted(Comparator.comparing(one -> !isNamed(one))).toList().forEach(one -> one.processes().stream().findFirst()
				.ifPresent(process -> copy(one.file(), "流程 " + process.id(), seen, findings)));
		diagrams.removeIf(one -> one.processes().stream().anyMatch(process -> !one.file().equals(seen.get("流程 " + process.id()))
				&& seen.containsKey("流程 " + process.id())));
		Set<String> files = new TreeSet<>();
		tables.stream().sorted(Comparator.comparing(one -> !one.file().equals(one.key() + ".dmn")))
				.filter(one -> files.add(one.file())).toList().forEach(one -> copy(one.file(), "决策表 " + one.key(), seen, findings));
		tables.removeIf(one -> seen.containsKey("决策表 " + one.key()) && !one.file().equals(seen.get("决策表 " + one.key())));
		forms.stream().sorted(Comparator.comparing(one -> !one.file().equals(one.id() + ".form"))).toList()
				.forEach(one -> copy(one.file(), "表单 " + one.id(), seen, findings));
		forms.removeIf(one -> !one.id().isEmpty() && !one.file().equals(seen.get("表单 " + one.id())));
	}

	private static boolean isNamed(Diagram diagram) {
		return diagram.processes().stream().anyMatch(process -> diagram.file().equals(process.id() + ".bpmn"));
	}

	private void copy(String file, String what, Map<String, String> seen, Findings findings) {
		String other = what.endsWith(" ") ? null : seen.putIfAbsent(what, file);
		if (other != null) {
			copies.add(file);
			boolean byBrowser = file.matches("(?i).*( ?\\(\\d+\\)| - (副本|Copy).*|副本)\\.\\w+");
			findings.of(file, "里面是" + what + "，在 " + other + " 里已经有了：" + (byBrowser ? "看文件名，是浏览器重复下载或者复制时另存的一份。请只留要用的一份，改名为 " + other + "。"
					: "两个文件只能留一个。请移走不要的；真是另外一个的，改用别的编号，文件名（与编号相同，应与文件名相同）也改。"));
		}
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

	/** The set without what is but a copy of another of its files, which is told of as such. */
	public ModelSet withoutCopies() {
		ModelSet without = set;
		for (String copy : copies) {
			without = without.without(copy);
		}
		return without;
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
