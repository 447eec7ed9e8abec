package org.bihuan.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * An edit of a set as an analyst makes one, found by little text so that it outlives another drawing. Its first line says in Chinese what was done;
 * the others:
 * <ul>
 * <li>{@code file: reply.docx}: what the lines below change; {@code *.bpmn} is the diagram that has the text</li>
 * <li>{@code after: text}: the next replacement is behind this text</li>
 * <li>{@code old: text}, {@code new: text}, each followed by lines that begin with {@code |}: the first such text is replaced</li>
 * <li>{@code remove: id}: the element, what flows into and out of it, and how they are drawn; of a table a row</li>
 * <li>{@code create: name} with {@code content:}, {@code copy: name}, {@code delete:}</li>
 * </ul>
 *
 * @param name by which it is told apart
 * @param sentence in Chinese, what was done
 * @param lines what follows the sentence
 */
public record ModelEdit(String name, String sentence, List<String> lines) {

	/** What an edit changes is not in the set: an analyst has changed it already, or the house has. Its message names it, for who mends the edit. */
	public static final class NotThere extends IllegalArgumentException {

		private static final long serialVersionUID = 1L;

		NotThere(String message) {
			super(message);
		}
	}

	/**
	 * One that travels in the jar.
	 *
	 * @param path of its folder, for example {@code help/analyst}
	 * @throws IllegalArgumentException if there is none
	 */
	public static ModelEdit packaged(String path, String name) {
		try (InputStream text = ModelEdit.class.getResourceAsStream("/" + path + "/" + name + ".edit")) {
			if (text == null) {
				throw new IllegalArgumentException("no edit " + path + "/" + name);
			}
			return of(name, new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** @param lines all of it, the sentence first */
	static ModelEdit of(String name, List<String> lines) {
		return new ModelEdit(name, lines.get(0), lines.subList(1, lines.size()));
	}

	/**
	 * The set with the edit made.
	 *
	 * @throws NotThere when something that it changes is not in the set
	 */
	public ModelSet applied(ModelSet set) {
		Making making = new Making(set);
		for (int at = 0; at < lines.size(); at++) {
			String line = lines.get(at);
			if (line.isBlank() || line.startsWith("|")) {
				continue;
			}
			String command = line.substring(0, line.indexOf(':'));
			StringBuilder text = new StringBuilder(line.substring(line.indexOf(':') + 1).strip());
			while (at + 1 < lines.size() && lines.get(at + 1).startsWith("|")) {
				at++;
				text.append(text.isEmpty() ? "" : "\n").append(lines.get(at).substring(1));
			}
			making.make(command, text.toString());
		}
		return making.set;
	}

	private final class Making {

		private ModelSet set;
		private String file;
		private String after;
		private String old;

		Making(ModelSet set) {
			this.set = set;
		}

		void make(String command, String text) {
			switch (command) {
				case "file" -> file = text;
				case "after" -> after = text;
				case "old" -> old = text;
				case "new" -> replace(text);
				case "remove" -> remove(text);
				case "create" -> file = created(text);
				case "content" -> set = set.with(file, text.getBytes(StandardCharsets.UTF_8));
				case "copy" -> set = set.with(text, bytes(file));
				case "delete" -> set = set.without(file);
				default -> throw new IllegalArgumentException(name + ": what is " + command);
			}
		}

		private String created(String text) {
			set = set.with(text, new byte[0]);
			return text;
		}

		/** The file that is meant; of several the first that has the text. */
		private String meant(String text) {
			if (!file.startsWith("*")) {
				return file;
			}
			return set.files().entrySet().stream()
					.filter(one -> one.getKey().endsWith(file.substring(1)) && new String(one.getValue(), StandardCharsets.UTF_8).contains(text))
					.map(Map.Entry::getKey).findFirst()
					.orElseThrow(() -> new NotThere(name + ": no longer applies, this is in no " + file + ":\n" + text));
		}

		private byte[] bytes(String of) {
			byte[] bytes = set.files().get(of);
			if (bytes == null) {
				throw new NotThere(name + ": no longer applies, there is no file " + of);
			}
			return bytes;
		}

		private void replace(String text) {
			if (file.endsWith(".docx")) {
				set = set.with(file, inWord(bytes(file), text));
				return;
			}
			String changed = meant(after == null ? old : after);
			set = set.with(changed, replaced(new String(bytes(changed), StandardCharsets.UTF_8), text).getBytes(StandardCharsets.UTF_8));
			after = null;
		}

		private String replaced(String whole, String text) {
			int from = after == null ? 0 : whole.indexOf(after);
			int at = from < 0 ? -1 : whole.indexOf(old, from);
			if (at < 0) {
				throw new NotThere(name + ": no longer applies, this is not in " + file + ":\n" + (from < 0 ? after : old));
			}
			return whole.substring(0, at) + text + whole.substring(at + old.length());
		}

		private byte[] inWord(byte[] docx, String text) {
			ByteArrayOutputStream changed = new ByteArrayOutputStream();
			try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(docx)); ZipOutputStream to = new ZipOutputStream(changed)) {
				for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
					ZipEntry same = new ZipEntry(entry.getName());
					// the same edit of the same file is the same file
					same.setTime(entry.getTime());
					to.putNextEntry(same);
					byte[] part = from.readAllBytes();
					to.write(entry.getName().equals("word/document.xml")
							? replaced(new String(part, StandardCharsets.UTF_8), text).getBytes(StandardCharsets.UTF_8)
							: part);
				}
			}
			catch (IOException failed) {
				throw new UncheckedIOException(failed);
			}
			return changed.toByteArray();
		}

		/** As the Modeler removes one. */
		private void remove(String id) {
			String changed = meant("id=\"" + id + "\"");
			try {
				Document document = Xml.parse(bytes(changed));
				List<Element> all = Xml.all(document.getDocumentElement());
				Set<String> gone = Stream.concat(Stream.of(id),
						all.stream().filter(one -> one.getAttribute("sourceRef").equals(id) || one.getAttribute("targetRef").equals(id)
								|| one.getAttribute("attachedToRef").equals(id)).map(one -> one.getAttribute("id")))
						.collect(Collectors.toSet());
				List<Element> removed = new ArrayList<>(all.stream().filter(one -> gone.contains(one.getAttribute("id"))
						|| gone.contains(one.getAttribute("bpmnElement"))
						|| (Set.of("incoming", "outgoing", "flowNodeRef").contains(one.getLocalName()) && gone.contains(Xml.text(one)))).toList());
				if (removed.stream().noneMatch(one -> one.getAttribute("id").equals(id))) {
					throw new NotThere(name + ": no longer applies, there is no " + id + " in " + changed);
				}
				removed.forEach(one -> one.getParentNode().removeChild(one));
				ByteArrayOutputStream written = new ByteArrayOutputStream();
				Transformer writer = TransformerFactory.newInstance().newTransformer();
				writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
				writer.transform(new DOMSource(document), new StreamResult(written));
				set = set.with(changed, written.toByteArray());
			}
			catch (SAXException | TransformerException unreadable) {
				throw new IllegalStateException(unreadable);
			}
		}
	}
}
