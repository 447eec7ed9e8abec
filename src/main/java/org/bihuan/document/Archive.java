package org.bihuan.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A zip that somebody uploaded, unpacked within limits: what it unfolds to is counted while it does, whatever its directory says. */
final class Archive {

	private static final int MOST_ENTRIES = 5_000;
	private static final int MOST_OF_XML = 50 << 20;
	private static final long MOST_OF_ALL = 300L << 20;
	private static final int AT_A_TIME = 1 << 16;

	private final Map<String, byte[]> xml = new LinkedHashMap<>();
	private final Map<String, byte[]> embedded = new LinkedHashMap<>();
	private final String kind;
	private long unfolded;

	/** @param kind what it should be, for the sentences */
	Archive(byte[] bytes, String kind) throws Unfit {
		this.kind = kind;
		try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
			List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
			if (entries.size() > MOST_ENTRIES) {
				throw Unfit.tooMuch("里面的部分太多");
			}
			for (ZipArchiveEntry entry : entries) {
				if (!entry.isDirectory()) {
					if (entry.getGeneralPurposeBit().usesEncryption() || embedded.containsKey(entry.getName()) || xml.containsKey(entry.getName())) {
						throw Unfit.broken(kind);
					}
					keep(entry.getName(), zip.getInputStream(entry));
				}
			}
		}
		catch (IOException | RuntimeException broken) {
			throw Unfit.broken(kind);
		}
	}

	private void keep(String name, InputStream content) throws IOException, Unfit {
		boolean isXml = isXml(name);
		boolean kept = isXml || name.contains("/embeddings/");
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		byte[] part = new byte[AT_A_TIME];
		try (content) {
			for (int read = content.read(part); read >= 0; read = content.read(part)) {
				unfolded += read;
				if (unfolded > MOST_OF_ALL || (isXml && all.size() + read > MOST_OF_XML)) {
					throw Unfit.tooMuch("解压后太大");
				}
				if (kept) {
					all.write(part, 0, read);
				}
			}
		}
		(isXml ? xml : embedded).put(name, all.toByteArray());
	}

	private static boolean isXml(String name) {
		String lower = name.toLowerCase(java.util.Locale.ROOT);
		return lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml");
	}

	/** Its XML, by name. */
	Map<String, byte[]> xml() {
		return xml;
	}

	/** The rest, by name; only what is embedded has its bytes. */
	Map<String, byte[]> others() {
		return embedded;
	}

	/** Reads one XML from its first element to its end. A DTD, by which XML reaches elsewhere or unfolds, is none of these formats'. */
	void read(byte[] document, Consumer<XMLStreamReader> look) throws Unfit {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		try {
			XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
			while (reader.hasNext()) {
				if (reader.next() == XMLStreamConstants.DTD) {
					throw Unfit.broken(kind);
				}
				look.accept(reader);
			}
		}
		catch (XMLStreamException broken) {
			throw Unfit.broken(kind);
		}
	}
}
