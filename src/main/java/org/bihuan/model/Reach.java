package org.bihuan.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What a model may have run: expressions that name variables and our beans, and nothing else. Whoever could deploy a script, a Java class or an
 * expression that reaches one would run programs on the server.
 */
public final class Reach implements Rule {

	private static final Pattern LITERAL = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"");

	/** A member that leads to a class or to the whole engine, an element by name, or a call of what is no member. */
	private static final Pattern REACHES_BEYOND = Pattern.compile("\\.\\s*(class|getClass|forName|classLoader|getClassLoader|newInstance|getMethod|"
			+ "getMethods|getDeclaredMethod|invoke|getConstructor|processEngineServices|getProcessEngineServices|processEngine|getProcessEngine)\\b"
			+ "|\\[|\\bT\\s*\\(|\\bclass\\b");
	/**
	 * What the engine hands to an expression, when more is taken from it than the number of the case: it leads to every case, and to the whole
	 * engine.
	 */
	private static final Pattern REACHES_INTO_THE_ENGINE = Pattern
			.compile("\\b(task|execution|caseExecution|externalTask)[\\s)]*\\.\\s*(?!processBusinessKey\\b(?!\\s*[.(]))");
	private static final Set<String> LANGUAGES = Set.of("", "juel", "feel", "https://www.omg.org/spec/dmn/20191111/feel/",
			"http://www.omg.org/spec/feel/20140401", "http://www.omg.org/spec/dmn/20180521/feel/", "http://www.omg.org/spec/dmn/20151101/feel.xsd");
	private static final Set<String> COMPUTING = Set.of("inputexpression", "inputentry", "outputentry", "literalexpression", "defaultoutputentry");

	private static final Kept<Set<Problem>> SAID = new Kept<>(400);

	@Override
	public void check(Models models, Findings findings) {
		Stream.concat(models.diagrams().stream().map(one -> new Found(one.file(), one.root())),
				models.tables().stream().map(one -> new Found(one.file(), one.decision().getOwnerDocument().getDocumentElement())).distinct())
				.flatMap(one -> SAID.of(one.file() + "/" + models.set().hash(one.file()), same -> look(one.root(), one.file())).stream())
				.forEach(findings::add);
	}

	private record Found(String file, Element root) {
	}

	/**
	 * Of one file that is deployed by itself.
	 *
	 * @param file its bare name
	 * @return empty also for what is no XML, of which others tell
	 */
	public static List<Problem> problems(String file, byte[] xml) {
		try {
			return List.copyOf(look(Xml.parse(xml).getDocumentElement(), file));
		}
		catch (SAXException malformed) {
			return new String(xml, java.nio.charset.StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")
					? List.of(new Problem(file, "", "", "文件不能带 DOCTYPE。请用 Camunda Modeler 打开后重新保存。"))
					: List.of();
		}
	}

	private static Set<Problem> look(Element root, String file) {
		Set<Problem> wrong = new LinkedHashSet<>();
		Xml.all(root).forEach(one -> look(one, file, wrong));
		return wrong;
	}

	private static void look(Element element, String file, Set<Problem> wrong) {
		String name = element.getLocalName().toLowerCase(Locale.ROOT);
		boolean ofCamunda = isOfCamunda(element);
		if (name.equals("scripttask") || name.equals("script")) {
			add(element, file, "用了脚本，不能部署。请改用表达式调用本系统的组件。", wrong);
		}
		if (ofCamunda && name.equals("connector")) {
			add(element, file, "用了连接器，不能部署。请改用表达式调用本系统的组件。", wrong);
		}
		boolean scripted = name.equals("conditionexpression") || name.equals("condition") || COMPUTING.contains(name);
		if (scripted
				&& !LANGUAGES.contains((element.getAttribute("language") + element.getAttribute("expressionLanguage")).toLowerCase(Locale.ROOT))) {
			add(element, file, "用了脚本语言，不能部署。请改用表达式。", wrong);
		}
		for (int i = 0; i < element.getAttributes().getLength(); i++) {
			Node attribute = element.getAttributes().item(i);
			if ("class".equals(attribute.getLocalName()) && (ofCamunda || isOfCamunda(attribute))) {
				add(element, file, "指定了 Java 类，不能部署。请改用 Delegate expression。", wrong);
			}
			if ("type".equals(attribute.getLocalName()) && isOfCamunda(attribute)) {
				add(element, file, "用了引擎自带的执行方式“" + attribute.getNodeValue() + "”，不能部署。请改用 Delegate expression。", wrong);
			}
			expressions(element, attribute.getNodeValue(), file, wrong);
		}
		String text = text(element);
		if (name.equals("text") && element.getParentNode() != null
				&& COMPUTING.contains(String.valueOf(element.getParentNode().getLocalName()).toLowerCase(Locale.ROOT))) {
			refuse(element, text.replaceAll("[\\[\\]]", " "), file, wrong);
		}
		expressions(element, text, file, wrong);
	}

	private static String text(Element element) {
		StringBuilder text = new StringBuilder();
		for (Node at = element.getFirstChild(); at != null; at = at.getNextSibling()) {
			if (!(at instanceof Element)) {
				text.append(at.getNodeValue());
			}
		}
		return text.toString();
	}

	private static boolean isOfCamunda(Node node) {
		return String.valueOf(node.getNamespaceURI()).contains("camunda");
	}

	private static void expressions(Element element, String text, String file, Set<Problem> wrong) {
		Expression.in(text).forEach(one -> refuse(element, one, file, wrong));
	}

	private static void refuse(Element element, String expression, String file, Set<Problem> wrong) {
		String bare = LITERAL.matcher(expression).replaceAll("''");
		if (REACHES_BEYOND.matcher(bare).find()) {
			add(element, file, "表达式 " + expression.strip() + " 不能部署：表达式只能用变量和本系统的组件，不能取 class、getClass 一类，也不用 [ ]。", wrong);
		}
		else if (REACHES_INTO_THE_ENGINE.matcher(bare).find() || takesFromWhatHasNoName(expression)) {
			add(element, file, "表达式 " + expression.strip() + " 不能部署：不能从 task、execution 取用编号（processBusinessKey）以外的东西，它们通到引擎里所有的件。请改用变量和本系统的组件。",
					wrong);
		}
	}

	/** {@code (a ? task : b).delete()}: what something is taken from has to be seen. */
	private static boolean takesFromWhatHasNoName(String expression) {
		boolean[] found = new boolean[1];
		try {
			Expression.parse(expression).visit(one -> found[0] |= (one instanceof Expression.Get get && get.base() instanceof Expression.Operation)
					|| (one instanceof Expression.Call call && call.base() instanceof Expression.Operation));
		}
		catch (Expression.Wrong toldByARule) {
			// is refused with the set
		}
		return found[0];
	}

	private static void add(Element element, String file, String what, Set<Problem> wrong) {
		Element named = Place.named(element);
		wrong.add(new Problem(file, named.getAttribute("name"), named.getAttribute("id"), what));
	}
}
