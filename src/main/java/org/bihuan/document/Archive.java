package org.bihuan.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A zip that somebody uploaded, unpacked within limits: what it unfolds to is counted before anything is read of it, whatever its directory says.
 * Nothing of it is kept in memory: a part is read while it unfolds.
 */
final class Archive implements AutoCloseable {

	private static final int MOST_ENTRIES = 5_000;
	private static final int MOST_OF_XML = 50 << 20;
	private static final long MOST_OF_ALL = 300L << 20;
	private static final int AT_A_TIME = 1 << 16;

	private final Set<String> xml = new LinkedHashSet<>();
	private final Set<String> others = new LinkedHashSet<>();
	private final ZipFile zip;
	private final String kind;
	private long unfolded;

	/** @param kind what it should be, for the sentences */
	Archive(Path file, String kind) throws Unfit {
		this.kind = kind;
		try {
			zip = ZipFile.builder().setPath(file).get();
		}
		catch (IOException | RuntimeException broken) {
			throw Unfit.broken(kind);
		}
		try {
			List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
			if (entries.size() > MOST_ENTRIES) {
				throw Unfit.tooMuch("里面的部分太多");
			}
			for (ZipArchiveEntry entry : entries) {
				if (!entry.isDirectory()) {
					count(entry);
				}
			}
		}
		catch (IOException | RuntimeException broken) {
			close();
			throw Unfit.broken(kind);
		}
		catch (Unfit unfit) {
			close();
			throw unfit;
		}
	}

	private void count(ZipArchiveEntry entry) throws IOException, Unfit {
		boolean isXml = isXml(entry.getName());
		if (entry.getGeneralPurposeBit().usesEncryption() || !(isXml ? xml : others).add(entry.getName())) {
			throw Unfit.broken(kind);
		}
		byte[] part = new byte[AT_A_TIME];
		long size = 0;
		try (InputStream content = zip.getInputStream(entry)) {
			for (int read = content.read(part); read >= 0; read = content.read(part)) {
				size += read;
				unfolded += read;
				if (unfolded > MOST_OF_ALL || (isXml && size > MOST_OF_XML)) {
					throw Unfit.tooMuch("解压后太大");
				}
			}
		}
	}

	private static boolean isXml(String name) {
		String lower = name.toLowerCase(java.util.Locale.ROOT);
		return lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml");
	}

	/** The names of its XML. */
	Set<String> xml() {
		return xml;
	}

	/** The names of the rest. */
	Set<String> others() {
		return others;
	}

	/**
	 * One part, as it unfolds.
	 *
	 * @param name of one that there is; the caller closes the stream
	 */
	InputStream content(String name) throws Unfit {
		try {
			return zip.getInputStream(zip.getEntry(name));
		}
		catch (IOException broken) {
			throw Unfit.broken(kind);
		}
	}

	/** Reads one XML from its first element to its end. A DTD, by which XML reaches elsewhere or unfolds, is none of these formats'. */
	void read(String name, Consumer<XMLStreamReader> look) throws Unfit {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		try (InputStream content = content(name)) {
			XMLStreamReader reader = factory.createXMLStreamReader(content);
			while (reader.hasNext()) {
				if (reader.next() == XMLStreamConstants.DTD) {
					throw Unfit.broken(kind);
				}
				look.accept(reader);
			}
		}
		catch (XMLStreamException | IOException broken) {
			throw Unfit.broken(kind);
		}
	}

	@Override
	public void close() {
		try {
			zip.close();
		}
		catch (IOException closed) {
			// it was only read
		}
	}
}
