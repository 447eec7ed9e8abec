package org.bihuan.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Joins DOCX files into one that is printed at once: each begins on a new page, numbered from 1, and keeps its page format, heads and feet, styles,
 * lists and pictures, whatever those of the others are called. Footnotes, which no paper of ours has, are not joined.
 */
final class PaperBatch {

	private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
	private static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
	private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
	private static final String MC = "http://schemas.openxmlformats.org/markup-compatibility/2006";
	private static final int NUMBERS_OF_ONE = 1000;

	/** What is merged into the one part of its kind, or says nothing on paper. */
	private static final Set<String> NOT_COPIED = Set.of("styles", "numbering", "settings", "theme", "fontTable", "webSettings", "stylesWithEffects",
			"customXml", "footnotes", "endnotes", "comments", "glossaryDocument");
	private static final List<String> NOTES = List.of("footnoteReference", "endnoteReference", "commentReference");
	private static final List<String> STYLE_REFERENCES = List.of("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "numStyleLink",
			"styleLink");
	/** In which order the schema wants what a style says of itself. */
	private static final List<String> BEFORE_BASED_ON = List.of("name", "aliases");

	private final OPCPackage out;
	private final PackagePart main;
	private final Document document;
	private final Document styles;
	private final Document numbering;
	private final Element body;
	private int papers;
	private Element lastSection;

	PaperBatch() {
		out = OPCPackage.create(new ByteArrayOutputStream());
		main = part("/word/document.xml", XWPFRelation.DOCUMENT.getContentType());
		out.addRelationship(main.getPartName(), TargetMode.INTERNAL, PackageRelationshipTypes.CORE_DOCUMENT);
		document = empty("document");
		styles = empty("styles");
		numbering = empty("numbering");
		body = add(document.getDocumentElement(), "body");
	}

	/** Whether a paper has what is not joined: it has to be printed by itself. */
	static boolean fits(byte[] docx) {
		try (OPCPackage in = OPCPackage.open(new ByteArrayInputStream(docx))) {
			Document its = read(mainOf(in));
			return NOTES.stream().allMatch(note -> its.getElementsByTagNameNS(W, note).getLength() == 0);
		}
		catch (IOException | OpenXML4JException broken) {
			throw new IllegalStateException(broken);
		}
	}

	/** Adds a paper behind the others. */
	void add(byte[] docx) {
		papers++;
		try (OPCPackage in = OPCPackage.open(new ByteArrayInputStream(docx))) {
			PackagePart from = mainOf(in);
			Document its = read(from);
			String base = styles(from);
			boolean lists = numbering(from);
			Map<String, String> parts = parts(from, base, lists);
			dress(its, base, lists);
			references(its.getDocumentElement(), parts);
			namespaces(its.getDocumentElement());
			endSection();
			append(elements(its.getElementsByTagNameNS(W, "body").item(0)));
		}
		catch (IOException | OpenXML4JException broken) {
			throw new IllegalStateException(broken);
		}
	}

	/** All of them. */
	byte[] toBytes() {
		if (lastSection != null) {
			body.appendChild(lastSection);
		}
		write(main, document);
		write(child("/word/styles.xml", XWPFRelation.STYLES), styles);
		if (numbering.getDocumentElement().hasChildNodes()) {
			sortLists();
			write(child("/word/numbering.xml", XWPFRelation.NUMBERING), numbering);
		}
		Document settings = empty("settings");
		add(settings.getDocumentElement(), "evenAndOddHeaders");
		write(child("/word/settings.xml", XWPFRelation.SETTINGS), settings);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			out.save(bytes);
		}
		catch (IOException impossible) {
			throw new IllegalStateException(impossible);
		}
		out.revert();
		return bytes.toByteArray();
	}

	private void append(List<Element> content) {
		for (Element one : content) {
			if (!"bookmarkStart".equals(one.getLocalName()) && !"bookmarkEnd".equals(one.getLocalName())) {
				Element own = (Element) document.importNode(one, true);
				if ("sectPr".equals(own.getLocalName())) {
					lastSection = own;
				}
				else {
					body.appendChild(own);
				}
			}
		}
		if (lastSection == null) {
			lastSection = document.createElementNS(W, "w:sectPr");
		}
		List<Element> sections = sections();
		Element first = sections.isEmpty() ? lastSection : sections.get(0);
		complete(first);
	}

	/** The sections of the paper that was added last, without its last one. */
	private List<Element> sections() {
		NodeList all = body.getElementsByTagNameNS(W, "sectPr");
		List<Element> own = new ArrayList<>();
		for (int i = 0; i < all.getLength(); i++) {
			Element one = (Element) all.item(i);
			if (one.getUserData("ended") == null) {
				one.setUserData("ended", true, null);
				own.add(one);
			}
		}
		return own;
	}

	/** A section without a head takes over that of the paper before: each gets one of its own, if need be an empty one. */
	private void complete(Element section) {
		for (String kind : List.of("footer", "header")) {
			Map<String, String> ids = new HashMap<>();
			for (Element one : elements(section)) {
				if ((kind + "Reference").equals(one.getLocalName())) {
					ids.put(one.getAttributeNS(W, "type"), one.getAttributeNS(R, "id"));
				}
			}
			for (String type : List.of("even", "first", "default")) {
				if (!ids.containsKey(type)) {
					String id = "even".equals(type) && ids.containsKey("default") ? ids.get("default") : blank(kind, type);
					Element reference = document.createElementNS(W, "w:" + kind + "Reference");
					reference.setAttributeNS(W, "w:type", type);
					reference.setAttributeNS(R, "r:id", id);
					section.insertBefore(reference, section.getFirstChild());
				}
			}
		}
		Element pages = first(section, "pgNumType");
		if (pages == null) {
			pages = document.createElementNS(W, "w:pgNumType");
			section.insertBefore(pages, after(section, List.of("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz",
					"pgMar", "paperSrc", "pgBorders", "lnNumType")));
		}
		pages.setAttributeNS(W, "w:start", "1");
	}

	private String blank(String kind, String type) {
		Document empty = empty("header".equals(kind) ? "hdr" : "ftr");
		add(empty.getDocumentElement(), "p");
		XWPFRelation relation = "header".equals(kind) ? XWPFRelation.HEADER : XWPFRelation.FOOTER;
		PackagePart part = part("/word/p" + papers + "/blank-" + kind + "-" + type + ".xml", relation.getContentType());
		write(part, empty);
		return main.addRelationship(part.getPartName(), TargetMode.INTERNAL, relation.getRelation()).getId();
	}

	/** The section before ends in its last paragraph; after a table it needs one of its own, as low as can be. */
	private void endSection() {
		if (lastSection == null) {
			return;
		}
		Node last = body.getLastChild();
		Element paragraph = last != null && "p".equals(last.getLocalName()) && first(properties((Element) last), "sectPr") == null
				? (Element) last
				: low();
		Element properties = properties(paragraph);
		properties.insertBefore(lastSection, first(properties, "pPrChange"));
		lastSection.setUserData("ended", true, null);
		lastSection = null;
	}

	private Element low() {
		Element paragraph = add(body, "p");
		Element spacing = add(properties(paragraph), "spacing");
		spacing.setAttributeNS(W, "w:before", "0");
		spacing.setAttributeNS(W, "w:after", "0");
		spacing.setAttributeNS(W, "w:line", "20");
		spacing.setAttributeNS(W, "w:lineRule", "exact");
		return paragraph;
	}

	private static Element properties(Element paragraph) {
		Element properties = first(paragraph, "pPr");
		if (properties == null) {
			properties = paragraph.getOwnerDocument().createElementNS(W, "w:pPr");
			paragraph.insertBefore(properties, paragraph.getFirstChild());
		}
		return properties;
	}

	/**
	 * Takes over its styles under names of their own, and its defaults as a style that all others stand on.
	 *
	 * @return what the style of a paragraph is called that names none
	 */
	private String styles(PackagePart from) {
		String prefix = "p" + papers;
		Element root = add(styles.getDocumentElement(), "style");
		root.setAttributeNS(W, "w:type", "paragraph");
		root.setAttributeNS(W, "w:styleId", prefix);
		add(root, "name").setAttributeNS(W, "w:val", prefix);
		String base = prefix;
		Document its = related(from, XWPFRelation.STYLES);
		if (its == null) {
			return base;
		}
		for (String kind : List.of("pPr", "rPr")) {
			Element defaults = first(first(its.getDocumentElement(), "docDefaults"), kind + "Default");
			Element said = first(defaults, kind);
			if (said != null) {
				root.appendChild(styles.importNode(said, true));
			}
		}
		for (Element one : elements(its.getDocumentElement())) {
			if ("style".equals(one.getLocalName())) {
				base = style(one, prefix, base);
			}
		}
		return base;
	}

	private String style(Element one, String prefix, String base) {
		Element own = (Element) styles.importNode(one, true);
		String id = prefix + "-" + own.getAttributeNS(W, "styleId");
		boolean paragraph = "paragraph".equals(own.getAttributeNS(W, "type"));
		boolean isDefault = "1".equals(own.getAttributeNS(W, "default")) || "true".equals(own.getAttributeNS(W, "default"));
		own.setAttributeNS(W, "w:styleId", id);
		own.removeAttributeNS(W, "default");
		Element name = first(own, "name");
		if (name != null) {
			name.setAttributeNS(W, "w:val", id);
		}
		rename(own, prefix);
		if (paragraph && first(own, "basedOn") == null) {
			Element basedOn = styles.createElementNS(W, "w:basedOn");
			basedOn.setAttributeNS(W, "w:val", prefix);
			own.insertBefore(basedOn, after(own, BEFORE_BASED_ON));
		}
		styles.getDocumentElement().appendChild(own);
		return paragraph && isDefault ? id : base;
	}

	private static void rename(Element within, String prefix) {
		for (String reference : STYLE_REFERENCES) {
			for (Element one : all(within, reference)) {
				one.setAttributeNS(W, "w:val", prefix + "-" + one.getAttributeNS(W, "val"));
			}
		}
	}

	/** Takes over its lists under numbers of their own. */
	private boolean numbering(PackagePart from) {
		Document its = related(from, XWPFRelation.NUMBERING);
		if (its == null) {
			return false;
		}
		for (Element one : elements(its.getDocumentElement())) {
			if ("abstractNum".equals(one.getLocalName()) || "num".equals(one.getLocalName())) {
				Element own = (Element) numbering.importNode(one, true);
				for (String attribute : List.of("abstractNumId", "numId")) {
					if (own.hasAttributeNS(W, attribute)) {
						own.setAttributeNS(W, "w:" + attribute, moved(own.getAttributeNS(W, attribute)));
					}
				}
				all(own, "abstractNumId").forEach(id -> id.setAttributeNS(W, "w:val", moved(id.getAttributeNS(W, "val"))));
				rename(own, "p" + papers);
				numbering.getDocumentElement().appendChild(own);
			}
		}
		return true;
	}

	private String moved(String number) {
		return String.valueOf(papers * NUMBERS_OF_ONE + Integer.parseInt(number));
	}

	/** All abstract lists stand before all lists. */
	private void sortLists() {
		Element root = numbering.getDocumentElement();
		elements(root).stream().filter(one -> "num".equals(one.getLocalName())).forEach(root::appendChild);
	}

	/** Each paragraph says its style, so that the defaults of its own paper stand under it; lists have their new numbers. */
	private void dress(Document its, String base, boolean lists) {
		String prefix = "p" + papers;
		rename(its.getDocumentElement(), prefix);
		for (Element paragraph : all(its.getDocumentElement(), "p")) {
			Element properties = properties(paragraph);
			if (first(properties, "pStyle") == null) {
				Element style = its.createElementNS(W, "w:pStyle");
				style.setAttributeNS(W, "w:val", base);
				properties.insertBefore(style, properties.getFirstChild());
			}
		}
		if (lists) {
			all(its.getDocumentElement(), "numId").stream().filter(id -> !"0".equals(id.getAttributeNS(W, "val")))
					.forEach(id -> id.setAttributeNS(W, "w:val", moved(id.getAttributeNS(W, "val"))));
		}
	}

	/** Copies the heads, feet and pictures; by the id of each the one that it has in the batch. */
	private Map<String, String> parts(PackagePart from, String base, boolean lists) throws OpenXML4JException, IOException {
		Map<String, String> ids = new HashMap<>();
		for (PackageRelationship relation : from.getRelationships()) {
			String type = relation.getRelationshipType();
			if (!NOT_COPIED.contains(type.substring(type.lastIndexOf('/') + 1))) {
				PackageRelationship own = relation.getTargetMode() == TargetMode.EXTERNAL
						? main.addExternalRelationship(relation.getTargetURI().toString(), type)
						: main.addRelationship(copy(from.getRelatedPart(relation), base, lists).getPartName(), TargetMode.INTERNAL, type);
				ids.put(relation.getId(), own.getId());
			}
		}
		return ids;
	}

	private PackagePart copy(PackagePart from, String base, boolean lists) throws OpenXML4JException, IOException {
		String name = "/word/p" + papers + from.getPartName().getName().replaceFirst("^/word", "").toLowerCase(Locale.ROOT);
		if (out.containPart(PackagingURIHelper.createPartName(name))) {
			return Objects.requireNonNull(out.getPart(PackagingURIHelper.createPartName(name)));
		}
		PackagePart copy = part(name, from.getContentType());
		boolean isText = from.getContentType().equals(XWPFRelation.HEADER.getContentType())
				|| from.getContentType().equals(XWPFRelation.FOOTER.getContentType());
		if (isText) {
			Document its = read(from);
			dress(its, base, lists);
			write(copy, its);
		}
		else {
			try (OutputStream bytes = copy.getOutputStream()) {
				from.getInputStream().transferTo(bytes);
			}
		}
		for (PackageRelationship relation : from.getRelationships()) {
			if (relation.getTargetMode() == TargetMode.EXTERNAL) {
				copy.addExternalRelationship(relation.getTargetURI().toString(), relation.getRelationshipType(), relation.getId());
			}
			else {
				copy.addRelationship(copy(from.getRelatedPart(relation), base, lists).getPartName(), TargetMode.INTERNAL,
						relation.getRelationshipType(), relation.getId());
			}
		}
		return copy;
	}

	private static void references(Element within, Map<String, String> ids) {
		for (int i = 0; i < within.getAttributes().getLength(); i++) {
			Attr attribute = (Attr) within.getAttributes().item(i);
			if (R.equals(attribute.getNamespaceURI()) && ids.containsKey(attribute.getValue())) {
				attribute.setValue(ids.get(attribute.getValue()));
			}
		}
		elements(within).forEach(one -> references(one, ids));
	}

	/** What a paper declares at its root, and what of it an older reader may ignore. */
	private void namespaces(Element its) {
		Element root = document.getDocumentElement();
		for (int i = 0; i < its.getAttributes().getLength(); i++) {
			Attr attribute = (Attr) its.getAttributes().item(i);
			if (XMLNS.equals(attribute.getNamespaceURI()) && !root.hasAttributeNS(XMLNS, attribute.getLocalName())) {
				root.setAttributeNS(XMLNS, attribute.getName(), attribute.getValue());
			}
		}
		String ignorable = its.getAttributeNS(MC, "Ignorable");
		if (!ignorable.isEmpty()) {
			Set<String> all = new TreeSet<>(List.of((root.getAttributeNS(MC, "Ignorable") + " " + ignorable).strip().split("\\s+")));
			root.setAttributeNS(MC, "mc:Ignorable", String.join(" ", all));
		}
	}

	private static PackagePart mainOf(OPCPackage in) {
		return in.getPart(in.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT).getRelationship(0));
	}

	private static Document related(PackagePart from, XWPFRelation relation) {
		try {
			var found = from.getRelationshipsByType(relation.getRelation());
			return found.isEmpty() ? null : read(from.getRelatedPart(found.getRelationship(0)));
		}
		catch (IOException | OpenXML4JException broken) {
			throw new IllegalStateException(broken);
		}
	}

	private PackagePart part(String name, String type) {
		try {
			return out.createPart(PackagingURIHelper.createPartName(name), type);
		}
		catch (OpenXML4JException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private PackagePart child(String name, XWPFRelation relation) {
		PackagePart part = part(name, relation.getContentType());
		main.addRelationship(part.getPartName(), TargetMode.INTERNAL, relation.getRelation());
		return part;
	}

	private static Document empty(String root) {
		try {
			Document made = factory().newDocumentBuilder().newDocument();
			Element element = made.createElementNS(W, "w:" + root);
			element.setAttributeNS(XMLNS, "xmlns:r", R);
			made.appendChild(element);
			return made;
		}
		catch (ParserConfigurationException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/** Our own documents have no DTD, by which XML reaches elsewhere. */
	private static DocumentBuilderFactory factory() throws ParserConfigurationException {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
		factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
		return factory;
	}

	private static Document read(PackagePart part) throws IOException {
		try (var in = part.getInputStream()) {
			return factory().newDocumentBuilder().parse(in);
		}
		catch (ParserConfigurationException | SAXException broken) {
			throw new IOException(broken);
		}
	}

	private static void write(PackagePart part, Document document) {
		try (OutputStream bytes = part.getOutputStream()) {
			TransformerFactory.newDefaultInstance().newTransformer().transform(new DOMSource(document), new StreamResult(bytes));
		}
		catch (IOException | TransformerException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private static Element add(Element parent, String name) {
		Element made = parent.getOwnerDocument().createElementNS(W, "w:" + name);
		parent.appendChild(made);
		return made;
	}

	/** The first child of this name; null when there is none, or no parent. */
	private static Element first(Element parent, String name) {
		return parent == null ? null : elements(parent).stream().filter(one -> name.equals(one.getLocalName())).findFirst().orElse(null);
	}

	/** The first child that is none of these; null when all are. */
	private static Node after(Element parent, List<String> names) {
		return elements(parent).stream().filter(one -> !names.contains(one.getLocalName())).findFirst().orElse(null);
	}

	private static List<Element> elements(Node parent) {
		List<Element> children = new ArrayList<>();
		for (Node one = parent.getFirstChild(); one != null; one = one.getNextSibling()) {
			if (one instanceof Element element) {
				children.add(element);
			}
		}
		return children;
	}

	private static List<Element> all(Element within, String name) {
		NodeList found = within.getElementsByTagNameNS(W, name);
		List<Element> all = new ArrayList<>();
		for (int i = 0; i < found.getLength(); i++) {
			all.add((Element) found.item(i));
		}
		return all;
	}
}
