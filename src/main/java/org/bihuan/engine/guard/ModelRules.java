package org.bihuan.engine.guard;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.model.NoticeTable;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a model may have run: expressions that name variables and our beans, and nothing else. Every new deployment is looked at, at start, over
 * REST and from a webapp alike: whoever could deploy a script, a Java class or an expression that reaches one would run programs on the server.
 */
public class ModelRules implements Deployer {

	private static final Pattern MODEL = Pattern.compile("(?i).+\\.(bpmn|bpmn20\\.xml|dmn|dmn11\\.xml|cmmn|cmmn10\\.xml|cmmn11\\.xml)");
	private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{(?:'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|[^}'\"])*}?");
	private static final Pattern LITERAL = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"");

	/** A member that leads to a class or to the whole engine, an element by name, or a call of what is no member. */
	private static final Pattern REACHES_BEYOND = Pattern.compile("\\.\\s*(class|getClass|forName|classLoader|getClassLoader|newInstance|getMethod|"
			+ "getMethods|getDeclaredMethod|invoke|getConstructor|processEngineServices|getProcessEngineServices|processEngine|getProcessEngine)\\b"
			+ "|\\[|\\bT\\s*\\(|\\bclass\\b");
	private static final Set<String> LANGUAGES = Set.of("", "juel", "feel", "https://www.omg.org/spec/dmn/20191111/feel/",
			"http://www.omg.org/spec/feel/20140401", "http://www.omg.org/spec/dmn/20180521/feel/", "http://www.omg.org/spec/dmn/20151101/feel.xsd");
	private static final Set<String> COMPUTING = Set.of("inputexpression", "inputentry", "outputentry", "literalexpression", "defaultoutputentry");

	@Override
	public void deploy(DeploymentEntity deployment) {
		if (!deployment.isNew() || deployment.getResources() == null) {
			return;
		}
		List<String> wrong = deployment.getResources().values().stream().filter(one -> MODEL.matcher(one.getName()).matches())
				.flatMap(one -> wrong(one.getName().replaceAll(".*[/\\\\]", ""), one.getBytes()).stream()).toList();
		Refusal.unless(wrong.isEmpty(), () -> String.join("\n", wrong));
	}

	/**
	 * @param file its name, for the sentences
	 * @return a sentence in Chinese for each place that may not be; empty also for what is no XML, of which others tell
	 */
	public static List<String> wrong(String file, byte[] xml) {
		Set<String> wrong = new LinkedHashSet<>();
		try {
			DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
			parsers.setNamespaceAware(true);
			parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			var parser = parsers.newDocumentBuilder();
			parser.setErrorHandler(null);
			look(parser.parse(new ByteArrayInputStream(xml)).getDocumentElement(), file, wrong);
		}
		catch (SAXException malformed) {
			return new String(xml, java.nio.charset.StandardCharsets.ISO_8859_1).contains("<!DOCTYPE") ? List.of("流程图 " + file + " 不能带 DOCTYPE。")
					: List.of();
		}
		catch (IOException | ParserConfigurationException impossible) {
			throw new IllegalStateException(impossible);
		}
		if (wrong.isEmpty()) {
			// it asks the table, so only after nothing in it may run a program
			NoticeTable.wrong(file, xml).forEach(one -> wrong.add(one.sentence()));
		}
		return new ArrayList<>(wrong);
	}

	private static void look(Element element, String file, Set<String> wrong) {
		String name = element.getLocalName().toLowerCase(Locale.ROOT);
		String place = "流程图 " + file + " 的 " + place(element);
		boolean ofCamunda = isOfCamunda(element);
		if (name.equals("scripttask") || name.equals("script")) {
			wrong.add(place + " 用了脚本，不能部署。请改用表达式调用本系统的组件。");
		}
		if (ofCamunda && name.equals("connector")) {
			wrong.add(place + " 用了连接器，不能部署。请改用表达式调用本系统的组件。");
		}
		boolean scripted = name.equals("conditionexpression") || name.equals("condition") || COMPUTING.contains(name);
		if (scripted
				&& !LANGUAGES.contains((element.getAttribute("language") + element.getAttribute("expressionLanguage")).toLowerCase(Locale.ROOT))) {
			wrong.add(place + " 用了脚本语言，不能部署。请改用表达式。");
		}
		for (int i = 0; i < element.getAttributes().getLength(); i++) {
			Node attribute = element.getAttributes().item(i);
			if ("class".equals(attribute.getLocalName()) && (ofCamunda || isOfCamunda(attribute))) {
				wrong.add(place + " 指定了 Java 类，不能部署。请改用 Delegate expression。");
			}
			if ("type".equals(attribute.getLocalName()) && isOfCamunda(attribute)) {
				wrong.add(place + " 用了引擎自带的执行方式“" + attribute.getNodeValue() + "”，不能部署。请改用 Delegate expression。");
			}
			expressions(attribute.getNodeValue(), place, wrong);
		}
		NodeList children = element.getChildNodes();
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < children.getLength(); i++) {
			if (children.item(i) instanceof Element child) {
				look(child, file, wrong);
			}
			else {
				text.append(children.item(i).getNodeValue());
			}
		}
		if (name.equals("text") && COMPUTING.contains(String.valueOf(element.getParentNode().getLocalName()).toLowerCase(Locale.ROOT))) {
			refuse(text.toString().replaceAll("[\\[\\]]", " "), place, wrong);
		}
		expressions(text.toString(), place, wrong);
	}

	private static boolean isOfCamunda(Node node) {
		return String.valueOf(node.getNamespaceURI()).contains("camunda");
	}

	private static void expressions(String text, String place, Set<String> wrong) {
		Matcher found = EXPRESSION.matcher(text);
		while (found.find()) {
			refuse(found.group(), place, wrong);
		}
	}

	private static void refuse(String expression, String place, Set<String> wrong) {
		if (REACHES_BEYOND.matcher(LITERAL.matcher(expression).replaceAll("''")).find()) {
			wrong.add(place + " 中的表达式 " + expression.strip() + " 不能部署：表达式只能用变量和本系统的组件，不能取 class、getClass 一类，也不用 [ ]。");
		}
	}

	/** The nearest that has a name or an id, as the Modeler shows it. */
	private static String place(Element element) {
		for (Node at = element; at instanceof Element one; at = at.getParentNode()) {
			if (!one.getAttribute("id").isEmpty()) {
				return (one.getAttribute("name").isEmpty() ? "" : "“" + one.getAttribute("name") + "”") + "（" + one.getAttribute("id") + "）";
			}
		}
		return element.getNodeName();
	}
}
