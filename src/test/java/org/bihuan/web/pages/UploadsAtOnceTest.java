package org.bihuan.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.bihuan.AtOnce;
import org.bihuan.Bihuan;
import org.bihuan.web.Http;
import org.bihuan.web.Http.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One person sends thirty of the largest files at the same moment to an application with little memory. On a former version, which had three times
 * as much, there were thirty failures for want of memory, and 15 answers of a failed server.
 */
@Tag("process")
class UploadsAtOnceTest {

	private static final int FILES = 30;
	private static final int SIDE = 2_600;

	@TempDir
	private Path folder;

	/** A photograph of 20.3 million bytes, in which nothing repeats itself. */
	private static byte[] photograph() throws IOException {
		BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
		new Random(7).nextBytes(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(image, "png", bytes);
		return bytes.toByteArray();
	}

	@Test
	void eachIsTakenOrToldToWaitAndTheMemorySuffices() throws Exception {
		byte[] photograph = photograph();
		assertThat(photograph.length).isBetween(19_900_000, 20 << 20);
		try (Bihuan small = Bihuan.start(folder, Map.of("_JAVA_OPTIONS", "-Xmx300m"),
				"--spring.datasource.url=jdbc:h2:file:" + folder.resolve("bihuan") + ";TRACE_LEVEL_FILE=0", "--bihuan.sample=false",
				"--bihuan.attachments.per-unit-daily=2GB", "--bihuan.attachments.per-case=2GB")) {
			int port = small.ready();
			Http program = Http.basic(port, "chengxiang1");
			assertThat(program.post("/engine-rest/process-definition/key/consultation-outcome/submit-form",
					Map.of("variables", Map.of("secret", Map.of("value", "no"), "title", Map.of("value", "基层派出所改造"), "kind", Map.of("value",
							"research"), "background", Map.of("value", "贴近基层治理"))))
					.status()).isEqualTo(200);
			String address = "/attachments?task=" + program.get("/engine-rest/task").json().get(0).path("id").asText();
			List<Http> people = IntStream.range(0, FILES).mapToObj(number -> Http.session(port, "chengxiang1", "tasklist")).toList();
			List<Answer> answers = AtOnce.all(FILES, number -> people.get(number).upload(address, "现场" + number + ".png", photograph));
			long taken = answers.stream().filter(one -> one.status() == 200).count();
			long toldToWait = answers.stream().filter(one -> one.status() != 200).filter(one -> one.message().endsWith("再试。")).count();
			assertThat(taken + toldToWait).as("%s", answers).isEqualTo(FILES);
			assertThat(taken).isPositive();
			assertThat(small.log()).noneMatch(line -> line.contains("OutOfMemoryError"));
			Http person = Http.session(port, "chengxiang1", "tasklist");
			assertThat(person.get(address).json().path("files")).hasSize((int) taken);
			assertThat(person.upload(address, "之后.png", photograph).status()).isEqualTo(200);
			String first = person.get(address).json().path("files").get(0).path("href").asText();
			assertThat(person.download(first).body()).isEqualTo(photograph);
			assertThat(Http.anonymous(port).get("/actuator/health").status()).isEqualTo(200);
		}
	}
}
