package org.bihuan.demo.sample;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A page of paper as the sample year has it: a small real PDF with a few lines, in the Chinese font that every reader has by name. */
final class Scan {

	private static final int TOP = 760;
	private static final int LINE = 36;

	private Scan() {
	}

	static byte[] of(String title, List<String> lines) {
		StringBuilder page = new StringBuilder("BT /F1 22 Tf 72 " + TOP + " Td " + text(title) + " Tj /F1 14 Tf ");
		lines.forEach(line -> page.append("0 -" + LINE + " Td " + text(line) + " Tj "));
		page.append("0 -" + LINE + " Td " + text("（样例扫描件，仅供评估）") + " Tj ET");
		return document(List.of("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
				"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
				"<</Length " + page.length() + ">>stream\n" + page + "\nendstream",
				"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>",
				"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement "
						+ "4>>/FontDescriptor 7 0 R>>",
				"<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent "
						+ "-120/CapHeight 880/StemV 93>>"));
	}

	private static String text(String text) {
		return "<" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE)) + ">";
	}

	private static byte[] document(List<String> objects) {
		StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
		List<Integer> places = new ArrayList<>();
		for (String object : objects) {
			places.add(pdf.length());
			pdf.append(places.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
		}
		int directory = pdf.length();
		pdf.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
		places.forEach(place -> pdf.append("%010d 00000 n \n".formatted(place)));
		pdf.append("trailer\n<</Size ").append(objects.size() + 1).append("/Root 1 0 R>>\nstartxref\n").append(directory).append("\n%%EOF\n");
		return pdf.toString().getBytes(StandardCharsets.US_ASCII);
	}
}
