package org.bihuan.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/** A 版式文件 that somebody uploaded (GB/T 33190): its list of documents is read, and each of them is there and can be read. */
final class OfdFile {

	private static final String KIND = " OFD 版式文件";
	private static final String LIST = "OFD.xml";

	private OfdFile() {
	}

	static void check(Path file) throws Unfit {
		try (Archive archive = new Archive(file, KIND)) {
			check(archive);
		}
	}

	private static void check(Archive archive) throws Unfit {
		if (!archive.xml().contains(LIST)) {
			throw Unfit.broken(KIND);
		}
		List<String> roots = new ArrayList<>();
		StringBuilder text = new StringBuilder();
		archive.read(LIST, reader -> root(reader, text, roots));
		if (roots.isEmpty()) {
			throw Unfit.broken(KIND);
		}
		for (String root : roots) {
			if (!archive.xml().contains(root.startsWith("/") ? root.substring(1) : root)) {
				throw Unfit.broken(KIND);
			}
		}
		for (String part : archive.xml()) {
			archive.read(part, reader -> {
				// read to its end
			});
		}
	}

	private static void root(XMLStreamReader reader, StringBuilder text, List<String> roots) {
		if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
			text.setLength(0);
		}
		else if (reader.getEventType() == XMLStreamConstants.CHARACTERS) {
			text.append(reader.getText());
		}
		else if (reader.getEventType() == XMLStreamConstants.END_ELEMENT && "DocRoot".equals(reader.getLocalName())) {
			roots.add(text.toString().strip());
		}
	}
}
