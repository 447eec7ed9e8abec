package org.bihuan.model;

import java.util.ArrayList;
import java.util.List;

import org.w3c.dom.Element;

/**
 * A decision as it is read.
 *
 * @param file its name
 * @param decision the element; its id is what models and the program ask by
 * @param table null where the decision is no table
 */
public record Table(String file, Element decision, Element table) {

	/** A column of what is asked. */
	public record Input(String id, String label, String expression, String type, String values) {
	}

	/** A column of what is answered. */
	public record Output(String id, String label, String name, String type, String values) {
	}

	/** A row: the texts of its cells. */
	public record Row(String id, String description, List<String> inputs, List<String> outputs) {
	}

	public String key() {
		return decision.getAttribute("id");
	}

	public String name() {
		return decision.getAttribute("name");
	}

	/** {@code UNIQUE} where none is written. */
	public String hitPolicy() {
		String written = table.getAttribute("hitPolicy");
		return written.isEmpty() ? "UNIQUE" : written;
	}

	public List<Input> inputs() {
		return named("input").stream().map(one -> {
			Element expression = Xml.child(one, "inputExpression");
			return new Input(one.getAttribute("id"), one.getAttribute("label"), text(expression),
					expression == null ? "" : expression.getAttribute("typeRef"), text(Xml.child(one, "inputValues")));
		}).toList();
	}

	public List<Output> outputs() {
		return named("output").stream().map(one -> new Output(one.getAttribute("id"), one.getAttribute("label"), one.getAttribute("name"),
				one.getAttribute("typeRef"), text(Xml.child(one, "outputValues")))).toList();
	}

	public List<Row> rows() {
		List<Row> rows = new ArrayList<>();
		for (Element one : named("rule")) {
			rows.add(new Row(one.getAttribute("id"), Xml.text(Xml.child(one, "description")), cells(one, "inputEntry"), cells(one, "outputEntry")));
		}
		return rows;
	}

	private List<Element> named(String name) {
		return Xml.children(table).stream().filter(one -> one.getLocalName().equals(name)).toList();
	}

	private static List<String> cells(Element row, String name) {
		return Xml.children(row).stream().filter(one -> one.getLocalName().equals(name)).map(Table::text).toList();
	}

	private static String text(Element element) {
		return element == null ? "" : Xml.text(Xml.child(element, "text"));
	}
}
