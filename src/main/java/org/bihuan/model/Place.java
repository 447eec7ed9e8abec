package org.bihuan.model;

import java.util.ArrayList;
import java.util.List;

import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Where a diagram has an expression.
 *
 * @param element that has it
 * @param id of the nearest that has one, with its name: what the Modeler shows
 * @param process that it belongs to; null outside of processes
 * @param text with its signs
 */
public record Place(String file, Element element, String name, String id, String process, String text) {

	/** All of a diagram, in its order. */
	static List<Place> of(Diagram diagram) {
		List<Place> places = new ArrayList<>();
		for (Element element : Xml.all(diagram.root())) {
			for (int i = 0; i < element.getAttributes().getLength(); i++) {
				add(diagram, element, ((Attr) element.getAttributes().item(i)).getValue(), places);
			}
			if (Xml.children(element).isEmpty()) {
				add(diagram, element, element.getTextContent(), places);
			}
		}
		return places;
	}

	private static void add(Diagram diagram, Element element, String text, List<Place> places) {
		if (text.contains("${") || text.contains("#{")) {
			Element named = named(element);
			String process = process(element);
			Expression.in(text)
					.forEach(one -> places.add(new Place(diagram.file(), element, named.getAttribute("name").replaceAll("\\s+", " ").strip(),
							named.getAttribute("id"), process, one)));
		}
	}

	/** The nearest that the Modeler shows: what defines an event, or repeats a task, is not seen by itself. */
	public static Element named(Element element) {
		for (Node at = element; at instanceof Element one; at = at.getParentNode()) {
			if (!one.getAttribute("id").isEmpty() && !one.getLocalName().endsWith("Definition")) {
				return one;
			}
		}
		return element;
	}

	private static String process(Element element) {
		for (Node at = element; at instanceof Element one; at = at.getParentNode()) {
			if (one.getLocalName().equals("process")) {
				return one.getAttribute("id");
			}
		}
		return null;
	}
}
