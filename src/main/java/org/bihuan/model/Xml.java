package org.bihuan.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** XML as models are written in: read without anything from outside, held against the schemas that the platform brings. */
public final class Xml {

	public static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
	public static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

	/** No model that a person draws is half as deep. */
	private static final int DEEPEST = 100;
	private static final String SCHEMAS = "org/camunda/bpm/model/";
	private static final Map<String, String> SCHEMA_OF = Map.of(BPMN, "bpmn/schema/BPMN20.xsd", "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
			"dmn/schema/DMN11.xsd", "http://www.omg.org/spec/DMN/20180521/MODEL/", "dmn/schema/DMN12.xsd",
			"https://www.omg.org/spec/DMN/20191111/MODEL/", "dmn/schema/DMN13.xsd", "https://www.omg.org/spec/DMN/20211108/MODEL/",
			"dmn/schema/DMN14.xsd", "https://www.omg.org/spec/DMN/20230324/MODEL/", "dmn/schema/DMN15.xsd");
	private static final Map<String, Schema> READ = new ConcurrentHashMap<>();

	private Xml() {
	}

	/** Elements within elements, deeper than anybody draws. */
	static final class TooDeep extends SAXException {

		private static final long serialVersionUID = 1L;
	}

	/** @throws SAXException if it is no XML, or has a DOCTYPE; as {@link SAXParseException} with its line; as {@link TooDeep} */
	public static Document parse(byte[] xml) throws SAXException {
		try {
			DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
			parsers.setNamespaceAware(true);
			parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			// what is read is kept and read by several at once: none of it may be made only when it is looked at
			parsers.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
			DocumentBuilder parser = parsers.newDocumentBuilder();
			parser.setErrorHandler(null);
			Document document = parser.parse(new ByteArrayInputStream(xml));
			requireShallow(document);
			return document;
		}
		catch (IOException | ParserConfigurationException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/** Who reads it goes down into it, one call a level. */
	private static void requireShallow(Document document) throws TooDeep {
		int depth = 0;
		Node at = document.getDocumentElement();
		while (at != null) {
			if (depth > DEEPEST) {
				throw new TooDeep();
			}
			if (at.getFirstChild() != null) {
				at = at.getFirstChild();
				depth++;
			}
			else {
				while (at != null && at.getNextSibling() == null) {
					at = at.getParentNode();
					depth--;
				}
				at = at == null ? null : at.getNextSibling();
			}
		}
	}

	/** Where a file does not keep to the schema of its namespace; references and doubled ids are others' to tell. Empty without such a schema. */
	static List<SAXParseException> invalid(String namespace, byte[] xml) {
		String location = SCHEMA_OF.get(namespace);
		List<SAXParseException> wrong = new ArrayList<>();
		if (location == null) {
			return wrong;
		}
		try {
			Validator validator = READ.computeIfAbsent(location, Xml::schema).newValidator();
			validator.setErrorHandler(new ErrorHandler() {

				@Override
				public void warning(SAXParseException harmless) {
					// nothing that keeps a model from running
				}

				@Override
				public void error(SAXParseException error) {
					wrong.add(error);
				}

				@Override
				public void fatalError(SAXParseException error) {
					wrong.add(error);
				}
			});
			validator.validate(new StreamSource(new ByteArrayInputStream(xml)));
		}
		catch (SAXException told) {
			return wrong;
		}
		catch (IOException impossible) {
			throw new IllegalStateException(impossible);
		}
		wrong.removeIf(one -> String.valueOf(one.getMessage()).startsWith("cvc-id."));
		return wrong;
	}

	private static Schema schema(String location) {
		try {
			URL source = Xml.class.getClassLoader().getResource(SCHEMAS + location);
			return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(source);
		}
		catch (SAXException impossible) {
			throw new IllegalStateException("the platform's schema cannot be read", impossible);
		}
	}

	/** The elements directly within. */
	public static List<Element> children(Element element) {
		List<Element> children = new ArrayList<>();
		for (Node at = element.getFirstChild(); at != null; at = at.getNextSibling()) {
			if (at instanceof Element one) {
				children.add(one);
			}
		}
		return children;
	}

	/** The first element of this name directly within; null for none. */
	public static Element child(Element element, String name) {
		return children(element).stream().filter(one -> one.getLocalName().equals(name)).findFirst().orElse(null);
	}

	/** This element and all within. */
	public static List<Element> all(Element element) {
		List<Element> all = new ArrayList<>();
		all.add(element);
		NodeList within = element.getElementsByTagNameNS("*", "*");
		for (int i = 0; i < within.getLength(); i++) {
			all.add((Element) within.item(i));
		}
		return all;
	}

	/** The text of an element; empty for none. */
	public static String text(Element element) {
		return element == null ? "" : element.getTextContent().strip();
	}

	/** What is written with commas between, but not those within an expression. */
	public static List<String> list(String written) {
		return Arrays.stream(written.split(",(?![^{]*})")).map(String::strip).filter(one -> !one.isEmpty()).toList();
	}
}
