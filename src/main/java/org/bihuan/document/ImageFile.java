package org.bihuan.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;

import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** A picture that somebody uploaded: decoded to its last line, at a size that the memory can hold. */
final class ImageFile {

	private static final String KIND = "图片";

	/** A sheet of A2 at 600 dots an inch has 139 million. */
	private static final long MOST_POINTS = 150_000_000;

	/** Of the picture in memory while it is decoded. */
	private static final long KEPT_POINTS = 1_000_000;

	private ImageFile() {
	}

	static void check(FileType type, Path file) throws Unfit {
		Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(type.ending());
		ImageReader reader = readers.next();
		try (ImageInputStream source = new FileImageInputStream(file.toFile())) {
			reader.setInput(source, /* seekForwardOnly= */ true, /* ignoreMetadata= */ true);
			long points = (long) reader.getWidth(0) * reader.getHeight(0);
			if (points > MOST_POINTS) {
				throw Unfit.tooMuch("图片太大（" + reader.getWidth(0) + "×" + reader.getHeight(0) + " 点）");
			}
			decode(reader, points);
		}
		catch (IOException | RuntimeException broken) {
			throw Unfit.broken(KIND);
		}
		finally {
			reader.dispose();
		}
	}

	/** Every line is decoded; of the points only so many are kept. */
	private static void decode(ImageReader reader, long points) throws IOException {
		ImageReadParam param = reader.getDefaultReadParam();
		int every = (int) Math.max(1, Math.ceil(Math.sqrt((double) points / KEPT_POINTS)));
		param.setSourceSubsampling(every, every, 0, 0);
		boolean[] cutOff = new boolean[1];
		reader.addIIOReadWarningListener((source, warning) -> cutOff[0] = true);
		try {
			reader.read(0, param);
		}
		catch (IIOException otherColours) {
			// four colours, as a printer has them: the points are there all the same
			if (!reader.canReadRaster()) {
				throw otherColours;
			}
			reader.readRaster(0, param);
		}
		if (cutOff[0]) {
			throw new IIOException("the picture ends before its last line");
		}
	}
}
